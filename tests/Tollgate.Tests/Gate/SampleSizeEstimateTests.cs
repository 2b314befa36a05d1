using FsCheck;
using FsCheck.Fluent;
using Tollgate.Gate.Judging;
using Tollgate.Gate.Rubrics;
using Tollgate.Statistics;
using Interval = Tollgate.Statistics.Interval;

namespace Tollgate.Tests.Gate;

public class SampleSizeEstimateTests
{
    private static readonly Rubric One = GateSamples.Rubric(1, GateSamples.Arguments);

    // A wider interval about the same value never needs fewer sessions.
    [Fact]
    public void Estimate_AWiderInterval_NeverNeedsFewer() => Prop.ForAll(
        Gen.Choose(-200, 200).Two().SelectMany(pair => Gen.Choose(1, 300), (pair, half) => (pair, half)).ToArbitrary(),
        given =>
        {
            var value = given.pair.Item1 / 1000.0;
            var (half, wider) = (given.half / 1000.0, (given.half + Math.Abs(given.pair.Item2)) / 1000.0);
            var narrow = Need(value, half);
            return Need(value, wider) is not { } more || narrow <= more;
        }).Check(Config.QuickThrowOnFailure.WithMaxTest(300));

    // The estimate is right about what it assumes: with so many more, intervals that shrink with the root decide.
    [Theory]
    [InlineData(0.03, 0.02)]
    [InlineData(0.04, 0.03)]
    [InlineData(0.0, 0.06)]
    public void Estimate_WithSoManyMore_IsDecided(double value, double half)
    {
        const int sessions = 100;
        var more = Need(value, half).ShouldNotBeNull();
        var root = Math.Sqrt((double)(sessions + more) / sessions);
        VerdictRule.Decide(One, [Row(value, half / root)], Size(sessions + more)).ShouldNotBe(VerdictOutcome.Inconclusive);
        VerdictRule.Decide(One, [Row(value, half)], Size(sessions)).ShouldBe(VerdictOutcome.Inconclusive);

        // Four times in five asks for about (1 + 0.84 / 1.96)^2 = twice as many as would do if nothing moved.
        var distance = Math.Min(Math.Abs(value - 0.02), Math.Abs(value + 0.05));
        var times = Math.Pow(half * 1.4294 / distance, 2);
        ((double)(sessions + more) / sessions).ShouldBe(times, 0.06 * times);
    }

    [Theory]
    [InlineData(0.02, 0.01)] // just the margin of a win: no size tells
    [InlineData(0.0205, 0.05)] // as good as
    public void Estimate_OutOfReach_IsNull(double value, double half) => Need(value, half).ShouldBeNull();

    // Where the rubric wants more before any verdict, that is the least that is missing, whatever the rows say.
    [Theory]
    [InlineData(100, 150, 50)]
    [InlineData(10, 30, 20)]
    [InlineData(1, 2_000, 1_999)] // further than anything can be foreseen, and yet needed
    public void Estimate_BelowTheFewest_IsAtLeastWhatIsMissing(int sessions, int fewest, int missing)
    {
        var rubric = One with { MinSessions = fewest, PlannedSessions = fewest };
        Estimate(rubric, Row(0.3, 0.01), sessions).ShouldNotBeNull().Pairs
            .ShouldBeInRange(missing, (int)(missing * 1.2));

        // Rows without an interval, since there are fewer sessions than one needs, foresee nothing; the rest is known.
        Estimate(rubric, GateSamples.Row(RowOutcome.Open), sessions).ShouldNotBeNull().Pairs
            .ShouldBeGreaterThanOrEqualTo(missing);
    }

    [Fact]
    public void Estimate_RowsWithoutAnIntervalAndEnoughSessions_IsNull() =>
        Estimate(One, GateSamples.Row(RowOutcome.Open), 100).ShouldBeNull();

    // What an interval takes is known, though not what it will show.
    [Fact]
    public void Estimate_ARowThatNeedsMoreForItsInterval_IsWhatItNeeds() =>
        Estimate(One, GateSamples.Row(RowOutcome.Open) with { Needed = Size(150) }, 100)
            .ShouldBe(new FurtherEvidence(50, 50));

