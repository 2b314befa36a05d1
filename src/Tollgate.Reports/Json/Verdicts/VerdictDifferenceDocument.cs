using Tollgate.Statistics;

namespace Tollgate.Reports.Json.Verdicts;

/// <summary>A difference or a change with its intervals, in a verdict's JSON document.</summary>
/// <param name="Value">The estimate.</param>
/// <param name="Ci">Its interval at the confidence of a win: two places, each null for no bound.</param>
/// <param name="LossCi">The same at the confidence of a loss.</param>
internal sealed record VerdictDifferenceDocument(
    double? Value, IReadOnlyList<double?> Ci, IReadOnlyList<double?> LossCi)
{
    internal static VerdictDifferenceDocument? Of(Estimate? estimate, Interval loss) => estimate is { } given
        ? new VerdictDifferenceDocument(
            VerdictValueDocument.Number(given.Value), VerdictValueDocument.Pair(given.Interval),
            VerdictValueDocument.Pair(loss))
        : null;
}
