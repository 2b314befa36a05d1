using Shouldly;
using Xunit;

namespace Tollgate.Statistics.Tests;

public class PairedQuantilesTests
{
    // With one value a cluster, the bootstrap of a quantile is known without drawing: P(Q* <= x(k)) is
    // P(Binomial(n, k / n) >= rank) (B. Efron, The Jackknife, the Bootstrap and Other Resampling Plans, 1982, section
    // 10.4). R 4.2.2 read the bounds off that law at the tails of the expanded percentile interval, with the term for
    // skewness.
    [Theory]
    [InlineData(0.5, 0.95, 425, 380, 500)]
    [InlineData(0.8, 0.95, 735, 630, 900)]
    [InlineData(0.8, 0.99, 735, 610, 1000)]
    [InlineData(0.95, 0.95, 1450, 1054, 2348)]
    [InlineData(0.96, 0.95, 1770, 1171, 2533)] // few rivers carry it: 11 degrees of freedom, where 140 give 1205, 2348
    [InlineData(0.97, 0.95, 1885, 1205, 3710)] // 9 degrees of freedom, and skewed
    public void Interval_OfRivers_IsThatOfTheExactLaw(
        double p, double confidence, double quantile, double lower, double upper)
    {
        double[][] clusters = [.. RSamples.Rivers.Select(length => new[] { length })];
        var resamples = PairedQuantiles.Resample(clusters, clusters, p, new RandomStream(1), 100_000);
        resamples.Baseline.ShouldBe(quantile);
        resamples.BaselineInterval(confidence).ShouldBe(new Interval(lower, upper));
        resamples.CandidateInterval(confidence).ShouldBe(new Interval(lower, upper));
    }

    // Both sides are drawn together: where each session is just so much slower, nothing is left to chance.
    [Fact]
    public void Difference_OfSidesThatMoveTogether_HasNoSpread()
    {
        double[][] baseline = [.. RSamples.Rivers.Select(length => new[] { length, length + 3 })];
        double[][] slower = [.. baseline.Select(one => one.Select(value => value + 50).ToArray())];
        double[][] twice = [.. baseline.Select(one => one.Select(value => value * 2).ToArray())];
        PairedQuantiles.Resample(baseline, slower, 0.9, new RandomStream(1), 500).DifferenceInterval(0.95)
            .ShouldBe(new Interval(50, 50));
        PairedQuantiles.Resample(baseline, twice, 0.9, new RandomStream(1), 500).RatioInterval(0.95)
            .ShouldBe(new Interval(2, 2));
    }

    [Fact]
    public void Interval_OfSessionsThatAreAlike_IsAsWideAsOfSingleValues()
    {
        double[][] single = [.. RSamples.Rivers.Select(length => new[] { length })];
        double[][] fivefold = [.. RSamples.Rivers.Select(length => Enumerable.Repeat(length, 5).ToArray())];
        var one = PairedQuantiles.Resample(single, single, 0.8, new RandomStream(1));
        var five = PairedQuantiles.Resample(fivefold, fivefold, 0.8, new RandomStream(1));
        five.BaselineInterval(0.95).ShouldBe(one.BaselineInterval(0.95));
    }

    // 6% of the candidate's answers never came: its p95 is one of those, worse than any.
    [Fact]
    public void Quantile_AmongFailures_IsInfinite()
    {
        double[][] baseline = [.. RSamples.Rivers.Select(length => new[] { length })];
        double[][] failing = [.. RSamples.Rivers.Select((length, i) => new[] { i % 12 == 0 ? double.PositiveInfinity : length })];
        var resamples = PairedQuantiles.Resample(baseline, failing, 0.95, new RandomStream(1));
        resamples.Candidate.ShouldBe(double.PositiveInfinity);
        resamples.DifferenceInterval(0.95).Upper.ShouldBeNull();
        resamples.CandidateInterval(0.95).Lower!.Value.ShouldBeGreaterThan(1000);

        // Both fail alike: the difference is anything.
        var both = PairedQuantiles.Resample(failing, failing, 0.97, new RandomStream(1)).DifferenceInterval(0.95);
        both.ShouldBe(Interval.None);
    }

    // The failing side is the baseline: the candidate is better without bound, and that much is known.
    [Fact]
    public void Difference_FromABaselineThatFails_LiesBelowEverything()
    {
        double[][] good = [.. RSamples.Rivers.Select(length => new[] { length })];
        double[][] failing = [.. RSamples.Rivers.Select((length, i) => new[] { i % 3 == 0 ? double.PositiveInfinity : length })];
        PairedQuantiles.Resample(failing, good, 0.95, new RandomStream(1)).DifferenceInterval(0.95).Upper!.Value
            .ShouldBe(double.NegativeInfinity);
    }

    // The bound of a confidence that no replicate reaches is drawn out, not cut off at the outermost one.
    [Fact]
    public void Interval_OfAConfidenceNearOne_GrowsOn()
    {
        double[][] clusters = [.. RSamples.Rivers.Select(length => new[] { length })];
        var resamples = PairedQuantiles.Resample(clusters, clusters, 0.5, new RandomStream(1), 1000);
        var widths = new[] { 0.95, 0.99, 0.9999, 0.9999999 }
            .Select(resamples.BaselineInterval).Select(one => one.Upper!.Value - one.Lower!.Value).ToList();
        widths.ShouldBe(widths.Order());
        widths[3].ShouldBeGreaterThan(widths[2] * 1.1);
    }

    [Fact]
    public void Resample_WithTheSameSeed_IsTheSame()
    {
        double[][] clusters = [.. RSamples.Rivers.Chunk(3)];
        double[][] other = [.. RSamples.Rivers.Reverse().Chunk(3)];
        Interval Of(ulong seed) =>
            PairedQuantiles.Resample(clusters, other, 0.9, new RandomStream(seed), 300).DifferenceInterval(0.95);
        Of(7).ShouldBe(Of(7));
        Of(7).ShouldNotBe(Of(8));
    }

    [Theory]
    [InlineData(30, 0.5, true)]
    [InlineData(29, 0.5, false)]
    [InlineData(300, 0.95, true)] // 15 beyond
    [InlineData(299, 0.95, false)]
    [InlineData(1499, 0.99, false)] // an extreme quantile
    [InlineData(1500, 0.99, true)]
    [InlineData(1499, 0.01, false)] // and at the other end
    public void CanBound_ByNumbersAlone(long values, double p, bool can) =>
        PairedQuantiles.CanBound(values, p).ShouldBe(can);
}
