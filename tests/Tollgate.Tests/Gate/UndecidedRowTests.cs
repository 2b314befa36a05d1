using Tollgate.Figures;
using Tollgate.Gate.Evidence;
using Tollgate.Gate.Judging;
using Tollgate.Gate.Rubrics;
using Tollgate.Scores.Kinds;
using Tollgate.Scores.Outcomes;

namespace Tollgate.Tests.Gate;

/// <summary>What the rules could not tell decides nothing.</summary>
public class UndecidedRowTests
{
    private static readonly Rubric OnlyFabrications = GateSamples.Rubric(1, GateSamples.Fabrications);

    [Fact]
    public void NothingUndecided_ChangesNothing()
    {
        var row = Row(undecided: 0, other: 0);
        row.Outcome.ShouldBe(RowOutcome.Won);
        row.Notes.ShouldAllBe(static note => !note.Contains("Undecided"));
    }

    [Fact]
    public void AWinThatTheUndecidedCouldTurn_StaysOpenOrHeld_AndTheIntervalSaysSo()
    {
        var (sure, unsure) = (Row(undecided: 0, other: 0), Row(undecided: 0, other: 4));
        unsure.Win.ShouldBe(ClaimStatus.Open);
        unsure.Difference!.Value.Value.ShouldBe(sure.Difference!.Value.Value);
        unsure.Difference!.Value.Interval.Lower.ShouldBe(sure.Difference!.Value.Interval.Lower);
        unsure.Difference!.Value.Interval.Upper!.Value.ShouldBeGreaterThan(
            sure.Difference!.Value.Interval.Upper!.Value + 0.1);
        unsure.Candidate!.Interval.Upper!.Value.ShouldBeGreaterThan(sure.Candidate!.Interval.Upper!.Value + 0.1);
        unsure.Notes.ShouldContain(static note => note.Contains("Undecided: 0 of 1,000 of the baseline, 400 of 1,000"));
    }

    // The baseline may be worse than it looks: that makes a loss no loss.
    [Fact]
    public void ALossThatTheBaselinesUndecidedCouldTurn_IsOpen()
    {
        Row(undecided: 0, other: 0, faults: 5, candidateFaults: 8).BadLoss.ShouldBe(ClaimStatus.Demonstrated);
        Row(undecided: 4, other: 0, faults: 5, candidateFaults: 8).BadLoss.ShouldBe(ClaimStatus.Open);
    }

    [Fact]
    public void WhereHigherIsBetter_TheUndecidedCountAsHits_AndMayBeMisses()
    {
        var criterion = GateSamples.Share(RefusalsOnMissingScore.Name, BetterWhen.Higher);
        var verdict = GateSamples.Decide(
            GateSamples.Rubric(1, criterion), Side("old", RefusalsOnMissingScore.Name, 9, 0),
            Side("new", RefusalsOnMissingScore.Name, 9, 3));
        var row = verdict.Rows[0];
        row.Candidate!.Value!.Value.ShouldBe(0.9, 0.01);
        row.Candidate.Interval.Lower!.Value.ShouldBeLessThan(0.65);
        row.BadLoss.ShouldBe(ClaimStatus.Open);
    }

    private static VerdictRow Row(double undecided, double other, double faults = 4, double candidateFaults = 1) =>
        GateSamples.Decide(
            OnlyFabrications, Side("old", FabricationsScore.Name, faults, undecided),
            Side("new", FabricationsScore.Name, candidateFaults, other)).Rows[0];

    private static SideEvidence Side(string target, string score, double sum, double undecided) => GateSamples.Side(
        target, Enumerable.Range(0, 100).Select(i => GateSamples.Session(i) with
        {
            Sums = new Dictionary<string, ScoreCount>
            {
                // Not every session alike: without spread there is no interval.
                [score] = new(Math.Clamp(sum + (i % 3) - 1, 0, 10), 10, undecided),
            },
        }));
}
