using System.Collections.Concurrent;
using Tollgate.Exchanges;
using Tollgate.Simulator.Engine;
using Tollgate.Simulator.Faults;
using Tollgate.Simulator.Http;
using Tollgate.Simulator.Oracles;
using Tollgate.Simulator.Profiles;
using Tollgate.Simulator.Providers;
using Tollgate.Simulator.Providers.Catalog;
using Tollgate.Simulator.Truth;
using Tollgate.Statistics;
using Tollgate.Time;
using Tollgate.Unicode;

namespace Tollgate.Simulator.Server;

/// <summary>
/// What the connections of one server share: it makes of each request the answer that it gets. Thread-safe.
/// </summary>
internal sealed class ServerCore(SimulatedServerOptions options, TruthLog truth)
{
    private const int MaxKnownBodies = 1_000_000;
    private const int MaxSentences = 100;

    private readonly RandomStream root = new(options.Seed);
    private readonly ServingPools pools = new(options.Profiles);
    private readonly ConcurrentDictionary<ulong, int> bodies = new();
    private readonly ConcurrentDictionary<string, byte> told = new(StringComparer.Ordinal);

    public MonotonicAxis Axis { get; } = new(options.TimeProvider);

    public TruthLog Truth => truth;

    /// <summary>The wall clock: a label.</summary>
    public DateTimeOffset Now => options.TimeProvider.GetUtcNow();

    /// <summary>Says what the server cannot do, once for each thing.</summary>
    public void Say(string sentence)
    {
        if (told.Count < MaxSentences && told.TryAdd(sentence, 0))
        {
            options.Say?.Invoke(sentence);
        }
    }

    /// <summary>Waits by the server's clock.</summary>
    public Task RestAsync(TimeSpan time, CancellationToken stop) => Task.Delay(time, options.TimeProvider, stop);

    /// <summary>Says that a connection is closed because this program failed.</summary>
    public void Say(Exception bug) =>
        Say($"a connection was closed because the simulator failed: {bug.GetType().Name}: {bug.Message}");

    /// <summary>The answer to bytes that are no request.</summary>
    public IAnswer Malformed(int status, long arrivedNs, StampSource stamp)
    {
        var random = root.Fork(Key("malformed"u8));
        var request = new HttpRequest { KeepAlive = false };
        var call = new Call(this, request, ProviderFormats.Of(request), NewId(random), arrivedNs, stamp);
        return call.Refuse(new RequestError(status, "invalid_request_error", status switch
        {
            413 => "The request's body is larger than 32 MiB.",
            431 => "The request's head is larger than 64 KiB.",
            _ => "The bytes are no HTTP/1.1 request.",
        }));
    }

    public IAnswer Begin(HttpRequest request, long arrivedNs, StampSource stamp, Action wake)
    {
        // Equal requests are numbered, and all others have their own streams: so what a request draws does not hang on
        // the order in which different requests happen to come.
        var random = root.Fork(Key(request.Body.Span));
        var format = ProviderFormats.Of(request);
        var call = new Call(this, request, format, NewId(random.Fork(1)), arrivedNs, stamp);

        var injection = options.Faults.Draw(random.Fork(2));
        string? wrong = null;
        if (request.Simulate is { } list)
        {
            injection = injection.Parse(list, out wrong) ?? injection;
        }

        if (wrong is not null)
        {
            return call.Refuse(new RequestError(400, "invalid_request_error", $"{Injection.Header}: {wrong}"));
        }

        call.Injection = injection;
        if (injection.ResetBeforeHeaders)
        {
            call.Truth.Outcome = TruthOutcome.Broken;
            return new ResetAnswer(this, call.Truth, arrivedNs);
        }

        if (options.RequiredKey is { Length: > 0 } key && request.Key != key)
        {
            return call.Refuse(format.WrongKey(request.Key is null));
        }

        return Route(call, random, wake);
    }

    private static string NewId(RandomStream random) => string.Create(
        CultureInfo.InvariantCulture, $"{random.NextUInt64():x16}{random.NextUInt64():x16}");

    private ulong Key(ReadOnlySpan<byte> body)
    {
        if (bodies.Count > MaxKnownBodies)
        {
            bodies.Clear();
        }

        var hash = RequestKey.Of(body);
        var number = bodies.AddOrUpdate(hash, 0, static (_, n) => n + 1);
        return hash ^ ((ulong)number * 0xD1342543DE82EF95UL);
    }

