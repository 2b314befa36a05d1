namespace Tollgate.Statistics;

/// <summary>
/// A share of trials that come in clusters, such as the turns of a session: the ratio of sums, sum(hits) / sum(trials).
/// </summary>
internal static class ClusteredShare
{
    /// <summary>
    /// The share with its interval. Wilson's where every cluster has one trial; else the bias-corrected and accelerated
    /// bootstrap over clusters. Where all trials are hits, or none is, resampling sees no spread: then Wilson's with
    /// the clusters for trials, which is the least that they can be worth. The same with too few clusters to resample.
    /// </summary>
    /// <param name="clusters">
    /// Hits and trials of each; those without trials are passed over. There must be a trial.
    /// </param>
    /// <param name="random">Where the draws come from.</param>
    /// <param name="confidence">Between 0 and 1.</param>
    public static Estimate Of(
        IReadOnlyList<(double Sum, double Count)> clusters, RandomStream random, double confidence = 0.95)
    {
        var counts = clusters.Where(static one => one.Count > 0).ToArray();
        double hits = counts.Sum(static one => one.Sum), trials = counts.Sum(static one => one.Count);
        var share = hits / trials;
        if (hits == 0 || hits == trials || counts.Length < Bootstrap.MinUnits
            || Array.TrueForAll(counts, static one => one.Count == 1))
        {
            return Wilson(share, counts.Length, confidence);
        }

        var interval = Bootstrap.BiasCorrected(
            [counts.Length], 1,
            (drawn, figures) =>
            {
                double sum = 0, count = 0;
                foreach (var cluster in drawn)
                {
                    sum += counts[cluster].Sum;
                    count += counts[cluster].Count;
                }

                figures[0] = sum / count;
            },
            random, confidence)[0];

        // The same share in every cluster leaves resampling without spread as well.
        return interval is { Lower: { } lower, Upper: { } upper } && upper > lower
            ? new Estimate(share, interval)
            : Wilson(share, counts.Length, confidence);
    }

    private static Estimate Wilson(double share, int clusters, double confidence)
    {
        var hits = (long)Math.Round(share * clusters, MidpointRounding.AwayFromZero);
        var wilson = Proportions.Wilson(hits, clusters, confidence).Interval;
        return new Estimate(
            share, new Interval(Math.Min(wilson.Lower ?? share, share), Math.Max(wilson.Upper ?? share, share)));
    }
}
