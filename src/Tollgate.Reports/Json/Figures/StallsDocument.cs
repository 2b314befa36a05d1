namespace Tollgate.Reports.Json.Figures;

/// <summary>Gaps above a bound.</summary>
/// <param name="LimitMs">The bound.</param>
/// <param name="Count">Certain ones.</param>
/// <param name="Possible">Those of which only an upper bound is known, and that is above it.</param>
/// <param name="Exchanges">Completed exchanges with a certain one.</param>
/// <param name="Share">Their share of the completed, 0 to 1; null for none.</param>
/// <param name="ShareCi">Wilson's interval.</param>
internal sealed record StallsDocument(
    double LimitMs, long Count, long Possible, long Exchanges, double? Share, IReadOnlyList<double?> ShareCi);
