using Tollgate.Figures;
using Tollgate.Scores.Catalog;

namespace Tollgate.Gate.Rubrics;

/// <summary>One row of a rubric: a figure, and what of it wins, loses badly, or may not be at all.</summary>
public sealed record Criterion
{
    /// <summary>Unique in its rubric; the figure's full name unless the rubric says otherwise.</summary>
    public required string Name { get; init; }

    public required Figure Figure { get; init; }

    public required BetterWhen Better { get; init; }

    /// <summary>A win is shown where the candidate is better by more than that.</summary>
    public required Margin Win { get; init; }

    /// <summary>It is shown not to lose badly where it is worse by less than that.</summary>
    public required Margin BadLoss { get; init; }

    /// <summary>The candidate's value may not be above it, in the figure's unit; null for none.</summary>
    public double? AtMost { get; init; }

    /// <summary>The candidate's value may not be below it, in the figure's unit; null for none.</summary>
    public double? AtLeast { get; init; }

    /// <summary>What the baseline is expected to have: only for working out power. Null for the usual.</summary>
    public double? Assume { get; init; }

    /// <summary>
    /// For a score: of its trials that count as right, the share that its rules are expected to leave undecided, 0 to
    /// 1. Only for working out power. Null for the measured share.
    /// </summary>
    public double? Undecided { get; init; }

    /// <summary>
    /// How often the score itself errs, as it was measured when the rubric was published: margins and limits are those
    /// of the corrected share. Null where the observed share is judged as it is.
    /// </summary>
    public ScoreError? Error { get; init; }

    /// <summary>The improvement that power is worked out for; null for twice the margin of a win.</summary>
    public Margin? ExpectedEffect { get; init; }

    /// <summary>ISO 4217 of its amounts of money, which the runs must have as well; null where it has none.</summary>
    public string? Currency { get; init; }

    /// <summary>Why it may be left out where a run does not have it; null where it may not.</summary>
    public string? MayBeMissing { get; init; }

    /// <summary>Of a number of the team's: what becomes of a session without a value.</summary>
    public MissingNumber Missing { get; init; }

    /// <summary>
    /// What a missing value counts as, in the figure's unit; null for worse than every value. Only with
    /// <see cref="MissingNumber.Worst"/>.
    /// </summary>
    public double? Worst { get; init; }
}
