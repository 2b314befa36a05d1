using Tollgate.Figures;
using Tollgate.Gate.Rubrics;
using Tollgate.Statistics;

namespace Tollgate.Gate.Judging;

/// <summary>A figure of both sides with the intervals that it can have at any confidence.</summary>
internal sealed class Contrast
{
    /// <summary>How often units are drawn again for a verdict.</summary>
    public const int Resamples = 4000;

    /// <summary>
    /// With fewer scripts there is no interval for calls like these: bench/results/coverage.md shows what holds from
    /// there on.
    /// </summary>
    public const int MinScripts = 12;

    /// <summary>
    /// With fewer repeats of a script there is no interval for these scripts: two or three tell too little of how
    /// repeats differ.
    /// </summary>
    public const int MinRepeats = 6;

    /// <summary>With fewer pairs beyond one of each script there is no interval for these scripts.</summary>
    public const int MinDegrees = 12;

    private readonly PairedResamples? resamples;
    private readonly RowData units;
    private readonly UnitSampling? sampling;

    private Contrast(RowData units, UnitSampling? sampling, PairedResamples? resamples, string? refusal)
    {
        this.units = units;
        this.sampling = sampling;
        this.resamples = resamples;
        Refusal = refusal;
    }

    /// <summary>Why there is no interval, as a sentence; null where there is one.</summary>
    public string? Refusal { get; }

    /// <summary>
    /// With so much there would be an interval, if further pairs have as much as these have; null where there is one,
    /// or where no number of pairs would do.
    /// </summary>
    public SampleSize? Needed { get; private init; }

    /// <summary>It is judged as a share: a share, or a mean of values that are all 0 or 1.</summary>
    public bool IsShare { get; private init; }

    /// <summary>Infinite where it is that of a failure; null where there is no value at all.</summary>
    public double? BaselineValue { get; private init; }

    /// <inheritdoc cref="BaselineValue"/>
    public double? CandidateValue { get; private init; }

    public long BaselineN { get; private init; }

    public long CandidateN { get; private init; }

    public long BaselineFailed { get; private init; }

    public long CandidateFailed { get; private init; }

    public static Contrast Of(
        Figure figure, RowData data, RubricClaim claim, RandomStream random, int resamples = Resamples) =>
        figure.Kind == FigureKind.Quantile
            ? OfQuantile(figure, data, claim, random, resamples)
            : OfSums(figure, data, claim, random, resamples);

    /// <summary>The baseline's value; infinite where it is that of a failure, null where there is none.</summary>
    public static double? Value(Figure figure, RowData data)
    {
        if (figure.Kind == FigureKind.Quantile)
        {
            return Quantile(data.BaselineValues, figure.Quantile);
        }

        return Mean(data.BaselineSums);
    }

    public Interval Baseline(double confidence) => Refusal is not null ? Interval.None
        : resamples?.BaselineInterval(confidence)
            ?? PairedShares.Share(units.BaselineSums, confidence, sampling).Interval;

    /// <inheritdoc cref="Difference"/>
    public Interval Candidate(double confidence, double? decideAt = null) => Refusal is not null ? Interval.None
        : resamples?.CandidateInterval(confidence)
            ?? PairedShares.Share(units.CandidateSums, confidence, sampling, decideAt).Interval;

    /// <summary>Of candidate less baseline.</summary>
    /// <param name="confidence">Between 0 and 1.</param>
    /// <param name="decideAt"><inheritdoc cref="PairedShares.Difference" path="/param[@name='decideAt']"/></param>
    public Interval Difference(double confidence, double? decideAt = null) => Refusal is not null ? Interval.None
        : resamples?.DifferenceInterval(confidence)
            ?? PairedShares.Difference(
                units.BaselineSums, units.CandidateSums, confidence, sampling, decideAt).Interval;

    /// <summary>Of (candidate less baseline) over baseline; none for shares, whose margins are points.</summary>
    public Interval Change(double confidence) => resamples is null || Refusal is not null
        ? Interval.None
        : Less1(resamples.RatioInterval(confidence));

    private static Interval Less1(Interval ratio) => new(ratio.Lower - 1, ratio.Upper - 1);

