using Tollgate.Figures;
using Tollgate.Gate.Evidence;
using Tollgate.Gate.Judging;
using Tollgate.Gate.Rubrics;
using Tollgate.Scores.Kinds;
using Tollgate.Statistics;

namespace Tollgate.Tests.Gate;

public class ReasonsTests
{
    // What the candidate has of a share, and what its note says; nothing where there is something of both.
    [Theory]
    [InlineData(BetterWhen.Lower, 0, 59, "The candidate has 0 of 59: were its trials independent, the share would be below 4.95% at 95% confidence.")]
    [InlineData(BetterWhen.Lower, 0, 58, "The candidate has 0 of 58: were its trials independent, the share would be below 5.03% at 95% confidence.")]
    [InlineData(BetterWhen.Higher, 59, 59, "The candidate has no fault in 59: were its trials independent, the share of faults would be below 4.95% at 95% confidence.")]
    [InlineData(BetterWhen.Higher, 0, 59, "The candidate has 0 of 59: were its trials independent, the share would be below 4.95% at 95% confidence.")]
    [InlineData(BetterWhen.Lower, 59, 59, "The candidate has 59 of 59: were its trials independent, the share would be above 95.05% at 95% confidence.")] // faults throughout
    [InlineData(BetterWhen.Lower, 1, 59, null)]
    [InlineData(BetterWhen.Higher, 58, 59, null)]
    [InlineData(BetterWhen.Higher, 0.4, 59, null)] // a part of one is not none
    [InlineData(BetterWhen.Higher, 58.6, 59, null)]
    [InlineData(BetterWhen.Lower, 0, 0, null)] // no trial, nothing to say
    public void Notes_AShareOfNothingOrAll_SaysHowBadItCouldStillBe(
        BetterWhen better, double hits, long trials, string? note)
    {
        var row = GateSamples.Row(RowOutcome.NonInferior) with
        {
            Criterion = GateSamples.Share("mark", better),
            Candidate = new SideValue { Value = 0, Interval = default, N = trials, Hits = hits },
        };
        Reasons.Notes(row).ShouldBe(note is null ? [] : [note]);
    }

    // From the evidence on: no fabrication in 59 trials is less than 5%.
    [Fact]
    public void Decide_NoFabricationIn59Trials_BoundsThemBelowFivePercent()
    {
        static SideEvidence Side(string name, int faults) => GateSamples.Side(name, Enumerable.Range(0, 59).Select(i =>
            GateSamples.Session(i, sums: (FabricationsScore.Name, i < faults ? 1 : 0, 1))));
        var verdict = GateSamples.Decide(GateSamples.Rubric(1, GateSamples.Fabrications), Side("old", 30), Side("new", 0));
        verdict.Rows[0].Notes.ShouldHaveSingleItem().ShouldContain("0 of 59");
        verdict.Rows[0].Notes[0].ShouldContain("below 4.95%");
        verdict.Rows[0].Candidate!.Interval.Upper!.Value.ShouldBeInRange(0.0495, 0.08, "two-sided, by clusters");
        verdict.Outcome.ShouldBe(VerdictOutcome.Adopt);
    }

    [Fact]
    public void Why_EveryOutcome_NamesWhatDecidedIt()
    {
        var won = Known(RowOutcome.Won, 0.06, 0.04, 0.08);
        var lost = Known(RowOutcome.Inferior, -0.09, -0.12, -0.06);
        var held = Known(RowOutcome.NonInferior, 0, -0.01, 0.01) with { Win = ClaimStatus.Refuted };
        var over = Known(RowOutcome.OverTheLimit, 0, -0.01, 0.01) with
        {
            Criterion = GateSamples.Fabrications with { AtMost = 0.05 },
            Candidate = new SideValue { Value = 0.1, Interval = new(0.08, 0.12), N = 100, Hits = 10 },
        };
        var rubric = GateSamples.Rubric(1, GateSamples.Arguments);
        IReadOnlyList<string> Why(VerdictOutcome outcome, int sessions, params VerdictRow[] rows) =>
            Reasons.Why(rubric, outcome, rows, new SampleSize(sessions, sessions, 1), "USD");

        Why(VerdictOutcome.Adopt, 100, won).ShouldBe(
            ["tool_arguments is won: +6.0 points [+4.0, +8.0], and a win is more than 2 points."]);
        Why(VerdictOutcome.Reject, 100, won, lost)[0].ShouldBe(
            "tool_arguments is badly lost: −9.0 points [−12.0, −6.0], and worse by more than 5 points is a bad loss.");
        Why(VerdictOutcome.Reject, 100, over)[0].ShouldBe(
            "fabrications breaks its limit: the candidate has 10.0% [8.0, 12.0], and the rubric wants at most 5%.");
        Why(VerdictOutcome.Reject, 100, held)[0].ShouldBe("No win is within reach, and 1 are needed: all are ruled out.");
        Why(VerdictOutcome.Inconclusive, 29, won)[0].ShouldBe(
            "29 of the 30 planned pairs are there, and the rubric looks once, when all are.");
        Why(VerdictOutcome.Inconclusive, 100, Known(RowOutcome.Open, 0, -0.1, 0.1))[0].ShouldEndWith(
            "and the interval does not decide.");
        Why(VerdictOutcome.Inconclusive, 100, GateSamples.Row(RowOutcome.Open) with { Notes = ["Too few."] })
            .ShouldBe(["tool_arguments is open: too few."]);
    }

    [Theory]
    [InlineData(VerdictOutcome.Adopt, RowOutcome.Won, "new can replace old: 1 of 1 won, 1 needed, and nothing is badly lost.")]
    [InlineData(VerdictOutcome.Reject, RowOutcome.Inferior, "new should not replace old: tool_arguments is badly lost.")]
    [InlineData(VerdictOutcome.Reject, RowOutcome.OverTheLimit, "new should not replace old: tool_arguments breaks its limit.")]
    [InlineData(VerdictOutcome.Reject, RowOutcome.NonInferior, "new should not replace old: too few wins are within reach (0 of 1 won, 1 needed).")]
    [InlineData(VerdictOutcome.Inconclusive, RowOutcome.Open, "The evidence does not decide between new and old: 0 of 1 won, 1 needed.")]
    public void Summary_IsOneSentence(VerdictOutcome outcome, RowOutcome row, string expected) => Reasons.Summary(
        GateSamples.Rubric(1, GateSamples.Arguments), outcome, [GateSamples.Row(row)], "old", "new").ShouldBe(expected);

    private static VerdictRow Known(RowOutcome outcome, double value, double lower, double upper) =>
        GateSamples.Row(outcome) with
        {
            Difference = new Estimate(value, new Interval(lower, upper)),
            LossDifference = new Interval(lower, upper),
            Candidate = new SideValue { Value = 0.9, Interval = new(0.8, 0.95), N = 100, Hits = 90 },
        };
}
