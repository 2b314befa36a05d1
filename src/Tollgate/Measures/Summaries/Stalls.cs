using Tollgate.Statistics;

namespace Tollgate.Measures.Summaries;

/// <summary>Gaps above the bound.</summary>
/// <param name="LimitMs">The bound, in milliseconds.</param>
/// <param name="Count">Gaps between two arrivals, whatever their tokens, that were above it for certain.</param>
/// <param name="Possible">Gaps of which only an upper bound is known, and that bound is above it.</param>
/// <param name="Exchanges">Completed exchanges with at least one certain stall.</param>
/// <param name="Share">Their share of the completed exchanges, 0 to 1; null where none completed.</param>
internal sealed record Stalls(double LimitMs, long Count, long Possible, long Exchanges, Estimate? Share);
