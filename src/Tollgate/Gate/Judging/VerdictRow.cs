using Tollgate.Gate.Rubrics;
using Tollgate.Statistics;

namespace Tollgate.Gate.Judging;

/// <summary>One criterion with its evidence.</summary>
public sealed record VerdictRow
{
    public required Criterion Criterion { get; init; }

    public required RowOutcome Outcome { get; init; }

    /// <summary>Null where it was left out.</summary>
    public SideValue? Baseline { get; init; }

    /// <summary>Null where it was left out.</summary>
    public SideValue? Candidate { get; init; }

    /// <summary>
    /// Candidate less baseline, in the figure's unit, at the confidence of a win; null where a side has no value.
    /// </summary>
    public Estimate? Difference { get; init; }

    /// <summary>The same at the confidence of a loss.</summary>
    public Interval LossDifference { get; init; }

    /// <summary>
    /// (Candidate less baseline) over baseline, at the confidence of a win; null where the figure has none.
    /// </summary>
    public Estimate? Change { get; init; }

    /// <summary>The same at the confidence of a loss.</summary>
    public Interval LossChange { get; init; }

    /// <summary>"Better by more than the margin."</summary>
    public ClaimStatus Win { get; init; }

    /// <summary>"Worse by more than the margin of a bad loss."</summary>
    public ClaimStatus BadLoss { get; init; }

    /// <summary>"Keeps its floor and ceiling"; shown where it has none.</summary>
    public ClaimStatus Limits { get; init; }

    /// <summary>
    /// With so much the figure would have an interval; null where it has one, is left out, or no number of pairs would
    /// do.
    /// </summary>
    public SampleSize? Needed { get; init; }

    /// <summary>It is judged as a share: a share, or a mean of values that are all 0 or 1.</summary>
    public bool IsShare { get; init; }

    /// <summary>
    /// Of the variance of the difference, the part that is the scripts' and that no repeats of them take away, 0 to 1.
    /// </summary>
    public double ScriptPart { get; init; }

    /// <summary>
    /// The row as it would be if the observed shares were the true ones; null where no error of a score is taken in.
    /// </summary>
    public VerdictRow? Observed { get; init; }

    /// <summary>What was observed, with the wider intervals that the corrected ones are made of.</summary>
    internal VerdictRow? Uncorrected { get; init; }

    /// <summary>What the row would be by what could be decided of what is not; none where all is decided.</summary>
    internal IReadOnlyList<VerdictRow> Ends { get; init; } = [];

    /// <summary>What else is to be said: whole sentences.</summary>
    public IReadOnlyList<string> Notes { get; init; } = [];
}
