using MathNet.Numerics.Distributions;

namespace Tollgate.Statistics;

/// <summary>Shares of independent trials.</summary>
internal static class Proportions
{
    /// <summary>
    /// A share with Wilson's score interval (E. B. Wilson, JASA 22, 1927):
    /// (x + z^2/2 -+ z sqrt(x (n - x) / n + z^2/4)) / (n + z^2). It stays within 0 and 1 and holds for shares near
    /// them.
    /// </summary>
    /// <param name="successes">0 to <paramref name="trials"/>.</param>
    /// <param name="trials">At least 1.</param>
    /// <param name="confidence">Between 0 and 1.</param>
    public static Estimate Wilson(long successes, long trials, double confidence = 0.95)
    {
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(trials);
        ArgumentOutOfRangeException.ThrowIfNegative(successes);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(successes, trials);
        var z = Normal.InvCDF(0, 1, 1 - OrderStatistics.Tail(confidence));
        double x = successes, n = trials;
        var root = z * Math.Sqrt((x * (n - x) / n) + (z * z / 4));
        var lower = successes == 0 ? 0 : (x + (z * z / 2) - root) / (n + (z * z));
        var upper = successes == trials ? 1 : (x + (z * z / 2) + root) / (n + (z * z));
        return new Estimate(x / n, new Interval(lower, upper));
    }

    /// <summary>
    /// The largest share that so few successes leave possible: C. J. Clopper and E. S. Pearson's one-sided bound
    /// (Biometrika 26, 1934), the p with P(X &lt;= successes) = 1 - confidence. For none of n it is
    /// 1 - (1 - confidence)^(1/n): 4.95 % for 0 of 59 at 95 %.
    /// </summary>
    public static double UpperBound(long successes, long trials, double confidence = 0.95)
    {
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(trials);
        ArgumentOutOfRangeException.ThrowIfNegative(successes);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(successes, trials);
        if (confidence is not (> 0 and < 1))
        {
            throw new ArgumentOutOfRangeException(nameof(confidence), confidence, "Confidence lies between 0 and 1.");
        }

        return successes == trials ? 1 : Beta.InvCDF(successes + 1, trials - successes, confidence);
    }
}
