using Tollgate.Gate.Rubrics;
using Tollgate.Scores.Catalog;
using Tollgate.Statistics;

namespace Tollgate.Gate.Judging;

/// <summary>
/// Judges a criterion whose score errs itself: by the corrected shares, whose intervals take in how little is known of
/// the score's error (<see cref="ImperfectShares"/>). A row without such an error is judged as it was observed.
/// </summary>
internal static class CorrectedRow
{
    /// <param name="criterion">What is judged.</param>
    /// <param name="data">Both sides.</param>
    /// <param name="claim">What the rubric claims.</param>
    /// <param name="look">The look that is taken.</param>
    /// <param name="draws">Gives the same draws each time.</param>
    /// <param name="resamples">How often units are drawn again.</param>
    /// <param name="decideOnly">Nothing is asked of the row but its standings.</param>
    public static VerdictRow Judge(
        Criterion criterion, RowData data, RubricClaim claim, LookTaken look, Func<RandomStream> draws,
        int resamples = Contrast.Resamples, bool decideOnly = false)
    {
        if (criterion.Error is null)
        {
            return UndecidedRow.Judge(criterion, data, claim, look, draws, resamples, decideOnly);
        }

        var row = Correct(
            UndecidedRow.Judge(criterion, data, claim, Wider(look), draws, resamples, decideOnly), look);
        return decideOnly || row.Uncorrected is null ? row : row with
        {
            Observed = UndecidedRow.Judge(criterion, data, claim, look, draws, resamples),
        };
    }

    /// <summary>A row of what was observed, with the intervals of <see cref="Wider"/>, corrected and judged.</summary>
    public static VerdictRow Correct(VerdictRow observed, LookTaken look)
    {
        var criterion = observed.Criterion;
        if (criterion.Error?.Trials is not { } scorer || observed.Difference is not { } difference)
        {
            return observed;
        }

        var countsHits = ScoreCatalog.HigherIsBetter(criterion.Figure.Name);
        return RowJudge.Stand(observed with
        {
            Baseline = Correct(observed.Baseline, scorer, look.Confidence, countsHits),
            Candidate = Correct(observed.Candidate, scorer, look.Confidence, countsHits),
            Difference = ImperfectShares.Difference(difference, scorer, look.Confidence),
            LossDifference = ImperfectShares.Difference(
                difference with { Interval = observed.LossDifference }, scorer, look.LossConfidence).Interval,
            Uncorrected = observed,
        });
    }

    /// <summary>The look at which observed intervals must be taken for corrected ones of this look.</summary>
    public static LookTaken Wider(LookTaken look) => look with
    {
        Confidence = ImperfectShares.ObservedConfidence(look.Confidence),
        LossConfidence = ImperfectShares.ObservedConfidence(look.LossConfidence),
    };

    /// <summary>What was observed, how the score errs, and whether that error alone leaves the row open.</summary>
    public static IEnumerable<string> Notes(VerdictRow row)
    {
        if (row is not { Observed: { Baseline: { } baseline, Candidate: { } candidate, Difference: { } difference } }
            || row.Criterion.Error is not { } error)
        {
            yield break;
        }

        var unit = row.Criterion.Figure.Unit;
        yield return $"Observed {Amounts.Value(unit, baseline.Value, null)} → {Amounts.Value(unit, candidate.Value, null)}, {Amounts.Difference(unit, difference, null)}; corrected for the score's own error: {error.Words}.";
        if (OpenedByError(row) is { } sentence)
        {
            yield return sentence;
        }
    }

    /// <summary>A sentence where the score's error alone leaves a row or its limit open; null elsewhere.</summary>
    public static string? OpenedByError(VerdictRow row) => row.Observed is not { } observed ? null
        : row.Outcome == RowOutcome.Open && observed.Outcome != RowOutcome.Open
            ? $"The score's own error leaves it open; observed alone it would be {Word(observed.Outcome)}."
        : row.Limits == ClaimStatus.Open && observed.Limits != ClaimStatus.Open
            ? $"The score's own error leaves its limit open; observed alone it would be {(observed.Limits == ClaimStatus.Demonstrated ? "kept" : "broken")}."
        : row.Win == ClaimStatus.Open && observed.Win != ClaimStatus.Open
            ? $"The score's own error leaves the win open; observed alone it would be {(observed.Win == ClaimStatus.Demonstrated ? "shown" : "ruled out")}."
        : null;

    private static string Word(RowOutcome outcome) => outcome switch
    {
        RowOutcome.Won => "won",
        RowOutcome.NonInferior => "held",
        RowOutcome.Inferior => "badly lost",
        _ => "past its limit",
    };

    // A score that counts what is right has the other share for faults.
    private static SideValue? Correct(SideValue? side, ScorerTrials scorer, double confidence, bool countsHits)
    {
        if (side is not { Value: { } value })
        {
            return side;
        }

        var charged = new Estimate(value, side.Interval);
        var faults = ImperfectShares.Faults(countsHits ? Rest(charged) : charged, scorer, confidence);
        var (corrected, interval) = countsHits ? Rest(faults) : faults;
        return side with
        {
            Value = corrected,
            Interval = side.Interval.IsBounded ? interval : Interval.None,
        };
    }

    private static Estimate Rest(Estimate share) =>
        new(1 - share.Value, new Interval(1 - share.Interval.Upper, 1 - share.Interval.Lower));
}
