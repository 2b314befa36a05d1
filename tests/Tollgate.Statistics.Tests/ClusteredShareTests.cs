namespace Tollgate.Statistics.Tests;

public class ClusteredShareTests
{
    // Where resampling says nothing the interval is Wilson's, the clusters for trials: R 4.2.2,
    // prop.test(hits, clusters, correct = FALSE)$conf.int; that of 4 of 7 and of 7 of 7 by hand from Wilson's formula.
    public static TheoryData<string, (double, double)[], double, double, double> Wilsons { get; } = new()
    {
        { "one trial in each of ten", Clusters((7, (1, 1)), (3, (0, 1))), 0.7, 0.396778147461, 0.892208732594 },
        { "the same among some without trials", Clusters((7, (1, 1)), (90, (0, 0)), (3, (0, 1))), 0.7, 0.396778147461, 0.892208732594 },
        { "all of many trials in ten clusters", Clusters((10, (40, 40))), 1, 0.722467200137, 1 },
        { "none of many trials in ten clusters", Clusters((10, (0, 40))), 0, 0, 0.277532799863 },
        { "the same share in each of ten clusters", Clusters((10, (28, 40))), 0.7, 0.396778147461, 0.892208732594 },
        { "seven clusters, too few to resample: 4 of 7", Clusters((3, (9, 10)), (4, (2, 10))), 0.5, 0.250458364528, 0.841780144749 },
    };

    [Theory]
    [MemberData(nameof(Wilsons))]
    public void Of_WhereResamplingSaysNothing_IsWilsons(
        string why, (double, double)[] clusters, double share, double lower, double upper)
    {
        var (value, interval) = ClusteredShare.Of(clusters, new RandomStream(1));
        value.ShouldBe(share, 1e-12, why);
        interval.Lower.ShouldNotBeNull().ShouldBe(lower, 1e-10, why);
        interval.Upper.ShouldNotBeNull().ShouldBe(upper, 1e-10, why);
    }

    [Fact]
    public void Of_SevenAlike_IsNotWilsonsOfTheirTrials()
    {
        var (_, interval) = ClusteredShare.Of(Clusters((7, (10, 10))), new RandomStream(1));
        interval.Lower.ShouldNotBeNull().ShouldBe(0.645669564933, 1e-10, "7 of 7, not 70 of 70");
    }

    // By hand: for a ratio r = sum(y) / sum(x) of n clusters linearised, W. G. Cochran, Sampling Techniques (1977),
    // 6.4: var(r) = sum((y - r x)^2) / (n (n - 1) mean(x)^2). With many clusters both must agree.
    [Fact]
    public void Of_ManyClusters_IsNearTheLinearisedRatio()
    {
        var random = new RandomStream(3);
        var clusters = Enumerable.Range(0, 300).Select(_ => Cluster(random)).ToArray();
        double n = clusters.Length, x = clusters.Sum(c => c.Count), y = clusters.Sum(c => c.Sum), r = y / x;
        var residual = clusters.Sum(c => Math.Pow(c.Sum - (r * c.Count), 2));
        var half = 1.959964 * Math.Sqrt(residual / (n * (n - 1) * Math.Pow(x / n, 2)));

        var (value, interval) = ClusteredShare.Of(clusters, new RandomStream(4));
        value.ShouldBe(r, 1e-12);
        interval.Lower.ShouldNotBeNull().ShouldBe(r - half, 0.15 * half);
        interval.Upper.ShouldNotBeNull().ShouldBe(r + half, 0.15 * half);
        var independent = Proportions.Wilson((long)y, (long)x).Interval;
        (interval.Upper - interval.Lower).ShouldNotBeNull().ShouldBeGreaterThan(
            1.5 * (independent.Upper - independent.Lower).ShouldNotBeNull(), "the trials of a cluster are alike");
    }

    // 300 trials leave a standard error of 1.3%.
    [Fact]
    public void Of_Clusters_CoversTheTruth()
    {
        var random = new RandomStream(5);
        var covered = 0;
        for (ulong trial = 0; trial < 300; trial++)
        {
            var draws = random.Fork(trial);
            var clusters = Enumerable.Range(0, 60).Select(_ => Cluster(draws)).ToArray();
            covered += ClusteredShare.Of(clusters, draws.Fork(1)).Interval.Contains(0.7) ? 1 : 0;
        }

        (covered / 300.0).ShouldBeInRange(0.90, 0.985);
    }

    [Fact]
    public void Of_TheSameSeed_IsTheSame()
    {
        var random = new RandomStream(6);
        var clusters = Enumerable.Range(0, 30).Select(_ => Cluster(random)).ToArray();
        ClusteredShare.Of(clusters, new RandomStream(1)).ShouldBe(ClusteredShare.Of(clusters, new RandomStream(1)));
        ClusteredShare.Of(clusters, new RandomStream(1), 0.8).Interval.Lower.ShouldNotBeNull().ShouldBeGreaterThan(
            ClusteredShare.Of(clusters, new RandomStream(1)).Interval.Lower.ShouldNotBeNull());
    }

    // Half of the sessions go well (a share of 0.9), half do not (0.5): 0.7 in all, whatever their lengths.
    private static (double Sum, double Count) Cluster(RandomStream random)
    {
        var (share, count) = (random.NextDouble() < 0.5 ? 0.9 : 0.5, 5 + random.Next(20));
        return (Enumerable.Range(0, count).Count(_ => random.NextDouble() < share), count);
    }

    private static (double, double)[] Clusters(params (int Times, (double, double) One)[] groups) =>
        [.. groups.SelectMany(group => Enumerable.Repeat(group.One, group.Times))];
}
