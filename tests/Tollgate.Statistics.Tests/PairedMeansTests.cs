using Shouldly;
using Xunit;

namespace Tollgate.Statistics.Tests;

public class PairedMeansTests
{
    // The bootstrap's own spread of a mean is known without drawing: sqrt(sum (x - mean)^2 / n^2). The interval reaches
    // about so many of them to each side: at a normal law's 95% with n = 272, t(271) sqrt(272 / 271).
    [Fact]
    public void Interval_OfAMean_IsTheExactSpreadTimesStudentsT()
    {
        var random = new RandomStream(3);
        var values = Enumerable.Range(0, 272).Select(_ => 70 + (13 * random.NextGaussian())).ToArray();
        (double, double)[] clusters = [.. values.Select(value => (value, 1.0))];
        var mean = values.Average();
        var spread = Math.Sqrt(values.Sum(value => (value - mean) * (value - mean))) / values.Length;
        var interval = PairedMeans.Resample(clusters, clusters, new RandomStream(1), 40_000).BaselineInterval(0.95);
        var half = Means.StudentQuantile(271) * Math.Sqrt(272.0 / 271) * spread;
        interval.Lower!.Value.ShouldBe(mean - half, 0.03 * half);
        interval.Upper!.Value.ShouldBe(mean + half, 0.03 * half);
    }

    // R 4.2.2: a million resamples of `rivers`, and of its ratio to itself moved on by one; the quantiles at the tails
    // of the expanded percentile interval, with 18 and 39 degrees of freedom and the term for skewness.
    [Fact]
    public void Intervals_OfRivers_AreThoseOfR()
    {
        (double, double)[] rivers = [.. RSamples.Rivers.Select(length => (length, 1.0))];
        (double, double)[] moved = [.. rivers.Skip(1), rivers[0]];
        var resamples = PairedMeans.Resample(rivers, moved, new RandomStream(1), 200_000);
        var mean = resamples.BaselineInterval(0.95);
        mean.Lower!.Value.ShouldBe(510.40, 0.6);
        mean.Upper!.Value.ShouldBe(706.32, 1.8);
        var ratio = resamples.RatioInterval(0.95);
        ratio.Lower!.Value.ShouldBe(0.8586, 0.0015);
        ratio.Upper!.Value.ShouldBe(1.1772, 0.002);
    }

    [Fact]
    public void Difference_OfSidesThatMoveTogether_HasNoSpread()
    {
        var random = new RandomStream(3);
        (double Sum, double Count)[] baseline = [.. Enumerable.Range(0, 50).Select(_ => (random.NextDouble(), 1.0))];
        (double, double)[] dearer = [.. baseline.Select(one => (one.Sum + 0.5, 1.0))];
        (double, double)[] twice = [.. baseline.Select(one => (one.Sum * 2, 1.0))];
        var difference = PairedMeans.Resample(baseline, dearer, new RandomStream(1), 500).DifferenceInterval(0.95);
        difference.Lower!.Value.ShouldBe(0.5, 1e-9);
        difference.Upper!.Value.ShouldBe(0.5, 1e-9);
        var ratio = PairedMeans.Resample(baseline, twice, new RandomStream(1), 500).RatioInterval(0.95);
        ratio.Lower!.Value.ShouldBe(2, 1e-9);
    }

    // Sessions that broke off count nothing below the line: the money that went into them is shared by the others.
    [Fact]
    public void Mean_OfClustersWithoutACount_TakesTheirSums()
    {
        (double, double)[] clusters = [.. Enumerable.Range(0, 40).Select(i => (1.0, i % 4 == 0 ? 0.0 : 1.0))];
        PairedMeans.Resample(clusters, clusters, new RandomStream(1), 10).Baseline.ShouldBe(4.0 / 3, 1e-12);
    }

    [Fact]
    public void Mean_OfAnInfiniteSum_IsInfinite()
    {
        (double, double)[] good = [.. Enumerable.Range(0, 40).Select(i => ((double)i, 1.0))];
        (double, double)[] failing = [.. good.Select(one => one.Item1 == 7 ? (double.PositiveInfinity, 1.0) : one)];
        var resamples = PairedMeans.Resample(good, failing, new RandomStream(1), 200);
        resamples.Candidate.ShouldBe(double.PositiveInfinity);
        resamples.DifferenceInterval(0.95).Upper.ShouldBeNull();
    }
}
