namespace Tollgate.Exchanges.Codec;

/// <summary>
/// Reads what a <see cref="ByteWriter"/> wrote. Where the bytes are others it stops: from then on everything is 0.
/// </summary>
internal ref struct ByteReader(ReadOnlySpan<byte> bytes)
{
    private ReadOnlySpan<byte> left = bytes;

    /// <summary>The bytes were not those that were to be read.</summary>
    public bool HasFailed { get; private set; }

    /// <summary>What has not been read.</summary>
    public readonly ReadOnlySpan<byte> Rest => left;

    public byte Byte()
    {
        if (left.IsEmpty)
        {
            return (byte)Fail();
        }

        var value = left[0];
        left = left[1..];
        return value;
    }

    public ulong Number()
    {
        ulong value = 0;
        for (var i = 0; i < left.Length && i < 10; i++)
        {
            var one = left[i];
            value |= (ulong)(one & 0x7F) << (7 * i);
            if (one < 0x80)
            {
                left = left[(i + 1)..];
                return i < 9 || one <= 1 ? value : Fail();
            }
        }

        return Fail();
    }

    public long Signed()
    {
        var value = Number();
        return unchecked((long)(value >> 1) ^ -(long)(value & 1));
    }

    /// <summary>A number of 32 bits that is not below zero.</summary>
    public int Int32()
    {
        var value = Number();
        return value <= int.MaxValue ? (int)value : (int)Fail();
    }

    /// <summary>A text's UTF-8; it lies in what is read.</summary>
    public ReadOnlySpan<byte> Text()
    {
        var length = Number();
        if (length > (ulong)left.Length)
        {
            Fail();
            return default;
        }

        var text = left[..(int)length];
        left = left[(int)length..];
        return text;
    }

    private ulong Fail()
    {
        HasFailed = true;
        left = default;
        return 0;
    }
}
