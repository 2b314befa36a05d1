using Tollgate.Exchanges;
using Tollgate.Simulator.Engine;
using Tollgate.Simulator.Faults;
using Tollgate.Simulator.Oracles;
using Tollgate.Simulator.Profiles;
using Tollgate.Simulator.Providers;
using Tollgate.Simulator.Providers.Catalog;
using Tollgate.Simulator.Server;
using Tollgate.Statistics;
using Tollgate.Transport;

namespace Tollgate.Simulator.InProcess;

/// <summary>One exchange in the making: what has been generated so far, and what will end it.</summary>
internal sealed class VirtualExchange
{
    private readonly long startNs;
    private readonly long? sentNs;
    private Generation? generation;
    private Script? script;
    private Arrival[] arrivals = [];
    private int count;
    private int hidden;
    private int seen;
    private int faultAfter;
    private bool stalled;
    private bool started;
    private long servedNs;
    private long nextNs;
    private Failure? failure;

    public VirtualExchange(ExchangeRequest request, long startNs, long? sentNs)
    {
        Request = request;
        this.startNs = startNs;
        this.sentNs = sentNs;
        var characters = (long)(request.Prompt.System?.Length ?? 0);
        foreach (var message in request.Prompt.Messages)
        {
            characters += message.Text.Length;
            for (var i = 0; i < message.ToolCalls.Count; i++)
            {
                characters += message.ToolCalls[i].ArgumentsJson.Length;
            }
        }

        InputTokens = PromptReader.Tokens(characters);
    }

    public ExchangeRequest Request { get; }

    public int InputTokens { get; }

    public Injection Injection { get; set; } = Injection.None;

    /// <summary>When an answer without a token is given up.</summary>
    public long FirstLimitNs => startNs + Ns(Min(Request.Timeouts.FirstToken, Request.Timeouts.Total));

    /// <summary>When the block that was generated last is over.</summary>
    public long BlockEndNs { get; private set; }

    /// <summary>When a limit ends the exchange within that block; null where none does.</summary>
    public long? LimitedAtNs { get; private set; }

    /// <summary>The block that was generated last is the last one.</summary>
    public bool Ended { get; private set; }

    public static FailureKind KindOf(int status) => status switch
    {
        401 or 403 => FailureKind.Unauthorized,
        404 => FailureKind.NotFound,
        429 => FailureKind.RateLimited,
        503 or 529 => FailureKind.Overloaded,
        < 500 => FailureKind.BadRequest,
        _ => FailureKind.ServerError,
    };

    public void Begin(ServingPool pool, RandomStream random, long nowNs)
    {
        servedNs = nowNs < startNs + 100 ? startNs : nowNs; // The wait for the schedule may end 100 ns late.
        var content = Scripted() is { } reply ? AnswerContent.Of(reply, $"call_{Request.Id:x8}") : Tool();
        generation = new Generation(pool.Profile, pool.RegionDelayMs, random.Fork(3), Request.Prompt.MaxOutputTokens,
            Injection.ReasoningPercent / 100, content.Tokens);
        script = new Script(generation, pool.Profile.Reasoning.Streamed, content);
        hidden = script.HiddenTokens;
        faultAfter = 1 + random.Fork(4).Next(Math.Max(1, script.SeenTokens - 1));
        nextNs = Injection.Never ? long.MaxValue : servedNs + generation.FirstTokenNs;
        arrivals = new Arrival[1 + (script.SeenTokens / Injection.TokensPerEvent) + 2];
        LimitedAtNs = null;
    }

