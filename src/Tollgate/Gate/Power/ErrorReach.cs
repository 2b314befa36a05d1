using Tollgate.Figures;
using Tollgate.Gate.Judging;
using Tollgate.Gate.Reading;
using Tollgate.Gate.Rubrics;
using Tollgate.Input;
using Tollgate.Scores.Catalog;
using Tollgate.Statistics;

namespace Tollgate.Gate.Power;

/// <summary>
/// What no number of sessions can show of a criterion, because the score's own error or what stays undecided leaves it
/// open: the row is judged with intervals that chance has no part in any more.
/// </summary>
internal static class ErrorReach
{
    // Chance alone puts every second equal candidate a little below zero: it is no better by that part of a bad loss.
    private const double NoDifference = 0.001;

    /// <summary>A sentence, with the bound, for each thing that cannot be shown.</summary>
    /// <param name="criterion">What is judged.</param>
    /// <param name="value">The baseline's true share.</param>
    /// <param name="hope">The hoped-for candidate's effect.</param>
    /// <param name="look">The look that judges.</param>
    public static IEnumerable<string> Of(Criterion criterion, double value, Effect hope, LookTaken look)
    {
        if (criterion.Figure.Kind != FigureKind.Share
            || (criterion.Error is null && ScoredTrials.Undecided(criterion) == 0))
        {
            yield break;
        }

        var equal = Row(criterion, value, new Effect(-NoDifference * criterion.BadLoss.Amount, false), look);
        var hoped = Row(criterion, value, hope, look);
        var sign = criterion.Better == BetterWhen.Higher ? 1 : -1;
        var no = $"{criterion.Name}: no number of sessions can show";
        var why = criterion.Error is { } error ? $"the score's own error ({error.Words})" : "what stays undecided";
        if (hoped.Win != ClaimStatus.Demonstrated)
        {
            var most = Math.Max(0, RowJudge.Gain(criterion.Win, hoped.Difference?.Interval, null, sign).Lower ?? 0);
            yield return $"{no} a win of more than {Points(criterion.Win.Amount)} for a candidate that is better by {Points(hope.Gain)}: with {why}, more than {Points(most)} is all that could be shown.";
        }

        if (hoped.BadLoss != ClaimStatus.Refuted || equal.BadLoss != ClaimStatus.Refuted)
        {
            var (row, whom) = hoped.BadLoss != ClaimStatus.Refuted ? (hoped, "even a candidate as good as hoped") : (equal, "a candidate that is no better");
            var worst = -(RowJudge.Gain(criterion.BadLoss, row.LossDifference, null, sign).Lower ?? -1);
            yield return $"{no} that {whom} is not badly lost: {why} leaves a loss of up to {Points(worst)} possible, and more than {Points(criterion.BadLoss.Amount)} is a bad loss.";
        }

        if (hoped.Limits != ClaimStatus.Demonstrated
            && hoped.Candidate is { Interval: { Lower: { } low, Upper: { } high } } side)
        {
            var bound = criterion.AtLeast > low ? $"at least {Percent(low)}" : $"at most {Percent(high)}";
            yield return $"{no} that a candidate with {Percent(Math.Clamp(hope.Apply(criterion, value), 0, 1))} keeps its limit: with {why}, {bound} is all that could be shown.";
        }
    }

    // Observed without chance; what is undecided may be wrong on either side.
    private static VerdictRow Row(Criterion criterion, double value, Effect effect, LookTaken look)
    {
        var sign = criterion.Better == BetterWhen.Higher ? 1 : -1;
        var (own, other) = (Observed(criterion, value), Observed(criterion, effect.Apply(criterion, value)));
        var (ownUnsure, otherUnsure) = (Unsure(criterion, own), Unsure(criterion, other));
        var difference = Between(other - own, sign * ownUnsure, -sign * otherUnsure);
        return CorrectedRow.Correct(
            RowJudge.Stand(new VerdictRow
            {
                Criterion = criterion,
                Outcome = RowOutcome.Open,
                IsShare = true,
                Baseline = new SideValue { Value = own, N = 0, Interval = Between(own, -sign * ownUnsure, 0) },
                Candidate = new SideValue { Value = other, N = 0, Interval = Between(other, -sign * otherUnsure, 0) },
                Difference = new Estimate(other - own, difference),
                LossDifference = difference,
            }),
            look);
    }

    private static Interval Between(double value, double one, double other) =>
        new(value + Math.Min(one, other), value + Math.Max(one, other));

    private static double Observed(Criterion criterion, double truth)
    {
        if (criterion.Error is not { } error)
        {
            return truth;
        }

        var (found, charged) = ImperfectShares.Rates(error.Trials);
        return ScoreCatalog.HigherIsBetter(criterion.Figure.Name)
            ? 1 - charged - ((1 - truth) * (found - charged))
            : charged + (truth * (found - charged));
    }

    private static double Unsure(Criterion criterion, double observed) => ScoredTrials.Undecided(criterion)
        * (ScoreCatalog.HigherIsBetter(criterion.Figure.Name) ? observed : 1 - observed);

    private static string Points(double share) =>
        AmountText.Of(new Margin(Math.Round(share, 4), Relative: false), FigureUnit.Share, null);

    private static string Percent(double share) => AmountText.Of(Math.Round(share, 4), FigureUnit.Share, null);
}
