using Shouldly;
using Xunit;

namespace Tollgate.Statistics.Tests;

public class PairedSharesTests
{
    // R's data set `infert` (a case and its controls are a stratum): how many of each stratum have an induced abortion
    // behind them, and how many a spontaneous one. Bounds by R 4.2.2 from the formulas as their papers state them.
    private const string Trials =
        "33333333333333333333333333333333333333333333333333333333333333333333333332333333333";
    private const string Induced =
        "31312201101211322121011010002302211003011001112332333121321222011103122100111100200";
    private const string Spontaneous =
        "10021301221302103131101231113210010111211001011101232222111111112121300122312121033";

    private static readonly (double, double)[] First = Clusters(Induced);
    private static readonly (double, double)[] Second = Clusters(Spontaneous);

    [Fact]
    public void Wilson_OfClusters_IsOnTheEffectiveNumber()
    {
        PairedShares.Share(First).Value.ShouldBe(0.4233871, 1e-6);
        var interval = Side(First).Wilson(0.95);
        interval.Lower!.Value.ShouldBe(0.3530159, 1e-6);
        interval.Upper!.Value.ShouldBe(0.4970101, 1e-6);
        Side(Second).Wilson(0.95).Lower!.Value.ShouldBe(0.3649559, 1e-6);
    }

    [Fact]
    public void Mover_OfPairedClusters_HasTheBoundsThatRWorksOut()
    {
        var (b, c) = (Side(First), Side(Second));
        var interval = PairedShares.Mover(b, c, PairedShares.Correlation(b, c), 0.95);
        interval.Lower!.Value.ShouldBe(-0.09333044, 1e-6);
        interval.Upper!.Value.ShouldBe(0.1088486, 1e-6);
    }

    // The score bounds by R 4.2.2, with integrate() and uniroot(): they are beyond Wilson's.
    [Fact]
    public void Share_OfClusters_IsTheWiderOfWilsonsAndTheScoreInterval()
    {
        PairedShares.Share(First).Interval.Lower!.Value.ShouldBe(0.3508329, 2e-6);
        PairedShares.Share(First).Interval.Upper!.Value.ShouldBe(0.4999185, 2e-6);
        PairedShares.Share(Second).Interval.Lower!.Value.ShouldBe(0.3614478, 2e-6);
    }

    // Here the score interval is the widest, by R 4.2.2; Student's over the paired differences is 0.1020758 to each
    // side.
    [Fact]
    public void Difference_OfPairedClusters_IsTheWidestOfThree()
    {
        var (difference, interval) = PairedShares.Difference(First, Second);
        difference.ShouldBe(0.008064516, 1e-8);
        interval.Lower!.Value.ShouldBe(-0.09839503, 2e-6);
        interval.Upper!.Value.ShouldBe(0.1141464, 2e-6);
    }

    // A candidate that fails on two scripts of fifteen and on no other: the score interval takes it that there are more
    // such scripts than a sample shows, and reaches farther down.
    [Fact]
    public void Difference_ACandidateThatFailsOnAFewScripts_ReachesBeyondTheOtherTwo()
    {
        (double, double)[] own = [.. Enumerable.Range(0, 15).Select(i => (57.0 - (i % 3), 60.0))];
        (double, double)[] other = [.. Enumerable.Range(0, 15).Select(i => (i is 3 or 8 ? 30.0 : 60.0, 60.0))];
        var (b, c) = (Side(own), Side(other));
        var r = PairedShares.Correlation(b, c);
        var all = PairedShares.Difference(own, other, 0.99).Interval;
        var mover = PairedShares.Mover(b, c, r, 0.99);
        var score = ShareScore.Of(b, c, r, Means.StudentQuantile(14, 0.99));
        all.Lower!.Value.ShouldBeLessThanOrEqualTo(mover.Lower!.Value);
        score.Farther(c.Share - b.Share, -1, null).ShouldBeLessThan(c.Share - b.Share);

        // What is only decided lies on the same side of a margin as what is worked out.
        foreach (var margin in new[] { -0.4, -0.3, -0.25, -0.2, -0.15, -0.1, -0.05, 0, 0.05, 0.1 })
        {
            var decided = PairedShares.Difference(own, other, 0.99, decideAt: margin).Interval;
            (decided.Lower > margin).ShouldBe(all.Lower > margin, $"lower, {margin}");
            (decided.Upper < margin).ShouldBe(all.Upper < margin, $"upper, {margin}");
        }
    }

