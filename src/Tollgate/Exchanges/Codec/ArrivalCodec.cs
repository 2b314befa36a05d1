using System.Buffers;
using System.Buffers.Binary;
using System.Numerics;

namespace Tollgate.Exchanges.Codec;

/// <summary>
/// Arrivals as they lie in a run file. One byte for the format's version, 1; then for each arrival three numbers,
/// each a LEB128 varint (seven bits a byte, the lowest first, the high bit says that more follow):
/// <list type="number">
/// <item>the nanoseconds since the arrival before it, for the first one since the exchange's intended instant;</item>
/// <item>characters · 8 + coalesced · 4 + kind (0 reasoning, 1 text, 2 tool);</item>
/// <item>the lag less that of the arrival before it, for the first one 0; zigzag: 2n for n ≥ 0, else -2n - 1.</item>
/// </list>
/// A token every 20 ms takes about 4 + 1 + 2 bytes. Differences wrap at 64 bits (the lag's at 32), so every value
/// comes back exactly. No arrivals are no bytes.
/// </summary>
internal static class ArrivalCodec
{
    private const byte Version = 1;

    // Ten bytes hold 64 bits; the lag and the characters with their flags take five.
    private const int MaxBytes = 20;

    // Of eight bytes: set where a number goes on.
    private const ulong HighBits = 0x8080_8080_8080_8080;

    /// <summary>Appends the arrivals to <paramref name="output"/>.</summary>
    /// <param name="arrivals">The arrivals, in order.</param>
    /// <param name="fromNs">The exchange's intended instant.</param>
    /// <param name="output">Where the bytes go.</param>
    public static void Encode(ReadOnlySpan<Arrival> arrivals, long fromNs, IBufferWriter<byte> output)
    {
        ArgumentNullException.ThrowIfNull(output);
        if (arrivals.IsEmpty)
        {
            return;
        }

        output.GetSpan(1)[0] = Version;
        output.Advance(1);
        var lag = 0;
        foreach (ref readonly var arrival in arrivals)
        {
            var span = output.GetSpan(MaxBytes);
            var length = 0;
            Put(span, ref length, unchecked((ulong)(arrival.AtNs - fromNs)));
            Put(span, ref length, ((ulong)(uint)arrival.Characters << 3)
                | (arrival.Coalesced ? 4u : 0u) | (byte)arrival.Kind);
            var change = unchecked(arrival.LagNs - lag);
            Put(span, ref length, unchecked((uint)((change << 1) ^ (change >> 31))));
            output.Advance(length);
            fromNs = arrival.AtNs;
            lag = arrival.LagNs;
        }
    }

    /// <summary>The arrivals again; false where the bytes are not those of <see cref="Encode"/>.</summary>
    public static bool TryDecode(ReadOnlySpan<byte> bytes, long fromNs, out Arrival[] arrivals)
    {
        arrivals = [];
        if (bytes.IsEmpty)
        {
            return true;
        }

        if (bytes[0] != Version)
        {
            return false;
        }

        bytes = bytes[1..];
        var ends = CountEnds(bytes);
        if (ends % 3 != 0 || bytes.IsEmpty || bytes[^1] >= 0x80)
        {
            return false;
        }

        var result = new Arrival[ends / 3];
        var place = 0;
        var lag = 0;
        for (var i = 0; i < result.Length; i++)
        {
            if (!TryTake(bytes, ref place, out var delta) || !TryTake(bytes, ref place, out var what)
                || !TryTake(bytes, ref place, out var zigzag)
                || what >> 35 != 0 || (what & 3) > (byte)ArrivalKind.Tool || zigzag > uint.MaxValue)
            {
                return false;
            }

            fromNs = unchecked(fromNs + (long)delta);
            lag = unchecked(lag + (int)((uint)zigzag >> 1 ^ -(int)(zigzag & 1)));
            result[i] = new Arrival(
                fromNs, unchecked((int)(uint)(what >> 3)), (ArrivalKind)(what & 3), (what & 4) != 0, lag);
        }

        arrivals = result;
        return true;
    }

    private static int CountEnds(ReadOnlySpan<byte> bytes)
    {
        var ends = 0;
        for (; bytes.Length >= sizeof(ulong); bytes = bytes[sizeof(ulong)..])
        {
            ends += BitOperations.PopCount(~BinaryPrimitives.ReadUInt64LittleEndian(bytes) & HighBits);
        }

        foreach (var one in bytes)
        {
            ends += one < 0x80 ? 1 : 0;
        }

        return ends;
    }

    private static void Put(Span<byte> span, ref int length, ulong value)
    {
        for (; value >= 0x80; value >>= 7)
        {
            span[length++] = (byte)(value | 0x80);
        }

        span[length++] = (byte)value;
    }

    // The last byte has been checked to end a number, so the place stays inside.
    private static bool TryTake(ReadOnlySpan<byte> bytes, ref int place, out ulong value)
    {
        // Eight bytes at once: the seven bits of each move together in three steps.
        if (place + sizeof(ulong) <= bytes.Length)
        {
            value = BinaryPrimitives.ReadUInt64LittleEndian(bytes[place..]);
            var ends = ~value & HighBits;
            if (ends != 0)
            {
                var length = (BitOperations.TrailingZeroCount(ends) / 8) + 1;
                value &= (ulong.MaxValue >> (64 - (8 * length))) & ~HighBits;
                value = (value & 0x007F_007F_007F_007F) | ((value & 0x7F00_7F00_7F00_7F00) >> 1);
                value = (value & 0x0000_3FFF_0000_3FFF) | ((value & 0x3FFF_0000_3FFF_0000) >> 2);
                value = (value & 0x0FFF_FFFF) | ((value & 0x0FFF_FFFF_0000_0000) >> 4);
                place += length;
                return true;
            }
        }

        value = 0;
        for (var shift = 0; shift < 64; shift += 7)
        {
            var one = bytes[place++];
            value |= (ulong)(one & 0x7F) << shift;
            if (one < 0x80)
            {
                return shift < 63 || one <= 1;
            }
        }

        return false;
    }
}
