namespace Tollgate.Statistics;

/// <summary>
/// Quantiles as the inverse of the empirical distribution function: Q(p) = x(ceil(n p)), Hyndman and Fan's type 1 (The
/// American Statistician 50(4), 1996). Every quantile is a value that occurred, and always lies within the
/// order-statistic interval, whose bounds are such values too. Interpolating types do neither.
/// </summary>
internal static class Quantiles
{
    // n * p may fall a rounding error above a whole number (100 * 0.07): shave that off before rounding up.
    private const double RoundingSlack = 1 - 1e-14;

    /// <summary>The rank, 1 to <paramref name="n"/>, of the quantile <paramref name="p"/>.</summary>
    public static long Rank(long n, double p)
    {
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(n);
        RequireProbability(p);
        return Math.Clamp((long)Math.Ceiling(n * p * RoundingSlack), 1, n);
    }

    /// <summary>
    /// The quantile <paramref name="p"/> of samples that are sorted from small to large and not empty.
    /// </summary>
    public static double OfSorted(ReadOnlySpan<double> sorted, double p) => sorted[(int)Rank(sorted.Length, p) - 1];

    /// <summary>
    /// Whether <paramref name="n"/> samples are enough to state the quantile <paramref name="p"/>: from n = 1 for the
    /// median and below, else n (1 - p) >= 1. With fewer, the figure would be the largest sample under another name.
    /// </summary>
    public static bool CanState(long n, double p) => n > 0 && (p <= 0.5 || n * (1 - p) >= 1 - 1e-9);

    internal static void RequireProbability(double p)
    {
        if (p is not (>= 0 and <= 1))
        {
            throw new ArgumentOutOfRangeException(nameof(p), p, "A probability lies between 0 and 1.");
        }
    }
}
