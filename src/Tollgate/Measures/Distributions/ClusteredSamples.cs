using Tollgate.Statistics;

namespace Tollgate.Measures.Distributions;

/// <summary>Summaries of values that come in streams.</summary>
internal static class ClusteredSamples
{
    public static QuantileSummary Summarize(this ClusteredDistribution distribution)
    {
        var total = distribution.Total;
        if (total.Count == 0)
        {
            return QuantileSummary.Empty;
        }

        var (mean, interval) = distribution.Mean();
        return new QuantileSummary
        {
            N = total.Count,
            P50 = At(total, 0.5),
            P90 = At(total, 0.9),
            P95 = At(total, 0.95),
            P99 = At(total, 0.99),
            Max = total.Max,
            P50Interval = distribution.QuantileInterval(0.5),
            P95Interval = Quantiles.CanState(total.Count, 0.95) ? distribution.QuantileInterval(0.95) : Interval.None,
            Mean = mean,
            MeanInterval = interval,
        };
    }

    private static double? At(CountingDistribution total, double p) =>
        Quantiles.CanState(total.Count, p) ? total.Quantile(p) : null;
}
