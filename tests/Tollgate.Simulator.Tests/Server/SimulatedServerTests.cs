using System.Text;
using System.Text.Json;
using Tollgate.Exchanges;
using Tollgate.Simulator.Engine;
using Tollgate.Simulator.Profiles;
using Tollgate.Simulator.Server;
using Tollgate.Simulator.Server.Linux;
using Tollgate.Simulator.Truth;

namespace Tollgate.Simulator.Tests.Server;

/// <summary>The server on the wire; each way to serve (fast, portable, TLS) is held to the same.</summary>
public abstract class SimulatedServerTests
{
    private const string Usage = ",\"stream_options\":{\"include_usage\":true}";
    private const string Messages = "/v1/messages";

    protected abstract bool Portable { get; }

    protected virtual bool Tls => false;

    [Fact]
    public async Task OpenAi_Streamed_IsChunksWithARoleFirstAndDoneLast()
    {
        await using var server = Start();
        var answer = await RawClient.AskAsync(server, Requests.OpenAi(more: Usage));
        answer.Status.ShouldBe(200);
        answer.Headers["content-type"].ShouldBe("text/event-stream; charset=utf-8");
        var events = answer.Events.Select(e => e.Data).ToArray();
        events[^1].ShouldBe("[DONE]");
        var chunks = events[..^1].Select(e => JsonSerializer.Deserialize<JsonElement>(e)).ToArray();
        chunks.ShouldAllBe(c => c.GetProperty("object").GetString() == "chat.completion.chunk");
        chunks.Select(c => c.GetProperty("id").GetString()).Distinct().ShouldHaveSingleItem().ShouldStartWith("chatcmpl-");
        Delta(chunks[0]).GetProperty("role").GetString().ShouldBe("assistant");
        Delta(chunks[0]).GetProperty("content").GetString().ShouldBe("");
        chunks.Length.ShouldBe(1 + 8 + 1 + 1); // Role, tokens, finish, usage.
        chunks[^2].GetProperty("choices")[0].GetProperty("finish_reason").GetString().ShouldBe("length");
        chunks[^1].GetProperty("choices").GetArrayLength().ShouldBe(0);
        chunks[^1].GetProperty("usage").GetProperty("completion_tokens").GetInt32().ShouldBe(8);
        chunks[^1].GetProperty("usage").GetProperty("completion_tokens_details").GetProperty("reasoning_tokens").GetInt32().ShouldBe(0);
        answer.Pieces.Count.ShouldBe(8);
    }

    [Fact]
    public async Task OpenAi_StreamedWithoutUsage_HasNone()
    {
        await using var server = Start();
        var answer = await RawClient.AskAsync(server, Requests.OpenAi(), "/some/prefix/chat/completions");
        answer.Text.ShouldNotContain("usage");
        answer.Pieces.Count.ShouldBe(8);
    }

    [Fact]
    public async Task Anthropic_Streamed_HasItsNamedEvents()
    {
        await using var server = Start();
        var answer = await RawClient.AskAsync(server, Requests.Anthropic(), Messages, "reasoning=25");
        var names = answer.Events.Select(e => e.Name).ToArray();
        names.ShouldBe([
            "message_start", "content_block_start", "ping",
            .. Enumerable.Repeat("content_block_delta", 4), "content_block_delta", "content_block_stop", // Thinking and its signature.
            "content_block_start", .. Enumerable.Repeat("content_block_delta", 4), "content_block_stop",
            "message_delta", "message_stop"]);
        foreach (var (name, data) in answer.Events)
        {
            JsonSerializer.Deserialize<JsonElement>(data).GetProperty("type").GetString().ShouldBe(name);
        }

        answer.Text.ShouldContain("signature_delta");
        var delta = JsonSerializer.Deserialize<JsonElement>(answer.Events[^2].Data);
        delta.GetProperty("delta").GetProperty("stop_reason").GetString().ShouldBe("max_tokens");
        delta.GetProperty("usage").GetProperty("output_tokens").GetInt32().ShouldBe(8);
        answer.RequestId.ShouldStartWith("req_");
    }

