namespace Tollgate.Statistics;

/// <summary>
/// Shares of trials that come in clusters, sum(hits) / sum(trials), and their difference on two sides that were
/// measured on the same clusters. It holds near 0 and 1, where resampling sees no spread.
/// </summary>
public static class PairedShares
{
    /// <inheritdoc cref="PairedQuantiles.FewestClusters"/>
    public const int FewestClusters = 30;

    /// <summary>
    /// A share with Wilson's score interval on the effective number of trials, n over the design effect (E. L. Korn and
    /// B. I. Graubard, Survey Methodology 24(2), 1998, 193-201), and with Student's t for z, of clusters - 1 degrees.
    /// The design effect is the variance between clusters over that of independent trials; it is kept between 1 and
    /// that of clusters whose trials are all alike.
    /// </summary>
    /// <param name="clusters">Hits and trials of each; there must be a trial.</param>
    /// <param name="confidence">Between 0 and 1.</param>
    public static Estimate Share(IReadOnlyList<(double Sum, double Count)> clusters, double confidence = 0.95)
    {
        var side = new Side(clusters);
        return new Estimate(side.Share, side.Wilson(confidence));
    }

    /// <summary>
    /// The second share less the first, from each one's interval and their correlation r (MOVER: G. Y. Zou and A.
    /// Donner, Statistics in Medicine 27, 2008, 1693-1702; for two Wilson intervals of pairs it is Newcombe's method 8
    /// of Statistics in Medicine 17, 1998, 2635-2650): with l and u the bounds,
    /// d - sqrt((c - l_c)^2 + (u_b - b)^2 - 2 r (c - l_c)(u_b - b)), and the mirror image above. r is that of the
    /// clusters' deviations from the shares.
    /// </summary>
    /// <param name="baseline">Hits and trials of each cluster; there must be a trial.</param>
    /// <param name="candidate">The same clusters of the other side.</param>
    /// <param name="confidence">Between 0 and 1.</param>
    public static Estimate Difference(
        IReadOnlyList<(double Sum, double Count)> baseline, IReadOnlyList<(double Sum, double Count)> candidate,
        double confidence = 0.95)
    {
        ArgumentOutOfRangeException.ThrowIfNotEqual(candidate.Count, baseline.Count);
        var b = new Side(baseline);
        var c = new Side(candidate);
        if (b.Wilson(confidence) is not { Lower: { } bl, Upper: { } bu }
            || c.Wilson(confidence) is not { Lower: { } cl, Upper: { } cu })
        {
            return new Estimate(c.Share - b.Share, Interval.None);
        }

        var r = Correlation(b.Deviations, c.Deviations);
        var d = c.Share - b.Share;
        return new Estimate(d, new Interval(
            Math.Max(-1, d - Hypotenuse(c.Share - cl, bu - b.Share, r)),
            Math.Min(1, d + Hypotenuse(cu - c.Share, b.Share - bl, r))));
    }

    private static double Hypotenuse(double a, double b, double r) =>
        Math.Sqrt(Math.Max(0, (a * a) + (b * b) - (2 * r * a * b)));

    private static double Correlation(double[] x, double[] y)
    {
        double xx = 0, yy = 0, xy = 0;
        for (var i = 0; i < x.Length; i++)
        {
            xx += x[i] * x[i];
            yy += y[i] * y[i];
            xy += x[i] * y[i];
        }

        return xx > 0 && yy > 0 ? xy / Math.Sqrt(xx * yy) : 0;
    }

    private readonly struct Side
    {
        private readonly int clusters;
        private readonly double effective;

        public Side(IReadOnlyList<(double Sum, double Count)> counts)
        {
            var hits = counts.Sum(static one => one.Sum);
            var trials = counts.Sum(static one => one.Count);
            ArgumentOutOfRangeException.ThrowIfZero(trials);
            var share = hits / trials;
            Share = share;
            Deviations = [.. counts.Select(one => one.Sum - (share * one.Count))];
            clusters = counts.Count(static one => one.Count > 0);
            var alike = counts.Sum(static one => one.Count * one.Count) / trials;
            var between = Deviations.Sum(static one => one * one) * clusters / Math.Max(1, clusters - 1);
            var design = share is > 0 and < 1 ? between / (trials * share * (1 - share)) : 1;
            effective = trials / Math.Clamp(design, 1, Math.Max(1, alike));
        }

        public double Share { get; }

        public double[] Deviations { get; }

        public Interval Wilson(double confidence)
        {
            if (clusters < 2)
            {
                return Interval.None;
            }

            var t = Means.StudentQuantile(clusters - 1, confidence);
            var (center, spread) = (Share * effective + (t * t / 2), t * Math.Sqrt(
                (effective * Share * (1 - Share)) + (t * t / 4)));
            return new Interval(
                Share <= 0 ? 0 : (center - spread) / (effective + (t * t)),
                Share >= 1 ? 1 : (center + spread) / (effective + (t * t)));
        }
    }
}