    /// <summary>Draws the next block, up to the end, a fault or a limit.</summary>
    public void Generate(int active)
    {
        var (gen, text) = (generation!, script!); // Begin has come before.
        if (!started)
        {
            // The first gap is drawn with the load that there is when the first token has been generated.
            started = true;
            BlockEndNs = nextNs;
            LimitedAtNs = LimitBefore(nextNs);
            return;
        }

        for (var i = 0; i < Generation.BlockTokens && !Ended; i++)
        {
            if (hidden > 0)
            {
                hidden--;
                nextNs += gen.NextGapNs(active);
                continue;
            }

            if (seen == text.SeenTokens)
            {
                Ended = true;
                break;
            }

            // The gaps of an event's tokens lie before it: it leaves with its last one. The first leaves alone.
            var together = seen == 0 ? 1 : text.Together(seen, Injection.TokensPerEvent);
            if (seen > 0 && nextNs != long.MaxValue)
            {
                for (var k = 0; k < together; k++)
                {
                    nextNs += gen.NextGapNs(active);
                }
            }

            if (seen >= faultAfter && !stalled)
            {
                stalled = true;
                nextNs += Ns(Injection.Stall ?? TimeSpan.Zero);
            }

            if (LimitBefore(nextNs) is { } limitNs)
            {
                LimitedAtNs = limitNs;
                return;
            }

            if (FaultAt(seen) is { } fault)
            {
                failure = fault;
                Ended = true;
                break;
            }

            Add(text, together);
        }

        BlockEndNs = nextNs;
        if (LimitBefore(nextNs) is { } ns)
        {
            LimitedAtNs = ns;
        }

        if (Ended && failure is null && (FaultAt(seen) ?? NoEnd()) is { } last)
        {
            failure = last;
        }
    }

    public Exchange Finish()
    {
        if (failure is not null)
        {
            return Build(Outcome.Failed, BlockEndNs, failure);
        }

        if (count == 0)
        {
            // As a wire's reader takes it.
            return Build(Outcome.Failed, BlockEndNs, new Failure(
                FailureKind.EmptyAnswer, FailurePhase.Stream, "The stream ended in good order without any output."));
        }

        var exchange = Build(Outcome.Completed, BlockEndNs, null);
        return exchange with { Timeline = exchange.Timeline with { EndNs = BlockEndNs } };
    }

    public Exchange TimedOut()
    {
        var atNs = LimitedAtNs!.Value; // Called only where there is one.
        var (kind, limit) =
            atNs == startNs + Ns(Request.Timeouts.Total) ? (FailureKind.TotalTimeout, Request.Timeouts.Total)
            : count == 0 ? (FailureKind.FirstTokenTimeout, Request.Timeouts.FirstToken)
            : (FailureKind.TokenGapTimeout, Request.Timeouts.TokenGap);
        return Build(Outcome.Failed, atNs, new Failure(kind, FailurePhase.Stream, TimeoutSentence(kind, limit)));
    }

    public Exchange GaveUpWaiting(long nowNs, bool cancelled)
    {
        if (cancelled)
        {
            return Cancelled(nowNs);
        }

        var total = Request.Timeouts.Total <= Request.Timeouts.FirstToken;
        var kind = total ? FailureKind.TotalTimeout : FailureKind.FirstTokenTimeout;
        return Build(Outcome.Failed, FirstLimitNs, new Failure(kind, FailurePhase.Headers,
            TimeoutSentence(kind, total ? Request.Timeouts.Total : Request.Timeouts.FirstToken)));
    }

    /// <summary>The caller took it back: what had come by then is kept.</summary>
    public Exchange Cancelled(long nowNs)
    {
        var drawn = count;
        while (count > 0 && arrivals[count - 1].AtNs > nowNs)
        {
            count--;
        }

        if (count < drawn)
        {
            // What was said ends with the arrivals that are left.
            seen = 0;
            for (var i = 0; i < count; i++)
            {
                seen += seen == 0 ? 1 : script!.Together(seen, Injection.TokensPerEvent); // It was served.
            }
        }

        return Build(Outcome.Cancelled, Math.Max(nowNs, startNs), null);
    }

    public Exchange Fail(
        FailureKind kind, FailurePhase phase, string message, int? status = null, TimeSpan? retryAfter = null) =>
        Build(Outcome.Failed, startNs, new Failure(kind, phase, message) { Status = status, RetryAfter = retryAfter });

    private void Add(Script text, int together)
    {
        var points = 0;
        for (var k = 0; k < together; k++)
        {
            points += text.CodePointsAt(seen + k);
        }

        if (count == arrivals.Length)
        {
            Array.Resize(ref arrivals, count * 2);
        }

        arrivals[count++] = new Arrival(nextNs, points, text.KindAt(seen), Coalesced: false, LagNs: 0);
        if (Request.Watcher is { } watcher)
        {
            watcher.Arrived(nextNs, text.KindAt(seen), Encoding.UTF8.GetBytes(text.TextOf(seen, together)));
        }

        seen += together;
    }

