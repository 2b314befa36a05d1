using Tollgate.Figures;
using Tollgate.Gate.Judging;
using Tollgate.Gate.Power;
using Tollgate.Gate.Reading;
using Tollgate.Gate.Rubrics;
using Tollgate.Measures;
using Tollgate.Measures.Costs;
using Tollgate.Measures.OfCalls;
using Tollgate.Scores.Kinds;
using Tollgate.Statistics;

namespace Tollgate.Tests.Gate;

public class PowerStudyTests
{
    private static readonly PowerEffort Small = new()
    {
        EqualTrials = 40,
        BadTrials = 20,
        SizeTrials = 20,
        Resamples = 100,
        MaxSize = 800,
    };

    private static readonly Rubric Two = GateSamples.Rubric(
        2, GateSamples.Arguments with { ExpectedEffect = new Margin(0.045, false) },
        GateSamples.Cost with { ExpectedEffect = new Margin(0.3, true) }) with { PlannedSessions = 100 };

    [Theory]
    [InlineData(LookDesign.Once)]
    [InlineData(LookDesign.ObrienFleming)]
    public void Run_TheSameSeed_IsTheSameReportOnAnyNumberOfProcessors(LookDesign design)
    {
        var rubric = Two with { InterimLooks = design, PlannedLooks = design == LookDesign.Once ? [] : [50, 100] };
        string Of(ulong seed, int processors) => Text(PowerStudy.Of(
            rubric, null, seed, Small with { Processors = processors }).Run(null, CancellationToken.None));
        var one = Of(5, 1);
        Of(5, 8).ShouldBe(one);
        Of(5, 1).ShouldBe(one);
        Of(6, 1).ShouldNotBe(one);
    }

    // The shipped rubrics at their planned size. The full study and its table are under bench/; here with few trials,
    // so that the tolerance is wide.
    [Theory]
    [InlineData("voice-agent.yaml", 250)]
    [InlineData("chat-agent.yaml", 250)]
    public void Run_AShippedRubric_HardlyEverAdoptsWhatItShouldNot(string file, int trials)
    {
        var rubric = RubricReader.Load(Path.Combine(GateSamples.Root, "examples", "rubrics", file)).Rubric.ShouldNotBeNull();
        var report = PowerStudy.Of(rubric, null, 3, new PowerEffort
        {
            EqualTrials = trials,
            BadTrials = trials,
            SizeTrials = 60,
            Resamples = 200,
            MaxSize = rubric.PlannedSessions,
        }).Run(null, CancellationToken.None);
        report.Equal.AdoptRate.Value.ShouldBeLessThanOrEqualTo(0.06);
        report.BadlyWorse.AdoptRate.Value.ShouldBeLessThanOrEqualTo(0.02);
        report.Hoped.AdoptRate.Value.ShouldBeGreaterThan(0.7, "it does see what is there");
        report.Rates.Select(rate => rate.Scenario).ShouldBe(
        [
            "equal", "almost", "almost_at_the_margin", .. rubric.Criteria.Select(criterion => "badly_worse:" + criterion.Name), "at_the_margin",
            "better",
        ]);

        // Too little is known of the scores' errors for a candidate that wins nothing on them; the wins are in reach.
        report.Warnings.ShouldAllBe(static one => one.Contains("a candidate that is no better is not badly lost"));
    }

    [Fact]
    public void Run_Progress_NeverFallsBackAndEndsAtOne()
    {
        var shares = new List<double>();
        var study = PowerStudy.Of(Two, null, 1, Small with { Processors = 1 });
        study.Run(shares.Add, CancellationToken.None);
        shares.ShouldBeInOrder(SortDirection.Ascending);
        shares.ShouldAllBe(share => share > 0 && share <= 1);
        shares[^1].ShouldBe(1);

        shares.Clear();
        study.SelfTest(50, shares.Add, CancellationToken.None);
        shares.ShouldBeInOrder(SortDirection.Ascending);
        shares[0].ShouldBeLessThan(0.1, "a study that was run before begins anew");
        shares[^1].ShouldBe(1);
    }

    [Fact]
    public void Run_Stopped_EndsWithThat()
    {
        using var stop = new CancellationTokenSource();
        var study = PowerStudy.Of(Two, null, 1, Small);
        Should.Throw<OperationCanceledException>(() => study.Run(
            share =>
            {
                if (share > 0.3)
                {
                    stop.Cancel();
                }
            },
            stop.Token));
        Should.Throw<OperationCanceledException>(() => study.SelfTest(40, null, stop.Token));
    }