    private static Contrast OfQuantile(
        Figure figure, RowData data, RubricClaim claim, RandomStream random, int resamples)
    {
        long own = data.BaselineValues.Sum(static one => (long)one.Length);
        long other = data.CandidateValues.Sum(static one => (long)one.Length);
        var size = SampleSize.Of(data, static (data, session) =>
            data.BaselineValues[session].Length > 0 && data.CandidateValues[session].Length > 0);
        var refusal = Refused(size, claim);
        SampleSize? needed = refusal is null ? null : size.AtLeast(claim, SampleSize.Of(data));
        if (!PairedQuantiles.CanBound(Math.Min(own, other), figure.Quantile))
        {
            refusal ??= FormattableString.Invariant($"{Math.Min(own, other):#,##0} values are too few for this quantile; an interval that holds needs {ValuesNeeded(figure):#,##0}.");
            needed = Math.Min(own, other) == 0
                ? null
                : (needed ?? SampleSize.Of(data)).Times((double)ValuesNeeded(figure) / Math.Min(own, other));
        }

        var (units, sampling) = refusal is null ? data.UnitsOf(claim) : (data, null);
        var drawn = sampling is null ? null : PairedQuantiles.Resample(
            units.BaselineValues, units.CandidateValues, figure.Quantile, random, resamples, sampling);
        return new Contrast(units, sampling, drawn, refusal)
        {
            Needed = needed,
            BaselineValue = drawn?.Baseline ?? Quantile(data.BaselineValues, figure.Quantile),
            CandidateValue = drawn?.Candidate ?? Quantile(data.CandidateValues, figure.Quantile),
            BaselineN = own,
            CandidateN = other,
            BaselineFailed = Failed(data.BaselineValues),
            CandidateFailed = Failed(data.CandidateValues),
        };
    }

    private static Contrast OfSums(
        Figure figure, RowData data, RubricClaim claim, RandomStream random, int resamples)
    {
        double own = data.BaselineSums.Sum(static one => one.Count);
        double other = data.CandidateSums.Sum(static one => one.Count);
        var isShare = figure.Kind == FigureKind.Share || data.IsBinary;
        var size = SampleSize.Of(data, static (data, session) =>
            data.BaselineSums[session].Count > 0 && data.CandidateSums[session].Count > 0);
        var refusal = Refused(size, claim);
        SampleSize? needed = refusal is null ? null : size.AtLeast(claim, SampleSize.Of(data));
        var (units, sampling) = refusal is null ? data.UnitsOf(claim) : (data, null);
        if (refusal is null && !isShare && (HasNoSpread(units.BaselineSums) || HasNoSpread(units.CandidateSums)))
        {
            // Resampling would see no spread and claim to be certain.
            (refusal, sampling) = ("all values of a side are equal, which says nothing of how others would differ; an interval needs values that differ.", null);
        }

        var drawn = sampling is null || isShare
            ? null
            : PairedMeans.Resample(units.BaselineSums, units.CandidateSums, random, resamples, sampling);
        return new Contrast(units, sampling, drawn, refusal)
        {
            IsShare = isShare,
            Needed = needed,
            BaselineValue = Mean(data.BaselineSums),
            CandidateValue = Mean(data.CandidateSums),
            BaselineN = (long)own,
            CandidateN = (long)other,
            BaselineFailed = data.BaselineCharged,
            CandidateFailed = data.CandidateCharged,
        };
    }

    private static string? Refused(SampleSize size, RubricClaim claim) => claim switch
    {
        RubricClaim.CallsLikeThese when size.Scripts < MinScripts =>
            $"{size.Scripts} {(size.Scripts == 1 ? "script has" : "scripts have")} this figure on both sides; an interval that holds for calls like these needs {MinScripts}.",
        RubricClaim.TheseScripts when size.MinRepeats < MinRepeats =>
            $"a script was played in {size.MinRepeats} {(size.MinRepeats == 1 ? "pair" : "pairs")} alone; an interval for these scripts needs {MinRepeats} of each.",
        RubricClaim.TheseScripts when size.Pairs - size.Scripts < MinDegrees =>
            $"{size.Pairs} pairs of {size.Scripts} scripts have this figure; an interval for these scripts needs {MinDegrees} pairs more than scripts.",
        _ => null,
    };

    private static bool HasNoSpread(IReadOnlyList<(double Sum, double Count)> sums)
    {
        double low = double.PositiveInfinity, high = double.NegativeInfinity;
        foreach (var (sum, count) in sums.Where(static one => one.Count > 0))
        {
            low = Math.Min(low, sum / count);
            high = Math.Max(high, sum / count);
        }

        return high - low <= 1e-12 * Math.Max(Math.Abs(high), Math.Abs(low));
    }

    private static double? Mean(IReadOnlyList<(double Sum, double Count)> sums)
    {
        var count = sums.Sum(static one => one.Count);
        return count > 0 ? sums.Sum(static one => one.Sum) / count : null;
    }

    private static double? Quantile(IReadOnlyList<double[]> values, double p)
    {
        double[] sorted = [.. values.SelectMany(static one => one).Order()];
        return sorted.Length > 0 && Quantiles.CanState(sorted.Length, p) ? Quantiles.OfSorted(sorted, p) : null;
    }

    private static long Failed(IReadOnlyList<double[]> values) =>
        values.Sum(static one => (long)one.Count(double.IsInfinity));

    private static long ValuesNeeded(Figure figure) => (long)Math.Ceiling(
        (PairedQuantiles.MinBeyond / Math.Min(figure.Quantile, 1 - figure.Quantile)) - 1e-6);
}