    // An infinite value, or a bound that is not there, foresees nothing and breaks nothing.
    [Fact]
    public void Estimate_AnInfiniteDifference_IsNull()
    {
        var row = Row(0, 0.1) with
        {
            Difference = new Estimate(double.PositiveInfinity, new Interval(3, null)),
            LossDifference = new Interval(-3, null),
        };
        Estimate(One, row, 100).ShouldBeNull();
        Estimate(One, Row(0.08, 0.1) with { LossDifference = default }, 100)
            .ShouldBeNull("no win without a bound on the loss");
    }

    // Where all of the variance is the scripts', repeats do nothing, and further scripts are asked for.
    [Fact]
    public void Estimate_AllOfTheVarianceIsTheScripts_AsksForScripts()
    {
        var size = new SampleSize(20, 240, 12);
        var row = Row(0.05, 0.03) with { ScriptPart = 1 };
        var more = SampleSizeEstimate.Estimate(One, [row], size, [240]).ShouldNotBeNull();
        more.Scripts.ShouldBeGreaterThan(0);
        more.Pairs.ShouldBe(more.Scripts * 12);
        var repeats = SampleSizeEstimate.Estimate(One, [row with { ScriptPart = 0 }], size, [240]).ShouldNotBeNull();
        repeats.Scripts.ShouldBe(0);
        SampleSizeEstimate.Estimate(One with { Claim = RubricClaim.TheseScripts }, [row with { ScriptPart = 0 }], size, [240])
            .ShouldBe(repeats);
    }

    // What is planned is to come anyway: further scripts are not asked for where the planned repeats do.
    [Fact]
    public void Estimate_LongBeforeWhatIsPlanned_AsksForThePlannedPairs()
    {
        var rubric = One with { PlannedSessions = 312 };
        var more = SampleSizeEstimate.Estimate(
            rubric, [Row(0.05, 0.03) with { ScriptPart = 0.1 }], new SampleSize(26, 52, 2), [52]).ShouldNotBeNull();
        more.Scripts.ShouldBe(0);
        more.Pairs.ShouldBeInRange(260, 290);
    }

    // The next look of a sequential design has another bound than this one.
    [Fact]
    public void Estimate_AtAnEarlyLook_TakesTheBoundOfTheNext()
    {
        var rubric = One with
        {
            InterimLooks = LookDesign.ObrienFleming, PlannedLooks = [100, 400], MinSessions = 30, PlannedSessions = 400,
        };
        var at = InterimLooks.Take(rubric, [], 100);
        var z = -MathNet.Numerics.Distributions.Normal.InvCDF(0, 1, (1 - at.Confidence) / 2);
        z.ShouldBeGreaterThan(4, "a first look at a quarter");
        var standardError = 0.012;
        var row = Row(0.06, z * standardError);
        var more = SampleSizeEstimate.Estimate(rubric, [row], Size(100), [100]).ShouldNotBeNull();

        // By this look's own bound of more than 4 it would be 140.
        more.Pairs.ShouldBeLessThan(100);
    }

    private static int? Need(double value, double half) =>
        VerdictRule.Decide(One, [Row(value, half)], Size(100)) is var outcome && outcome != VerdictOutcome.Inconclusive
            ? 0
            : Estimate(One, Row(value, half), 100)?.Pairs;

    private static FurtherEvidence? Estimate(Rubric rubric, VerdictRow row, int sessions) =>
        SampleSizeEstimate.Estimate(rubric, [row], Size(sessions), [sessions]);

    private static SampleSize Size(int scripts) => new(scripts, scripts, 1);

    private static VerdictRow Row(double value, double half)
    {
        var interval = new Interval(value - half, value + half);
        return RowJudge.Stand(new VerdictRow
        {
            Criterion = GateSamples.Arguments,
            Outcome = RowOutcome.Open,
            Candidate = new SideValue { Value = 0.9, Interval = new(0.9 - half, 0.9 + half), N = 100 },
            Difference = new Estimate(value, interval),
            LossDifference = interval,
        });
    }
}
