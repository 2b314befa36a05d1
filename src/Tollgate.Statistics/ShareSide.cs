namespace Tollgate.Statistics;

/// <summary>One side's share of trials that come in units.</summary>
internal sealed class ShareSide
{
    // What a stratum's share is drawn towards that of all: by as much as one trial.
    private const double PriorTrials = 1;

    private readonly double effective;
    private double? spread;

    public ShareSide(IReadOnlyList<(double Sum, double Count)> units, UnitSampling sampling)
    {
        ArgumentOutOfRangeException.ThrowIfNotEqual(sampling.Count, units.Count);
        Units = units;
        var hits = units.Sum(static one => one.Sum);
        Trials = units.Sum(static one => one.Count);
        ArgumentOutOfRangeException.ThrowIfZero(Trials);
        var share = hits / Trials;
        Share = share;
        Deviations = [.. units.Select(one => one.Sum - (share * one.Count))];
        Residuals = sampling.Residuals(Deviations);
        SquaredTrials = units.Sum(static one => one.Count * one.Count);

        // A unit without a trial tells nothing of how units vary.
        var empty = units.Count(static one => one.Count <= 0);
        Degrees = Math.Max(0, sampling.Degrees - empty);
        var independent = Trials * share * (1 - share);
        var design = share is > 0 and < 1 ? sampling.VarianceParts(Deviations).Sum() / independent : 1;
        if (!sampling.IsStratified && empty > 0 && Degrees > 0)
        {
            design *= (Degrees + 1.0) / Degrees * (units.Count - 1) / units.Count;
        }

        effective = Trials / (sampling.IsStratified
            ? Math.Max(design, WithinStrata(sampling) / Math.Max(independent, double.Epsilon))
            : Math.Clamp(design, 1, Math.Max(1, SquaredTrials / Trials)));
        if (share is <= 0 or >= 1)
        {
            effective = Trials;
        }
    }

    public IReadOnlyList<(double Sum, double Count)> Units { get; }

    public double Share { get; }

    public double Trials { get; }

    /// <summary>The sum of the squares of the units' trials.</summary>
    public double SquaredTrials { get; }

    /// <summary>Degrees of freedom of the variance between units.</summary>
    public int Degrees { get; }

    /// <summary>How much the units' chances differ on the logit; worked out when it is first asked for.</summary>
    public double Spread => spread ??= LogitNormal.Spread(Units);

    /// <summary>Hits less what the share of all would give, one a unit.</summary>
    public double[] Deviations { get; }

    /// <summary>The same less their stratum's mean, where there are strata.</summary>
    public double[] Residuals { get; }

    public Interval Wilson(double confidence)
    {
        if (Degrees < 1)
        {
            return Interval.None;
        }

        var t = Means.StudentQuantile(Degrees, confidence);
        var (center, reach) = (Share * effective + (t * t / 2), t * Math.Sqrt(
            (effective * Share * (1 - Share)) + (t * t / 4)));
        return new Interval(
            Share <= 0 ? 0 : (center - reach) / (effective + (t * t)),
            Share >= 1 ? 1 : (center + reach) / (effective + (t * t)));
    }

    // The variance of the hits were a stratum's trials independent, its share drawn a little towards that of all: two
    // repeats that came out alike do not make a stratum certain.
    private double WithinStrata(UnitSampling sampling) => sampling.Sums(Units).Sum(stratum =>
    {
        var share = (stratum.Sum + (PriorTrials * Share)) / (stratum.Count + PriorTrials);
        return stratum.Count * share * (1 - share);
    });
}
