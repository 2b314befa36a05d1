namespace Tollgate.Statistics;

/// <summary>A quantile of two sides that were measured on the same units.</summary>
internal static class PairedQuantiles
{
    /// <summary>With fewer values beyond the quantile, expected on a side, there is no interval.</summary>
    public const int MinBeyond = 15;

    private const double Rounding = 1e-12;

    /// <summary>
    /// Whether so many values bound the quantile <paramref name="p"/>. It looks at no value, so that what is refused
    /// does not depend on what would have come out.
    /// </summary>
    public static bool CanBound(long values, double p) => values * Math.Min(p, 1 - p) >= MinBeyond - 1e-9;

    /// <summary>Draws the units again.</summary>
    /// <param name="baseline">The values of each unit; some may be empty, all may not.</param>
    /// <param name="candidate">The same units of the other side.</param>
    /// <param name="p">Between 0 and 1.</param>
    /// <param name="random">Where the draws come from.</param>
    /// <param name="resamples">How often to draw.</param>
    /// <param name="sampling">What the units are a sample of; null for clusters of a wider population.</param>
    public static PairedResamples Resample(
        IReadOnlyList<double[]> baseline, IReadOnlyList<double[]> candidate, double p, RandomStream random,
        int resamples = 4000, UnitSampling? sampling = null)
    {
        ArgumentOutOfRangeException.ThrowIfNotEqual(candidate.Count, baseline.Count);
        Quantiles.RequireProbability(p);
        sampling ??= UnitSampling.Clusters(baseline.Count);
        ArgumentOutOfRangeException.ThrowIfNotEqual(sampling.Count, baseline.Count);
        var own = new Side(baseline, p);
        var other = new Side(candidate, p);
        var baselines = new double[resamples];
        var candidates = new double[resamples];
        var weights = new double[baseline.Count];
        for (var r = 0; r < resamples; r++)
        {
            sampling.Draw(random, weights);
            baselines[r] = own.Quantile(weights);
            candidates[r] = other.Quantile(weights);
        }

        return new PairedResamples(
            sampling, own.Estimate, other.Estimate, baselines, candidates, own.Influences(), other.Influences());
    }

    /// <summary>The values of one side from small to large, each with its unit.</summary>
    private sealed class Side
    {
        private readonly double[] values;
        private readonly int[] unitOf;
        private readonly int[] sizes;
        private readonly double p;

        public Side(IReadOnlyList<double[]> units, double p)
        {
            this.p = p;
            sizes = [.. units.Select(static unit => unit.Length)];
            values = [.. units.SelectMany(static unit => unit)];
            ArgumentOutOfRangeException.ThrowIfZero(values.Length);
            unitOf = new int[values.Length];
            for (int i = 0, at = 0; i < sizes.Length; i++)
            {
                Array.Fill(unitOf, i, at, sizes[i]);
                at += sizes[i];
            }

            Array.Sort(values, unitOf);
            Estimate = Quantiles.OfSorted(values, p);
        }

        public double Estimate { get; }

        /// <summary>The quantile where each unit counts as much as it was drawn.</summary>
        public double Quantile(double[] weights)
        {
            double total = 0;
            for (var i = 0; i < sizes.Length; i++)
            {
                total += weights[i] * sizes[i];
            }

            if (total == 0)
            {
                return double.NaN;
            }

            // From the nearer end: a high quantile needs the last few values alone. What rounding leaves decides
            // nothing.
            var slack = Rounding * total;
            return p > 0.5
                ? FromAbove(weights, ((1 - p) * total) + slack)
                : FromBelow(weights, (p * total) - slack);
        }

        // How far the share of a unit's values above the quantile is from the share of all: such a unit raises it.
        public double[] Influences()
        {
            var influences = new double[sizes.Length];
            long atOrBelow = 0;
            for (var i = 0; i < values.Length; i++)
            {
                var counts = values[i] <= Estimate;
                atOrBelow += counts ? 1 : 0;
                influences[unitOf[i]] -= counts ? 1 : 0;
            }

            var share = (double)atOrBelow / values.Length;
            for (var i = 0; i < influences.Length; i++)
            {
                influences[i] += share * sizes[i];
            }

            return influences;
        }

        // The greatest value with more than so much at or above it: what lies above the one before is no more.
        private double FromAbove(double[] weights, double above)
        {
            var at = values.Length;
            for (double sum = 0; sum <= above && at > 0;)
            {
                sum += weights[unitOf[--at]];
            }

            return values[at];
        }

        private double FromBelow(double[] weights, double below)
        {
            var at = -1;
            for (double sum = 0; sum < below && at < values.Length - 1;)
            {
                sum += weights[unitOf[++at]];
            }

            return values[Math.Max(0, at)];
        }
    }
}
