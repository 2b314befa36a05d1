namespace Tollgate.Transport.Handler;

/// <summary>A body on its way to its decoder, with a count of its bytes.</summary>
internal sealed class CountedStream(Stream inner) : PullStream
{
    private const int MaxReadyReads = 8;

    private int ready;

    /// <summary>The bytes so far.</summary>
    public long Count { get; private set; }

    public override async ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default)
    {
        var read = inner.ReadAsync(buffer, cancellationToken);
        if (read.IsCompleted && ++ready % MaxReadyReads == 0)
        {
            // Bytes that decode to nothing keep the decoder here.
            await Task.Yield();
        }

        var count = await read.ConfigureAwait(false);
        Count += count;
        return count;
    }
}
