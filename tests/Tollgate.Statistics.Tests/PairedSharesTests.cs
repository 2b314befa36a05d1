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
    public void Share_OfClusters_IsWilsonsOnTheEffectiveNumber()
    {
        var (share, interval) = PairedShares.Share(First);
        share.ShouldBe(0.4233871, 1e-6);
        interval.Lower!.Value.ShouldBe(0.3530159, 1e-6);
        interval.Upper!.Value.ShouldBe(0.4970101, 1e-6);
        PairedShares.Share(Second).Interval.Lower!.Value.ShouldBe(0.3649559, 1e-6);
    }

    [Fact]
    public void Difference_OfPairedClusters_HasTheBoundsThatRWorksOut()
    {
        var (difference, interval) = PairedShares.Difference(First, Second);
        difference.ShouldBe(0.008064516, 1e-8);
        interval.Lower!.Value.ShouldBe(-0.09333044, 1e-6);
        interval.Upper!.Value.ShouldBe(0.1088486, 1e-6);
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

    private static (double, double)[] Clusters(string hits) =>
        [.. hits.Select((digit, i) => ((double)(digit - '0'), (double)(Trials[i] - '0')))];
}
