using Tollgate.Statistics;

namespace Tollgate.Measures.Summaries;

/// <summary>How often speech underran because the next word was not there.</summary>
/// <param name="Count">How often.</param>
/// <param name="Turns">Turns in which it did.</param>
/// <param name="Share">Their share of the turns, 0 to 1; null where there was no turn.</param>
/// <param name="TotalMs">For how long in all.</param>
internal sealed record Underruns(long Count, long Turns, Estimate? Share, double TotalMs);
