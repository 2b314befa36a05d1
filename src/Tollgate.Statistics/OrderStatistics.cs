using MathNet.Numerics;

namespace Tollgate.Statistics;

/// <summary>
/// Intervals for quantiles between two order statistics, which assume of the samples only that they are independent
/// and of one distribution. With B ~ Binomial(n, p) counting the samples at or below the true quantile,
/// P(x(l) &lt;= Q(p) &lt;= x(u)) >= P(l &lt;= B &lt; u), whatever the distribution (David and Nagaraja, Order
/// Statistics, 2003, section 7.1). Of all pairs with at most (1 - confidence) / 2 in either tail, the tightest is
/// taken.
/// </summary>
internal static class OrderStatistics
{
    /// <summary>The interval for the quantile <paramref name="p"/> of samples sorted from small to large.</summary>
    public static Interval QuantileInterval(ReadOnlySpan<double> sorted, double p, double confidence = 0.95)
    {
        if (sorted.IsEmpty)
        {
            return Interval.None;
        }

        var (lower, upper) = Ranks(sorted.Length, p, confidence);
        return new Interval(
            lower is { } l ? sorted[(int)l - 1] : null,
            upper is { } u ? sorted[(int)u - 1] : null);
    }

    /// <summary>
    /// The ranks, 1 to <paramref name="n"/>, of the bounds: the largest l with P(B &lt; l) &lt;= a and the smallest u
    /// with P(B >= u) &lt;= a, where a = (1 - confidence) / 2. Null where no rank will do.
    /// </summary>
    public static (long? Lower, long? Upper) Ranks(long n, double p, double confidence = 0.95)
    {
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(n);
        if (p is not (> 0 and < 1))
        {
            throw new ArgumentOutOfRangeException(nameof(p), p, "Only quantiles between 0 and 1 have intervals.");
        }

        var tail = Tail(confidence);

        // P(B >= k) falls with k: find the first k, 1 to n + 1, where it is at most the tail.
        var upper = FirstWhere(1, n + 1, k => k > n || AtLeast(k, n, p) <= tail);

        // P(B < k) grows with k: the first k where it passes the tail, less one.
        var lower = FirstWhere(1, n + 1, k => k > n || 1 - AtLeast(k, n, p) > tail) - 1;
        return (lower >= 1 ? lower : null, upper <= n ? upper : null);
    }

    internal static double Tail(double confidence)
    {
        if (confidence is not (> 0 and < 1))
        {
            throw new ArgumentOutOfRangeException(nameof(confidence), confidence, "Confidence lies between 0 and 1.");
        }

        return (1 - confidence) / 2;
    }

    // P(B >= k) = I_p(k, n - k + 1), for 1 <= k <= n.
    private static double AtLeast(long k, long n, double p) => SpecialFunctions.BetaRegularized(k, n - k + 1, p);

    private static long FirstWhere(long low, long high, Func<long, bool> holds)
    {
        while (low < high)
        {
            var middle = low + ((high - low) / 2);
            if (holds(middle))
            {
                high = middle;
            }
            else
            {
                low = middle + 1;
            }
        }

        return low;
    }
}
