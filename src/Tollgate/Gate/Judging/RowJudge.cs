using Tollgate.Figures;
using Tollgate.Gate.Rubrics;
using Tollgate.Measures.Readings;
using Tollgate.Statistics;

namespace Tollgate.Gate.Judging;

/// <summary>Holds the evidence of one criterion against its margins and limits.</summary>
internal static class RowJudge
{
    // Amounts that are equal on paper may differ in the last digits of their sums: 3.7, 78 times over, less 4.
    private const double Rounding = 1e-9;

    public static VerdictRow Judge(
        Criterion criterion, RowData data, RubricClaim claim, LookTaken look, RandomStream random,
        int resamples = Contrast.Resamples, bool decideOnly = false)
    {
        var contrast = Contrast.Of(criterion.Figure, data, claim, random, resamples);
        var refused = contrast.Refusal ?? (contrast.IsShare && (criterion.Win.Relative || criterion.BadLoss.Relative)
            ? "all values are 0 or 1, so this is a share, whose margins are points and not percent of the baseline."
            : null);
        if (refused is { } refusal)
        {
            return new VerdictRow
            {
                Criterion = criterion,
                Outcome = RowOutcome.Open,
                Baseline = Side(contrast.BaselineValue, Interval.None, contrast.BaselineN, contrast.BaselineFailed),
                Candidate = Side(contrast.CandidateValue, Interval.None, contrast.CandidateN, contrast.CandidateFailed),
                Limits = HasLimits(criterion) ? ClaimStatus.Open : ClaimStatus.Demonstrated,
                Needed = contrast.Needed,
                Notes = [char.ToUpperInvariant(refusal[0]) + refusal[1..]],
            };
        }

        var isShare = contrast.IsShare;
        var sign = criterion.Better == BetterWhen.Higher ? 1 : -1;

        // What is corrected afterwards is decided elsewhere than at the margin.
        var exact = !decideOnly || criterion.Error is not null;
        double? atWin = exact ? null : sign * criterion.Win.Amount;
        double? atLoss = exact ? null : -sign * criterion.BadLoss.Amount;

        // What is bounded has values.
        var (own, other) = (contrast.BaselineValue!.Value, contrast.CandidateValue!.Value);
        return Stand(new VerdictRow
        {
            Criterion = criterion,
            Outcome = RowOutcome.Open,
            Baseline = Side(
                own, decideOnly ? Interval.None : contrast.Baseline(look.Confidence), contrast.BaselineN,
                contrast.BaselineFailed) with
            {
                Hits = isShare ? Math.Round(own * contrast.BaselineN, 9) : 0,
            },
            Candidate = Side(
                other, CandidateInterval(criterion, contrast, look, decideOnly), contrast.CandidateN,
                contrast.CandidateFailed) with
            {
                Hits = isShare ? Math.Round(other * contrast.CandidateN, 9) : 0,
            },
            IsShare = isShare,
            ScriptPart = !decideOnly && claim == RubricClaim.CallsLikeThese ? ScriptPart.Of(criterion.Figure, data) : 0,
            Difference = Estimated(other - own, contrast.Difference(look.Confidence, atWin)),
            LossDifference = contrast.Difference(look.LossConfidence, atLoss),
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
        var scale = Math.Max(Math.Abs(row.Baseline?.Value ?? 0), Math.Abs(row.Candidate?.Value ?? 0));
        var judged = row with
        {
            Win = Win(gain, criterion.Win.Amount, Slack(criterion.Win, scale)),
            BadLoss = BadLoss(loss, criterion.BadLoss.Amount, Slack(criterion.BadLoss, scale)),
            Limits = Limits(criterion, row.Candidate?.Interval ?? Interval.None),
        };

        // One outlier may leave a win's interval whole and reach far into a bad loss at the other confidence.
        return judged with
        {
            Outcome = judged.Limits == ClaimStatus.Refuted ? RowOutcome.OverTheLimit
                : judged.BadLoss == ClaimStatus.Demonstrated ? RowOutcome.Inferior
                : judged.BadLoss == ClaimStatus.Open ? RowOutcome.Open
                : judged.Win == ClaimStatus.Demonstrated ? RowOutcome.Won
                : RowOutcome.NonInferior,
        };
    }

    /// <summary>How much better the candidate is, in the margin's terms: above zero is better.</summary>
    public static Interval Gain(Margin margin, Interval? difference, Interval? change, int sign)
    {
        var interval = (margin.Relative ? change : difference) ?? Interval.None;
        return sign > 0 ? interval : new Interval(-interval.Upper, -interval.Lower);
    }

    // A simulation asks of a side's interval only whether it keeps a limit.
    private static Interval CandidateInterval(
        Criterion criterion, Contrast contrast, LookTaken look, bool decideOnly) =>
        !decideOnly || (criterion.AtLeast is not null && criterion.AtMost is not null)
            || (criterion.Error is not null && HasLimits(criterion))
            ? contrast.Candidate(look.Confidence)
            : (criterion.AtLeast ?? criterion.AtMost) is { } limit ? contrast.Candidate(look.Confidence, limit)
            : Interval.None;

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

    private static double Slack(Margin margin, double scale) =>
        Rounding * (margin.Relative ? Math.Max(1, margin.Amount) : Math.Max(scale, margin.Amount));

    // Better by more than the margin: by just the margin is no win.
    private static ClaimStatus Win(Interval gain, double margin, double slack) =>
        gain.Lower > margin + slack ? ClaimStatus.Demonstrated
        : gain.Upper <= margin + slack ? ClaimStatus.Refuted
        : ClaimStatus.Open;

    // Worse by more than the margin: by just the margin is no bad loss.
    private static ClaimStatus BadLoss(Interval gain, double margin, double slack) =>
        gain.Upper < -margin - slack ? ClaimStatus.Demonstrated
        : gain.Lower >= -margin - slack ? ClaimStatus.Refuted
        : ClaimStatus.Open;

    private static ClaimStatus Limits(Criterion criterion, Interval candidate)
    {
        var most = criterion.AtMost is not { } ceiling || candidate.Upper <= ceiling ? ClaimStatus.Demonstrated
            : candidate.Lower > ceiling ? ClaimStatus.Refuted
            : ClaimStatus.Open;
        var least = criterion.AtLeast is not { } floor || candidate.Lower >= floor ? ClaimStatus.Demonstrated
            : candidate.Upper < floor ? ClaimStatus.Refuted
            : ClaimStatus.Open;
        return most == ClaimStatus.Refuted || least == ClaimStatus.Refuted ? ClaimStatus.Refuted
            : most == ClaimStatus.Demonstrated && least == ClaimStatus.Demonstrated ? ClaimStatus.Demonstrated
            : ClaimStatus.Open;
    }
}
