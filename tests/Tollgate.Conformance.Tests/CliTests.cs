using System.Diagnostics;
using System.Text.Json;
using Tollgate.Exchanges;
using Tollgate.Runs;
using Tollgate.Runs.Records;
using Tollgate.Simulator;
using Tollgate.Simulator.Engine;
using Tollgate.Simulator.Faults;
using Tollgate.Simulator.Server;

namespace Tollgate.Conformance.Tests;

public partial class CliTests
{
    private static readonly string[] Latencies =
        ["first_token_ms", "first_answer_ms", "wait_ms", "gap_ms", "task_ms", "tokens_per_second"];

    private static readonly string[] Quantiles = ["n", "p50", "p90", "p95", "p99", "max", "p50_ci", "p95_ci"];

    // Arguments, what the one sentence must name. URL stands for a server that is there; nothing may be sent to it.
    // EMPTY is an argument without a character.
    public static TheoryData<string, string> BadInput => new()
    {
        { "measure", "--url" },
        { "measure --url localhost:8000 --wire openai-chat --model m --requests 1", "without a scheme" },
        { "measure --url ftp://localhost --wire openai-chat --model m --requests 1", "scheme ftp" },
        { "measure --url URL --wire openai --model m --requests 1", "one of openai-chat, openai-responses, anthropic" },
        { "measure --url URL --wire openai-chat --model instant", "--requests" },
        { "measure --url URL --wire openai-chat --model instant --for 30", "500ms, 30s, 2m" },
        { "measure --url URL --wire openai-chat --model instant --rate 5 --requests 1", "5/s" },
        { "measure --url URL --wire openai-chat --model instant --rate 5/s --concurrency 2 --requests 1", "expected one of" },
        { "measure --url URL --wire openai-chat --model instant --requests 0", "from 1" },
        { "measure --url URL --wire openai-chat --model instant --requests ten", "ten" },
        { "measure --url URL --wire openai-chat --model instant --requests 1 --arrivals weekly --rate 1/s", "weekly" },
        { "measure --url URL --wire openai-chat --model instant --trace no-such.csv", "no-such.csv" },
        { "measure --url URL --wire openai-chat --model instant --trace broken.csv", "broken.csv:3" },
        { "measure --url URL --wire openai-chat --model instant --trace unordered.csv", "unordered.csv:3" },
        { "measure --url URL --wire openai-chat --model instant --requests 1 --prompts broken.jsonl", "broken.jsonl:2" },
        { "measure --url https://api.openai.com/v1 --wire openai-chat --model m --requests 1", "OPENAI_API_KEY" },
        { "measure --url URL --wire openai-chat --model m --requests 1 --key-env NO_SUCH_VARIABLE", "NO_SUCH_VARIABLE" },
        { "measure --url URL --wire openai-chat --model m --requests 1 --out there-already.tollgate", "there-already.tollgate" },
        { "measure --url URL --wire openai-chat --model instant --requests 1 --out EMPTY", "name is empty" },
        { "measure --url URL --wire openai-chat --model instant --requests 1 --html EMPTY", "--html" },
        { "measure --url URL --wire openai-chat --model instant --requests 1 --html no-folder.txt/a.html", "no-folder.txt" },
        { "measure --url URL --wire openai-chat --model instant --requests 1 --out a.html --html ./a.html", "uses this file for something else" },
        { "measure --url URL --wire openai-chat --model instant --requests 1 --rate 5/s --arrivals gamma --cv 1000", "from 0.01 to 100" },
        { "measure --url URL --wire openai-chat --model instant --requests 1 --rate 5/s --cv 2", "--arrivals gamma" },
        { "measure --url URL --wire openai-chat --model instant --requests 1 --rate 5/s --stagger 2s", "--concurrency" },
        { "measure --url URL --wire openai-chat --model instant --requests 1 --speed 2", "--trace" },
        { "measure --url URL --wire openai-chat --model instant --requests 1 --price 1,79228162514264337593543950335", "--price" },
        { "measure --url URL --wire openai-chat --model instant --requests 1 --header content-length:7", "content-length" },
        { "measure --url URL --wire openai-chat --model instant --requests 1 --header Transfer-Encoding:chunked", "Transfer-Encoding" },
        { "measure --url URL --wire openai-chat --model instant --requests 1 --token-limit max", "max_completion_tokens or none" },
        { "measure --url URL --wire anthropic --model instant --requests 1 --no-stream-options", "anthropic" },
        { "measure --url URL --wire openai-chat --model instant --requests 1 --body {\"model\":\"n\"}", "`model`" },
        { "measure --url URL --wire openai-chat --model instant --requests 1 --end done", "marker or finish_reason" },
        { "measure --url URL --wire openai-chat --model EMPTY --requests 1", "--model" },
        { "measure --plan no-such.yaml", "no-such.yaml" },
        { "measure --plan broken.yaml", "broken.yaml:6:5" },
        { "measure --plan broken.yaml --url URL", "--url" },
        { "measure --no-such-flag", "--no-such-flag" },
        { "measure --plan foreign.yaml", "--allow-env TOLLGATE_TEST_SECRET" },
        { "no-such-command", "no-such-command" },
        { "report no-such.tollgate", "no-such.tollgate" },
        { "report broken.jsonl", "no run file" },
        { "report there-already.tollgate --html there-already.tollgate", "uses this file for something else" },
        { "runs no-such-folder", "no-such-folder" },
        { "rehearse no-such.yaml", "no-such.yaml" },
        { "rehearse broken.yaml", "broken.yaml" },
        { "rehearse broken.yaml --target gpt-5.6", "did you mean \"gpt-5.5\"" },
        { "rehearse broken.yaml --target gpt-5.5@moon", "moon" },
        { "rehearse broken.yaml --noise 0.9", "broken.yaml" },
        { "rehearse broken.yaml --spoil wrong_valu=0.1", "wrong_valu" },
        { "rehearse broken.yaml --rate 5", "5/s" },
        { "rehearse broken.yaml --url URL", "--wire" },
        { "rehearse broken.yaml --plan broken.yaml", "broken.yaml:6:5" },
        { "score broken.yaml broken.jsonl", "broken.yaml" },
        { "import sgd no-such-folder", "no-such-folder" },
        { "import sgd . --noise 2", "--noise" },
        { "import tau2 no-such-folder", "no-such-folder" },
        { "import tau2 . --most 0", "--most" },
        { "import bfcl no-such.json", "no-such.json" },
        { "simulate --port 99999", "99999" },
        { "simulate --profiles broken.yaml", "broken.yaml" },
        { "simulate --fault nonsense", "nonsense" },
        { "try --profiles no-such.yaml", "no-such.yaml" },
        { "try --html no-folder.txt/a.html", "no-folder.txt" },
        { "try --out EMPTY", "name is empty" },
    };