    [Fact]
    public async Task BothWires_Whole_AreOneDocument()
    {
        await using var server = Start();
        var openAi = (await RawClient.AskAsync(server, Requests.OpenAi(stream: false))).Json;
        openAi.GetProperty("object").GetString().ShouldBe("chat.completion");
        openAi.GetProperty("choices")[0].GetProperty("message").GetProperty("content").GetString().ShouldBe(TokenText.Join(8));
        openAi.GetProperty("usage").GetProperty("total_tokens").GetInt32().ShouldBe(9);
        var answer = await RawClient.AskAsync(server, Requests.Anthropic(stream: false), Messages);
        answer.Json.GetProperty("content")[0].GetProperty("text").GetString().ShouldBe(TokenText.Join(8));
        answer.Json.GetProperty("stop_reason").GetString().ShouldBe("max_tokens");
        server.Truth.Find(answer.RequestId).ShouldNotBeNull().Writes.ToArray().ShouldHaveSingleItem().Tokens.ShouldBe(8);
    }

    [Fact]
    public async Task Tools_AreCalledWhenTheUserNamesThem()
    {
        await using var server = Start();
        const string schema = """{"type":"object","properties":{"city":{"type":"string"}}}""";
        var openAi = await RawClient.AskAsync(server, Requests.OpenAi(max: 100, text: "get weather please",
            more: $$$""","tools":[{"type":"function","function":{"name":"get_weather","parameters":{{{schema}}}}}]"""));
        var arguments = openAi.Events.SkipLast(1).Select(e => JsonSerializer.Deserialize<JsonElement>(e.Data))
            .Where(c => Delta(c).TryGetProperty("tool_calls", out _))
            .Select(c => Delta(c).GetProperty("tool_calls")[0].GetProperty("function").GetProperty("arguments").GetString());
        string.Concat(arguments).ShouldBe("""{"city":"example"}""");
        openAi.Text.ShouldContain("\"finish_reason\":\"tool_calls\"");

        var anthropic = await RawClient.AskAsync(server, Requests.Anthropic(max: "\"max_tokens\":100,",
            more: $$""","tool_choice":{"type":"any"},"tools":[{"name":"get_weather","input_schema":{{schema}}}]"""), Messages);
        var json = anthropic.Events.Where(e => e.Data.Contains("input_json_delta", StringComparison.Ordinal))
            .Select(e => JsonSerializer.Deserialize<JsonElement>(e.Data).GetProperty("delta").GetProperty("partial_json").GetString());
        string.Concat(json).ShouldBe("""{"city":"example"}""");
        anthropic.Text.ShouldContain("\"stop_reason\":\"tool_use\"");
        anthropic.Events.Take(3).Select(e => e.Name).ShouldBe(["message_start", "ping", "content_block_start"]);
    }

    [Fact]
    public async Task Models_AreListed()
    {
        await using var server = Start();
        var list = await RawClient.AskAsync(server, "", "/v1/models", headers: "");
        list.Json.GetProperty("object").GetString().ShouldBe("list");
        list.Json.GetProperty("data").EnumerateArray().Select(m => m.GetProperty("id").GetString()).ShouldContain("gpt-5.5");
    }

