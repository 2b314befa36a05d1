namespace Tollgate.Statistics;

/// <summary>Means of independent samples.</summary>
internal static class Means
{
    /// <summary>
    /// The mean with Student's interval, mean -+ t(n - 1) s / sqrt(n). It assumes that the mean of n samples is about
    /// normal; with fewer than 2 samples there is no bound.
    /// </summary>
    /// <param name="samples">At least one.</param>
    /// <param name="confidence">Between 0 and 1.</param>
    public static Estimate Of(ReadOnlySpan<double> samples, double confidence = 0.95)
    {
        if (samples.IsEmpty)
        {
            throw new ArgumentException("A mean needs at least one sample.", nameof(samples));
        }

        // Welford's update: no loss of digits where the spread is small against the mean.
        double mean = 0, squares = 0;
        var n = 0L;
        foreach (var sample in samples)
        {
            n++;
            var delta = sample - mean;
            mean += delta / n;
            squares += delta * (sample - mean);
        }

        if (n < 2)
        {
            return new Estimate(mean, Interval.None);
        }

        var half = StudentQuantile(n - 1, confidence) * Math.Sqrt(squares / (n - 1) / n);
        return new Estimate(mean, new Interval(mean - half, mean + half));
    }

    /// <summary>The two-sided quantile of Student's t: P(|T| &lt;= t) = <paramref name="confidence"/>.</summary>
    public static double StudentQuantile(double degreesOfFreedom, double confidence = 0.95) =>
        StudentTail.Quantile(degreesOfFreedom, OrderStatistics.Tail(confidence));
}