    [Fact]
    public async Task Measure_AModelThatTheServerHasNot_SaysWhichItHas()
    {
        await using var server = SimulatedServer.Start(
            new SimulatedServerOptions { TimeProvider = TimeProvider.System });
        using var command = new Command();
        var result = await command.RunAsync(
            "measure", "--url", server.Url.ToString(), "--wire", "openai-chat", "--model", "no-such", "--requests", "2",
            "--quiet", "--out", "a.tollgate");
        result.Diagnostics.ShouldContain("no-such: the server has no model \"no-such\"; it has: gpt-5.5, ");
    }

    [Theory]
    [MemberData(nameof(BadInput))]
    public async Task Run_BadInput_IsOneClearSentenceAndExitCode2(string arguments, string names)
    {
        using var command = new Command();
        await using var server = NewServer();
        command.Write("broken.csv", "TIMESTAMP,ContextTokens,GeneratedTokens\n2023-11-16 18:15:46.6805900,374,44\nx\n");
        command.Write("unordered.csv", "TIMESTAMP,ContextTokens,GeneratedTokens\n2023-11-16 18:15:46,3,4\n2023-11-16 18:15:45,3,4\n");
        command.Write("broken.jsonl", "{\"prompt\": \"a\"}\n{\"prompt\": 7}\n");
        command.Write("broken.yaml", "targets:\n  - name: a\n    wire: openai-chat\n    url: http://127.0.0.1:9\n    model: m\n    colour: red\nrequests: 1\n");
        command.Write("foreign.yaml", "targets:\n  - name: a\n    wire: openai-chat\n    url: https://evil.invalid\n    model: m\n    key: ${TOLLGATE_TEST_SECRET}\nrequests: 1\n");
        command.Environment["TOLLGATE_TEST_SECRET"] = "hunter2-hunter2";
        command.Write("there-already.tollgate", "");
        command.Write("no-folder.txt", "");

        var result = await command.RunAsync(arguments.Replace("URL", server.Url.AbsoluteUri, StringComparison.Ordinal).Split(' ')
            .Select(word => word == "EMPTY" ? "" : word).ToArray());

        result.Code.ShouldBe(2, result.ToString());
        result.Output.ShouldBeEmpty();
        result.Diagnostics.ShouldContain(names);
        result.Diagnostics.ShouldNotContain("   at ");
        server.Truth.All.ShouldBeEmpty("something was sent");
    }

