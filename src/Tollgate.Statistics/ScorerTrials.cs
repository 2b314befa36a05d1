namespace Tollgate.Statistics;

/// <summary>
/// What a scorer did on trials whose truth is known. <c>default</c> is a scorer that nobody measured.
/// </summary>
/// <param name="Found">Faults that it charged, 0 to <paramref name="Of"/>: its sensitivity is found over of.</param>
/// <param name="Of">Faults that were there; 0 where the sensitivity was not measured.</param>
/// <param name="Charged">
/// Right trials that it charged, 0 to <paramref name="Honest"/>: 1 less its specificity is charged over honest.
/// </param>
/// <param name="Honest">Right trials; 0 where the specificity was not measured.</param>
public readonly record struct ScorerTrials(int Found, int Of, int Charged, int Honest);
