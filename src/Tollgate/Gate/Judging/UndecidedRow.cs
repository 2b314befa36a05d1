using Tollgate.Gate.Rubrics;
using Tollgate.Statistics;

namespace Tollgate.Gate.Judging;

/// <summary>
/// Judges a criterion of which some trials are undecided: neither right nor wrong by the rules that count them. The
/// intervals reach from where all of them are right to where all of one side's are wrong, so that the row decides only
/// what both ends decide (bounds without assumptions: Manski, "Partial Identification of Probability Distributions",
/// 2003).
/// </summary>
internal static class UndecidedRow
{
    /// <param name="criterion">What is judged.</param>
    /// <param name="data">Both sides.</param>
    /// <param name="claim">What the rubric claims.</param>
    /// <param name="look">The look that is taken.</param>
    /// <param name="draws">Gives the same draws each time.</param>
    /// <param name="resamples">How often units are drawn again.</param>
    /// <param name="decideOnly">Nothing is asked of the bounds but on which side of a margin they lie.</param>
    public static VerdictRow Judge(
        Criterion criterion, RowData data, RubricClaim claim, LookTaken look, Func<RandomStream> draws,
        int resamples = Contrast.Resamples, bool decideOnly = false)
    {
        VerdictRow Of(RowData of) => RowJudge.Judge(criterion, of, claim, look, draws(), resamples, decideOnly);
        var counted = Of(data);
        var (own, other) = (data.BaselineUndecided.Sum(), data.CandidateUndecided.Sum());
        if (own + other == 0 || counted.Difference is null)
        {
            return counted;
        }

        // The same draws: the ends differ by nothing but what was undecided.
        var row = Joined(
            counted,
            [
                counted, Of(data.WithBaselineAtWorst(criterion.Better)),
                Of(data.WithCandidateAtWorst(criterion.Better)),
            ]);
        return row with
        {
            Notes =
            [
                .. row.Notes,
                FormattableString.Invariant($"Undecided: {own:#,##0} of {counted.Baseline?.N:#,##0} of the baseline, {other:#,##0} of {counted.Candidate?.N:#,##0} of the candidate. They count as right, and the intervals reach to where all of one side's are wrong."),
            ],
        };
    }

    /// <summary>A row whose intervals reach over those of all ends.</summary>
    public static VerdictRow Joined(VerdictRow counted, IReadOnlyList<VerdictRow> ends) => RowJudge.Stand(counted with
    {
        Baseline = Reach(counted.Baseline, ends.Select(static end => end.Baseline)),
        Candidate = Reach(counted.Candidate, ends.Select(static end => end.Candidate)),
        Difference = Reach(counted.Difference, ends.Select(static end => end.Difference)),
        LossDifference = Hull(ends.Select(static end => end.LossDifference)),
        Change = Reach(counted.Change, ends.Select(static end => end.Change)),
        LossChange = Hull(ends.Select(static end => end.LossChange)),
        Ends = ends,
    });

    private static SideValue? Reach(SideValue? side, IEnumerable<SideValue?> ends) => side is null ? null : side with
    {
        Interval = Hull(ends.Select(static end => end?.Interval ?? Interval.None)),
    };

    private static Estimate? Reach(Estimate? estimate, IEnumerable<Estimate?> ends) => estimate is not { } value ? null
        : value with { Interval = Hull(ends.Select(static end => end?.Interval ?? Interval.None)) };

    private static Interval Hull(IEnumerable<Interval> intervals)
    {
        var all = intervals.ToList();
        return new Interval(
            all.TrueForAll(static one => one.Lower is not null) ? all.Min(static one => one.Lower) : null,
            all.TrueForAll(static one => one.Upper is not null) ? all.Max(static one => one.Upper) : null);
    }
}