    [Theory]
    [InlineData("openai-chat", "direct")]
    [InlineData("openai-responses", "direct")]
    [InlineData("anthropic", "direct")]
    [InlineData("openai-chat", "handler")]
    public async Task Measure_Json_IsTheDocumentAndReportGivesItAgain(string wire, string transport)
    {
        using var command = new Command();
        await using var server = NewServer();
        var run = command.Path("a.tollgate");
        var measured = await command.RunAsync(
            "measure", "--url", server.Url.AbsoluteUri, "--wire", wire, "--model", "instant", "--concurrency", "4",
            "--requests", "40", "--warmup", "4", "--transport", transport, "--seed", "7", "--out", run, "--json", "--price", "1,2",
            "--html", command.Path("a.html"));
        measured.Code.ShouldBe(0, measured.ToString());

        using var json = JsonDocument.Parse(measured.Output);
        var document = json.RootElement;
        document.GetProperty("schema").GetInt32().ShouldBe(1);
        document.GetProperty("run").GetString().ShouldBe("a");
        document.GetProperty("seed").GetInt64().ShouldBe(7);
        document.GetProperty("valid").GetBoolean().ShouldBeTrue();
        document.GetProperty("warnings").ValueKind.ShouldBe(JsonValueKind.Array);
        var target = document.GetProperty("targets").EnumerateArray().ShouldHaveSingleItem();
        target.GetProperty("name").GetString().ShouldBe("instant");
        target.GetProperty("issued").GetInt64().ShouldBe(40);
        target.GetProperty("completed").GetInt64().ShouldBe(40);
        foreach (var zero in (string[])["failed", "cancelled", "in_flight"])
        {
            target.GetProperty(zero).GetInt64().ShouldBe(0);
        }

        target.GetProperty("failures").EnumerateObject().ShouldBeEmpty();
        foreach (var latency in Latencies)
        {
            foreach (var quantile in Quantiles)
            {
                target.GetProperty(latency).TryGetProperty(quantile, out _).ShouldBeTrue($"{latency}.{quantile}");
            }
        }

        target.GetProperty("output_tokens").GetProperty("sum").GetDouble().ShouldBe(40 * 16);
        target.GetProperty("output_tokens").GetProperty("source").GetString().ShouldBe("provider");
        target.GetProperty("cost").GetProperty("currency").GetString().ShouldBe("USD");
        target.GetProperty("cost").GetProperty("total").GetDecimal().ShouldBeGreaterThan(0);
        target.GetProperty("instrument").GetProperty("stamp").GetString()
            .ShouldBe(transport == "direct" && OperatingSystem.IsLinux() ? "kernel" : "process");

        var again = await command.RunAsync("report", run, "--json");
        again.Code.ShouldBe(0);
        again.Output.ShouldBe(measured.Output);
        (await File.ReadAllTextAsync(command.Path("a.html"))).ShouldContain("tollgate-document");
        server.Truth.All.Count.ShouldBe(44);
    }

