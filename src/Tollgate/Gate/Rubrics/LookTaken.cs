namespace Tollgate.Gate.Rubrics;

/// <summary>Which look at the evidence this is, and what it may conclude.</summary>
/// <param name="Design">The rubric's design.</param>
/// <param name="Number">1 for the first look of the series.</param>
/// <param name="Information">Pairs of sessions so far over those planned, at most 1 unless always valid.</param>
/// <param name="Confidence">Of each interval at this look, for wins: higher than the rubric's, to pay for looking.</param>
/// <param name="LossConfidence">The same for losses.</param>
public sealed record LookTaken(
    LookDesign Design, int Number, double Information, double Confidence, double LossConfidence);
