using Tollgate.Gate.Judging;
using Tollgate.Gate.Power;
using Tollgate.Gate.Rubrics;
using Tollgate.Scores.Catalog;
using Tollgate.Statistics;

namespace Tollgate.Tests.Gate;

/// <summary>Rows of scores that err themselves are judged by what is known of the error.</summary>
public class CorrectedRowTests
{
    private static readonly ScoreError WellKnown = new(950, 1_000, 20, 1_000, "trials");
    private static readonly ScoreError HalfKnown = new(0, 0, 8, 27, "goals");

    [Fact]
    public void WithoutAnError_WhatWasObservedIsJudged()
    {
        var row = Row(null, 0.9, 0.9);
        row.Observed.ShouldBeNull();
        row.Outcome.ShouldBe(RowOutcome.NonInferior);
        row.Notes.ShouldAllBe(static note => !note.Contains("Observed"));
    }

    [Fact]
    public void AWellKnownError_CorrectsTheSharesAndShowsBoth()
    {
        var row = Row(WellKnown, 0.8, 0.88);
        row.Outcome.ShouldBe(RowOutcome.Won);
        row.Candidate!.Value!.Value.ShouldBe(1 - ((1 - row.Observed!.Candidate!.Value!.Value - 0.02) / 0.93), 1e-9);
        row.Difference!.Value.Value.ShouldBe(row.Observed.Difference!.Value.Value / 0.93, 1e-9);
        row.Notes.ShouldContain(static note => note.StartsWith("Observed ") && note.Contains("it found 950 of 1,000 faults, it charged 20 of 1,000 right trials"));
    }

    // A candidate that is hardly worse may lose on faults that the score never sees, however many calls there are.
    [Fact]
    public void AnEqualCandidate_WhereNobodyKnowsWhatTheScoreMisses_IsOpenAndSaysWhy()
    {
        var verdict = Verdict(HalfKnown, 0.9, 0.89);
        var row = verdict.Rows[0];
        (row.Outcome, row.Observed!.Outcome).ShouldBe((RowOutcome.Open, RowOutcome.NonInferior));
        row.Notes.ShouldContain("The score's own error leaves it open; observed alone it would be held.");
        verdict.Outcome.ShouldBe(VerdictOutcome.Inconclusive);
        verdict.Why[0].ShouldBe("The scores' own errors leave it open; observed alone it would be an adopt.");
        verdict.More.ShouldBeNull("more of the same says nothing of what the score misses");
    }

    [Fact]
    public void AWin_WhereNobodyKnowsWhatTheScoreMisses_IsStillOne_AndSoIsABadLoss()
    {
        Row(HalfKnown, 0.6, 0.8).Outcome.ShouldBe(RowOutcome.Won);
        Row(HalfKnown, 0.8, 0.6).Outcome.ShouldBe(RowOutcome.Inferior);
    }

    [Fact]
    public void AFloor_WhereNobodyKnowsWhatTheScoreMisses_IsOpen_AndACeilingOfRightOnesCanBeBroken()
    {
        var row = Row(HalfKnown, 0.6, 0.8, criterion => criterion with { AtLeast = 0.7 });
        (row.Limits, row.Observed!.Limits).ShouldBe((ClaimStatus.Open, ClaimStatus.Demonstrated));
        row.Notes.ShouldContain("The score's own error leaves its limit open; observed alone it would be kept.");
        Row(HalfKnown with { Charged = 0, Honest = 1_000 }, 0.6, 0.5, criterion => criterion with { AtLeast = 0.7 })
            .Limits.ShouldBe(ClaimStatus.Refuted);
    }

    // A score that counts faults is corrected the same way round.
    [Fact]
    public void AScoreOfFaults_HasItsFalseChargesTakenOff()
    {
        var criterion = GateSamples.Fabrications with { Error = WellKnown };
        var row = GateSamples.Decide(
            GateSamples.Rubric(0, criterion), GateSamples.Drawn("old", 200, 1, right: 0.9),
            GateSamples.Drawn("new", 200, 2, right: 0.9)).Rows[0];
        row.Candidate!.Value!.Value.ShouldBe((row.Observed!.Candidate!.Value!.Value - 0.02) / 0.93, 1e-9);
        row.Outcome.ShouldBe(RowOutcome.NonInferior);
    }

    [Fact]
    public void ErrorReach_SaysWithTheBoundWhatNoNumberOfSessionsShows()
    {
        var criterion = GateSamples.Arguments with { Error = HalfKnown, AtLeast = 0.7 };
        var said = ErrorReach.Of(criterion, 0.85, new Effect(0.08, false), GateSamples.Once).ToList();
        said.Count.ShouldBe(2);
        said[0].ShouldContain("no number of sessions can show that a candidate that is no better is not badly lost");
        said[0].ShouldContain("a loss of up to 100 points possible, and more than 5 points is a bad loss");
        said[1].ShouldContain("a candidate with 93% keeps its limit");
        said[1].ShouldContain("at least 0% is all that could be shown");
        ErrorReach.Of(criterion with { Error = WellKnown }, 0.85, new Effect(0.08, false), GateSamples.Once)
            .ShouldBeEmpty();

        // What stays undecided is no matter of sessions either.
        ErrorReach.Of(criterion with { Error = null, Undecided = 0.1, AtLeast = null }, 0.85, new Effect(0.08, false), GateSamples.Once)
            .ShouldContain(static one => one.Contains("what stays undecided leaves a loss of up to"));
    }

    [Fact]
    public void ScoredTrials_AreChargedAndUndecidedAtTheirRates()
    {
        var criterion = GateSamples.Arguments with { Error = new ScoreError(60, 100, 10, 100, ""), Undecided = 0.2 };
        var truth = new RowData
        {
            BaselineSums = [.. Enumerable.Repeat((70.0, 100.0), 400)],
            CandidateSums = [.. Enumerable.Repeat((90.0, 100.0), 400)],
        };
        var data = ScoredTrials.Of(truth, criterion, new RandomStream(3));
        data.BaselineSums.Average(static one => one.Sum).ShouldBe(70 - 7 + 12, 0.5);
        data.CandidateSums.Average(static one => one.Sum).ShouldBe(90 - 9 + 4, 0.5);
        data.CandidateUndecided.Average().ShouldBe(85 * 0.2, 0.5);
        ScoredTrials.OnObserved(criterion, new Effect(0.1, false)).Gain.ShouldBe(0.05, 1e-12);
    }

    private static VerdictRow Row(
        ScoreError? error, double baseline, double candidate, Func<Criterion, Criterion>? change = null) =>
        Verdict(error, baseline, candidate, change).Rows[0];

    private static Verdict Verdict(
        ScoreError? error, double baseline, double candidate, Func<Criterion, Criterion>? change = null)
    {
        var criterion = GateSamples.Arguments with { Error = error };
        return GateSamples.Decide(
            GateSamples.Rubric(0, change?.Invoke(criterion) ?? criterion),
            GateSamples.Drawn("old", 400, 1, right: baseline), GateSamples.Drawn("new", 400, 2, right: candidate));
    }
}