    [Fact]
    public async Task Measure_ProviderThatFailsHalf_RunGoesOnAndTotalsAddUp()
    {
        using var command = new Command();
        await using var server = NewServer(FaultPlan.None.Add("25% status=529", out _)!.Add("25% reset-mid-stream", out _)!);
        var result = await command.RunAsync(
            "measure", "--url", server.Url.AbsoluteUri, "--wire", "openai-chat", "--model", "instant", "--rate", "200/s",
            "--requests", "200", "--json");
        result.Code.ShouldBe(0, result.ToString());
        using var json = JsonDocument.Parse(result.Output);
        var target = json.RootElement.GetProperty("targets")[0];
        var failures = target.GetProperty("failures").EnumerateObject().ToDictionary(f => f.Name, f => f.Value.GetInt64());
        failures.Keys.Order().ShouldBe(["overloaded", "reset_mid_stream"]);
        var (completed, failed) = (target.GetProperty("completed").GetInt64(), target.GetProperty("failed").GetInt64());
        failed.ShouldBe(failures.Values.Sum());
        (completed + failed).ShouldBe(200);
        target.GetProperty("first_token_ms").GetProperty("n").GetInt64().ShouldBe(completed);
    }

    [Theory]
    [InlineData("--rate 500/s")]
    [InlineData("--concurrency 8")]
    public async Task Measure_NobodyListens_EveryExchangeIsRefusedAndTheRunEnds(string load)
    {
        using var command = new Command();
        var url = (await ClosedUrlAsync()).AbsoluteUri;
        var result = await command.RunAsync(
            ["measure", "--url", url, "--wire", "anthropic", "--model", "m", "--requests", "60", "--json", .. load.Split(' ')]);
        result.Code.ShouldBe(1, result.ToString());
        using var json = JsonDocument.Parse(result.Output);
        json.RootElement.GetProperty("targets")[0].GetProperty("failures").GetProperty("connection_refused").GetInt64()
            .ShouldBe(60);
    }

    [Fact]
    public async Task Measure_Retries_CostTimeAndCountAsExchanges()
    {
        using var command = new Command();
        await using var server = NewServer(FaultPlan.None.Add("50% status=503, retry-after=1s", out _)!);
        var result = await command.RunAsync(
            "measure", "--url", server.Url.AbsoluteUri, "--wire", "openai-chat", "--model", "instant", "--concurrency", "10",
            "--requests", "20", "--retry", "10", "--json");
        result.Code.ShouldBe(0, result.ToString());
        using var json = JsonDocument.Parse(result.Output);
        var target = json.RootElement.GetProperty("targets")[0];
        target.GetProperty("completed").GetInt64().ShouldBe(20);
        target.GetProperty("issued").GetInt64().ShouldBe(20 + target.GetProperty("failures").GetProperty("overloaded").GetInt64());
        target.GetProperty("task_ms").GetProperty("max").GetDouble().ShouldBeGreaterThan(1000);
    }

    [Theory]
    [InlineData("Authorization: Bearer ")]
    [InlineData("")]
    public async Task Measure_WithAKey_LeavesItNowhere(string echoes)
    {
        const string secret = "sk-test-3f9a8b7c6d5e4f3a2b1c";
        using var command = new Command();
        command.Environment["MY_KEY"] = secret;
        command.Environment["TEAM"] = "team-secret-value";
        await using var server = NewServer(requiredKey: echoes.Length == 0 ? secret : "another");
        var result = await command.RunAsync(
            "measure", "--url", server.Url.AbsoluteUri, "--wire", "openai-chat", "--model", "instant", "--requests", "4",
            "--key-env", "MY_KEY", "--header", "x-team: ${TEAM}", "--html", "a.html", "--out", "a.tollgate");
        result.Code.ShouldBe(echoes.Length == 0 ? 0 : 1, result.ToString());
        result.Output.ShouldContain(echoes.Length == 0 ? "4 of 4 completed" : "unauthorized");
        foreach (var text in Directory.EnumerateFiles(command.Folder).Select(File.ReadAllBytes)
            .Select(System.Text.Encoding.Latin1.GetString).Append(result.Output).Append(result.Diagnostics))
        {
            text.ShouldNotContain(secret);
            text.ShouldNotContain("team-secret-value");
        }
    }