    // R 4.2.2 with integrate(): of the spreads that are tried, the greatest within 1 of the best log-likelihood.
    [Fact]
    public void Spread_OfClusters_IsTheGreatestThatTheyBearOut()
    {
        LogitNormal.Spread(First).ShouldBe(1.25);
        LogitNormal.Spread(Second).ShouldBe(1);
    }

    [Theory]
    [InlineData(0.3, 1, 0.03303074)]
    [InlineData(0.93, 2, 0.01661362)]
    [InlineData(0.5, 0.5, 0.01395558)]
    [InlineData(0.99, 3.5, 0.003326689)]
    [InlineData(0.9, 0, 0)]
    public void Variance_OfChances_IsThatOfR(double mean, double spread, double variance) =>
        LogitNormal.Variance(mean, spread).ShouldBe(variance, 1e-12 + (1e-3 * variance));

    // Fixed strata: scripts that differ from one another add nothing, and two repeats alike are no certainty.
    [Fact]
    public void Difference_OfStrata_LeavesOutWhatIsBetweenThem()
    {
        // A candidate that is much better on half of the scripts and much worse on the others.
        var random = new RandomStream(3);
        (double, double)[] own = Hits(static _ => 0.75), other = Hits(static i => i % 10 < 5 ? 0.95 : 0.55);
        var strata = UnitSampling.Strata([.. Enumerable.Range(0, 60).Select(i => i % 10)]);
        var within = Width(PairedShares.Difference(own, other, 0.95, strata).Interval);
        var clusters = Width(PairedShares.Difference(own, other).Interval);
        within.ShouldBeInRange(0.02, clusters * 0.8);

        (double, double)[] Hits(Func<int, double> chance) => [.. Enumerable.Range(0, 60).Select(i =>
            ((double)Enumerable.Range(0, 10).Count(_ => random.NextDouble() < chance(i)), 10.0))];

        static double Width(Interval interval) => interval.Upper!.Value - interval.Lower!.Value; // Both are there.
    }

    [Fact]
    public void Difference_OfTheSidesExchanged_IsTheMirrorImage()
    {
        var there = PairedShares.Difference(First, Second);
        var back = PairedShares.Difference(Second, First);
        back.Value.ShouldBe(-there.Value, 1e-12);
        back.Interval.Lower!.Value.ShouldBe(-there.Interval.Upper!.Value, 1e-12);
    }

    // Resampling would see no spread here and claim to be certain.
    [Fact]
    public void Difference_WithoutAFaultOnEitherSide_IsNotCertain()
    {
        var right = Enumerable.Repeat((1.0, 1.0), 59).ToArray();
        var interval = PairedShares.Difference(right, right).Interval;
        interval.Lower!.Value.ShouldBeInRange(-0.08, -0.05);
        interval.Upper!.Value.ShouldBe(-interval.Lower.Value, 1e-12);
    }

    [Fact]
    public void Share_WhereAClusterIsAllAlike_CountsClustersForTrials()
    {
        var clusters = Enumerable.Range(0, 40).Select(i => (i % 2 == 0 ? 10.0 : 0, 10.0)).ToArray();
        var alike = PairedShares.Share(clusters).Interval;
        var single = PairedShares.Share([.. clusters.Select(one => (one.Item1 / 10, 1.0))]).Interval;
        alike.Lower!.Value.ShouldBe(single.Lower!.Value, 1e-9);
    }

    [Fact]
    public void Share_OfClustersWithoutATrial_PassesThemOver()
    {
        var some = PairedShares.Share(First);
        var more = PairedShares.Share([.. First, (0, 0), (0, 0)]);
        more.Interval.Lower!.Value.ShouldBe(some.Interval.Lower!.Value, 1e-12);
    }

    [Fact]
    public void Share_WithoutATrial_IsRefused() =>
        Should.Throw<ArgumentOutOfRangeException>(() => PairedShares.Share([(0, 0)]));

    private static ShareSide Side((double, double)[] clusters) =>
        new(clusters, UnitSampling.Clusters(clusters.Length));

    private static (double, double)[] Clusters(string hits) =>
        [.. hits.Select((digit, i) => ((double)(digit - '0'), (double)(Trials[i] - '0')))];
}
