using System.Collections.Concurrent;
using System.Threading.Channels;

namespace Tollgate.Simulator.Truth;

/// <summary>
/// What the server did, request by request: in memory, and as JSON lines in a file where one is wanted. The last
/// requests are kept up to a bound on their writes. A record is there before the client can see the answer's end.
/// Thread-safe.
/// </summary>
internal sealed class TruthLog : IAsyncDisposable
{
    private const int FileQueue = 200_000;

    private readonly ConcurrentDictionary<string, TruthRecord> records = new();
    private readonly ConcurrentQueue<TruthRecord> order = new();
    private readonly long maxWrites;
    private readonly Channel<TruthRecord>? toFile;
    private readonly Task filing;
    private long keptWrites;
    private long lost;

    internal TruthLog(string? path, long maxWrites, TimeProvider time)
    {
        this.maxWrites = maxWrites;
        if (path is null)
        {
            filing = Task.CompletedTask;
            return;
        }

        toFile = Channel.CreateBounded<TruthRecord>(new BoundedChannelOptions(FileQueue) { SingleReader = true });
        var file = new FileStream(path, FileMode.Create, FileAccess.Write, FileShare.ReadWrite, 1 << 16);
        filing = Task.Run(() => TruthFile.WriteAsync(file, toFile.Reader, time));
    }

    /// <summary>Records that did not get into the file, because it could not keep up.</summary>
    public long Lost => Interlocked.Read(ref lost);

    /// <summary>The records that are kept, oldest first.</summary>
    public IReadOnlyCollection<TruthRecord> All => order;

    /// <summary>The record of an answer that has ended; null where it has not, or is no longer kept.</summary>
    public TruthRecord? Find(string requestId) => records.GetValueOrDefault(requestId);

    /// <summary>Closes the file once everything is in it.</summary>
    public async ValueTask DisposeAsync()
    {
        toFile?.Writer.TryComplete();
        await filing.ConfigureAwait(false);
    }

    internal void Publish(TruthRecord record)
    {
        records[record.RequestId] = record;
        order.Enqueue(record);
        var kept = Interlocked.Add(ref keptWrites, Weight(record));
        while (kept > maxWrites && order.TryDequeue(out var oldest))
        {
            records.TryRemove(oldest.RequestId, out _);
            kept = Interlocked.Add(ref keptWrites, -Weight(oldest));
        }

        if (toFile is not null && !toFile.Writer.TryWrite(record))
        {
            Interlocked.Increment(ref lost);
        }
    }

    // A record without writes takes memory too.
    private static int Weight(TruthRecord record) => record.Writes.Length + 16;
}
