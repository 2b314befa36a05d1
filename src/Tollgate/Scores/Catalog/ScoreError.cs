using Tollgate.Statistics;

namespace Tollgate.Scores.Catalog;

/// <summary>How often a score was wrong itself, in its own trials, on calls that its rules were not tuned on.</summary>
/// <param name="Found">Of so many faults that were there, it found these (sensitivity is found over of).</param>
/// <param name="Of">The faults that were there.</param>
/// <param name="Charged">Of so many trials that were right, it charged these (1 less specificity).</param>
/// <param name="Honest">The trials that were right.</param>
/// <param name="Unit">What a trial is here.</param>
public sealed record ScoreError(int Found, int Of, int Charged, int Honest, string Unit)
{
    /// <summary>A score that nobody measured: it may find anything from none to all, and charge anything.</summary>
    public static ScoreError Unmeasured { get; } = new(0, 0, 0, 0, "");

    /// <summary>
    /// Trials that the rules left undecided, of all; null where the rules always decide, or nobody counted.
    /// </summary>
    public (int Some, int All)? Undecided { get; init; }

    /// <summary>What was measured, for <see cref="ImperfectShares"/>.</summary>
    public ScorerTrials Trials => new(Found, Of, Charged, Honest);

    /// <summary>Both figures in words, as part of a sentence.</summary>
    public string Words => $"{Finds}, {Charges}";

    private string Finds => Of == 0 ? "how many faults it finds was not measured, and may be anything up to all"
        : FormattableString.Invariant($"it found {Found:#,##0} of {Of:#,##0} faults");

    private string Charges => Honest == 0 ? "how many right trials it charges was not measured"
        : FormattableString.Invariant($"it charged {Charged:#,##0} of {Honest:#,##0} right trials");
}
