namespace Tollgate.Scores;

/// <summary>How often a score was wrong itself, in its own trials, on calls that its rules were not tuned on.</summary>
/// <param name="Found">Of so many faults that were there, it found these (sensitivity is found over of).</param>
/// <param name="Of">The faults that were there.</param>
/// <param name="Charged">Of so many trials that were right, it charged these (1 less specificity).</param>
/// <param name="Honest">The trials that were right.</param>
/// <param name="Unit">What a trial is here.</param>
public sealed record ScoreError(int Found, int Of, int Charged, int Honest, string Unit);
