using Tollgate.Figures;
using Tollgate.Gate.Judging;
using Tollgate.Gate.Rubrics;
using Tollgate.Statistics;

namespace Tollgate.Reports.Wording.Verdicts;

/// <summary>
/// The picture of one criterion in units of its margin of a bad loss, better always to the right, so that rows of
/// different units stand under one another on one scale.
/// </summary>
internal sealed record VerdictBar
{
    /// <summary>The estimate; 0 for no difference.</summary>
    public required double Value { get; init; }

    /// <summary>Its interval at the confidence of a win.</summary>
    public required Interval Win { get; init; }

    /// <summary>Its interval at the confidence of a loss.</summary>
    public required Interval Loss { get; init; }

    /// <summary>Right of it a win is shown; null where the margin cannot be put in the unit.</summary>
    public required double? WinAt { get; init; }

    /// <summary>Left of it a bad loss is shown: -1, or 0 where any loss is a bad one.</summary>
    public required double BadLossAt { get; init; }

    /// <summary>The row's bar; null where there is no difference to draw.</summary>
    public static VerdictBar? Of(VerdictRow row)
    {
        var (win, badLoss) = (row.Criterion.Win, row.Criterion.BadLoss);
        var (estimate, loss) = badLoss.Relative
            ? (row.Change, row.LossChange)
            : (row.Difference, row.LossDifference);
        if (estimate is not { } shown || !double.IsFinite(shown.Value))
        {
            return null;
        }

        var winAmount = InTermsOf(badLoss, win, row.Baseline?.Value);
        var unit = badLoss.Amount > 0 ? badLoss.Amount : winAmount is > 0 ? winAmount.Value : Size(shown, loss);
        return new VerdictBar
        {
            Value = Oriented(row, shown.Value) / unit,
            Win = Oriented(row, shown.Interval).Scale(1 / unit),
            Loss = Oriented(row, loss).Scale(1 / unit),
            WinAt = winAmount / unit,
            BadLossAt = -badLoss.Amount / unit,
        };
    }

    // Where one margin is a share of the baseline's value and the other an amount, that value takes one to the other.
    private static double? InTermsOf(Margin terms, Margin margin, double? baseline) =>
        (terms.Relative, margin.Relative) switch
        {
            (true, false) => baseline is { } value && value != 0 ? margin.Amount / Math.Abs(value) : null,
            (false, true) => margin.Amount * Math.Abs(baseline ?? double.NaN) is var amount && double.IsFinite(amount)
                ? amount
                : null,
            _ => margin.Amount,
        };

    private static double Size(Estimate shown, Interval loss)
    {
        double?[] all = [shown.Value, shown.Interval.Lower, shown.Interval.Upper, loss.Lower, loss.Upper];
        var widest = all.Max(value => Math.Abs(value ?? 0));
        return widest > 0 ? widest : 1;
    }

    private static double Oriented(VerdictRow row, double value) =>
        row.Criterion.Better == BetterWhen.Higher ? value : -value;

    private static Interval Oriented(VerdictRow row, Interval interval) =>
        row.Criterion.Better == BetterWhen.Higher ? interval : new Interval(-interval.Upper, -interval.Lower);
}
