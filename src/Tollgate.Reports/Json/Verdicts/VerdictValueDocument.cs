using Tollgate.Gate.Judging;
using Tollgate.Statistics;

namespace Tollgate.Reports.Json.Verdicts;

/// <summary>What one side has of a figure, in a verdict's JSON document.</summary>
/// <param name="Value">In the row's unit; null where more failed than the figure leaves room for.</param>
/// <param name="Ci">Its interval at the confidence of a win: two places, each null for no bound.</param>
/// <param name="N">Values or trials, failed ones among them.</param>
/// <param name="Failed">Those that failed, and count as worse than every other; or that were charged as wrong.</param>
internal sealed record VerdictValueDocument(double? Value, IReadOnlyList<double?> Ci, long N, long Failed)
{
    internal static VerdictValueDocument? Of(SideValue? side) => side is null
        ? null
        : new VerdictValueDocument(Number(side.Value), Pair(side.Interval), side.N, side.Failed);

    internal static IReadOnlyList<double?> Pair(Interval interval) => [Number(interval.Lower), Number(interval.Upper)];

    /// <summary>Nine places behind the point: a cost of a short call is a few millionths of a unit of money.</summary>
    internal static double? Number(double? value) =>
        value is { } number && double.IsFinite(number) ? Math.Round(number, 9) : null;
}
