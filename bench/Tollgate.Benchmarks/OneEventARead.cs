namespace Tollgate.Benchmarks;

/// <summary>
/// A stream that gives the same event a number of times, one a read, as a prompt reader of a socket sees them.
/// </summary>
internal sealed class OneEventARead(byte[] one, int count) : Stream
{
    private int left;
    private int given;

    public override bool CanRead => true;

    public override bool CanSeek => false;

    public override bool CanWrite => false;

    public override long Length => throw new NotSupportedException();

    public override long Position
    {
        get => throw new NotSupportedException();
        set => throw new NotSupportedException();
    }

    public void Rewind() => (left, given) = (count, 0);

    public override int Read(Span<byte> buffer)
    {
        if (given == one.Length)
        {
            given = 0;
            left--;
        }

        if (left == 0)
        {
            return 0;
        }

        // Where the parser's buffer has no room for the whole event, the rest comes with the next read.
        var length = Math.Min(buffer.Length, one.Length - given);
        one.AsSpan(given, length).CopyTo(buffer);
        given += length;
        return length;
    }

    public override int Read(byte[] buffer, int offset, int count) => Read(buffer.AsSpan(offset, count));

    public override void Flush()
    {
    }

    public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

    public override void SetLength(long value) => throw new NotSupportedException();

    public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException();
}
