namespace Tollgate.Statistics;

/// <summary>
/// Shares of trials that come in units, sum(hits) / sum(trials), and their difference on two sides that were measured
/// on the same units. It holds near 0 and 1, where resampling sees no spread.
/// </summary>
internal static class PairedShares
{
    /// <summary>
    /// A share with Wilson's score interval on the effective number of trials, n over the design effect (E. L. Korn and
    /// B. I. Graubard, Survey Methodology 24(2), 1998, 193-201), and with Student's t for z. The design effect is the
    /// variance between units over that of independent trials. For clusters it is kept between 1 and that of clusters
    /// whose trials are all alike; for strata it is kept above what independent trials within them would have. For
    /// clusters the interval is the wider of that and of the score interval of <see cref="Difference"/>.
    /// </summary>
    /// <param name="units">Hits and trials of each; there must be a trial.</param>
    /// <param name="confidence">Between 0 and 1.</param>
    /// <param name="sampling">What the units are a sample of; null for clusters of a wider population.</param>
    /// <param name="decideAt">As for <see cref="Difference"/>.</param>
    public static Estimate Share(
        IReadOnlyList<(double Sum, double Count)> units, double confidence = 0.95, UnitSampling? sampling = null,
        double? decideAt = null)
    {
        sampling ??= UnitSampling.Clusters(units.Count);
        var side = new ShareSide(units, sampling);
        if (sampling.IsStratified || side.Wilson(confidence) is not { Lower: { } lower, Upper: { } upper })
        {
            return new Estimate(side.Share, side.Wilson(confidence));
        }

        var score = ShareScore.Of(side, Means.StudentQuantile(side.Degrees, confidence));
        return new Estimate(side.Share, new Interval(
            score.Farther(lower, 0, decideAt), score.Farther(upper, 1, decideAt)));
    }

    /// <summary>
    /// The second share less the first. The interval is the widest of three, each of which fails where another holds:
    /// <list type="number">
    /// <item>MOVER over the sides' Wilson intervals and the correlation r of the units' deviations (G. Y. Zou and A.
    /// Donner, Statistics in Medicine 27, 2008, 1693-1702; of pairs of single trials it is Newcombe's method 8,
    /// Statistics in Medicine 17, 1998, 2635-2650): d - sqrt((c - l_c)^2 + (u_b - b)^2 - 2 r (c - l_c)(u_b - b)), and
    /// the mirror image above. It holds near 0 and 1.</item>
    /// <item>Student's over the units' paired differences, with Satterthwaite's degrees of freedom. It holds where few
    /// units carry the difference.</item>
    /// <item>For clusters, a score interval: all m for which |d - m| &lt;= t se(m), where se(m) is that of the binomial
    /// mixed model (<see cref="LogitNormal"/>) whose difference is m. It holds where one side fails on a few clusters
    /// that a small sample need not contain.</item>
    /// </list>
    /// docs/statistics.md says more, and bench/results/coverage.md how often the widest claims what is not so.
    /// </summary>
    /// <param name="baseline">Hits and trials of each unit; there must be a trial.</param>
    /// <param name="candidate">The same units of the other side.</param>
    /// <param name="confidence">Between 0 and 1.</param>
    /// <param name="sampling">What the units are a sample of; null for clusters of a wider population.</param>
    /// <param name="decideAt">
    /// Where it is given, the bounds are only as exact as it takes to tell on which side of this difference they lie:
    /// for simulations, in which nothing else is asked of them.
    /// </param>
    public static Estimate Difference(
        IReadOnlyList<(double Sum, double Count)> baseline, IReadOnlyList<(double Sum, double Count)> candidate,
        double confidence = 0.95, UnitSampling? sampling = null, double? decideAt = null)
    {
        ArgumentOutOfRangeException.ThrowIfNotEqual(candidate.Count, baseline.Count);
        sampling ??= UnitSampling.Clusters(baseline.Count);
        var b = new ShareSide(baseline, sampling);
        var c = new ShareSide(candidate, sampling);
        var d = c.Share - b.Share;
        var r = Correlation(b, c);
        if (Mover(b, c, r, confidence) is not { Lower: { } lower, Upper: { } upper })
        {
            return new Estimate(d, Interval.None);
        }

        var student = StudentHalfWidth(b, c, sampling, confidence);
        lower = Math.Min(lower, d - student);
        upper = Math.Max(upper, d + student);
        if (!sampling.IsStratified)
        {
            var score = ShareScore.Of(
                b, c, r, Means.StudentQuantile(Math.Min(b.Degrees, c.Degrees), confidence));
            lower = score.Farther(Math.Max(-1, lower), -1, decideAt);
            upper = score.Farther(Math.Min(1, upper), 1, decideAt);
        }

        return new Estimate(d, new Interval(Math.Max(-1, lower), Math.Min(1, upper)));
    }

    internal static double Correlation(ShareSide b, ShareSide c)
    {
        double xx = 0, yy = 0, xy = 0;
        for (var i = 0; i < b.Residuals.Length; i++)
        {
            xx += b.Residuals[i] * b.Residuals[i];
            yy += c.Residuals[i] * c.Residuals[i];
            xy += b.Residuals[i] * c.Residuals[i];
        }

        return xx > 0 && yy > 0 ? xy / Math.Sqrt(xx * yy) : 0;
    }

    internal static Interval Mover(ShareSide b, ShareSide c, double r, double confidence)
    {
        if (b.Wilson(confidence) is not { Lower: { } bl, Upper: { } bu }
            || c.Wilson(confidence) is not { Lower: { } cl, Upper: { } cu })
        {
            return Interval.None;
        }

        var d = c.Share - b.Share;
        return new Interval(
            d - Hypotenuse(c.Share - cl, bu - b.Share, r), d + Hypotenuse(cu - c.Share, b.Share - bl, r));
    }

    private static double StudentHalfWidth(ShareSide b, ShareSide c, UnitSampling sampling, double confidence)
    {
        var influences = new double[sampling.Count];
        for (var i = 0; i < influences.Length; i++)
        {
            influences[i] = (c.Deviations[i] / c.Trials) - (b.Deviations[i] / b.Trials);
        }

        var parts = sampling.VarianceParts(influences);
        return Means.StudentQuantile(sampling.DegreesOf(parts), confidence) * Math.Sqrt(parts.Sum());
    }

    private static double Hypotenuse(double a, double b, double r) =>
        Math.Sqrt(Math.Max(0, (a * a) + (b * b) - (2 * r * a * b)));

}
