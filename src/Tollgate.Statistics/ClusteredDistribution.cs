namespace Tollgate.Statistics;

/// <summary>
/// The distribution of values that come in clusters, such as the gaps of one stream, which resemble each other: values
/// of one cluster are not independent, clusters are. Whole clusters are dealt at random into up to 40 groups; how much
/// the groups differ gives the variance. Not thread-safe.
/// </summary>
internal sealed class ClusteredDistribution(RandomStream random)
{
    /// <summary>How many groups there are when there are enough clusters.</summary>
    public const int Groups = 40;

    /// <summary>With fewer clusters than that there is no bound.</summary>
    public const int MinClusters = 10;

    private readonly CountingDistribution[] groups =
        [.. Enumerable.Range(0, Groups).Select(_ => new CountingDistribution())];

    private readonly int[] deal = [.. Enumerable.Range(0, Groups)];
    private CountingDistribution current = new();
    private CountingDistribution? total;

    /// <summary>How many clusters were begun.</summary>
    public long Clusters { get; private set; }

    /// <summary>How many values were added.</summary>
    public long Count => Total.Count;

    /// <summary>All values, whatever their cluster.</summary>
    public CountingDistribution Total => total ??= Merge();

    /// <summary>The values that follow belong to a new cluster.</summary>
    public void BeginCluster()
    {
        var place = (int)(Clusters++ % Groups);

        // Each round of clusters is dealt in a new order, so that a period in the load cannot line up with the groups.
        if (place == 0)
        {
            random.Shuffle(deal);
        }

        current = groups[deal[place]];
    }

    /// <summary>Adds a value to the cluster that was begun last; at least one must have been.</summary>
    public void Add(double value) => Add(new ReadOnlySpan<double>(in value));

    /// <summary>Adds values to the cluster that was begun last; at least one must have been.</summary>
    public void Add(ReadOnlySpan<double> values)
    {
        total = null;
        current.Add(values);
    }

    /// <summary>
    /// The interval for the quantile <paramref name="p"/> (R. S. Woodruff, JASA 47, 1952): the quantiles at
    /// p -+ t(G - 1) se, where se is the standard error of the share F at or below the estimate, as a ratio over the
    /// groups: se^2 = G / (G - 1) sum_g (c_g - F n_g)^2 / n^2, but no less than that of independent values.
    /// </summary>
    public Interval QuantileInterval(double p, double confidence = 0.95)
    {
        if (!CanBound(out var used))
        {
            return Interval.None;
        }

        var estimate = Total.Quantile(p);
        var n = (double)Total.Count;
        var share = Total.CountAtOrBelow(estimate) / n;
        double squares = 0;
        foreach (var group in groups)
        {
            var residual = group.CountAtOrBelow(estimate) - (share * group.Count);
            squares += residual * residual;
        }

        var variance = Math.Max(squares * used / (used - 1) / n / n, p * (1 - p) / n);
        var half = Means.StudentQuantile(used - 1, confidence) * Math.Sqrt(variance);
        return new Interval(
            p - half >= 1 / n ? Total.Quantile(p - half) : null,
            p + half < 1 ? Math.Max(Total.Quantile(p + half), estimate) : null);
    }

    /// <summary>
    /// The mean over all values, with the interval of a ratio over the groups; there must be a value.
    /// </summary>
    public Estimate Mean(double confidence = 0.95)
    {
        var mean = Total.Sum / Total.Count;
        if (!CanBound(out var used))
        {
            return new Estimate(mean, Interval.None);
        }

        double squares = 0;
        foreach (var group in groups)
        {
            var residual = group.Sum - (mean * group.Count);
            squares += residual * residual;
        }

        var error = Math.Sqrt(squares * used / (used - 1)) / Total.Count;
        var half = Means.StudentQuantile(used - 1, confidence) * error;
        return new Estimate(mean, new Interval(mean - half, mean + half));
    }

    private bool CanBound(out int used)
    {
        used = groups.Count(group => group.Count > 0);
        return used >= MinClusters;
    }

    private CountingDistribution Merge()
    {
        var all = new CountingDistribution();
        foreach (var group in groups)
        {
            all.Add(group);
        }

        return all;
    }
}
