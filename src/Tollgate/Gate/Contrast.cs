using Tollgate.Statistics;

namespace Tollgate.Gate;

/// <summary>A figure of both sides with the intervals that it can have at any confidence.</summary>
internal sealed class Contrast
{
    /// <summary>How often sessions are resampled for a verdict.</summary>
    public const int Resamples = 4000;

    private readonly PairedResamples? resamples;
    private readonly RowData data;

    private Contrast(RowData data, PairedResamples? resamples, string? refusal)
    {
        this.data = data;
        this.resamples = resamples;
        Refusal = refusal;
    }

    /// <summary>Why there is no interval, as a sentence; null where there is one.</summary>
    public string? Refusal { get; }

    /// <summary>
    /// With so many pairs there would be an interval, if they have as much as these have; null where there is one.
    /// </summary>
    public int? PairsNeeded { get; private init; }

    /// <summary>Infinite where it is that of a failure; null where there is no value at all.</summary>
    public double? BaselineValue { get; private init; }

    /// <inheritdoc cref="BaselineValue"/>
    public double? CandidateValue { get; private init; }

    public long BaselineN { get; private init; }

    public long CandidateN { get; private init; }

    public long BaselineFailed { get; private init; }

    public long CandidateFailed { get; private init; }

    public static Contrast Of(Figure figure, RowData data, RandomStream random, int resamples = Resamples) =>
        figure.Kind == FigureKind.Quantile
            ? OfQuantile(figure, data, random, resamples)
            : OfSums(figure, data, random, resamples);

    public Interval Baseline(double confidence) => Refusal is not null ? Interval.None
        : resamples?.BaselineInterval(confidence) ?? PairedShares.Share(data.BaselineSums, confidence).Interval;

    public Interval Candidate(double confidence) => Refusal is not null ? Interval.None
        : resamples?.CandidateInterval(confidence) ?? PairedShares.Share(data.CandidateSums, confidence).Interval;

    /// <summary>Of candidate less baseline.</summary>
    public Interval Difference(double confidence) => Refusal is not null ? Interval.None
        : resamples?.DifferenceInterval(confidence)
            ?? PairedShares.Difference(data.BaselineSums, data.CandidateSums, confidence).Interval;

    /// <summary>Of (candidate less baseline) over baseline; none for shares, whose margins are points.</summary>
    public Interval Change(double confidence) => resamples is null || Refusal is not null
        ? Interval.None
        : Less1(resamples.RatioInterval(confidence));

    private static Interval Less1(Interval ratio) => new(ratio.Lower - 1, ratio.Upper - 1);

    private static Contrast OfQuantile(Figure figure, RowData data, RandomStream random, int resamples)
    {
        long own = data.BaselineValues.Sum(static one => (long)one.Length);
        long other = data.CandidateValues.Sum(static one => (long)one.Length);

        // A session without a value bounds nothing: it is no pair of this figure.
        var clusters = Math.Min(
            data.BaselineValues.Count(static one => one.Length > 0),
            data.CandidateValues.Count(static one => one.Length > 0));
        var can = own > 0 && other > 0
            && PairedQuantiles.CanBound(clusters, Math.Min(own, other), figure.Quantile);
        var drawn = own > 0 && other > 0 && can
            ? PairedQuantiles.Resample(data.BaselineValues, data.CandidateValues, figure.Quantile, random, resamples)
            : null;
        return new Contrast(data, drawn, can ? null : TooFew(figure, clusters, Math.Min(own, other)))
        {
            PairsNeeded = can
                ? null
                : Needed(data.BaselineValues.Count, clusters, Math.Min(own, other), ValuesNeeded(figure)),
            BaselineValue = drawn?.Baseline ?? Quantile(data.BaselineValues, figure.Quantile),
            CandidateValue = drawn?.Candidate ?? Quantile(data.CandidateValues, figure.Quantile),
            BaselineN = own,
            CandidateN = other,
            BaselineFailed = Failed(data.BaselineValues),
            CandidateFailed = Failed(data.CandidateValues),
        };
    }

    private static Contrast OfSums(Figure figure, RowData data, RandomStream random, int resamples)
    {
        double own = data.BaselineSums.Sum(static one => one.Count);
        double other = data.CandidateSums.Sum(static one => one.Count);
        var clusters = data.BaselineSums.Count(static one => one.Count > 0);
        clusters = Math.Min(clusters, data.CandidateSums.Count(static one => one.Count > 0));
        var can = clusters >= PairedMeans.FewestClusters;
        var isShare = figure.Kind == FigureKind.Share;
        var drawn = can && !isShare
            ? PairedMeans.Resample(data.BaselineSums, data.CandidateSums, random, resamples)
            : null;
        return new Contrast(data, drawn, can ? null : TooFew(figure, clusters, (long)Math.Min(own, other)))
        {
            PairsNeeded = can ? null : Needed(data.BaselineSums.Count, clusters, 1, 1),
            BaselineValue = own > 0 ? data.BaselineSums.Sum(static one => one.Sum) / own : null,
            CandidateValue = other > 0 ? data.CandidateSums.Sum(static one => one.Sum) / other : null,
            BaselineN = (long)own,
            CandidateN = (long)other,
            BaselineFailed = data.BaselineCharged,
            CandidateFailed = data.CandidateCharged,
        };
    }

    private static double? Quantile(IReadOnlyList<double[]> values, double p)
    {
        double[] sorted = [.. values.SelectMany(static one => one).Order()];
        return sorted.Length > 0 && Quantiles.CanState(sorted.Length, p) ? Quantiles.OfSorted(sorted, p) : null;
    }

    private static long Failed(IReadOnlyList<double[]> values) =>
        values.Sum(static one => (long)one.Count(double.IsInfinity));

    private static string TooFew(Figure figure, int clusters, long values)
    {
        if (clusters < PairedQuantiles.FewestClusters)
        {
            return $"{clusters} pairs of sessions have this figure; an interval that holds needs {PairedQuantiles.FewestClusters}.";
        }

        return FormattableString.Invariant($"{values:#,##0} values are too few for this quantile; an interval that holds needs {ValuesNeeded(figure):#,##0}.");
    }

    private static long ValuesNeeded(Figure figure) => (long)Math.Ceiling(
        (PairedQuantiles.FewestBeyond / Math.Min(figure.Quantile, 1 - figure.Quantile)) - 1e-6);

    private static int? Needed(int pairs, int clusters, long values, long valuesNeeded)
    {
        if (clusters == 0 || values == 0)
        {
            return null;
        }

        var times = Math.Max((double)PairedQuantiles.FewestClusters / clusters, (double)valuesNeeded / values);
        return (int)Math.Min(int.MaxValue, Math.Ceiling((pairs * times) - 1e-6));
    }
}