    [Fact]
    public async Task Errors_AreInEachProvidersForm()
    {
        await using var server = Start(o => o with { RequiredKey = "secret" });
        const string key = "authorization: Bearer secret\r\nanthropic-version: v\r\n";
        await Expect("{", "/v1/chat/completions", key, 400, "invalid_request_error");
        await Expect(Requests.OpenAi("nope"), "/v1/chat/completions", key, 404, "invalid_request_error");
        await Expect("""{"messages":[]}""", "/v1/chat/completions", key, 404, "invalid_request_error");
        await Expect(Requests.OpenAi(), "/v1/chat/completions", "authorization: Bearer wrong\r\n", 401, "invalid_request_error");
        await Expect(Requests.OpenAi(), "/v1/elsewhere", key, 404, "invalid_request_error");
        await Expect("[1]", Messages, key, 400, "invalid_request_error");
        await Expect(Requests.Anthropic("nope"), Messages, key, 404, "not_found_error");
        await Expect(Requests.Anthropic(max: ""), Messages, key, 400, "invalid_request_error");
        await Expect(Requests.Anthropic(), Messages, "x-api-key: secret\r\n", 400, "invalid_request_error");
        await Expect(Requests.Anthropic(), Messages, "", 401, "authentication_error");

        async Task Expect(string body, string path, string headers, int status, string type)
        {
            var answer = await RawClient.AskAsync(server, body, path, headers: headers);
            answer.Status.ShouldBe(status);
            answer.Json.GetProperty("error").GetProperty("type").GetString().ShouldBe(type);
            answer.Json.TryGetProperty("request_id", out _).ShouldBe(path == Messages);
            var truth = server.Truth.Find(answer.RequestId).ShouldNotBeNull();
            truth.Status.ShouldBe(status);
            truth.Outcome.ShouldBe(TruthOutcome.Refused);
        }
    }

    [Fact]
    public async Task SameSeed_SameBytes_WhateverElseIsAsked()
    {
        var bodies = new[] { Requests.OpenAi(text: "a"), Requests.OpenAi(text: "b"), Requests.OpenAi(text: "a") };
        var first = await AllAsync(7, bodies);
        var second = await AllAsync(7, [bodies[1], bodies[0], bodies[2]]);
        second.ShouldBe([first[1], first[0], first[2]]);
        first[2].ShouldNotBe(first[0]); // The same words again are another request.
        (await AllAsync(8, bodies)).ShouldNotContain(first[0]);

        async Task<string[]> AllAsync(ulong seed, string[] all)
        {
            await using var server = Start(o => o with { Seed = seed, TimeProvider = new FixedWall() });
            var texts = new List<string>();
            foreach (var body in all)
            {
                var answer = await RawClient.AskAsync(server, body);
                texts.Add(answer.Headers["date"] + answer.RequestId + answer.Text);
            }

            return [.. texts];
        }
    }

    [Fact]
    public async Task KeepAlive_AnswersOneAfterTheOther_EvenWhenTheyWereSentTogether()
    {
        await using var server = Start();
        using var client = await RawClient.ConnectAsync(server);
        await client.SendAsync(Requests.OpenAi());
        await client.SendAsync(Requests.Anthropic(), Messages);
        await client.SendAsync(Requests.OpenAi(stream: false));
        (await client.ReadAsync()).Pieces.Count.ShouldBe(8);
        (await client.ReadAsync()).Pieces.Count.ShouldBe(8);
        (await client.ReadAsync()).Json.GetProperty("object").GetString().ShouldBe("chat.completion");
    }

    [Fact]
    public async Task Request_InPiecesOfOneByte_IsUnderstood()
    {
        await using var server = Start();
        using var client = await RawClient.ConnectAsync(server);
        var body = Requests.OpenAi();
        var request = $"POST /v1/chat/completions HTTP/1.1\r\ntransfer-encoding: chunked\r\n\r\n{body.Length:x}\r\n{body}\r\n0\r\n\r\n";
        foreach (var b in Encoding.ASCII.GetBytes(request))
        {
            await client.SendRawAsync([b]);
        }

        (await client.ReadAsync()).Pieces.Count.ShouldBe(8);
    }

    [Fact]
    public async Task Expect100Continue_IsAnsweredBeforeTheBody()
    {
        await using var server = Start();
        using var client = await RawClient.ConnectAsync(server);
        var body = Requests.OpenAi();
        await client.SendRawAsync(Encoding.ASCII.GetBytes(
            $"POST /v1/chat/completions HTTP/1.1\r\nexpect: 100-continue\r\ncontent-length: {body.Length}\r\n\r\n"));
        (await client.ReadAsync()).Status.ShouldBe(100);
        await client.SendRawAsync(Encoding.ASCII.GetBytes(body));
        (await client.ReadAsync()).Pieces.Count.ShouldBe(8);
    }

