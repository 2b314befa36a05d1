using Tollgate.Measures.Distributions;
using Tollgate.Statistics;

namespace Tollgate.Reports.Json.Figures;

/// <summary>
/// A measure's figures in the JSON document, in the unit that its key ends in. Null where the samples are too few to
/// state a figure; an interval always has two places, each null where there is no bound on that side.
/// </summary>
internal record QuantilesDocument
{
    public long N { get; init; }

    public double? P50 { get; init; }

    public double? P90 { get; init; }

    public double? P95 { get; init; }

    public double? P99 { get; init; }

    public double? Max { get; init; }

    public IReadOnlyList<double?> P50Ci { get; init; } = [null, null];

    public IReadOnlyList<double?> P95Ci { get; init; } = [null, null];

    public double? Mean { get; init; }

    public IReadOnlyList<double?> MeanCi { get; init; } = [null, null];

    internal static QuantilesDocument Of(QuantileSummary summary) => new()
    {
        N = summary.N,
        P50 = Rounded(summary.P50),
        P90 = Rounded(summary.P90),
        P95 = Rounded(summary.P95),
        P99 = Rounded(summary.P99),
        Max = Rounded(summary.Max),
        P50Ci = Pair(summary.P50Interval),
        P95Ci = Pair(summary.P95Interval),
        Mean = Rounded(summary.Mean),
        MeanCi = Pair(summary.MeanInterval),
    };

    /// <summary>Six places behind the point: nanoseconds, where the unit is milliseconds.</summary>
    internal static double? Rounded(double? value) => value is { } number ? Math.Round(number, 6) : null;

    internal static IReadOnlyList<double?> Pair(Interval interval) =>
        [Rounded(interval.Lower), Rounded(interval.Upper)];

    internal static Interval Interval(IReadOnlyList<double?> pair) => new(pair[0], pair[1]);
}