    [Fact]
    public async Task Measure_CtrlC_StopsInOrderAndKeepsWhatWasMeasured()
    {
        if (OperatingSystem.IsWindows())
        {
            return;
        }

        using var command = new Command();
        await using var server = NewServer();
        // Answers of some seconds, so that there are always some in flight, however slow the machine is.
        using var process = command.Start(
            "measure", "--url", server.Url.AbsoluteUri, "--wire", "openai-chat", "--model", "steady", "--rate", "50/s",
            "--for", "120s", "--max-tokens", "100", "--out", "a.tollgate", "--json");
        await UntilAsync(() => server.Truth.All.Count >= 20 || process.HasExited);
        await InterruptAsync(process);
        var result = await Command.EndAsync(process);
        result.Code.ShouldBe(130, result.ToString());
        using var json = JsonDocument.Parse(result.Output);
        var target = json.RootElement.GetProperty("targets")[0];
        target.GetProperty("completed").GetInt64().ShouldBeGreaterThan(0);
        target.GetProperty("cancelled").GetInt64().ShouldBeGreaterThan(0);
        target.GetProperty("in_flight").GetInt64().ShouldBe(0);
        json.RootElement.GetProperty("valid").GetBoolean().ShouldBeTrue();
        json.RootElement.GetProperty("warnings")[0].GetString().ShouldNotBeNull().ShouldContain("was stopped");
    }

    [Fact]
    public async Task Measure_PromptThatBeginsWithAt_IsAPrompt()
    {
        using var command = new Command();
        await using var server = NewServer();
        var result = await command.RunAsync(
            "measure", "--url", server.Url.AbsoluteUri, "--wire", "openai-chat", "--model", "instant", "--requests", "1",
            "--prompt", "@everyone Hello");
        result.Code.ShouldBe(0, result.ToString());
        server.Truth.All.Count.ShouldBe(1);
    }

    // The virtual run holds its thread, so the signal comes from another: in the midst of it, or behind it at worst.
    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    public async Task Try_CtrlC_StopsInOrder(int times)
    {
        if (OperatingSystem.IsWindows())
        {
            return;
        }

        using var command = new Command();
        using var process = command.Start("try", "--json", "--out", "a.tollgate");
        await UntilAsync(() => File.Exists(command.Path("a.tollgate-wal")) || process.HasExited);
        for (var i = 0; i < times; i++)
        {
            await InterruptAsync(process);
        }

        var result = await Command.EndAsync(process);
        result.Code.ShouldBe(130, result.ToString());
        result.Diagnostics.ShouldNotContain("bug");
        using var json = JsonDocument.Parse(result.Output);
        json.RootElement.GetProperty("valid").GetBoolean().ShouldBeTrue();
        foreach (var target in json.RootElement.GetProperty("targets").EnumerateArray())
        {
            target.GetProperty("issued").GetInt64().ShouldBe(((string[])["completed", "failed", "cancelled", "in_flight"])
                .Sum(key => target.GetProperty(key).GetInt64()));
        }
    }

    [Fact]
    public async Task Measure_Killed_LeavesAFileThatOpensWithAllButTheLastSecond()
    {
        using var command = new Command();
        await using var server = NewServer();
        using var process = command.Start(
            "measure", "--url", server.Url.AbsoluteUri, "--wire", "openai-chat", "--model", "instant", "--rate", "50/s",
            "--for", "120s", "--out", "a.tollgate");
        await UntilAsync(() => server.Truth.All.Count >= 150 || process.HasExited);
        process.Kill();
        await process.WaitForExitAsync();

        // The axis is the machine's, so that the last second can be told from this side too.
        var ended = server.Truth.All.Max(record => record.EndNs);
        var expected = server.Truth.All.Where(record => record.EndNs < ended - 1_000_000_000).Select(r => r.RequestId).ToList();
        expected.ShouldNotBeEmpty();
        var (file, error) = RunFile.Open(command.Path("a.tollgate"));
        using (file.ShouldNotBeNull(error))
        {
            file.State.ShouldBe(RunState.Interrupted);
            var kept = file.Exchanges().Where(e => e.Outcome == Outcome.Completed).Select(e => e.RequestId!).ToHashSet();
            expected.Where(id => !kept.Contains(id)).ShouldBeEmpty();
        }

        var report = await command.RunAsync("report", "a.tollgate", "--json");
        report.Code.ShouldBe(0, report.ToString());

        // Without its log the file says that it is not the whole run, wherever it is read.
        File.Copy(command.Path("a.tollgate"), command.Path("alone.tollgate"));
        var alone = await command.RunAsync("report", "alone.tollgate", "--json");
        alone.Code.ShouldBe(5, alone.ToString());
        using (var json = JsonDocument.Parse(alone.Output))
        {
            json.RootElement.GetProperty("valid").GetBoolean().ShouldBeFalse();
            json.RootElement.GetProperty("warnings")[0].GetString()
                .ShouldNotBeNull().ShouldContain("alone.tollgate-wal is not there");
        }

        var listed = await command.RunAsync("runs", ".", "--json");
        using (var json = JsonDocument.Parse(listed.Output))
        {
            foreach (var run in json.RootElement.GetProperty("runs").EnumerateArray())
            {
                var isAlone = run.GetProperty("run").GetString() == "alone";
                (run.GetProperty("missing").GetString() is not null).ShouldBe(isAlone, listed.Output);
            }
        }

        (await command.RunAsync("report", "alone.tollgate", "--transcripts", "t.jsonl")).Diagnostics
            .ShouldContain("alone.tollgate-wal is not there");
    }

