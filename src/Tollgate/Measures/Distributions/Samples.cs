using System.Runtime.InteropServices;
using Tollgate.Statistics;

namespace Tollgate.Measures.Distributions;

/// <summary>
/// Samples of one measure, kept exactly: independent ones, or ones that come in clusters, such as the turns of a
/// session.
/// </summary>
internal sealed class Samples
{
    private readonly List<double> values = [];
    private List<(long Cluster, double Value)>? clustered;
    private bool sorted;

    public int Count => values.Count;

    /// <param name="value">The sample.</param>
    /// <param name="cluster">
    /// The session that it is of; null where it depends on no other. A measure's samples are all of one kind.
    /// </param>
    public void Add(double value, long? cluster = null)
    {
        sorted = false;
        values.Add(value);
        if (cluster is { } number)
        {
            (clustered ??= []).Add((number, value));
        }
    }

    /// <summary>Adds another's samples of the same measure.</summary>
    public void AddAll(Samples other)
    {
        sorted = false;
        values.AddRange(other.values);
        if (other.clustered is not null)
        {
            (clustered ??= []).AddRange(other.clustered);
        }
    }

    /// <param name="random">What deals the clusters into groups.</param>
    public QuantileSummary Summarize(RandomStream random)
    {
        if (values.Count == 0)
        {
            return QuantileSummary.Empty;
        }

        var span = Sorted();
        if (clustered is not null)
        {
            return Clustered(span, random);
        }

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

    // The figures are exact; their intervals come from how much sessions differ.
    private QuantileSummary Clustered(ReadOnlySpan<double> span, RandomStream random)
    {
        var distribution = new ClusteredDistribution(random);
        foreach (var cluster in clustered!.GroupBy(sample => sample.Cluster).OrderBy(cluster => cluster.Key))
        {
            distribution.BeginCluster();
            foreach (var (_, value) in cluster)
            {
                distribution.Add(value);
            }
        }

        var intervals = distribution.Summarize();
        return intervals with
        {
            P50 = At(span, 0.5),
            P90 = At(span, 0.9),
            P95 = At(span, 0.95),
            P99 = At(span, 0.99),
            Max = span[^1],
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
            RadixSort.Sort(CollectionsMarshal.AsSpan(values));
            sorted = true;
        }

        return CollectionsMarshal.AsSpan(values);
    }

    private static double? At(ReadOnlySpan<double> sorted, double p) =>
        Quantiles.CanState(sorted.Length, p) ? Quantiles.OfSorted(sorted, p) : null;
}
