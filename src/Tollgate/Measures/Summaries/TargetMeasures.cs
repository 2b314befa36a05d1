using Tollgate.Exchanges;
using Tollgate.Measures.Costs;
using Tollgate.Measures.Definitions;
using Tollgate.Measures.Distributions;
using Tollgate.Measures.Readings;

namespace Tollgate.Measures.Summaries;

/// <summary>
/// The numbers of one target. Latencies and rates are of completed exchanges alone; warm-up exchanges are in none. In a
/// run with warm connections, exchanges that opened one are in none of first token, first answer, wait and task time.
/// </summary>
internal sealed record TargetMeasures
{
    public required Target Target { get; init; }

    /// <summary>Exchanges asked for: every attempt counts.</summary>
    public long Issued { get; init; }

    public long Completed { get; init; }

    public long Failed { get; init; }

    public long Cancelled { get; init; }

    /// <summary>Asked for, and not over when the record ends.</summary>
    public long InFlight { get; init; }

    /// <summary>Issued = completed + failed + cancelled + in flight.</summary>
    public bool AddsUp => Issued == Completed + Failed + Cancelled + InFlight;

    /// <summary>Exchanges that warmed up, over and above <see cref="Issued"/>.</summary>
    public long Warmup { get; init; }

    /// <summary>Failures by kind; only kinds that occurred.</summary>
    public IReadOnlyDictionary<FailureKind, long> Failures { get; init; } = new Dictionary<FailureKind, long>();

    /// <summary>
    /// The first message of each kind of failure, on one line, as the provider or the system worded it.
    /// </summary>
    public IReadOnlyDictionary<FailureKind, string> FailureMessages { get; init; } =
        new Dictionary<FailureKind, string>();

    /// <summary>
    /// Every exchange in the latencies opened a connection of its own: because the plan said so, or because the server
    /// left no other way.
    /// </summary>
    public bool Cold { get; init; }

    /// <summary>
    /// The plan wanted warm connections, and the server kept none: <see cref="Cold"/> is its doing. Exchanges on
    /// connections that were opened ahead of the load are in the latencies too.
    /// </summary>
    public bool NoConnectionKept { get; init; }

    /// <summary>Completed exchanges that opened a connection.</summary>
    public long FreshConnections { get; init; }

    /// <summary>
    /// Completed exchanges whose event stream came under a content type other than text/event-stream.
    /// </summary>
    public long UnusualContentTypes { get; init; }

    /// <summary>The values of each measure of exchanges and tasks in figures, in the measure's unit.</summary>
    public IReadOnlyDictionary<Measure, QuantileSummary> Values { get; init; } =
        new Dictionary<Measure, QuantileSummary>();

    /// <summary>The figures of a measure's values; empty where it has none.</summary>
    public QuantileSummary this[Measure measure] => Values.GetValueOrDefault(measure) ?? QuantileSummary.Empty;

    /// <summary>Tokens generated in all completed exchanges.</summary>
    public double OutputTokenSum { get; init; }

    public TokenSource OutputTokenSource { get; init; }

    /// <summary>What it delivered over the run; null where nothing completed.</summary>
    public Throughput? Throughput { get; init; }

    public required Stalls Stalls { get; init; }

    /// <summary>Null where no limits were set.</summary>
    public Goodput? Goodput { get; init; }

    /// <summary>Tasks of which an attempt was over.</summary>
    public long Tasks { get; init; }

    /// <summary>Where the mean task's time went; null where no task completed.</summary>
    public TaskPartMeans? TaskParts { get; init; }

    /// <summary>Null where the target has no price.</summary>
    public Cost? Cost { get; init; }

    public InstrumentMeasures Instrument { get; init; } = new();

    /// <summary>Completed tasks as a comparison needs them.</summary>
    public IReadOnlyList<TaskRow> TaskRows { get; init; } = [];

    /// <summary>For drawing.</summary>
    public TargetCurves Curves { get; init; } = TargetCurves.Empty;
}