    private IAnswer Route(Call call, RandomStream random, Action wake)
    {
        var path = call.Request.Path;
        if (call.Format.IsChat(path))
        {
            return call.Request.Method == "POST"
                ? Chat(call, random, wake)
                : call.Refuse(new RequestError(405, "invalid_request_error", $"Not allowed to {call.Request.Method} on {path}."));
        }

        if (path.EndsWith("/models", StringComparison.Ordinal) && call.Request.Method == "GET")
        {
            return call.Answer(200, "application/json", call.Format.ModelList([.. options.Profiles.Models.Keys]));
        }

        return call.Refuse(new RequestError(404, "invalid_request_error",
            $"Invalid URL ({call.Request.Method} {path})"));
    }

    private IAnswer Chat(Call call, RandomStream random, Action wake)
    {
        var format = call.Format;
        if (format.Refuse(call.Request) is { } refused)
        {
            return call.Refuse(refused);
        }

        ChatRequest? chat;
        RequestError? error;
        try
        {
            // Providers refuse half a surrogate pair, and so it cannot reach what comes behind.
            if (!WellFormed.Json(call.Request.Body).Equals(call.Request.Body))
            {
                return call.Refuse(format.BadJson("a text is no Unicode: half a surrogate pair, or bytes that are no UTF-8"));
            }

            using var document = JsonDocument.Parse(call.Request.Body);
            chat = format.Read(document.RootElement, out error);
        }
        catch (JsonException e)
        {
            return call.Refuse(format.BadJson(e.Message));
        }

        if (chat is null)
        {
            return call.Refuse(error ?? format.BadJson("not understood"));
        }

        var injection = call.Injection;
        var region = injection.Region ?? RegionOf(call.Request.Path);
        call.Truth.Model = chat.Model;
        call.Truth.Region = region;
        if (pools.Find(chat.Model, region) is not { } pool)
        {
            return call.Refuse(format.UnknownModel(chat.Model));
        }

        if (injection.Status is { } status)
        {
            var wait = injection.RetryAfter ?? (status == 429 ? TimeSpan.FromSeconds(1) : null);
            return call.Refuse(format.Injected(status), wait is { } w ? (int)Math.Ceiling(w.TotalSeconds) : null);
        }

        var output = chat.MaxTokens ?? (int)pool.Profile.OutputTokens.P50;
        call.Rate = pool.Limiter.Ask((long)chat.InputTokens + output, Axis.NowNs);
        if (call.Rate.Refused)
        {
            return call.Refuse(format.RateLimited(chat.Model, call.Rate), call.Rate.RetryAfterSeconds);
        }

        if (injection.Html)
        {
            return call.Answer(200, "text/html; charset=utf-8",
                "<!doctype html>\n<html><head><title>Sign in</title></head><body><h1>Sign in to continue</h1></body></html>\n"u8.ToArray());
        }

        AnswerContent? content = null;
        if (call.Request.Header(ScriptedReply.Header) is { } dictated)
        {
            if (ScriptedReply.Read(dictated) is not { } reply)
            {
                return call.Refuse(new RequestError(
                    400, "invalid_request_error", $"{ScriptedReply.Header}: found no base64url of a JSON reply"));
            }

            content = AnswerContent.Of(reply, format.CallIdPrefix + call.Id[..20]);
        }

        var tool = chat.Tool is { } asked ? new ToolReply(
            format.CallIdPrefix + call.Id[..24], asked.Name, asked.ArgumentsJson) : null;
        var generation = new Generation(pool.Profile, pool.RegionDelayMs, random.Fork(3), chat.MaxTokens,
            injection.ReasoningPercent / 100, content?.Tokens ?? tool?.Tokens);
        content ??= tool is null ? AnswerContent.Passage : AnswerContent.Of(tool);
        var script = new Script(generation, pool.Profile.Reasoning.Streamed, content);
        var usage = new Usage(chat.InputTokens, 0, 0, generation.OutputTokens, generation.ReasoningTokens);
        call.Truth.Usage = usage;
        call.Truth.Status = 200;
        var plan = new AnswerPlan(call.Id, Now.ToUnixTimeSeconds(), chat, script,
            generation.CutShort, usage);
        return new ModelAnswer(this, pool, generation, plan, format, injection, call.Truth, call.Head(200, chat.Stream),
            call.Request.KeepAlive, random.Fork(4), Axis.NowNs, wake);
    }

    // The segment before /v1 may name the region: http://127.0.0.1:8080/emea/v1/chat/completions.
    private string? RegionOf(string path)
    {
        foreach (var segment in path.Split('/', StringSplitOptions.RemoveEmptyEntries))
        {
            if (options.Profiles.Regions.ContainsKey(segment))
            {
                return segment;
            }
        }

        return null;
    }
}
