using Tollgate.Measures.Summaries;
using Tollgate.Statistics;

namespace Tollgate.Measures.Distributions;

/// <summary>
/// A measure's distribution in figures, in the unit that its name in <see cref="TargetMeasures"/> ends in. A figure is
/// null where the samples are too few to state it, and so is each side of an interval; intervals are of 95%.
/// </summary>
internal sealed record QuantileSummary
{
    /// <summary>No samples.</summary>
    public static QuantileSummary Empty { get; } = new();

    /// <summary>How many samples there are.</summary>
    public long N { get; init; }

    public double? P50 { get; init; }

    public double? P90 { get; init; }

    public double? P95 { get; init; }

    public double? P99 { get; init; }

    public double? Max { get; init; }

    public Interval P50Interval { get; init; }

    public Interval P95Interval { get; init; }

    public double? Mean { get; init; }

    public Interval MeanInterval { get; init; }
}