    // A bigger rehearsal sees more, and the sizes for 80 and 90% lie where the powers cross.
    [Fact]
    public void Run_Sizes_AscendAndBracketTheirPowers()
    {
        var effort = Small with { SizeTrials = 100, MaxSize = 4_000 };
        var report = PowerStudy.Of(Two with { PlannedSessions = 60 }, null, 2, effort)
            .Run(null, CancellationToken.None);
        report.Sizes.Select(rate => rate.Sessions).ShouldBeInOrder(SortDirection.Ascending);
        var (at80, at90) = (report.SessionsFor80.ShouldNotBeNull(), report.SessionsFor90.ShouldNotBeNull());
        at80.ShouldBeLessThanOrEqualTo(at90);
        report.Sizes.Last(rate => rate.Sessions < at90).AdoptRate.Value.ShouldBeLessThan(0.9);
        report.Sizes.First(rate => rate.Sessions >= at90).AdoptRate.Value.ShouldBeGreaterThanOrEqualTo(0.9);
    }

    // A win that cannot be, and a limit that the baseline itself breaks, are said beforehand.
    [Fact]
    public void Run_ARubricThatNothingCanPass_SaysSo()
    {
        var rubric = GateSamples.Rubric(
            1, GateSamples.Arguments with { Assume = 0.99 }, GateSamples.Cost with { Assume = 0.2, AtMost = 0.1 });
        PowerStudy.Of(rubric, null, 1, Small).Run(null, CancellationToken.None).Warnings.Count.ShouldBe(2);
    }

    // Modelled sessions by each kind of figure, both ways: what the candidate has over what the baseline has is what an
    // effect says, and the baseline has what is assumed.
    [Theory]
    [InlineData("quantile", BetterWhen.Lower, 0.2, true, 600, 480)]
    [InlineData("quantile", BetterWhen.Lower, -0.15, true, 600, 690)]
    [InlineData("quantile", BetterWhen.Lower, 150, false, 600, 450)]
    [InlineData("quantile", BetterWhen.Higher, 0.2, true, 600, 720)]
    [InlineData("quantile", BetterWhen.Higher, -150, false, 600, 450)]
    [InlineData("mean", BetterWhen.Lower, 0.2, true, 0.15, 0.12)]
    [InlineData("mean", BetterWhen.Lower, -0.05, false, 0.15, 0.2)]
    [InlineData("mean", BetterWhen.Higher, 0.2, true, 0.15, 0.18)]
    [InlineData("share", BetterWhen.Higher, 0.04, false, 0.9, 0.94)]
    [InlineData("share", BetterWhen.Higher, -0.04, false, 0.9, 0.86)]
    [InlineData("share", BetterWhen.Lower, 0.04, false, 0.1, 0.06)]
    [InlineData("share", BetterWhen.Lower, -0.04, false, 0.1, 0.14)]
    [InlineData("share", BetterWhen.Higher, 0.3, false, 0.9, 1)] // there is no more than all
    public void Draw_Modelled_HasTheAssumedValueAndTheEffect(
        string kind, BetterWhen better, double gain, bool relative, double baseline, double candidate)
    {
        var criterion = Of(kind, better) with { Assume = baseline };
        var data = new ModelledRows(ScriptSpread.Usual).Draw(criterion, 20_000, 20_000, new Effect(gain, relative), new RandomStream(4));
        var (own, other) = Values(criterion, data);
        own.ShouldBe(baseline, baseline * 0.02);
        other.ShouldBe(candidate, candidate * 0.02);

        // Without an effect the two sides are alike.
        (own, other) = Values(criterion, new ModelledRows(ScriptSpread.Usual).Draw(
            criterion, 20_000, 20_000, Effect.None, new RandomStream(5)));
        other.ShouldBe(own, own * 0.03);
    }

    // The same on a run's own sessions: 200 of them, drawn again and again.
    [Theory]
    [InlineData("quantile", BetterWhen.Lower, 0.2, true)]
    [InlineData("quantile", BetterWhen.Lower, -150, false)]
    [InlineData("quantile", BetterWhen.Higher, 0.2, true)]
    [InlineData("mean", BetterWhen.Lower, 0.2, true)]
    [InlineData("mean", BetterWhen.Lower, -0.03, false)]
    [InlineData("mean", BetterWhen.Higher, -0.2, true)]
    [InlineData("share", BetterWhen.Higher, 0.04, false)]
    [InlineData("share", BetterWhen.Higher, -0.04, false)]
    [InlineData("share", BetterWhen.Lower, 0.04, false)]
    [InlineData("share", BetterWhen.Lower, -0.04, false)]
    public void Draw_Recorded_HasTheRunsValueAndTheEffect(string kind, BetterWhen better, double gain, bool relative)
    {
        var criterion = Of(kind, better);
        var rows = new RecordedRows(GateSamples.Drawn("a", 200, 3).Sessions, RubricClaim.CallsLikeThese);
        var value = rows.Value(criterion).ShouldNotBeNull();
        var effect = new Effect(gain, relative);
        var (own, other) = Values(criterion, rows.Draw(criterion, 20_000, 20_000, effect, new RandomStream(4)));
        own.ShouldBe(value, value * 0.02);
        var change = (better == BetterWhen.Higher ? 1 : -1) * (relative ? gain * value : gain);
        other.ShouldBe(value + change, Math.Abs(value) * 0.02);
        (own, other) = Values(criterion, rows.Draw(criterion, 20_000, 20_000, Effect.None, new RandomStream(5)));
        other.ShouldBe(own, own * 0.03);
    }

