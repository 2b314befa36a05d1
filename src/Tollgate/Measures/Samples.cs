using Tollgate.Statistics;

namespace Tollgate.Measures;

/// <summary>Independent samples of one measure, kept exactly.</summary>
internal sealed class Samples
{
    private readonly List<double> values = [];
    private bool sorted;

    public int Count => values.Count;

    public void Add(double value)
    {
        sorted = false;
        values.Add(value);
    }

    public QuantileSummary Summarize()
    {
        if (values.Count == 0)
        {
            return QuantileSummary.Empty;
        }

        var span = Sorted();
        var (mean, interval) = Means.Of(span);
        return new QuantileSummary
        {
            N = span.Length,
            P50 = At(span, 0.5),
            P90 = At(span, 0.9),
            P95 = At(span, 0.95),
            P99 = At(span, 0.99),
            Max = span[^1],
            P50Interval = OrderStatistics.QuantileInterval(span, 0.5),
            P95Interval = Quantiles.CanState(span.Length, 0.95)
                ? OrderStatistics.QuantileInterval(span, 0.95)
                : Interval.None,
            Mean = mean,
            MeanInterval = interval,
        };
    }

    /// <summary>The empirical distribution, at most <see cref="Curve.Points"/> points.</summary>
    public Curve ToCurve()
    {
        var span = Sorted();
        var points = Math.Min(span.Length, Curve.Points);
        var curve = new double[points];
        for (var i = 0; i < points; i++)
        {
            curve[i] = Quantiles.OfSorted(span, (i + 1.0) / points);
        }

        return new Curve(curve, span.Length);
    }

    private ReadOnlySpan<double> Sorted()
    {
        if (!sorted)
        {
            values.Sort();
            sorted = true;
        }

        return System.Runtime.InteropServices.CollectionsMarshal.AsSpan(values);
    }

    private static double? At(ReadOnlySpan<double> sorted, double p) =>
        Quantiles.CanState(sorted.Length, p) ? Quantiles.OfSorted(sorted, p) : null;
}
