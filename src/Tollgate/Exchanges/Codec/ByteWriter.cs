using System.Buffers;

namespace Tollgate.Exchanges.Codec;

/// <summary>
/// Writes numbers as LEB128 varints: seven bits a byte, the lowest first, the high bit says that more follow.
/// </summary>
internal readonly ref struct ByteWriter(IBufferWriter<byte> output)
{
    /// <summary>The most bytes that a number takes.</summary>
    private const int MaxBytes = 10;

    public void Byte(byte value)
    {
        output.GetSpan(1)[0] = value;
        output.Advance(1);
    }

    public void Number(ulong value)
    {
        var span = output.GetSpan(MaxBytes);
        var length = 0;
        for (; value >= 0x80; value >>= 7)
        {
            span[length++] = (byte)(value | 0x80);
        }

        span[length++] = (byte)value;
        output.Advance(length);
    }

    /// <summary>A number that may be below zero, zigzag: 2n for n ≥ 0, else -2n - 1.</summary>
    public void Signed(long value) => Number(unchecked((ulong)((value << 1) ^ (value >> 63))));

    /// <summary>The length in bytes, and the text in UTF-8.</summary>
    public void Text(string text)
    {
        var length = Encoding.UTF8.GetByteCount(text);
        Number((ulong)length);
        Encoding.UTF8.GetBytes(text, output.GetSpan(length));
        output.Advance(length);
    }
}