    // A bound on the size of files stands in for a disk that is full.
    [Fact]
    public async Task Measure_RunFileThatCanNoLongerBeWritten_IsNotValidAndSaysSo()
    {
        if (!OperatingSystem.IsLinux())
        {
            return;
        }

        using var command = new Command();
        await using var server = NewServer();
        var result = await command.ShellAsync(
            "trap '' XFSZ; ulimit -f 64; DOTNET_EnableWriteXorExecute=0 exec dotnet \"$0\" \"$@\"", "measure", "--url", server.Url.AbsoluteUri, "--wire",
            "openai-chat", "--model", "instant", "--concurrency", "8", "--requests", "2000", "--json", "--out", "a.tollgate");
        result.Code.ShouldBe(5, result.ToString());
        using var json = JsonDocument.Parse(result.Output);
        json.RootElement.GetProperty("valid").GetBoolean().ShouldBeFalse();
        var warnings = json.RootElement.GetProperty("warnings").EnumerateArray().Select(w => w.GetString()!).ToList();
        warnings.ShouldContain(warning => warning.Contains("exchanges were lost on the way to the run file"));
        warnings.ShouldContain(warning => warning.Contains("a.tollgate: the run file can no longer be written"));
    }

    [Fact]
    public async Task Report_OutputThatTakesNothing_IsOneSentence()
    {
        if (!OperatingSystem.IsLinux())
        {
            return;
        }

        using var command = new Command();
        var result = await command.ShellAsync("exec dotnet \"$0\" \"$@\" >/dev/full", "runs", ".", "--json");
        result.Code.ShouldBe(1);
        result.Diagnostics.ShouldContain("No space left");
        result.Diagnostics.ShouldNotContain("   at ");
    }

