using Tollgate.Exchanges;
using Tollgate.Figures;
using Tollgate.Measures.Catalog;
using Tollgate.Measures.Definitions;
using Tollgate.Measures.Distributions;
using Tollgate.Measures.Observations;
using Tollgate.Measures.OfExchanges;
using Tollgate.Measures.Readings;
using Tollgate.Statistics;

namespace Tollgate.Measures.Summaries;

/// <summary>
/// Takes the exchanges of one target, one at a time and in the order in which they ended, and keeps none of them. Not
/// thread-safe.
/// </summary>
internal sealed class TargetAccumulator
{
    // What becomes of exchanges is counted here, failures by their kinds.
    private static readonly Measure[] Drawn =
        [.. MeasureCatalog.All.Where(static one => one is { IsOfExchanges: true, Kind: FigureKind.Quantile })];

    private readonly Target target;
    private readonly MeasureSettings settings;
    private readonly MeasureSummaries summaries;
    private readonly ExchangeObserver observer;
    private readonly TimeBins bins = new();
    private readonly ThroughputBook throughput = new();
    private readonly FailureTally failures = new();
    private readonly TaskTally tasks = new();
    private readonly TaskTally freshTasks = new();
    private readonly HashSet<long> sessions = [];
    private double outputTokenSum;
    private bool providerCounts, estimates, stamped, mixedStamps;
    private StampSource stamp;
    private long completed, failed, cancelled, warmup, freshConnections, contradictions, good, unusualTypes;
    private long arrivals, coalesced, boundedFirstTokens, exchanges, stalls, possibleStalls, stalledExchanges;
    private long firstIntendedNs = long.MaxValue, lastOverNs = long.MinValue;

    public TargetAccumulator(Target target, MeasureSettings settings, RandomStream random)
    {
        this.target = target;
        this.settings = settings;
        summaries = new MeasureSummaries(random);
        observer = new ExchangeObserver(Drawn, settings, target.Price, summaries);
    }

    /// <summary>Enters an exchange that is over.</summary>
    public void Add(Exchange exchange)
    {
        if (exchange.Warmup)
        {
            warmup++;
            return;
        }

        var line = exchange.Timeline;
        firstIntendedNs = Math.Min(firstIntendedNs, line.IntendedNs);
        lastOverNs = Math.Max(lastOverNs, line.OverNs);
        if (exchange.Turn is { } turn)
        {
            sessions.Add(turn.Session);
        }

        var reading = observer.Add(exchange);
        var isComplete = exchange.Outcome == Outcome.Completed;
        throughput.Add(exchange, isComplete ? reading.Tokens.Output : null);
        good += reading.KeptLimits ? 1 : 0;
        if (isComplete)
        {
            completed++;
            AddCompleted(reading);
        }
        else if (exchange.Outcome == Outcome.Failed)
        {
            failed++;
            failures.Add(exchange.Failure);
            bins.Add(line.IntendedNs, failed: true, null, 0);
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
        var keepsNone = observer.KeepsNone;
        var values = Drawn.ToDictionary(static one => one, one => summaries.Quantiles(one, keepsNone));
        var tasksMeasured = keepsNone ? tasks.And(freshTasks) : tasks;
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
            Values = values,
            OutputTokenSum = outputTokenSum,
            OutputTokenSource = (providerCounts, estimates) switch
            {
                (true, true) => TokenSource.Mixed,
                (true, false) => TokenSource.Provider,
                (false, true) => TokenSource.Estimated,
                _ => TokenSource.None,
            },
            Throughput = throughput.Measure(),
            Stalls = new Stalls(
                settings.StallMs, stalls, possibleStalls, stalledExchanges,
                exchanges > 0 ? Proportions.Wilson(stalledExchanges, exchanges) : null),
            Goodput = MeasureGoodput(),
            Tasks = observer.Tasks.Begun,
            TaskParts = tasksMeasured.Rows.Count > 0
                ? TaskPartMeans.Of(tasksMeasured.PartSum, tasksMeasured.Rows.Count)
                : null,
            Cost = observer.Costs.ToCost(Sessions),
            Instrument = MeasureInstrument(values),
            TaskRows = [.. tasksMeasured.Rows],
            Curves = new TargetCurves(
                Drawn.Where(static one => one.HasCurve)
                    .ToDictionary(static one => one, one => summaries.Curve(one, keepsNone)),
                bins.ToList()),
        };
    }

    // Outside of a rehearsal a task is a session of its own.
    private long Sessions => sessions.Count > 0 ? sessions.Count : observer.Tasks.Begun;

    private void AddCompleted(ExchangeReading reading)
    {
        var (exchange, line, shape) = (reading.Exchange, reading.Line, reading.Shape);
        freshConnections += exchange.FreshConnection ? 1 : 0;
        unusualTypes += exchange.Remarks.HasFlag(ExchangeRemarks.UnusualContentType) ? 1 : 0;
        if (!reading.IsSound)
        {
            contradictions++;
            return;
        }

        mixedStamps |= stamped && stamp != line.Stamp;
        (stamped, stamp) = (true, line.Stamp);
        providerCounts |= reading.Tokens.Source == TokenSource.Provider;
        estimates |= reading.Tokens.Source == TokenSource.Estimated;
        outputTokenSum += reading.Tokens.Output;
        exchanges++;
        arrivals += line.Arrivals.Length;
        coalesced += shape.Coalesced;
        boundedFirstTokens += StreamShape.HeadsGroup(line.Arrivals.Span, 0) ? 1 : 0;
        stalls += shape.Stalls;
        possibleStalls += shape.PossibleStalls;
        stalledExchanges += shape.Stalls > 0 ? 1 : 0;
        if (reading.TryGetTask(out var parts))
        {
            (reading.IsTaskFresh ? freshTasks : tasks).Add(parts.Value, shape.TokensAfterFirst);
        }

        bins.Add(
            line.IntendedNs, failed: false, ExchangeReading.Ms(reading.FirstTokenNs - line.IntendedNs),
            ExchangeReading.Ms(shape.LongestGapNs));
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

    private InstrumentMeasures MeasureInstrument(Dictionary<Measure, QuantileSummary> values) => new()
    {
        Stamp = stamped && !mixedStamps ? stamp : null,
        MixedStamps = mixedStamps,
        LagMs = values[Lag.Measure],
        SendDelayMs = values[SendDelay.Measure],
        Arrivals = arrivals,
        Coalesced = coalesced,
        BoundedGaps = summaries.Bounded(Gap.Measure),
        BoundedFirstTokens = boundedFirstTokens,
        Contradictions = contradictions,
    };
}