    private long? LimitBefore(long dueNs)
    {
        var limits = Request.Timeouts;
        var partNs = count == 0
            ? startNs + Ns(limits.FirstToken)
            : arrivals[count - 1].AtNs + Ns(limits.TokenGap);
        var ns = Math.Min(partNs, startNs + Ns(limits.Total));
        return dueNs > ns ? ns : null;
    }

    // The place is the same as at the server: before the token that follows the drawn one.
    private Failure? FaultAt(int place)
    {
        if (place < faultAfter)
        {
            return null;
        }

        return Injection switch
        {
            { ResetMidStream: true } => Stream(FailureKind.ResetMidStream, "The connection was reset in mid-stream"),
            { ProviderError: true } => Stream(FailureKind.ProviderError, "The provider reported an error in mid-stream"),
            { MalformedEvent: true } => Stream(FailureKind.MalformedEvent, "An event's JSON broke off"),
            { HugeEvent: true } => Stream(FailureKind.EventTooLarge, "An event was larger than 8 MiB"),
            _ => null,
        };
    }

    private Failure? NoEnd() => Injection.NoEndMarker
        ? Stream(FailureKind.NoEndMarker, "The stream ended without its end marker")
        : null;

    private static Failure Stream(FailureKind kind, string what) =>
        new(kind, FailurePhase.Stream, $"{what}, as it had been asked to.");

    private static string TimeoutSentence(FailureKind kind, TimeSpan limit)
    {
        var what = kind switch
        {
            FailureKind.FirstTokenTimeout => "No token came within",
            FailureKind.TokenGapTimeout => "No further token came within",
            _ => "The exchange did not end within",
        };
        return string.Create(CultureInfo.InvariantCulture, $"{what} {limit.TotalSeconds:0.###} s.");
    }

    private Reply? Scripted()
    {
        foreach (var (name, value) in Request.Headers)
        {
            if (name == ScriptedReply.Header)
            {
                return ScriptedReply.Read(value);
            }
        }

        return null;
    }

    private AnswerContent Tool()
    {
        var last = Request.Prompt.Messages[^1];
        if (last.Role != Role.User
            || Request.Prompt.Tools.FirstOrDefault(tool => AskedTool.IsNamed(tool.Name, last.Text)) is not { } asked)
        {
            return AnswerContent.Passage;
        }

        return AnswerContent.Of(new ToolReply($"call_{Request.Id:x8}", asked.Name, ToolArguments.Fit(asked.ParametersJson)));
    }

    private Exchange Build(Outcome outcome, long overNs, Failure? why)
    {
        var served = generation is not null;
        return new Exchange
        {
            Id = Request.Id,
            Target = Request.Target.Name,
            TaskId = Request.TaskId,
            Turn = Request.Turn,
            Attempt = Request.Attempt,
            Warmup = Request.Warmup,
            Outcome = outcome,
            Failure = why,
            Usage = outcome == Outcome.Completed ? UsageNow() : null,
            FinishReason = outcome == Outcome.Completed ? FinishReason() : null,
            RequestId = sentNs is null ? null : $"sim-{Request.Id}-{Request.Attempt}",
            AnsweredBy = served ? Request.Target.Model : null,
            Reply = Request.KeepContent && served ? ReplyNow() : Reply.Empty,
            Timeline = new Timeline
            {
                IntendedNs = Request.IntendedNs,
                SentNs = sentNs,
                FirstByteNs = served ? servedNs : why?.Status is null ? null : overNs,
                HeadersNs = served ? servedNs : why?.Status is null ? null : overNs,
                OverNs = overNs,
                Arrivals = arrivals.AsMemory(0, count),
                Stamp = StampSource.Virtual,
            },
        };
    }

    private Usage? UsageNow() => generation is { } g
        ? new Usage(InputTokens, 0, 0, g.OutputTokens, g.ReasoningTokens)
        : null;

    // Completed: it was served.
    private string FinishReason() =>
        ProviderFormats.Of(Request.Target.Wire).FinishReason(generation!.CutShort, script!.CallsTools);

    private Reply ReplyNow() => script!.ReplyUpTo(seen); // Served: it was made.

    private static TimeSpan Min(TimeSpan a, TimeSpan b) => a < b ? a : b;

    private static long Ns(TimeSpan time) => time.Ticks * 100;
}