    [Fact]
    public async Task Try_SameSeed_IsTheSameDocumentAndItsPartsAddUp()
    {
        using var command = new Command();
        var documents = new List<JsonDocument>();
        foreach (var name in (string[])["a", "b"])
        {
            // A ledger for each: a verdict says how many came before it in its own.
            var result = await command.RunAsync("try", "--json", "--seed", "5", "--out", $"{name}/{name}.tollgate");
            result.Code.ShouldBe(0, result.ToString());
            documents.Add(JsonDocument.Parse(result.Output));
        }

        // The run's name is the file's, and the calibration is held over real sockets; a seal is of a file with its
        // day, and the verdict's place in the ledger is its own.
        static string Rest(JsonDocument document)
        {
            var root = System.Text.Json.Nodes.JsonNode.Parse(document.RootElement.GetRawText())!.AsObject(); // It is an object.
            root.Remove("run");
            root.Remove("calibration");
            var verdict = root["verdict"]!.AsObject(); // The story ended with one.
            verdict.Remove("record").ShouldBeTrue();
            foreach (var side in (string[])["baseline", "candidate"])
            {
                verdict[side]!["runs"]![0]!["registered"]!.GetValue<bool>().ShouldBeTrue(); // It has one run.
                verdict[side]!["runs"]![0]!.AsObject().Remove("entry"); // The same.
            }

            return Seal().Replace(root.ToJsonString(new JsonSerializerOptions { WriteIndented = true }), "");
        }

        Rest(documents[0]).ShouldBe(Rest(documents[1]));

        var root = documents[0].RootElement;
        root.GetProperty("verdict").GetProperty("verdict").GetString().ShouldBe("reject");
        root.GetProperty("verdict").GetProperty("sessions").GetInt32().ShouldBe(312);
        var targets = root.GetProperty("targets").EnumerateArray().ToDictionary(t => t.GetProperty("name").GetString()!);
        targets.Count.ShouldBe(9);
        targets.Values.ShouldAllBe(target => target.GetProperty("completed").GetInt64() == 200);
        double Of(string target, string measure) => targets[target].GetProperty(measure).GetProperty("p50").GetDouble();
        Of("gpt-5.5@us-east", "first_token_ms").ShouldBeInRange(500, 560);
        Of("opus-4.7@us-east", "first_token_ms").ShouldBeInRange(600, 665);
        (Of("gpt-5.5@emea", "first_token_ms") - Of("gpt-5.5@us-east", "first_token_ms")).ShouldBeInRange(50, 150);
        Of("gpt-5.5@us-east", "tokens_per_second").ShouldBeInRange(95, 105);
        Of("opus-4.7@us-east", "tokens_per_second").ShouldBeInRange(66, 74);
        Of("gpt-5.5@us-east", "task_ms").ShouldBeInRange(17_500, 19_500);
        Of("opus-4.7@us-east", "task_ms").ShouldBeInRange(68_000, 76_000);
        (Of("gpt-5.5-pro@us-east", "task_ms") / Of("gpt-5.5@us-east", "task_ms")).ShouldBeInRange(2, 5);

        var comparison = root.GetProperty("comparison");
        comparison.GetProperty("baseline").GetString().ShouldBe("gpt-5.5@us-east");
        comparison.GetProperty("candidate").GetString().ShouldBe("opus-4.7@us-east");
        var parts = comparison.GetProperty("parts_ms");
        double Part(string name) => parts.GetProperty(name).GetDouble();
        (Part("first_token") + Part("rate") + Part("tokens"))
            .ShouldBe(comparison.GetProperty("task_ms_difference").GetDouble());
        root.GetProperty("calibration").GetProperty("error_ms").GetProperty("p99").GetDouble().ShouldBeGreaterThan(0);
        documents.ForEach(document => document.Dispose());
    }

    [Fact]
    public async Task NoCommand_ShowsWhatThereIs()
    {
        using var command = new Command();
        var result = await command.RunAsync();
        result.Code.ShouldBe(2);
        result.Output.ShouldContain("measure");
        result.Output.ShouldContain("try");
    }

    [Fact]
    public async Task Version_IsPrintedAlone()
    {
        using var command = new Command();
        var result = await command.RunAsync("--version");
        result.Code.ShouldBe(0);
        result.Output.ShouldMatch(@"^\d+\.\d+\.\d+\S*\n$");
        result.Diagnostics.ShouldBeEmpty();
    }

    // A server that was there and is not any more.
    private static async Task<Uri> ClosedUrlAsync()
    {
        await using var server = NewServer();
        return server.Url;
    }

    private static async Task InterruptAsync(Process process)
    {
        var id = process.Id.ToString(System.Globalization.CultureInfo.InvariantCulture);
        using var kill = Process.Start("kill", ["-INT", id]);
        await kill.WaitForExitAsync();
    }

    private static SimulatedServer NewServer(FaultPlan? faults = null, string? requiredKey = null) =>
        SimulatedServer.Start(new SimulatedServerOptions
        {
            TimeProvider = TimeProvider.System,
            Faults = faults ?? FaultPlan.None,
            RequiredKey = requiredKey,
        });

    // Bounded: a test that waits for what never comes must end.
    private static async Task UntilAsync(Func<bool> condition)
    {
        using var limit = new CancellationTokenSource(TimeSpan.FromSeconds(60));
        using var timer = new PeriodicTimer(TimeSpan.FromMilliseconds(20));
        while (!condition())
        {
            await timer.WaitForNextTickAsync(limit.Token);
        }
    }

    [System.Text.RegularExpressions.GeneratedRegex("\"name\": \"[ab]-calls\",\\s*\"seal\": \"[0-9a-f]{64}\"")]
    private static partial System.Text.RegularExpressions.Regex Seal();
}
