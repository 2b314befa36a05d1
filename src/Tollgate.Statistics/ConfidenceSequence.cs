namespace Tollgate.Statistics;

/// <summary>
/// Intervals that hold at all sample sizes at once, so that one may look after each and stop when one likes: the
/// asymptotic confidence sequence of I. Waudby-Smith, D. Arbour, R. Sinha, E. H. Kennedy and A. Ramdas (Time-uniform
/// central limit theory and asymptotic confidence sequences, The Annals of Statistics 52(6), 2024, theorem 2.2).
/// </summary>
internal static class ConfidenceSequence
{
    /// <summary>
    /// By how many standard errors the interval reaches to each side after <paramref name="n"/> samples:
    /// sqrt((n r + 1) / (n r) ln((n r + 1) / a^2)), with r = (-2 ln a + ln(-2 ln a) + 1) / <paramref name="tightest"/>,
    /// which makes it tightest at about that size (their appendix B.2).
    /// </summary>
    /// <param name="n">At least 1.</param>
    /// <param name="tightest">At least 1.</param>
    /// <param name="confidence">Of the whole sequence, between 0 and 1.</param>
    public static double StandardErrors(long n, long tightest, double confidence = 0.95)
    {
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(n);
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(tightest);
        var a = 2 * OrderStatistics.Tail(confidence);
        var r = ((-2 * Math.Log(a)) + Math.Log(-2 * Math.Log(a)) + 1) / tightest;
        var spread = n * r;
        return Math.Sqrt((spread + 1) / spread * Math.Log((spread + 1) / (a * a)));
    }
}
