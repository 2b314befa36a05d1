using Tollgate.Statistics;

namespace Tollgate.Reports.Json.Figures;

/// <summary>A number with its interval in the JSON document.</summary>
/// <param name="Value">The number.</param>
/// <param name="Ci">Its interval, of 95%.</param>
internal sealed record EstimateDocument(double Value, IReadOnlyList<double?> Ci)
{
    internal static EstimateDocument? Of(Estimate? estimate) => estimate is { } given
        ? new EstimateDocument(Math.Round(given.Value, 6), QuantilesDocument.Pair(given.Interval))
        : null;

    internal Estimate ToEstimate() => new(Value, QuantilesDocument.Interval(Ci));
}