    [Fact]
    public async Task BytesThatAreNoRequest_AreRefusedAndTheConnectionEnds()
    {
        await using var server = Start();
        using var client = await RawClient.ConnectAsync(server);
        await client.SendRawAsync("SSH-2.0-OpenSSH\r\n\r\n"u8.ToArray());
        var answer = await client.ReadAsync();
        answer.Status.ShouldBe(400);
        answer.Headers["connection"].ShouldBe("close");
    }

    [Fact]
    public async Task Limits_AnswerTooManyRequestsWithHeaders()
    {
        var limited = ProfileSet.Default.Models["instant"] with { Limits = new RateLimits(2, 100_000) };
        var profiles = new ProfileSet { Models = new Dictionary<string, ModelProfile> { ["instant"] = limited }, Regions = ProfileSet.Default.Regions };
        await using var server = Start(o => o with { Profiles = profiles });
        var first = await RawClient.AskAsync(server, Requests.OpenAi());
        first.Headers["x-ratelimit-limit-requests"].ShouldBe("2");
        first.Headers["x-ratelimit-remaining-requests"].ShouldBe("1");
        first.Headers["x-ratelimit-remaining-tokens"].ShouldBe((100_000 - 9).ToString(System.Globalization.CultureInfo.InvariantCulture));
        first.Headers["x-ratelimit-reset-requests"].ShouldNotBeEmpty();
        (await RawClient.AskAsync(server, Requests.Anthropic(), Messages)).Headers["anthropic-ratelimit-requests-remaining"].ShouldBe("0");

        var refused = await RawClient.AskAsync(server, Requests.OpenAi());
        refused.Status.ShouldBe(429);
        int.Parse(refused.Headers["retry-after"], System.Globalization.CultureInfo.InvariantCulture).ShouldBeInRange(1, 30);
        refused.Json.GetProperty("error").GetProperty("code").GetString().ShouldBe("rate_limit_exceeded");
        var other = await RawClient.AskAsync(server, Requests.Anthropic(), Messages);
        other.Status.ShouldBe(429);
        other.Json.GetProperty("error").GetProperty("type").GetString().ShouldBe("rate_limit_error");
        other.Headers["anthropic-ratelimit-requests-limit"].ShouldBe("2");

        // Each region has its own servers.
        (await RawClient.AskAsync(server, Requests.OpenAi(), "/emea/v1/chat/completions")).Status.ShouldBe(200);
    }

    [Theory]
    [InlineData("/v1/chat/completions")]
    [InlineData(Messages)]
    public async Task Resets_AreResets(string path)
    {
        await using var server = Start();
        var before = await RawClient.AskAsync(server, Body(path), path, "reset-before-headers");
        before.Status.ShouldBe(0);
        before.Body.ShouldBeEmpty();
        var mid = await RawClient.AskAsync(server, Body(path), path, "reset-mid-stream");
        mid.Whole.ShouldBeFalse();
        if (!Tls)
        {
            before.WasReset.ShouldBeTrue();
            mid.WasReset.ShouldBeTrue();
        }

        server.Truth.All.ShouldAllBe(r => r.Outcome == TruthOutcome.Broken);
        server.Truth.All.Last().Writes.Length.ShouldBeInRange(1, 7);
    }

