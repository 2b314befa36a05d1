using Tollgate.Exchanges;
using Tollgate.Statistics;

namespace Tollgate.Measures;

/// <summary>
/// Takes the exchanges of one target, one at a time and in the order in which they ended, and keeps none of them. Not
/// thread-safe.
/// </summary>
public sealed class TargetAccumulator
{
    private readonly Target target;
    private readonly MeasureSettings settings;
    private readonly LatencySamples main;
    private readonly LatencySamples fresh;
    private readonly StreamMeasures streams;
    private readonly TaskBook tasks = new();
    private readonly TimeBins bins = new();
    private readonly ThroughputBook throughput = new();
    private readonly FailureTally failures = new();
    private readonly Samples outputTokens;
    private readonly Samples connects = new();
    private readonly HashSet<long> sessions = [];
    private readonly CostBook costs;
    private double outputTokenSum;
    private bool providerCounts, estimates, stamped, mixedStamps;
    private StampSource stamp;
    private long completed, failed, cancelled, warmup, freshConnections, contradictions, good;
    private long reused, replaced, unusualTypes;
    private long firstIntendedNs = long.MaxValue, lastOverNs = long.MinValue;

    public TargetAccumulator(Target target, MeasureSettings settings, RandomStream random)
        : this(target, settings, random, null)
    {
    }

    internal TargetAccumulator(
        Target target, MeasureSettings settings, RandomStream random, IMeasureWatcher? watcher)
    {
        this.target = target;
        this.settings = settings;
        main = new LatencySamples(watcher);
        fresh = new LatencySamples(watcher, fresh: true);
        outputTokens = Samples.Watched(watcher, MeasureNames.OutputTokens);
        streams = new StreamMeasures(settings.StallMs, random, watcher);
        costs = new CostBook(target.Price);
    }

    /// <summary>The exchanges so far that kept every limit.</summary>
    internal long Good => good;

    /// <summary>What they cost so far, estimates included; 0 without a price.</summary>
    internal decimal Spent => costs.Total;

    /// <summary>
    /// Whether the server keeps no connections, so that latencies of fresh ones count with the others: it had closed
    /// most of those that exchanges could have used again, or no latency is of a warm one. Keeping them apart would
    /// leave the few exchanges on the connections that were opened ahead of the load.
    /// </summary>
    internal bool KeepsNone =>
        replaced > reused || (main.FirstTokenMs.Count == 0 && fresh.FirstTokenMs.Count > 0);

    /// <summary>Enters an exchange that is over.</summary>
    public void Add(Exchange exchange)
    {
        if (exchange.Warmup)
        {
            warmup++;
            return;
        }

        firstIntendedNs = Math.Min(firstIntendedNs, exchange.Timeline.IntendedNs);
        lastOverNs = Math.Max(lastOverNs, exchange.Timeline.OverNs);
        AddConnection(exchange);
        reused += exchange.Remarks.HasFlag(ExchangeRemarks.ConnectionReused) ? 1 : 0;
        replaced += exchange.Remarks.HasFlag(ExchangeRemarks.ConnectionReplaced) ? 1 : 0;
        costs.Add(exchange);
        if (exchange.Turn is { } turn)
        {
            sessions.Add(turn.Session);
        }

        var completes = tasks.Enter(exchange, out var start);
        StreamTokens? tokens = completes ? new StreamTokens(exchange) : null;
        throughput.Add(exchange, tokens?.Output);
        if (tokens is { } counted)
        {
            completed++;
            AddCompleted(exchange, start, counted);
        }
        else if (exchange.Outcome == Outcome.Failed)
        {
            failed++;
            failures.Add(exchange.Failure);
            bins.Add(exchange.Timeline.IntendedNs, failed: true, null, 0);
        }
        else
        {
            cancelled++;
        }
    }

    /// <summary>The numbers so far. More exchanges may follow.</summary>
    /// <param name="issued">How many were asked for, warm-up apart; null where only their ends were counted.</param>
    /// <param name="inFlight">How many of them were not over when the record ended.</param>
    public TargetMeasures Measure(long? issued = null, long inFlight = 0)
    {
        var keepsNone = KeepsNone;
        var latencies = keepsNone ? main.And(fresh) : main;
        return new TargetMeasures
        {
            Target = target,
            Issued = issued ?? completed + failed + cancelled + inFlight,
            Completed = completed,
            Failed = failed,
            Cancelled = cancelled,
            InFlight = inFlight,
            Warmup = warmup,
            Failures = failures.Counts,
            FailureMessages = failures.Messages,
            Cold = settings.Cold || keepsNone,
            NoConnectionKept = keepsNone,
            FreshConnections = freshConnections,
            UnusualContentTypes = unusualTypes,
            FirstTokenMs = latencies.FirstTokenMs.Summarize(),
            FirstTokenFromIntendedMs = latencies.FirstTokenFromIntendedMs.Summarize(),
            FirstAnswerMs = latencies.FirstAnswerMs.Summarize(),
            WaitMs = latencies.WaitMs.Summarize(),
            GapMs = streams.GapMs,
            EventGapMs = streams.EventGapMs,
            TaskMs = latencies.TaskMs.Summarize(),
            TokensPerSecond = streams.TokensPerSecond,
            OutputTokens = outputTokens.Summarize(),
            OutputTokenSum = outputTokenSum,
            OutputTokenSource = (providerCounts, estimates) switch
            {
                (true, true) => TokenSource.Mixed,
                (true, false) => TokenSource.Provider,
                (false, true) => TokenSource.Estimated,
                _ => TokenSource.None,
            },
            Throughput = throughput.Measure(),
            ConnectMs = connects.Summarize(),
            Stalls = streams.Stalls,
            Goodput = MeasureGoodput(),
            Tasks = tasks.Begun,
            TaskParts = latencies.TaskRows.Count > 0
                ? TaskPartMeans.Of(latencies.TaskPartSum, latencies.TaskRows.Count)
                : null,
            Cost = costs.ToCost(Sessions),
            Instrument = MeasureInstrument(latencies),
            TaskRows = [.. latencies.TaskRows],
            Curves = new TargetCurves(
                latencies.FirstTokenMs.ToCurve(), streams.RateCurve, latencies.TaskMs.ToCurve(), bins.ToList()),
        };
    }

