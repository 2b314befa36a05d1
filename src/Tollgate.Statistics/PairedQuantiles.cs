namespace Tollgate.Statistics;

/// <summary>A quantile of two sides that were measured on the same clusters.</summary>
public static class PairedQuantiles
{
    /// <summary>With fewer clusters than that there is no interval: its coverage was not shown to hold.</summary>
    public const int FewestClusters = 30;

    /// <summary>With fewer values beyond the quantile, expected on a side, there is none either.</summary>
    public const int FewestBeyond = 15;

    /// <summary>
    /// Whether so many clusters with so many values bound the quantile <paramref name="p"/>. It looks at no value, so
    /// that what is refused does not depend on what would have come out.
    /// </summary>
    public static bool CanBound(int clusters, long values, double p) =>
        clusters >= FewestClusters && values * Math.Min(p, 1 - p) >= FewestBeyond - 1e-9;

    /// <summary>Resamples the clusters.</summary>
    /// <param name="baseline">The values of each cluster; some may be empty, all may not.</param>
    /// <param name="candidate">The same clusters of the other side.</param>
    /// <param name="p">Between 0 and 1.</param>
    /// <param name="random">Where the draws come from.</param>
    /// <param name="resamples">How often to resample.</param>
    public static PairedResamples Resample(
        IReadOnlyList<double[]> baseline, IReadOnlyList<double[]> candidate, double p, RandomStream random,
        int resamples = 4000)
    {
        ArgumentOutOfRangeException.ThrowIfNotEqual(candidate.Count, baseline.Count);
        Quantiles.RequireProbability(p);
        var own = new Side(baseline, p);
        var other = new Side(candidate, p);
        var clusters = baseline.Count;
        var baselines = new double[resamples];
        var candidates = new double[resamples];
        var drawn = new int[clusters];
        for (var r = 0; r < resamples; r++)
        {
            Array.Clear(drawn);
            for (var i = 0; i < clusters; i++)
            {
                drawn[random.Next(clusters)]++;
            }

            baselines[r] = own.Quantile(drawn);
            candidates[r] = other.Quantile(drawn);
        }

        return new PairedResamples(
            clusters, own.Estimate, other.Estimate, baselines, candidates, own.Influences(), other.Influences());
    }

    /// <summary>The values of one side from small to large, each with its cluster.</summary>
    private sealed class Side
    {
        private readonly double[] values;
        private readonly int[] clusterOf;
        private readonly int[] sizes;
        private readonly double p;

        public Side(IReadOnlyList<double[]> clusters, double p)
        {
            this.p = p;
            sizes = [.. clusters.Select(static cluster => cluster.Length)];
            values = [.. clusters.SelectMany(static cluster => cluster)];
            ArgumentOutOfRangeException.ThrowIfZero(values.Length);
            clusterOf = new int[values.Length];
            for (int i = 0, at = 0; i < sizes.Length; i++)
            {
                Array.Fill(clusterOf, i, at, sizes[i]);
                at += sizes[i];
            }

            Array.Sort(values, clusterOf);
            Estimate = Quantiles.OfSorted(values, p);
        }

        public double Estimate { get; }

        /// <summary>The quantile where each cluster counts as often as it was drawn.</summary>
        public double Quantile(int[] drawn)
        {
            long total = 0;
            for (var i = 0; i < sizes.Length; i++)
            {
                total += (long)drawn[i] * sizes[i];
            }

            if (total == 0)
            {
                return double.NaN;
            }

            // From the nearer end: a high quantile needs the last few values alone.
            var rank = Quantiles.Rank(total, p);
            return 2 * rank > total ? FromAbove(drawn, total - rank + 1) : FromBelow(drawn, rank);
        }

        // How far the share of a cluster's values at or below the quantile is from the share of all.
        public double[] Influences()
        {
            var influences = new double[sizes.Length];
            long atOrBelow = 0;
            for (var i = 0; i < values.Length; i++)
            {
                var counts = values[i] <= Estimate;
                atOrBelow += counts ? 1 : 0;
                influences[clusterOf[i]] += counts ? 1 : 0;
            }

            var share = (double)atOrBelow / values.Length;
            for (var i = 0; i < influences.Length; i++)
            {
                influences[i] -= share * sizes[i];
            }

            return influences;
        }

        private double FromAbove(int[] drawn, long count)
        {
            var at = values.Length;
            while (count > 0)
            {
                count -= drawn[clusterOf[--at]];
            }

            return values[at];
        }

        private double FromBelow(int[] drawn, long count)
        {
            var at = -1;
            while (count > 0)
            {
                count -= drawn[clusterOf[++at]];
            }

            return values[at];
        }
    }
}
