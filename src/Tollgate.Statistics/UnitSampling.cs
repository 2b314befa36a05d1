namespace Tollgate.Statistics;

/// <summary>
/// What the measured units are a sample of, and so how they are drawn again: clusters of a wider population, or
/// repeats within fixed strata. Immutable.
/// </summary>
internal sealed class UnitSampling
{
    private const double MinDegrees = 3;

    private readonly int[]? starts;
    private readonly int[]? members;

    private UnitSampling(int count, int[]? starts, int[]? members)
    {
        Count = count;
        this.starts = starts;
        this.members = members;
    }

    /// <summary>How many units there are.</summary>
    public int Count { get; }

    /// <summary>Whether the units are repeats within fixed strata.</summary>
    public bool IsStratified => starts is not null;

    /// <summary>Degrees of freedom of a variance: units less one, or units less strata.</summary>
    public int Degrees => starts is null ? Count - 1 : Count - (starts.Length - 1);

    /// <summary>
    /// What a standard error from <see cref="Draw"/> falls short by: sqrt(n / (n - 1)) for n clusters, as resampling
    /// divides by n; 1 for strata, whose weights make up for it.
    /// </summary>
    internal double Expansion => starts is null ? Math.Sqrt(Count / (Count - 1.0)) : 1;

    /// <summary>The units are independent and themselves the sample.</summary>
    /// <param name="count">1 or more.</param>
    public static UnitSampling Clusters(int count)
    {
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(count);
        return new UnitSampling(count, null, null);
    }

    /// <summary>The strata are fixed, and units within one are independent repeats.</summary>
    /// <param name="stratumOf">The stratum of each unit, any numbers; each stratum has 2 units or more.</param>
    public static UnitSampling Strata(IReadOnlyList<int> stratumOf)
    {
        var groups = stratumOf.Select((stratum, unit) => (stratum, unit)).GroupBy(one => one.stratum).ToList();
        if (groups.Count == 0 || groups.Exists(static group => group.Count() < 2))
        {
            throw new ArgumentException("Each stratum needs two units or more.", nameof(stratumOf));
        }

        var starts = new int[groups.Count + 1];
        var members = new List<int>(stratumOf.Count);
        for (var i = 0; i < groups.Count; i++)
        {
            members.AddRange(groups[i].Select(static one => one.unit));
            starts[i + 1] = members.Count;
        }

        return new UnitSampling(stratumOf.Count, starts, [.. members]);
    }

    /// <summary>
    /// Draws the units again. Clusters: as many as there are, with repetition. Strata: one fewer than each has, each
    /// counting n / (n - 1) times, so that the variance of a sum is estimated without bias however few repeats a
    /// stratum has (J. N. K. Rao, C. F. J. Wu, JASA 83, 1988, 231-241).
    /// </summary>
    /// <param name="random">Where the draws come from.</param>
    /// <param name="weights">Gets how much each unit counts.</param>
    internal void Draw(RandomStream random, Span<double> weights)
    {
        weights.Clear();
        if (starts is null)
        {
            for (var i = 0; i < Count; i++)
            {
                weights[random.Next(Count)]++;
            }

            return;
        }

        for (var s = 0; s + 1 < starts.Length; s++)
        {
            var size = starts[s + 1] - starts[s];
            var weight = size / (size - 1.0);
            for (var i = 1; i < size; i++)
            {
                weights[members![starts[s] + random.Next(size)]] += weight; // Strata have members.
            }
        }
    }

    /// <summary>Influences less the mean of their stratum; as they are where there are no strata.</summary>
    internal double[] Residuals(double[] influences)
    {
        if (starts is null)
        {
            return influences;
        }

        var residuals = new double[Count];
        for (var s = 0; s + 1 < starts.Length; s++)
        {
            var stratum = members.AsSpan(starts[s]..starts[s + 1]);
            double mean = 0;
            foreach (var unit in stratum)
            {
                mean += influences[unit] / stratum.Length;
            }

            foreach (var unit in stratum)
            {
                residuals[unit] = influences[unit] - mean;
            }
        }

        return residuals;
    }

    /// <summary>The sums and counts of each stratum; none where there are no strata.</summary>
    internal IEnumerable<(double Sum, double Count)> Sums(IReadOnlyList<(double Sum, double Count)> units)
    {
        for (var s = 0; s + 1 < (starts?.Length ?? 0); s++)
        {
            (double Sum, double Count) all = default;
            for (var i = starts![s]; i < starts[s + 1]; i++) // There is a stratum.
            {
                var one = units[members![i]]; // Strata have members.
                all = (all.Sum + one.Sum, all.Count + one.Count);
            }

            yield return all;
        }
    }

    /// <summary>
    /// What each unit adds to the variance of a sum of influences: squared deviations from the mean of all, or of
    /// their stratum, times n / (n - 1).
    /// </summary>
    /// <param name="influences">One a unit; a sum of 0 is taken for granted where there are no strata.</param>
    internal double[] VarianceParts(double[] influences)
    {
        var parts = new double[Count];
        if (starts is null)
        {
            for (var i = 0; i < Count; i++)
            {
                parts[i] = influences[i] * influences[i] * Count / Math.Max(1, Count - 1);
            }

            return parts;
        }

        var residuals = Residuals(influences);
        for (var s = 0; s + 1 < starts.Length; s++)
        {
            var size = starts[s + 1] - starts[s];
            foreach (var unit in members.AsSpan(starts[s]..starts[s + 1]))
            {
                parts[unit] = residuals[unit] * residuals[unit] * size / (size - 1);
            }
        }

        return parts;
    }

    /// <summary>
    /// The skewness of a sum of influences, sum u^3 / (sum u^2)^(3/2): for n clusters that of one over sqrt(n).
    /// </summary>
    internal double Skewness(double[] influences)
    {
        double squares = 0, cubes = 0;
        foreach (var residual in Residuals(influences))
        {
            squares += residual * residual;
            cubes += residual * residual * residual;
        }

        return squares > 0 ? cubes / Math.Pow(squares, 1.5) : 0;
    }

    /// <summary>
    /// Satterthwaite's degrees of freedom of the variance that is the sum of the parts: 2 n / (k - 1) with the
    /// kurtosis k of the deviations, at least 3 and at most <see cref="Degrees"/>. Few where few units carry the
    /// figure (F. E. Satterthwaite, Biometrics Bulletin 2, 1946, 110-114).
    /// </summary>
    internal double DegreesOf(ReadOnlySpan<double> varianceParts)
    {
        double sum = 0, squares = 0;
        foreach (var part in varianceParts)
        {
            sum += part;
            squares += part * part;
        }

        var max = Math.Max(MinDegrees, Degrees);
        var kurtosis = sum > 0 ? squares / sum * Count / sum : 1;
        return kurtosis > 1 ? Math.Clamp(2 * Count / (kurtosis - 1), MinDegrees, max) : max;
    }
}
