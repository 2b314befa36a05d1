namespace Tollgate.Statistics.Tests;

public class BootstrapTests
{
    private static readonly double[] First = [0.2, 0.5, 0.7, 0.9, 1.1, 1.3, 1.8, 2.5, 3.9, 7.4, 1.6, 0.4];
    private static readonly double[] Second = [1.2, 2.5, 0.9, 3.9, 2.1, 4.3, 1.7, 2.2, 5.6, 2.8];

    // SciPy 1.10.1: scipy.stats.bootstrap((x,), np.mean, method='percentile' and 'BCa', n_resamples=40000).
    [Fact]
    public void OneStratum_MeanOfASkewedSample_IsAsInSciPy()
    {
        void Mean(ReadOnlySpan<int> drawn, Span<double> figures) => figures[0] = MeanOf(First, drawn, 0);

        var percentile = Bootstrap.Percentile([12], 1, Mean, new RandomStream(1), resamples: 40_000)[0];
        percentile.Lower.ShouldNotBeNull().ShouldBe(0.9417, 0.02);
        percentile.Upper.ShouldNotBeNull().ShouldBe(3.0917, 0.04);
        var corrected = Bootstrap.BiasCorrected([12], 1, Mean, new RandomStream(1), resamples: 40_000)[0];
        corrected.Lower.ShouldNotBeNull().ShouldBe(1.0917, 0.02);
        corrected.Upper.ShouldNotBeNull().ShouldBe(3.5833, 0.06);
    }

    // SciPy 1.10.1: the same of (x, y) with the difference of means, percentile.
    [Fact]
    public void TwoStrata_DifferenceOfMeans_IsAsInSciPy()
    {
        void Difference(ReadOnlySpan<int> drawn, Span<double> figures) =>
            figures[0] = MeanOf(First, drawn[..12], 0) - MeanOf(Second, drawn[12..], 12);

        var interval = Bootstrap.Percentile([12, 10], 1, Difference, new RandomStream(1), resamples: 40_000)[0];
        interval.Lower.ShouldNotBeNull().ShouldBe(-2.1933, 0.03);
        interval.Upper.ShouldNotBeNull().ShouldBe(0.6200, 0.03);
    }

    [Fact]
    public void SameSeed_SameIntervals_AndTooFewUnits_NoBound()
    {
        void Mean(ReadOnlySpan<int> drawn, Span<double> figures)
        {
            figures[0] = drawn[0];
            figures[1] = drawn[^1];
        }

        var once = Bootstrap.BiasCorrected([30], 2, Mean, new RandomStream(5));
        Bootstrap.BiasCorrected([30], 2, Mean, new RandomStream(5)).ShouldBe(once);
        Bootstrap.BiasCorrected([30, 7], 2, Mean, new RandomStream(5)).ShouldBe([Interval.None, Interval.None]);
    }

    // 400 trials leave a standard error of 1.1%; BCa of a mean of 40 exponentials falls a little short of 95%.
    [Fact]
    public void BiasCorrected_MeanOfExponentials_CoversTheTruth()
    {
        var random = new RandomStream(3);
        var covered = 0;
        for (var trial = 0; trial < 400; trial++)
        {
            var sample = Enumerable.Range(0, 40).Select(_ => random.NextExponential()).ToArray();
            void Mean(ReadOnlySpan<int> drawn, Span<double> figures) => figures[0] = MeanOf(sample, drawn, 0);
            var interval = Bootstrap.BiasCorrected([40], 1, Mean, random.Fork((ulong)trial), resamples: 600)[0];
            covered += interval.Contains(1) ? 1 : 0;
        }

        (covered / 400.0).ShouldBeInRange(0.90, 0.98);
    }

    private static double MeanOf(double[] values, ReadOnlySpan<int> drawn, int first)
    {
        double sum = 0;
        foreach (var i in drawn)
        {
            sum += values[i - first];
        }

        return sum / drawn.Length;
    }
}