    [Theory]
    [InlineData("/v1/chat/completions")]
    [InlineData(Messages)]
    public async Task StreamFaults_DoWhatTheySay(string path)
    {
        await using var server = Start();
        var malformed = await Ask("malformed-event");
        malformed.Events.Count(e => e.Data != "[DONE]" && !IsJson(e.Data)).ShouldBe(1);
        malformed.Pieces.Count.ShouldBe(8);

        var endless = await Ask("no-end-marker");
        endless.Whole.ShouldBeTrue();
        endless.Text.ShouldNotContain("[DONE]");
        endless.Text.ShouldNotContain("message_stop");
        endless.Pieces.Count.ShouldBe(8);

        var error = await Ask("provider-error");
        error.Whole.ShouldBeTrue();
        JsonSerializer.Deserialize<JsonElement>(error.Events[^1].Data).GetProperty("error").GetProperty("message").GetString().ShouldNotBeEmpty();
        error.Pieces.Count.ShouldBeInRange(1, 7);

        var huge = await Ask("huge-event");
        huge.Pieces.Max(p => p.Length).ShouldBeGreaterThan(8 * 1024 * 1024);
        huge.Pieces.Count.ShouldBe(9);

        var html = await Ask("html");
        html.Status.ShouldBe(200);
        html.Headers["content-type"].ShouldStartWith("text/html");

        var gzip = await Ask("gzip");
        gzip.Headers["content-encoding"].ShouldBe("gzip");
        gzip.Pieces.Count.ShouldBe(8);

        var trickle = await Ask("trickle");
        trickle.Pieces.Count.ShouldBe(8);

        var several = await Ask("tokens-per-event=3");
        several.Pieces.Count.ShouldBe(4); // 1, 3, 3, 1.
        string.Concat(several.Pieces).ShouldBe(TokenText.Join(8));

        var roleless = await Ask("role-first=false");
        roleless.Pieces.Count.ShouldBe(8);
        roleless.Text.ShouldContain("assistant");

        var wrong = await Ask("nonsense");
        wrong.Status.ShouldBe(400);
        wrong.Json.GetProperty("error").GetProperty("message").GetString().ShouldNotBeNull().ShouldContain("nonsense");

        foreach (var (status, fault) in new[] { (529, "status=529"), (503, "status=503"), (500, "status=500"), (429, "status=429, retry-after=3s") })
        {
            var told = await Ask(fault);
            told.Status.ShouldBe(status);
            told.Headers.GetValueOrDefault("retry-after").ShouldBe(status == 429 ? "3" : null);
        }

        Task<RawAnswer> Ask(string fault) => RawClient.AskAsync(server, Body(path), path, fault);
    }

    [Fact]
    public async Task Stall_LiesBetweenTwoTokensInTheTruth()
    {
        await using var server = Start();
        var answer = await RawClient.AskAsync(server, Requests.OpenAi(), simulate: "stall=60ms");
        var at = server.Truth.Find(answer.RequestId).ShouldNotBeNull().Writes.ToArray().Select(w => w.AtNs).ToArray();
        at.Zip(at.Skip(1), (a, b) => b - a).Count(gap => gap >= 60_000_000).ShouldBe(1);
    }

    [Fact]
    public async Task Never_SendsHeadersAndNoToken_UntilTheClientGoes()
    {
        await using var server = Start();
        using (var client = await RawClient.ConnectAsync(server))
        {
            await client.SendAsync(Requests.OpenAi(), simulate: "never");
            (await client.ReadSomeAsync()).ShouldBeGreaterThan(0);
        }

        // The next answer shows that the loop has taken the first one's end to its books.
        await RawClient.AskAsync(server, Requests.OpenAi(text: "next"));
        while (server.Truth.All.Count < 2)
        {
            await Task.Yield();
        }

        var gone = server.Truth.All.Single(r => r.Fault == "never");
        gone.Outcome.ShouldBe(TruthOutcome.Abandoned);
        gone.Writes.Length.ShouldBe(0);
        gone.HeadersNs.ShouldNotBeNull();
    }

    [Fact]
    public async Task Truth_IsCompleteAndInOrder_AndMatchesWhatCame()
    {
        await using var server = Start();
        var answers = await Task.WhenAll(Enumerable.Range(0, 40).Select(i =>
            RawClient.AskAsync(server, Requests.OpenAi(text: $"number {i}", more: Usage), simulate: i % 2 == 0 ? "reasoning=50" : null)));
        server.Truth.All.Count.ShouldBe(40);
        server.Truth.Lost.ShouldBe(0);
        foreach (var answer in answers)
        {
            var truth = server.Truth.Find(answer.RequestId).ShouldNotBeNull();
            truth.Outcome.ShouldBe(TruthOutcome.Completed);
            var writes = truth.Writes.ToArray();
            writes.Length.ShouldBe(answer.Pieces.Count);
            writes.Sum(w => w.Tokens).ShouldBe(8);
            truth.Usage.Output.ShouldBe(8);
            truth.ServedNs.ShouldBe(truth.ArrivedNs);
            var instants = (long[])[truth.ArrivedNs, truth.HeadersNs!.Value, .. writes.Select(w => w.AtNs), truth.EndNs];
            instants.ShouldBeInOrder();
            writes.ShouldAllBe(w => w.LateNs >= 0);
            writes.Count(w => w.Kind == ArrivalKind.Reasoning).ShouldBe(truth.Fault is null ? 0 : 8);
            truth.ArrivedStamp.ShouldBe(Portable || Tls || !Native.IsSupported ? StampSource.Process : StampSource.Kernel);
        }
    }

