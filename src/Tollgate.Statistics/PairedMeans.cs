namespace Tollgate.Statistics;

/// <summary>
/// A ratio of sums, sum(values) / sum(counts), of two sides that were measured on the same clusters: the mean of values
/// that come in clusters, or an amount by cluster where each counts 1.
/// </summary>
public static class PairedMeans
{
    /// <inheritdoc cref="PairedQuantiles.FewestClusters"/>
    public const int FewestClusters = 30;

    /// <summary>Resamples the clusters.</summary>
    /// <param name="baseline">The sum and the count of each cluster; the counts may not all be 0.</param>
    /// <param name="candidate">The same clusters of the other side.</param>
    /// <param name="random">Where the draws come from.</param>
    /// <param name="resamples">How often to resample.</param>
    public static PairedResamples Resample(
        IReadOnlyList<(double Sum, double Count)> baseline, IReadOnlyList<(double Sum, double Count)> candidate,
        RandomStream random, int resamples = 4000)
    {
        ArgumentOutOfRangeException.ThrowIfNotEqual(candidate.Count, baseline.Count);
        (double Sum, double Count)[] own = [.. baseline], other = [.. candidate];
        var (ownMean, ownInfluences) = Influences(own);
        var (otherMean, otherInfluences) = Influences(other);
        var baselines = new double[resamples];
        var candidates = new double[resamples];
        for (var r = 0; r < resamples; r++)
        {
            double ownSum = 0, ownCount = 0, otherSum = 0, otherCount = 0;
            for (var i = 0; i < own.Length; i++)
            {
                var drawn = random.Next(own.Length);
                ownSum += own[drawn].Sum;
                ownCount += own[drawn].Count;
                otherSum += other[drawn].Sum;
                otherCount += other[drawn].Count;
            }

            // A resample without a count is undefined, 0 / 0, and bounds nothing.
            baselines[r] = ownSum / ownCount;
            candidates[r] = otherSum / otherCount;
        }

        return new PairedResamples(
            own.Length, ownMean, otherMean, baselines, candidates, ownInfluences, otherInfluences);
    }

    // To first order, what a cluster moves the ratio by: (sum_i - R count_i) / mean count.
    private static (double Mean, double[] Influences) Influences((double Sum, double Count)[] side)
    {
        var count = side.Sum(static one => one.Count);
        ArgumentOutOfRangeException.ThrowIfZero(count);
        var mean = side.Sum(static one => one.Sum) / count;
        return (mean, [.. side.Select(one => one.Sum - (mean * one.Count))]);
    }
}
