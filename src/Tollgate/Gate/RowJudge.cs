using Tollgate.Statistics;

namespace Tollgate.Gate;

/// <summary>Holds the evidence of one criterion against its margins and limits.</summary>
internal static class RowJudge
{
    public static VerdictRow Judge(
        Criterion criterion, RowData data, LookTaken look, RandomStream random, int resamples = Contrast.Resamples)
    {
        var contrast = Contrast.Of(criterion.Figure, data, random, resamples);
        if (contrast.Refusal is { } refusal)
        {
            return new VerdictRow
            {
                Criterion = criterion,
                Outcome = RowOutcome.Open,
                Baseline = Side(contrast.BaselineValue, Interval.None, contrast.BaselineN, contrast.BaselineFailed),
                Candidate = Side(contrast.CandidateValue, Interval.None, contrast.CandidateN, contrast.CandidateFailed),
                Limits = HasLimits(criterion) ? Standing.Open : Standing.Shown,
                PairsNeeded = contrast.PairsNeeded,
                Notes = [refusal],
            };
        }

        var isShare = criterion.Figure.Kind == FigureKind.Share;

        // What is bounded has values.
        var (own, other) = (contrast.BaselineValue!.Value, contrast.CandidateValue!.Value);
        return Stand(new VerdictRow
        {
            Criterion = criterion,
            Outcome = RowOutcome.Open,
            Baseline = Side(
                own, contrast.Baseline(look.Confidence), contrast.BaselineN, contrast.BaselineFailed) with
            {
                Hits = isShare ? Math.Round(own * contrast.BaselineN, 9) : 0,
            },
            Candidate = Side(
                other, contrast.Candidate(look.Confidence), contrast.CandidateN, contrast.CandidateFailed) with
            {
                Hits = isShare ? Math.Round(other * contrast.CandidateN, 9) : 0,
            },
            Difference = Estimated(other - own, contrast.Difference(look.Confidence)),
            LossDifference = contrast.Difference(look.LossConfidence),
            Change = isShare || !(own > 0)
                ? null
                : Estimated((other / own) - 1, contrast.Change(look.Confidence)),
            LossChange = isShare || !(own > 0) ? Interval.None : contrast.Change(look.LossConfidence),
        });
    }

    /// <summary>The row with its standings, which follow from its intervals alone.</summary>
    public static VerdictRow Stand(VerdictRow row)
    {
        var criterion = row.Criterion;
        var sign = criterion.Better == BetterWhen.Higher ? 1 : -1;
        var gain = Gain(criterion.Win, row.Difference?.Interval, row.Change?.Interval, sign);
        var loss = Gain(criterion.BadLoss, row.LossDifference, row.LossChange, sign);
        var judged = row with
        {
            Win = Above(gain, criterion.Win.Amount),
            BadLoss = Not(Above(loss, -criterion.BadLoss.Amount)),
            Limits = Limits(criterion, row.Candidate?.Interval ?? Interval.None),
        };
        return judged with
        {
            Outcome = judged.Limits == Standing.RuledOut ? RowOutcome.OverTheLimit
                : judged.BadLoss == Standing.Shown ? RowOutcome.BadlyLost
                : judged.Win == Standing.Shown ? RowOutcome.Won
                : judged.BadLoss == Standing.RuledOut ? RowOutcome.Held
                : RowOutcome.Open,
        };
    }

    /// <summary>How much better the candidate is, in the margin's terms: above zero is better.</summary>
    public static Interval Gain(Margin margin, Interval? difference, Interval? change, int sign)
    {
        var interval = (margin.Relative ? change : difference) ?? Interval.None;
        return sign > 0 ? interval : new Interval(-interval.Upper, -interval.Lower);
    }

    private static bool HasLimits(Criterion criterion) => criterion.AtMost is not null || criterion.AtLeast is not null;

    private static SideValue Side(double? value, Interval interval, long n, long failed) => new()
    {
        Value = value is { } known && double.IsFinite(known) ? known : null,
        Interval = interval,
        N = n,
        Failed = failed,
    };

    private static Estimate? Estimated(double value, Interval interval) =>
        double.IsNaN(value) ? null : new Estimate(value, interval);

    private static Standing Above(Interval interval, double bound) =>
        interval.Lower > bound ? Standing.Shown : interval.Upper <= bound ? Standing.RuledOut : Standing.Open;

    private static Standing Not(Standing standing) => standing switch
    {
        Standing.Shown => Standing.RuledOut,
        Standing.RuledOut => Standing.Shown,
        _ => Standing.Open,
    };

    private static Standing Limits(Criterion criterion, Interval candidate)
    {
        var most = criterion.AtMost is not { } ceiling || candidate.Upper <= ceiling ? Standing.Shown
            : candidate.Lower > ceiling ? Standing.RuledOut
            : Standing.Open;
        var least = criterion.AtLeast is not { } floor || candidate.Lower >= floor ? Standing.Shown
            : candidate.Upper < floor ? Standing.RuledOut
            : Standing.Open;
        return most == Standing.RuledOut || least == Standing.RuledOut ? Standing.RuledOut
            : most == Standing.Shown && least == Standing.Shown ? Standing.Shown
            : Standing.Open;
    }
}
