using Tollgate.Time;

namespace Tollgate.Transport.Handler;

/// <summary>
/// One connection of HTTP/1.1 as SocketsHttpHandler writes and reads it, with TLS taken off. It knows which exchange it
/// carries, whether it carried one before, and whether the server closed it after an answer. One writer and one reader
/// at a time.
/// </summary>
/// <param name="inner">The connection itself.</param>
/// <param name="startNs">When its opening began, in nanoseconds.</param>
/// <param name="keeping">What is known of the server; null where the connection is for one exchange alone.</param>
/// <param name="axis">The run's axis.</param>
internal sealed class KeptConnection(Stream inner, long startNs, ConnectionKeeping? keeping, MonotonicAxis axis)
    : Stream
{
    private readonly Lock gate = new();
    private HandlerExchange? carried;
    private long answeredNs;
    private bool isFree, isClosed;
    private int uses;

    public long StartNs => startNs;

    /// <summary>When it was open, TLS included, in nanoseconds.</summary>
    public long ConnectedNs { get; } = axis.NowNs;

    /// <summary>Its exchange is not the first that it carries.</summary>
    public bool IsReused => uses > 1;

    /// <summary>No byte came since its exchange took it.</summary>
    public bool IsSilent { get; private set; } = true;

    public override bool CanRead => true;

    public override bool CanSeek => false;

    public override bool CanWrite => true;

    public override long Length => throw new NotSupportedException();

    public override long Position
    {
        get => throw new NotSupportedException();
        set => throw new NotSupportedException();
    }

    /// <summary>Its exchange has all of an answer, which leaves it free for another.</summary>
    public void Answered()
    {
        lock (gate)
        {
            keeping?.Answered();
            (carried, isFree, answeredNs) = (null, true, axis.NowNs);
            if (isClosed)
            {
                keeping?.Lost(0);
            }
        }
    }

    /// <summary>The server closed it before it could take the request that was written to it.</summary>
    public void Lost() => keeping?.Lost(axis.NowNs - answeredNs);

    public override ValueTask WriteAsync(ReadOnlyMemory<byte> buffer, CancellationToken cancellationToken = default)
    {
        if (HandlerExchange.Current is { } exchange && exchange != carried)
        {
            lock (gate)
            {
                (carried, isFree) = (exchange, false);
            }

            IsSilent = true;
            uses++;
            exchange.OnConnection(this);
        }

        return inner.WriteAsync(buffer, cancellationToken);
    }

    public override async ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default)
    {
        var count = await inner.ReadAsync(buffer, cancellationToken).ConfigureAwait(false);
        IsSilent &= count == 0;
        return count;
    }

    public override Task FlushAsync(CancellationToken cancellationToken) => inner.FlushAsync(cancellationToken);

    public override void Flush() => inner.Flush();

    public override int Read(byte[] buffer, int offset, int count) => throw new NotSupportedException();

    public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException();

    public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

    public override void SetLength(long value) => throw new NotSupportedException();

    // The handler closes what it cannot use again: a connection that was free was closed by the server.
    protected override void Dispose(bool disposing)
    {
        lock (gate)
        {
            if (isFree && !isClosed)
            {
                keeping?.Lost(axis.NowNs - answeredNs);
            }

            isClosed = true;
        }

        if (disposing)
        {
            inner.Dispose();
        }

        base.Dispose(disposing);
    }
}
