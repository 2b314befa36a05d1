using Tollgate.Figures;
using Tollgate.Gate.Evidence;
using Tollgate.Gate.Judging;
using Tollgate.Gate.Power;
using Tollgate.Gate.Rubrics;
using Tollgate.Reports.Wording.Verdicts;
using Tollgate.Statistics;

namespace Tollgate.Tests.Gate;

/// <summary>What a verdict claims, and that it claims no more.</summary>
public class ClaimTests
{
    private static readonly LookTaken Look = new(LookDesign.Once, 1, 1, 0.95, 0.99);

    // A script-by-model spread of 1 on the logit, 20% for times and costs: with sessions as the units 10 to 20% of
    // these are shown as wins, and more with more repeats. bench/results/coverage.md has the whole table.
    [Theory]
    [InlineData("tool_arguments", 13, 12)]
    [InlineData("tool_arguments", 26, 12)]
    [InlineData("tool_arguments", 26, 48)]
    [InlineData("cost_per_session", 13, 12)]
    [InlineData("first_token_ms.p95", 13, 6)]
    public void Judge_ACandidateAtTheMarginWhoseScriptsDiffer_IsHardlyEverShownToWin(
        string figure, int scripts, int repeats)
    {
        const int trials = 400;
        var criterion = figure switch
        {
            "tool_arguments" => GateSamples.Arguments with { Assume = 0.93, Win = new Margin(0.01, false) },
            "cost_per_session" => GateSamples.Cost,
            _ => GateSamples.FirstToken,
        };
        var rows = new ModelledRows(new ScriptSpread(1, 0.2));
        var random = new RandomStream(7);
        int wins = 0, asSessions = 0;
        for (var i = 0; i < trials; i++)
        {
            var data = rows.Draw(
                criterion, scripts, scripts * repeats, Effect.Better(criterion.Win), random.Fork((ulong)i));
            wins += Wins(criterion, data, random) ? 1 : 0;
            asSessions += Wins(criterion, data with { Scripts = null }, random) ? 1 : 0;
        }

        // 2.5% are 10; 19 and more come of it in one of 200 such tests.
        wins.ShouldBeLessThan(19);
        asSessions.ShouldBeGreaterThan(wins + 8, "sessions of one script are not independent");
    }

    // The narrower claim needs no more than the chance between repeats.
    [Fact]
    public void Judge_TheseScripts_IsNarrowerThanCallsLikeThese()
    {
        var data = new ModelledRows(new ScriptSpread(1, 0.2)).Draw(
            GateSamples.Arguments, 20, 400, Effect.None, new RandomStream(3));
        double Width(RubricClaim claim) => RowJudge.Judge(GateSamples.Arguments, data, claim, Look, new RandomStream(1))
            .Difference!.Value.Interval is { Lower: { } lower, Upper: { } upper } ? upper - lower : double.NaN;
        Width(RubricClaim.TheseScripts).ShouldBeLessThan(0.7 * Width(RubricClaim.CallsLikeThese));
    }

    [Theory]
    [InlineData(11, 12, RubricClaim.CallsLikeThese, "11 scripts have this figure on both sides; an interval that holds for calls like these needs 12.")]
    [InlineData(12, 1, RubricClaim.CallsLikeThese, null)]
    [InlineData(20, 5, RubricClaim.TheseScripts, "A script was played in 5 pairs alone; an interval for these scripts needs 6 of each.")]
    [InlineData(2, 6, RubricClaim.TheseScripts, "12 pairs of 2 scripts have this figure; an interval for these scripts needs 12 pairs more than scripts.")]
    [InlineData(3, 6, RubricClaim.TheseScripts, null)]
    public void Judge_TooFewForTheClaim_IsRefusedByNumbersAlone(
        int scripts, int repeats, RubricClaim claim, string? why)
    {
        var data = new ModelledRows(ScriptSpread.None).Draw(
            GateSamples.Cost, scripts, scripts * repeats, Effect.None, new RandomStream(3));
        var row = RowJudge.Judge(GateSamples.Cost, data, claim, Look, new RandomStream(1));
        (row.Difference is null).ShouldBe(why is not null);
        row.Notes.ShouldBe(why is null ? [] : [why]);
    }

    // 78 passes on both sides do not rule out failures: a candidate that fails 3% passes all 78 in 9% of runs.
    [Fact]
    public void Decide_ANumberThatAllPass_IsAShareAndNotCertain()
    {
        var verdict = Marked(static _ => 1, static _ => 1);
        var row = verdict.Rows[0];
        row.IsShare.ShouldBeTrue();
        row.Outcome.ShouldBe(RowOutcome.Open);
        row.LossDifference.Lower!.Value.ShouldBeLessThan(-0.05);
        verdict.Outcome.ShouldNotBe(VerdictOutcome.Adopt);
    }

    [Fact]
    public void Decide_AMeanWithoutSpread_IsRefused()
    {
        var verdict = Marked(static _ => 4, static i => 4.5 + (0.01 * i));
        verdict.Rows[0].Difference.ShouldBeNull();
        verdict.Rows[0].Notes[0].ShouldStartWith("All values of a side are equal");
        verdict.Outcome.ShouldBe(VerdictOutcome.Inconclusive);
    }

