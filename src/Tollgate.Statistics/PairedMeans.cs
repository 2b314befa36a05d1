namespace Tollgate.Statistics;

/// <summary>
/// A ratio of sums, sum(values) / sum(counts), of two sides that were measured on the same units: the mean of values
/// that come in clusters, or an amount by unit where each counts 1.
/// </summary>
internal static class PairedMeans
{
    /// <summary>Draws the units again.</summary>
    /// <param name="baseline">The sum and the count of each unit; the counts may not all be 0.</param>
    /// <param name="candidate">The same units of the other side.</param>
    /// <param name="random">Where the draws come from.</param>
    /// <param name="resamples">How often to draw.</param>
    /// <param name="sampling">What the units are a sample of; null for clusters of a wider population.</param>
    public static PairedResamples Resample(
        IReadOnlyList<(double Sum, double Count)> baseline, IReadOnlyList<(double Sum, double Count)> candidate,
        RandomStream random, int resamples = 4000, UnitSampling? sampling = null)
    {
        ArgumentOutOfRangeException.ThrowIfNotEqual(candidate.Count, baseline.Count);
        sampling ??= UnitSampling.Clusters(baseline.Count);
        ArgumentOutOfRangeException.ThrowIfNotEqual(sampling.Count, baseline.Count);
        (double Sum, double Count)[] own = [.. baseline], other = [.. candidate];
        var (ownMean, ownInfluences) = Influences(own);
        var (otherMean, otherInfluences) = Influences(other);
        var baselines = new double[resamples];
        var candidates = new double[resamples];
        var weights = new double[own.Length];
        for (var r = 0; r < resamples; r++)
        {
            sampling.Draw(random, weights);
            double ownSum = 0, ownCount = 0, otherSum = 0, otherCount = 0;
            for (var i = 0; i < weights.Length; i++)
            {
                var weight = weights[i];
                if (weight > 0)
                {
                    ownSum += weight * own[i].Sum;
                    ownCount += weight * own[i].Count;
                    otherSum += weight * other[i].Sum;
                    otherCount += weight * other[i].Count;
                }
            }

            // A resample without a count is undefined, 0 / 0, and bounds nothing.
            baselines[r] = ownSum / ownCount;
            candidates[r] = otherSum / otherCount;
        }

        return new PairedResamples(
            sampling, ownMean, otherMean, baselines, candidates, ownInfluences, otherInfluences);
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
