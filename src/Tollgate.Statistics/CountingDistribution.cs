namespace Tollgate.Statistics;

/// <summary>
/// The distribution of very many values in little memory: log-linear counts, 1,024 to each power of two, so that a
/// quantile is within 1/2048 (0.049 %) of the sample that it stands for. Count, least, largest and (to the precision of
/// a double) sum are exact. Values lie within -2^40 and 2^40; magnitudes below 2^-40 count as zero. Not thread-safe.
/// </summary>
internal sealed class CountingDistribution
{
    /// <summary>The largest relative error of a quantile.</summary>
    public const double RelativeResolution = 1.0 / 2048;

    // A double's own bits are log-linear: its exponent, then its leading fraction bits.
    private const int FractionBits = 10;
    private const int CountsAPage = 1 << FractionBits;
    private const int MinExponent = -40;
    private const int Pages = 80;
    private const int FirstPage = 1023 + MinExponent;

    // A page a power of two, made when first used: the negative ones first, then the positive.
    private readonly long[]?[] pages = new long[]?[2 * Pages];
    private long zeros;
    private double sum;
    private double sumLost;

    /// <summary>How many values were added.</summary>
    public long Count { get; private set; }

    /// <summary>The least value; positive infinity while there is none.</summary>
    public double Min { get; private set; } = double.PositiveInfinity;

    /// <summary>The largest value; negative infinity while there is none.</summary>
    public double Max { get; private set; } = double.NegativeInfinity;

    /// <summary>The sum, with Neumaier's compensation for what rounding lost.</summary>
    public double Sum => sum + sumLost;

    public void Add(double value)
    {
        var bits = BitConverter.DoubleToUInt64Bits(value);
        var page = (int)((bits >> 52) & 0x7FF) - FirstPage;
        if ((uint)page < Pages)
        {
            var slot = (bits >> 63) == 0 ? page + Pages : page;
            (pages[slot] ??= new long[CountsAPage])[(int)(bits >> (52 - FractionBits)) & (CountsAPage - 1)]++;
        }
        else
        {
            AddZero(value, page);
        }

        Count++;
        Min = value < Min ? value : Min;
        Max = value > Max ? value : Max;
        AddToSum(value);
    }

    /// <summary>Adds all that <paramref name="other"/> counted.</summary>
    public void Add(CountingDistribution other)
    {
        for (var slot = 0; slot < pages.Length; slot++)
        {
            if (other.pages[slot] is { } theirs)
            {
                var ours = pages[slot] ??= new long[CountsAPage];
                for (var i = 0; i < CountsAPage; i++)
                {
                    ours[i] += theirs[i];
                }
            }
        }

        zeros += other.zeros;
        Count += other.Count;
        Min = Math.Min(Min, other.Min);
        Max = Math.Max(Max, other.Max);
        AddToSum(other.sum);
        AddToSum(other.sumLost);
    }

    /// <summary>The quantile <paramref name="p"/> as <see cref="Quantiles"/> defines it, to the resolution.</summary>
    public double Quantile(double p)
    {
        var left = Quantiles.Rank(Count, p);
        if (left == Count)
        {
            return Max;
        }

        for (var bucket = 0; bucket < 2 * Pages * CountsAPage; bucket++)
        {
            if (bucket == Pages * CountsAPage && (left -= zeros) <= 0)
            {
                return 0;
            }

            var (slot, index) = Locate(bucket);
            if (pages[slot] is not { } counts)
            {
                bucket += CountsAPage - 1;
            }
            else if ((left -= counts[index]) <= 0)
            {
                return Math.Clamp(Middle(slot, index), Min, Max);
            }
        }

        return Max;
    }

    /// <summary>How many values are at or below <paramref name="value"/>, or share its count.</summary>
    public long CountAtOrBelow(double value)
    {
        var last = BucketOf(value);
        var below = value >= 0 ? zeros : 0;
        for (var bucket = 0; bucket <= last; bucket++)
        {
            var (slot, index) = Locate(bucket);
            if (pages[slot] is { } counts)
            {
                below += counts[index];
            }
            else
            {
                bucket += CountsAPage - 1;
            }
        }

        return below;
    }

    // Buckets run from the most negative value to the most positive; each sign's pages hold magnitudes.
    private static (int Slot, int Index) Locate(int bucket)
    {
        const int half = Pages * CountsAPage;
        var magnitude = bucket < half ? half - 1 - bucket : bucket;
        return (magnitude / CountsAPage, magnitude % CountsAPage);
    }

    private static int BucketOf(double value)
    {
        const int half = Pages * CountsAPage;
        var magnitude = (long)(BitConverter.DoubleToUInt64Bits(Math.Abs(value)) >> (52 - FractionBits))
            - ((long)FirstPage * CountsAPage);
        var within = (int)Math.Clamp(magnitude, -1, half - 1);
        return value < 0 ? half - 1 - Math.Max(within, 0) : half + within;
    }

    private static double Middle(int slot, int index)
    {
        var magnitude = slot % Pages;
        var bits = ((ulong)(magnitude + FirstPage) << 52) | ((ulong)index << (52 - FractionBits))
            | (1UL << (51 - FractionBits));
        var middle = BitConverter.UInt64BitsToDouble(bits);
        return slot < Pages ? -middle : middle;
    }

    private void AddZero(double value, int page)
    {
        if (page >= Pages)
        {
            throw new ArgumentOutOfRangeException(nameof(value), value, "The magnitude must be below 2^40.");
        }

        zeros++;
    }

    private void AddToSum(double value)
    {
        var total = sum + value;
        sumLost += Math.Abs(sum) >= Math.Abs(value) ? sum - total + value : value - total + sum;
        sum = total;
    }
}
