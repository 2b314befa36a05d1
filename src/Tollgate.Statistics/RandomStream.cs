using System.Numerics;

namespace Tollgate.Statistics;

/// <summary>
/// A seeded stream of random numbers that is the same on every machine and every runtime: xoshiro256** by Blackman and
/// Vigna (https://prng.di.unimi.it), seeded by SplitMix64. Not thread-safe; give each consumer a <see cref="Fork(ulong)"/>.
/// </summary>
public sealed class RandomStream : Random
{
    private readonly ulong seed;
    private ulong s0, s1, s2, s3;

    public RandomStream(ulong seed)
        : base(0)
    {
        this.seed = seed;
        s0 = SplitMix(ref seed);
        s1 = SplitMix(ref seed);
        s2 = SplitMix(ref seed);
        s3 = SplitMix(ref seed);
    }

    /// <summary>
    /// A stream that depends on this one's seed and on <paramref name="key"/> alone, not on what was drawn before: so
    /// that one consumer's draws do not shift another's.
    /// </summary>
    public RandomStream Fork(ulong key)
    {
        var state = seed ^ BitOperations.RotateLeft(key * 0x9E3779B97F4A7C15UL, 31);
        SplitMix(ref state);
        return new RandomStream(SplitMix(ref state) ^ key);
    }

    /// <summary>
    /// A stream for the consumer of that name: adding, removing or reordering other consumers leaves it as it is.
    /// </summary>
    /// <param name="name">A stored name, which stays the same; hashed by FNV-1a over its UTF-16 code units.</param>
    internal RandomStream Fork(string name)
    {
        ArgumentNullException.ThrowIfNull(name);
        var key = 14695981039346656037UL;
        foreach (var unit in name)
        {
            key = (key ^ unit) * 1099511628211UL;
        }

        return Fork(key);
    }

    public ulong NextUInt64()
    {
        var result = BitOperations.RotateLeft(s1 * 5, 7) * 9;
        var t = s1 << 17;
        s2 ^= s0;
        s3 ^= s1;
        s1 ^= s2;
        s0 ^= s3;
        s2 ^= t;
        s3 = BitOperations.RotateLeft(s3, 45);
        return result;
    }

    /// <summary>Uniform in [0, 1), with 53 bits.</summary>
    public override double NextDouble() => (NextUInt64() >> 11) * (1.0 / (1UL << 53));

    protected override double Sample() => NextDouble();

    public override int Next() => Next(int.MaxValue);

    public override int Next(int maxValue) => Next(0, maxValue);

    public override int Next(int minValue, int maxValue)
    {
        ArgumentOutOfRangeException.ThrowIfGreaterThan(minValue, maxValue);
        return (int)(minValue + (long)BoundedBelow((ulong)((long)maxValue - minValue)));
    }

    public override long NextInt64() => NextInt64(long.MaxValue);

    public override long NextInt64(long maxValue) => NextInt64(0, maxValue);

    public override long NextInt64(long minValue, long maxValue)
    {
        ArgumentOutOfRangeException.ThrowIfGreaterThan(minValue, maxValue);
        return (long)((ulong)minValue + BoundedBelow((ulong)maxValue - (ulong)minValue));
    }

    public override void NextBytes(Span<byte> buffer)
    {
        for (var i = 0; i < buffer.Length; i++)
        {
            buffer[i] = (byte)(NextUInt64() >> 56);
        }
    }

    public override void NextBytes(byte[] buffer) => NextBytes(buffer.AsSpan());

    /// <summary>Standard normal, by Marsaglia's polar method.</summary>
    public double NextGaussian()
    {
        while (true)
        {
            var u = (2 * NextDouble()) - 1;
            var v = (2 * NextDouble()) - 1;
            var s = (u * u) + (v * v);
            if (s is > 0 and < 1)
            {
                return u * Math.Sqrt(-2 * Math.Log(s) / s);
            }
        }
    }

    /// <summary>Exponential with mean 1.</summary>
    public double NextExponential() => -Math.Log(1 - NextDouble());

    /// <summary>Gamma with the given shape (positive) and scale 1: Marsaglia and Tsang, ACM TOMS 26(3), 2000.</summary>
    public double NextGamma(double shape)
    {
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(shape);
        if (shape < 1)
        {
            return NextGamma(shape + 1) * Math.Pow(1 - NextDouble(), 1 / shape);
        }

        var d = shape - (1.0 / 3);
        var c = 1 / Math.Sqrt(9 * d);
        while (true)
        {
            var x = NextGaussian();
            var v = 1 + (c * x);
            if (v <= 0)
            {
                continue;
            }

            v = v * v * v;
            if (Math.Log(1 - NextDouble()) < (0.5 * x * x) + d - (d * v) + (d * Math.Log(v)))
            {
                return d * v;
            }
        }
    }

    // Lemire's multiply-and-reject: unbiased. A bound of 0 gives 0.
    private ulong BoundedBelow(ulong bound)
    {
        if (bound == 0)
        {
            return 0;
        }

        var high = Math.BigMul(NextUInt64(), bound, out var low);
        if (low < bound)
        {
            var threshold = unchecked(0UL - bound) % bound;
            while (low < threshold)
            {
                high = Math.BigMul(NextUInt64(), bound, out low);
            }
        }

        return high;
    }

    private static ulong SplitMix(ref ulong state)
    {
        state += 0x9E3779B97F4A7C15UL;
        var z = state;
        z = (z ^ (z >> 30)) * 0xBF58476D1CE4E5B9UL;
        z = (z ^ (z >> 27)) * 0x94D049BB133111EBUL;
        return z ^ (z >> 31);
    }
}
