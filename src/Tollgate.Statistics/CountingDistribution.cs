using System.Runtime.CompilerServices;

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
    private readonly Page?[] pages = new Page?[2 * Pages];
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

    public void Add(double value) => Add(new ReadOnlySpan<double>(in value));

    /// <summary>Adds each of them, in order; the same as one by one, and faster.</summary>
    public void Add(ReadOnlySpan<double> values)
    {
        var (least, largest, total, lost) = (Min, Max, sum, sumLost);
        foreach (var value in values)
        {
            var bits = BitConverter.DoubleToUInt64Bits(value);
            var page = (int)((bits >> 52) & 0x7FF) - FirstPage;
            if ((uint)page < Pages)
            {
                var slot = (bits >> 63) == 0 ? page + Pages : page;
                (pages[slot] ??= new Page()).Increment((int)(bits >> (52 - FractionBits)) & (CountsAPage - 1));
            }
            else
            {
                AddZero(value, page);
            }

            least = value < least ? value : least;
            largest = value > largest ? value : largest;
            var before = total;
            total += value;
            lost += Lost(before, value, total);
        }

        Count += values.Length;
        (Min, Max, sum, sumLost) = (least, largest, total, lost);
    }

    /// <summary>Adds all that <paramref name="other"/> counted.</summary>
    public void Add(CountingDistribution other)
    {
        for (var slot = 0; slot < pages.Length; slot++)
        {
            if (other.pages[slot] is { } theirs)
            {
                (pages[slot] ??= new Page()).Add(theirs);
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
        var before = sum;
        sum += value;
        sumLost += Lost(before, value, sum);
    }

    private static double Lost(double sum, double value, double total) =>
        Math.Abs(sum) >= Math.Abs(value) ? sum - total + value : value - total + sum;

    // Counts of two bytes: forty groups of a few measures then fit into a core's cache, which is what adding costs.
    private sealed class Page
    {
        private readonly ushort[] low = new ushort[CountsAPage];
        private long[]? high;

        public long this[int index] => low[index] + (high is null ? 0 : high[index] << 16);

        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        public void Increment(int index)
        {
            if (++low[index] == 0)
            {
                (high ??= new long[CountsAPage])[index]++;
            }
        }

        public void Add(Page other)
        {
            for (var i = 0; i < CountsAPage; i++)
            {
                var count = this[i] + other[i];
                low[i] = (ushort)count;
                if (count > ushort.MaxValue)
                {
                    (high ??= new long[CountsAPage])[i] = count >> 16;
                }
            }
        }
    }
}
