using System.Threading.Tasks.Sources;

namespace Tollgate.Transport.Direct;

/// <summary>
/// A stream whose reads end on the thread that feeds it, at once and inline: so SslStream runs as part of the loop that
/// owns the socket. Writes go to a delegate. Owned by one thread; one read at a time.
/// </summary>
internal sealed class FedStream(FedStream.Writer? write) : Stream, IValueTaskSource<int>
{
    private ManualResetValueTaskSourceCore<int> source;
    private Memory<byte> wanted;
    private ReadOnlyMemory<byte> available;
    private bool isWaiting;
    private bool ended;

    /// <summary>Takes what is written to the stream.</summary>
    public delegate void Writer(ReadOnlySpan<byte> bytes);

    public override bool CanRead => true;

    public override bool CanSeek => false;

    public override bool CanWrite => write is not null;

    public override long Length => throw new NotSupportedException();

    public override long Position
    {
        get => throw new NotSupportedException();
        set => throw new NotSupportedException();
    }

    /// <summary>Hands bytes to the reader. What is not read by the time it returns is kept.</summary>
    /// <param name="bytes">They may change once this returns.</param>
    public void Feed(ReadOnlyMemory<byte> bytes)
    {
        available = available.IsEmpty ? bytes : Join(available, bytes);
        while (isWaiting && !available.IsEmpty)
        {
            isWaiting = false;
            source.SetResult(Take(wanted));
        }

        if (!available.IsEmpty)
        {
            available = available.ToArray();
        }
    }

    /// <summary>No more will come.</summary>
    public void FeedEnd()
    {
        ended = true;
        if (isWaiting)
        {
            isWaiting = false;
            source.SetResult(0);
        }
    }

    public override ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default)
    {
        if (!available.IsEmpty)
        {
            return new ValueTask<int>(Take(buffer));
        }

        if (ended)
        {
            return new ValueTask<int>(0);
        }

        source.Reset();
        wanted = buffer;
        isWaiting = true;
        return new ValueTask<int>(this, source.Version);
    }

    public override ValueTask WriteAsync(ReadOnlyMemory<byte> buffer, CancellationToken cancellationToken = default)
    {
        write?.Invoke(buffer.Span);
        return ValueTask.CompletedTask;
    }

    public override Task FlushAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public override void Flush()
    {
    }

    public override int Read(byte[] buffer, int offset, int count) => throw new NotSupportedException();

    public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

    public override void SetLength(long value) => throw new NotSupportedException();

    public override void Write(byte[] buffer, int offset, int count) => write?.Invoke(buffer.AsSpan(offset, count));

    int IValueTaskSource<int>.GetResult(short token) => source.GetResult(token);

    ValueTaskSourceStatus IValueTaskSource<int>.GetStatus(short token) => source.GetStatus(token);

    void IValueTaskSource<int>.OnCompleted(
        Action<object?> continuation, object? state, short token, ValueTaskSourceOnCompletedFlags flags) =>
        source.OnCompleted(continuation, state, token, flags);

    private int Take(Memory<byte> into)
    {
        var count = Math.Min(into.Length, available.Length);
        available[..count].CopyTo(into);
        available = available[count..];
        return count;
    }

    private static byte[] Join(ReadOnlyMemory<byte> first, ReadOnlyMemory<byte> second)
    {
        var joined = new byte[first.Length + second.Length];
        first.CopyTo(joined);
        second.CopyTo(joined.AsMemory(first.Length));
        return joined;
    }
}
