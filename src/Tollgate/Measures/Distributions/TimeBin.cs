namespace Tollgate.Measures.Distributions;

/// <summary>What happened in a stretch of the run.</summary>
/// <param name="StartMs">When it begins, in milliseconds from the first intended start of the target.</param>
/// <param name="Completed">Exchanges intended in it that completed.</param>
/// <param name="Failed">Exchanges intended in it that failed.</param>
/// <param name="FirstTokenMeanMs">
/// The mean first token of those that completed, from the intended start; null for none.
/// </param>
/// <param name="LongestGapMs">Their longest gap; null for none.</param>
internal sealed record TimeBin(
    double StartMs, long Completed, long Failed, double? FirstTokenMeanMs, double? LongestGapMs);