    [Fact]
    public async Task TruthFile_HasALineForEveryRequest()
    {
        var path = Path.GetTempFileName();
        RawAnswer answer;
        await using (var server = Start(o => o with { TruthPath = path }))
        {
            answer = await RawClient.AskAsync(server, Requests.OpenAi());
            await RawClient.AskAsync(server, Requests.OpenAi("nope"));
        }

        var lines = (await File.ReadAllLinesAsync(path)).Select(l => JsonSerializer.Deserialize<JsonElement>(l)).ToArray();
        lines.Length.ShouldBe(2);
        lines[0].GetProperty("request_id").GetString().ShouldBe(answer.RequestId);
        lines[0].GetProperty("write_ns").GetArrayLength().ShouldBe(8);
        lines[0].GetProperty("write_tokens").EnumerateArray().Sum(t => t.GetInt32()).ShouldBe(8);
        lines[1].GetProperty("status").GetInt32().ShouldBe(404);
        File.Delete(path);
    }

    [Fact]
    public async Task Slots_QueueWhatComesBeyondThem()
    {
        var model = ProfileSet.Default.Models["instant"] with { Capacity = new Capacity(1, 1, 0) };
        var profiles = new ProfileSet { Models = new Dictionary<string, ModelProfile> { ["instant"] = model }, Regions = ProfileSet.Default.Regions };
        await using var server = Start(o => o with { Profiles = profiles });
        await Task.WhenAll(Enumerable.Range(0, 10).Select(i => RawClient.AskAsync(server, Requests.OpenAi(text: $"{i}"))));
        var records = server.Truth.All.OrderBy(r => r.EndNs).ToArray();
        records.Length.ShouldBe(10);
        foreach (var (before, after) in records.Zip(records.Skip(1)))
        {
            after.HeadersNs!.Value.ShouldBeGreaterThanOrEqualTo(before.EndNs);
        }
    }

    [Fact]
    public async Task SlowReader_GetsEveryByteInTheEnd()
    {
        await using var server = Start();
        using var client = await RawClient.ConnectAsync(server);
        await client.SendAsync(Requests.OpenAi(max: 16), simulate: "huge-event");
        await client.SendAsync(Requests.OpenAi(max: 3)); // Read only after the nine megabytes.
        var answer = await client.ReadAsync();
        answer.Pieces.Count.ShouldBe(17);
        (await client.ReadAsync()).Pieces.Count.ShouldBe(3);
        var writes = server.Truth.Find(answer.RequestId).ShouldNotBeNull().Writes.ToArray();
        writes.Length.ShouldBe(16);
        writes.Select(w => w.AtNs).ShouldBeInOrder();
    }

    private static string Body(string path) => path == Messages ? Requests.Anthropic() : Requests.OpenAi();

    private static bool IsJson(string text)
    {
        try
        {
            JsonSerializer.Deserialize<JsonElement>(text);
            return true;
        }
        catch (JsonException)
        {
            return false;
        }
    }

    private static JsonElement Delta(JsonElement chunk) => chunk.GetProperty("choices").GetArrayLength() == 0
        ? JsonSerializer.Deserialize<JsonElement>("{}")
        : chunk.GetProperty("choices")[0].GetProperty("delta");

    private SimulatedServer Start(Func<SimulatedServerOptions, SimulatedServerOptions>? change = null)
    {
        var options = new SimulatedServerOptions { TimeProvider = TimeProvider.System, Portable = Portable, Tls = Tls };
        return SimulatedServer.Start(change is null ? options : change(options));
    }
}
