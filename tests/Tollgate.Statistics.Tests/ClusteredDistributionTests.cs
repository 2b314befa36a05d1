namespace Tollgate.Statistics.Tests;

public class ClusteredDistributionTests
{
    // Streams differ in speed: a gap is its stream's level plus noise. Intervals that took gaps for independent cover
    // the truth in about 30% of the trials; 500 trials leave a standard error of 1%.
    [Theory]
    [InlineData(0.5)]
    [InlineData(0.9)]
    public void QuantileInterval_OfClusters_CoversTheTruth(double p)
    {
        var random = new RandomStream(21);
        var truth = 100 + (Math.Sqrt(26) * MathNet.Numerics.Distributions.Normal.InvCDF(0, 1, p));
        int covered = 0, naive = 0;
        for (var trial = 0; trial < 500; trial++)
        {
            var distribution = Streams(random.Fork((ulong)trial), 120);
            covered += distribution.QuantileInterval(p).Contains(truth) ? 1 : 0;
            var half = 1.96 * Math.Sqrt(p * (1 - p) / distribution.Count);
            var (low, high) = (distribution.Total.Quantile(p - half), distribution.Total.Quantile(p + half));
            naive += truth >= low && truth <= high ? 1 : 0;
        }

        (covered / 500.0).ShouldBeInRange(0.92, 0.985);
        (naive / 500.0).ShouldBeLessThan(0.5);
    }

    [Fact]
    public void Mean_OfClusters_CoversTheTruth()
    {
        var random = new RandomStream(22);
        var covered = 0;
        for (var trial = 0; trial < 500; trial++)
        {
            covered += Streams(random.Fork((ulong)trial), 120).Mean().Interval.Contains(100) ? 1 : 0;
        }

        (covered / 500.0).ShouldBeInRange(0.92, 0.985);
    }

    [Theory]
    [InlineData(9, false)]
    [InlineData(10, true)]
    public void QuantileInterval_OfFewClusters_HasNoBound(int clusters, bool bounded) =>
        Streams(new RandomStream(1), clusters).QuantileInterval(0.5).IsBounded.ShouldBe(bounded);

    [Fact]
    public void QuantileInterval_ContainsTheEstimate()
    {
        for (var seed = 0UL; seed < 50; seed++)
        {
            var distribution = Streams(new RandomStream(seed), 30);
            foreach (var p in new[] { 0.01, 0.5, 0.95, 0.99 })
            {
                distribution.QuantileInterval(p).Contains(distribution.Total.Quantile(p)).ShouldBeTrue();
            }
        }
    }

    private static ClusteredDistribution Streams(RandomStream random, int clusters)
    {
        var distribution = new ClusteredDistribution(random.Fork(1));
        for (var cluster = 0; cluster < clusters; cluster++)
        {
            distribution.BeginCluster();
            var level = 100 + (5 * random.NextGaussian());
            for (var i = 0; i < 60; i++)
            {
                distribution.Add(level + random.NextGaussian());
            }
        }

        return distribution;
    }
}