    // Outside of a rehearsal a task is a session of its own.
    private long Sessions => sessions.Count > 0 ? sessions.Count : tasks.Begun;

    private void AddCompleted(Exchange exchange, TaskBook.TaskStart? start, in StreamTokens tokens)
    {
        freshConnections += exchange.FreshConnection ? 1 : 0;
        unusualTypes += exchange.Remarks.HasFlag(ExchangeRemarks.UnusualContentType) ? 1 : 0;
        var timeline = exchange.Timeline;
        if (timeline.SentNs is not { } sentNs || timeline.FirstTokenNs is not { } firstTokenNs
            || firstTokenNs < sentNs || timeline.LastTokenNs < firstTokenNs)
        {
            contradictions++;
            return;
        }

        mixedStamps |= stamped && stamp != timeline.Stamp;
        (stamped, stamp) = (true, timeline.Stamp);
        providerCounts |= tokens.Source == TokenSource.Provider;
        estimates |= tokens.Source == TokenSource.Estimated;
        outputTokens.Add(tokens.Output, exchange.Turn?.Session);
        outputTokenSum += tokens.Output;

        var shape = streams.Add(timeline, tokens);
        SamplesFor(exchange.FreshConnection).AddExchange(
            timeline, sentNs, firstTokenNs, exchange.Turn?.Session);
        if (start is { } first)
        {
            var parts = new TaskParts(
                timeline.IntendedNs - first.IntendedNs, sentNs - timeline.IntendedNs, firstTokenNs - sentNs,
                shape.ReasoningNs, shape.ToolNs, shape.OutputNs);
            SamplesFor(first.Fresh).AddTask(
                parts, shape.TokensAfterFirst, timeline.FirstAnswerNs - first.IntendedNs, exchange.Turn?.Session);
        }

        var fromIntendedMs = (firstTokenNs - timeline.IntendedNs) / 1e6;
        bins.Add(timeline.IntendedNs, failed: false, fromIntendedMs, shape.LongestGapNs / 1e6);
        var taskNs = firstTokenNs + shape.SpanNs - (start?.IntendedNs ?? timeline.IntendedNs);
        good += Kept(fromIntendedMs, shape.LongestGapNs / 1e6, taskNs / 1e6) ? 1 : 0;
    }

    private LatencySamples SamplesFor(bool freshConnection) => freshConnection && !settings.Cold ? fresh : main;

    private bool Kept(double firstTokenMs, double gapMs, double totalMs) =>
        settings.Limits is { } limits
        && !(firstTokenMs > limits.FirstTokenMs) && !(gapMs > limits.GapMs) && !(totalMs > limits.TotalMs);

    private void AddConnection(Exchange exchange)
    {
        if (exchange.Timeline is { ConnectStartNs: { } from, ConnectedNs: { } to })
        {
            connects.Add((to - from) / 1e6);
        }
    }

    private Goodput? MeasureGoodput()
    {
        if (settings.Limits is not { Any: true } limits)
        {
            return null;
        }

        var of = completed + failed;
        var seconds = (lastOverNs - firstIntendedNs) / 1e9;
        return new Goodput(
            limits, good, of, of > 0 ? Proportions.Wilson(good, of) : null,
            of > 0 && seconds > 0 ? good / seconds : null);
    }

    private InstrumentMeasures MeasureInstrument(LatencySamples latencies) => new()
    {
        Stamp = stamped && !mixedStamps ? stamp : null,
        MixedStamps = mixedStamps,
        LagMs = streams.LagMs,
        SendDelayMs = latencies.SendDelayMs.Summarize(),
        Arrivals = streams.Arrivals,
        Coalesced = streams.Coalesced,
        BoundedGaps = streams.BoundedGaps,
        BoundedFirstTokens = streams.BoundedFirstTokens,
        Contradictions = contradictions,
    };
}
