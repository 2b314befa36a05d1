using System.Runtime.CompilerServices;
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
    // What the kernel takes at once where nobody reads at the other end is more; so is what any common prompt needs.
    private const int LargeBytes = 64 * 1024;

    private readonly Lock gate = new();
    private HandlerExchange? carried;
    private long answeredNs;
    private bool isFree, isClosed;
    private int uses;
    private bool isReading, isRefused;
    private EarlyAnswer? early;

    public long StartNs => startNs;

    /// <summary>When it was open, TLS included, in nanoseconds.</summary>
    public long ConnectedNs { get; } = axis.NowNs;

    /// <summary>Its exchange is not the first that it carries.</summary>
    public bool IsReused => uses > 1;

    /// <summary>No byte came since its exchange took it.</summary>
    public bool IsSilent { get; private set; } = true;

    /// <summary>What came is no HTTP but TLS.</summary>
    public bool IsTls { get; private set; }

    /// <summary>
    /// The server refused the request, or broke the connection, before all of it was written. What it answered can be
    /// read; the connection is of no further use.
    /// </summary>
    public bool IsCutShort { get; private set; }

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
                (IsSilent, isRefused) = (true, false);
            }

            uses++;
            exchange.OnConnection(this);
        }

        return buffer.Length < LargeBytes
            ? WriteSmallAsync(buffer, cancellationToken)
            : WriteLargeAsync(buffer, cancellationToken);
    }

    [AsyncMethodBuilder(typeof(PoolingAsyncValueTaskMethodBuilder<>))]
    public override async ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default)
    {
        EarlyAnswer? from;
        lock (gate)
        {
            from = early is { HasMore: true } ? early : null;
            isReading = from is null;
        }

        int count;
        try
        {
            count = await (from?.ReadAsync(buffer, cancellationToken) ?? inner.ReadAsync(buffer, cancellationToken))
                .ConfigureAwait(false);
        }
        finally
        {
            isReading = false;
        }

        See(buffer.Span[..count]);
        return count;
    }

    // The handler reads ahead, so an answer may come before the request's body begins to leave.
    private void See(ReadOnlySpan<byte> read)
    {
        lock (gate)
        {
            if (IsSilent)
            {
                IsTls |= WrongScheme.IsTls(read);
                isRefused = EarlyAnswer.IsRefusal(read);
            }

            IsSilent &= read.IsEmpty;
            early?.Saw(read);
        }
    }

    public override Task FlushAsync(CancellationToken cancellationToken) => inner.FlushAsync(cancellationToken);

    public override void Flush() => inner.Flush();

    public override int Read(byte[] buffer, int offset, int count) => throw new NotSupportedException();

    public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException();

    public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

    public override void SetLength(long value) => throw new NotSupportedException();

    // Errors are left to the reading side: what the server said before it closed is still there to be read.
    private async ValueTask WriteSmallAsync(ReadOnlyMemory<byte> buffer, CancellationToken cancellationToken)
    {
        try
        {
            await inner.WriteAsync(IsCutShort ? default : buffer, cancellationToken).ConfigureAwait(false);
        }
        catch (IOException)
        {
            IsCutShort = true;
        }
    }

    private async ValueTask WriteLargeAsync(ReadOnlyMemory<byte> buffer, CancellationToken cancellationToken)
    {
        var answer = new EarlyAnswer(inner);
        lock (gate)
        {
            early = answer;
            IsCutShort |= isRefused;
            if (!isReading && !IsCutShort)
            {
                answer.Listen();
            }
        }

        if (IsCutShort)
        {
            return;
        }

        using var cut = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        var write = WriteSmallAsync(buffer, cut.Token).AsTask();
        if (await Task.WhenAny(write, answer.Refused).ConfigureAwait(false) == write)
        {
            await write.ConfigureAwait(false);
            return;
        }

        IsCutShort = true;
        await cut.CancelAsync().ConfigureAwait(false);
        try
        {
            await write.ConfigureAwait(false);
        }
        catch (OperationCanceledException) when (!cancellationToken.IsCancellationRequested)
        {
            // The rest is not wanted.
        }
    }

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