    // 3.7 less 4 is a rounding beyond -0.3, and worse by just the margin is no bad loss; nor is better by just it a
    // win.
    [Fact]
    public void Decide_ADifferenceOnTheMargin_IsNeitherBadLossNorWin()
    {
        var criterion = Mark with { Win = new Margin(0.2, false), BadLoss = new Margin(0.3, false) };
        Marked(static i => 3 + (i % 13 * 0.1), static i => 3 + (i % 13 * 0.1) - 0.3, criterion)
            .Rows[0].Outcome.ShouldBe(RowOutcome.NonInferior);
        Marked(static i => 3 + (i % 13 * 0.1), static i => 3 + (i % 13 * 0.1) + 0.2, criterion)
            .Rows[0].Outcome.ShouldBe(RowOutcome.NonInferior);
        Marked(static i => 3 + (i % 13 * 0.1), static i => 3 + (i % 13 * 0.1) - 0.31, criterion)
            .Rows[0].Outcome.ShouldBe(RowOutcome.Inferior);
    }

    // Far out at three to four degrees of freedom Student's quantile once did not converge.
    [Fact]
    public void Decide_AnEarlyLookWithOneOutlier_HasAnInterval()
    {
        var rubric = GateSamples.Rubric(1, Mark) with
        {
            InterimLooks = LookDesign.ObrienFleming, PlannedLooks = [26, 1000], MinSessions = 26, PlannedSessions = 1000,
        };
        var verdict = GateSamples.Decide(
            rubric, Side("old", static i => i % 7), Side("new", static i => i == 40 ? 1e9 : i % 7));
        verdict.Look.Confidence.ShouldBeGreaterThan(1 - 1e-10);
        verdict.Rows[0].Difference!.Value.Interval.IsBounded.ShouldBeTrue();
        verdict.Outcome.ShouldBe(VerdictOutcome.Inconclusive);
    }

    [Fact]
    public void Refusals_AMarginThatMeansNothing_IsOne()
    {
        var relative = Mark with { Win = new Margin(0.1, true), BadLoss = new Margin(0.1, true) };
        Judge.Refusals(GateSamples.Rubric(1, relative), Side("old", static i => -(i % 5)), Side("new", static i => i % 5))
            .ShouldHaveSingleItem().ShouldContain("a share of a baseline above zero");
        var share = Mark with { Figure = Mark.Figure with { Kind = FigureKind.Share, Unit = FigureUnit.Share } };
        Judge.Refusals(GateSamples.Rubric(1, share), Side("old", static i => i % 2), Side("new", static i => i % 5))
            .ShouldHaveSingleItem().ShouldContain("outside of 0 to 1");
    }

    // Pairs that are planned and not there yet are not called useless.
    [Fact]
    public void Settle_WhilePlannedPairsAreToCome_NeverSaysThatNoneWould()
    {
        var rubric = GateSamples.Rubric(1, GateSamples.Arguments) with { PlannedSessions = 400 };
        var verdict = GateSamples.Decide(rubric, GateSamples.Drawn("old", 60, 3), GateSamples.Drawn("new", 60, 4));
        verdict.Why[0].ShouldBe("60 of the 400 planned pairs are there, and the rubric looks once, when all are.");
        VerdictText.Settle(verdict).ShouldNotBeNull().ShouldNotStartWith("Probably no number");
        VerdictText.Settle(verdict with { More = null }).ShouldBe("340 of the planned pairs of sessions are still to come.");
    }

    [Fact]
    public void Scripts_OfAVerdict_CountVariantsAndRepeatsOnce()
    {
        var verdict = Marked(static i => i % 5, static i => i % 4);
        verdict.Scripts.ShouldBe(new ScriptCount(13, 6, 6));
        verdict.Scripts.ToString().ShouldBe("13 scripts x 6");
        new ScriptCount(26, 10, 12).ToString().ShouldBe("26 scripts x 10 to 12");
        VerdictText.Claim(verdict).ShouldContain("13 scripts are a sample");
    }

    private static Criterion Mark { get; } = new()
    {
        Name = "mark",
        Figure = new Figure(FigureSource.Number, "mark", FigureKind.Mean, FigureUnit.Plain) { HasQuantiles = true },
        Better = BetterWhen.Higher,
        Win = new Margin(0.01, false),
        BadLoss = new Margin(0.02, false),
    };

    private static bool Wins(Criterion criterion, RowData data, RandomStream random) => RowJudge.Judge(
        criterion, data, RubricClaim.CallsLikeThese, Look, random, 400, decideOnly: true).Win == ClaimStatus.Demonstrated;

    private static Verdict Marked(Func<int, double> baseline, Func<int, double> candidate, Criterion? criterion = null) =>
        GateSamples.Decide(GateSamples.Rubric(1, criterion ?? Mark), Side("old", baseline), Side("new", candidate));

    // 78 sessions of 13 scripts.
    private static SideEvidence Side(string name, Func<int, double> mark)
    {
        var sessions = Enumerable.Range(0, 78).Select(i => GateSamples.Session(i, name: $"s{i}") with
        {
            Script = $"script{i % 13}",
            Values = new Dictionary<string, double[]> { ["mark"] = [mark(i)] },
        }).ToList();
        return GateSamples.Side(name, sessions);
    }
}
