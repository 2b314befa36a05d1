using MathNet.Numerics.Distributions;

namespace Tollgate.Statistics;

/// <summary>
/// True shares of faults from shares that an imperfect scorer counted. With sensitivity s, false charges f (1 less the
/// specificity) and a true share p, the scorer charges q = f + p (s - f), so p = (q - f) / (s - f) (W. J. Rogan and B.
/// Gladen, American Journal of Epidemiology 107, 1978, 71-76); the difference of two sides that it scores alike is the
/// charged one over j = s - f.
/// </summary>
/// <remarks>
/// <para>Bounds are those of p, or of the difference, over all q, s and f that their own intervals leave: q's error is
/// 0.8 of the whole, those of s and f 0.1 each (Bonferroni). Those of s and f are C. J. Clopper and E. S. Pearson's
/// (Biometrika 26, 1934), so that the error holds from three trials on, and where s - f may be zero. Z. Lang and J.
/// Reiczigel's interval (Preventive Veterinary Medicine 113, 2014, 13-22) is shorter, but is made for independent
/// trials and known j &gt; 0; MOVER over the three had up to 1.5% errors for a nominal 0.5% with four trials.</para>
/// <para>Where s was not measured it may be anything up to 1, and f anything from 0; that the scorer charges faults no
/// less readily than right trials (j &gt; 0) is assumed for differences, as is that both sides are scored alike.</para>
/// </remarks>
internal static class ImperfectShares
{
    private const double PartOfTheSample = 0.8;
    private const double PartOfEachRate = 0.1;

    // Beyond that the inverse of the beta law has no digits left.
    private const double MinTail = 1e-9;

    /// <summary>The confidence that an observed interval must have for a corrected one of this confidence.</summary>
    /// <param name="confidence">Of the corrected interval, between 0 and 1.</param>
    public static double ObservedConfidence(double confidence) => 1 - (PartOfTheSample * (1 - confidence));

    /// <summary>
    /// The true share of faults. From (q_l - f_u) / (s_u - f_u) to (q_u - f_l) / (s_l - f_l), within 0 and 1: the upper
    /// bound is 1 unless q_u &lt; s_l, the lower 0 unless q_l &gt; f_u. Since f is at most q, f_l is taken to be at
    /// most q_l, and s_u at least q_u.
    /// </summary>
    /// <param name="charged">
    /// The share that the scorer charged, with its interval at <see cref="ObservedConfidence"/>.
    /// </param>
    /// <param name="scorer">How the scorer errs.</param>
    /// <param name="confidence">Of the result, between 0 and 1.</param>
    public static Estimate Faults(Estimate charged, ScorerTrials scorer, double confidence)
    {
        var tail = PartOfEachRate * OrderStatistics.Tail(confidence);
        var (s, f) = (Found(scorer, tail), Charged(scorer, tail));
        var (low, high) = (charged.Interval.Lower ?? 0, charged.Interval.Upper ?? 1);
        var least = Math.Min(f.Lower, low);
        var upper = s.Lower > high ? Math.Clamp((high - least) / (s.Lower - least), 0, 1) : 1;
        var lower = low > f.Upper ? (low - f.Upper) / (Math.Max(s.Upper, high) - f.Upper) : 0;
        var (found, wrong) = Rates(scorer);
        var value = found > wrong ? (charged.Value - wrong) / (found - wrong) : charged.Value;
        return new Estimate(Math.Clamp(value, lower, upper), new Interval(lower, upper));
    }

    /// <summary>
    /// The true difference of two sides that are scored alike. It has the sign of the charged one and is no smaller: a
    /// bound on zero's own side is divided by j_u, one beyond zero by j_l, where j lies from s_l - f_u to s_u - f_l.
    /// Where j may be zero, nothing bounds the difference beyond zero. Within -1 and 1.
    /// </summary>
    /// <param name="charged">
    /// The difference of what the scorer charged, or of what it did not, with its interval at
    /// <see cref="ObservedConfidence"/>.
    /// </param>
    /// <param name="scorer">How the scorer errs.</param>
    /// <param name="confidence">Of the result, between 0 and 1.</param>
    public static Estimate Difference(Estimate charged, ScorerTrials scorer, double confidence)
    {
        var tail = PartOfEachRate * OrderStatistics.Tail(confidence);
        var (s, f) = (Found(scorer, tail), Charged(scorer, tail));
        var (least, most) = (Math.Max(0, s.Lower - f.Upper), s.Upper - f.Lower);
        double Bound(double observed, double outward) =>
            most <= 0 ? outward
            : observed * outward <= 0 ? Math.Clamp(observed / most, -1, 1)
            : least > 0 ? Math.Clamp(observed / least, -1, 1)
            : outward;
        var (lower, upper) = (Bound(charged.Interval.Lower ?? -1, -1), Bound(charged.Interval.Upper ?? 1, 1));
        var (found, wrong) = Rates(scorer);
        var value = found > wrong ? charged.Value / (found - wrong) : charged.Value;
        return new Estimate(Math.Clamp(value, lower, upper), new Interval(lower, upper));
    }

    /// <summary>
    /// Sensitivity and false charges as they were measured: 1 and 0 where they were not, the least correction.
    /// </summary>
    public static (double Found, double Charged) Rates(ScorerTrials scorer) => (
        scorer.Of > 0 ? (double)scorer.Found / scorer.Of : 1,
        scorer.Honest > 0 ? (double)scorer.Charged / scorer.Honest : 0);

    private static (double Lower, double Upper) Found(ScorerTrials scorer, double tail) =>
        Exact(scorer.Found, scorer.Of, tail);

    private static (double Lower, double Upper) Charged(ScorerTrials scorer, double tail) =>
        Exact(scorer.Charged, scorer.Honest, tail);

    private static (double Lower, double Upper) Exact(int hits, int trials, double tail) =>
        (Lowest(hits, trials, tail), 1 - Lowest(trials - hits, trials, tail));

    private static double Lowest(int hits, int trials, double tail) =>
        hits == 0 ? 0 : Beta.InvCDF(hits, trials - hits + 1, Math.Max(MinTail, tail));
}