    // Two repetitions of one script are a pair, never a session with itself; where one was played once, any two are.
    [Fact]
    public void Draw_Recorded_PairsRepetitionsOfOneScript()
    {
        var sessions = Enumerable.Range(0, 40).SelectMany(script => Enumerable.Range(0, 3).Select(repetition =>
            GateSamples.Session(
                (script * 3) + repetition, name: $"s{script}",
                sums: (CostPerSession.Measure.Name, (script * 3) + repetition, 1)))).ToList();
        var rows = new RecordedRows(sessions, RubricClaim.CallsLikeThese);
        rows.Repeats.ShouldBeTrue();
        var data = rows.Draw(GateSamples.Cost, 400, 4_000, Effect.None, new RandomStream(1));
        foreach (var (one, two) in data.BaselineSums.Zip(data.CandidateSums))
        {
            ((int)one.Sum / 3).ShouldBe((int)two.Sum / 3, "another script");
            one.Sum.ShouldNotBe(two.Sum, "the session itself");
        }

        data.BaselineSums.Distinct().Count().ShouldBe(120, "all are drawn");
        data.CandidateSums.Distinct().Count().ShouldBe(120, "on both sides");
        new RecordedRows(
                [.. sessions, GateSamples.Session(999, sums: (CostPerSession.Measure.Name, 1, 1))], RubricClaim.CallsLikeThese)
            .Repeats.ShouldBeFalse();
    }

    // A baseline whose own quantile is a failure has nothing to be better than: an effect does nothing, and is no NaN.
    [Fact]
    public void Draw_RecordedWithoutAFiniteValue_LeavesTheSessionsAsTheyAre()
    {
        var rows = new RecordedRows([.. Enumerable.Range(0, 60).Select(i => GateSamples.Session(
            i, [.. Enumerable.Range(0, 20).Select(v => v % 2 == 0 ? 100.0 : double.PositiveInfinity)]))],
            RubricClaim.CallsLikeThese);
        var data = rows.Draw(GateSamples.FirstToken, 60, 60, new Effect(0.2, true), new RandomStream(1));
        data.CandidateValues.SelectMany(one => one).Distinct().Order().ShouldBe([100, double.PositiveInfinity]);
        data = rows.Draw(
            GateSamples.FirstToken with { Win = new Margin(10, false) }, 60, 60, new Effect(10, false),
            new RandomStream(1));
        data.CandidateValues.SelectMany(one => one).Distinct().Order().ShouldBe([100, double.PositiveInfinity]);
    }

    // A hope larger than the baseline's own value does not turn time back.
    [Fact]
    public void Draw_RecordedBetterByMoreThanThereIs_StaysAboveZero()
    {
        var rows = new RecordedRows(GateSamples.Drawn("a", 60, 3).Sessions, RubricClaim.CallsLikeThese);
        var data = rows.Draw(GateSamples.FirstToken, 60, 60, new Effect(1e6, false), new RandomStream(1));
        data.CandidateValues.Min(one => one.Min()).ShouldBeGreaterThan(0);
    }

    // The A/A test of a baseline: hardly ever adopted, and by far the most are rejected, since nothing is won.
    [Fact]
    public void SelfTest_ABaselineAgainstItself_IsHardlyEverAdopted()
    {
        var study = PowerStudy.Of(
            GateSamples.Rubric(1, GateSamples.Arguments, GateSamples.Cost), GateSamples.Drawn("a", 120, 3).Sessions, 1,
            Small with { EqualTrials = 300 });
        var rate = study.SelfTest(120, null, CancellationToken.None);
        (rate.Trials, rate.Sessions, rate.Scenario).ShouldBe((300, 120, "equal"));
        rate.AdoptRate.Value.ShouldBeLessThan(0.06);
        study.SelfTest(120, null, CancellationToken.None).Adopted.ShouldBe(rate.Adopted);
    }

    private static Criterion Of(string kind, BetterWhen better) => kind switch
    {
        "quantile" => GateSamples.FirstToken with { Better = better },
        "mean" => GateSamples.Cost with { Better = better },
        _ => GateSamples.Share(
            better == BetterWhen.Higher ? ToolArgumentsScore.Name : FabricationsScore.Name, better),
    };

    private static (double Baseline, double Candidate) Values(Criterion criterion, RowData data)
    {
        var contrast = Contrast.Of(
            criterion.Figure, data, RubricClaim.CallsLikeThese, new RandomStream(1), resamples: 1);
        return (contrast.BaselineValue!.Value, contrast.CandidateValue!.Value); // There are values on both sides.
    }

    private static string Text(PowerReport report) => string.Join('\n', [
        .. report.Rates.Concat(report.Sizes).Select(rate => rate.ToString()),
        $"{report.SessionsFor80} {report.SessionsFor90}", .. report.Warnings]);
}
