using System.Collections.Concurrent;
using Microsoft.Data.Sqlite;
using Tollgate.Exchanges;
using Tollgate.Load;
using Tollgate.Runs.Records;
using Tollgate.Runs.Storage;

namespace Tollgate.Runs;

/// <summary>
/// Writes a run file as exchanges end, on a thread of its own, and commits twice a second at least: a process that is
/// killed loses no more than the last second. Until the run ends, its last part lies in a log next to the file. Safe
/// for concurrent use.
/// </summary>
/// <remarks>
/// The exchanges wait in a queue of <see cref="Bound"/>. Where it is full one is counted as lost and the run is not
/// valid; whoever read it off the wire is not held up, unless <see cref="WaitWhenFull"/>. So it is where the disk
/// fails. <see cref="CompleteAsync"/> waits for the thread, which is no virtual time's: await it outside the pump.
/// </remarks>
internal sealed class RunWriter : IExchangeSink, IAsyncDisposable
{
    /// <summary>How many exchanges may wait to be written.</summary>
    public const int Bound = 65_536;

    private static readonly TimeSpan CommitEvery = TimeSpan.FromMilliseconds(400);
    // The log goes into the file so often, or after so many rows: a file that is copied without its log lacks no more.
    private static readonly TimeSpan CheckpointEvery = TimeSpan.FromSeconds(2);
    private const int MaxRowsInLog = 4096;

    private static readonly TimeSpan LookEvery = TimeSpan.FromMilliseconds(20);

    // A reader of the file is waited for so many times that long: a second in all.
    private const int LooksForReaders = 50;

    private readonly BlockingCollection<Item> queue = new(Bound);
    private readonly ManualResetEventSlim closing = new(false, spinCount: 0);
    private readonly TaskCompletionSource closed = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly TimeProvider time;
    private readonly Dictionary<string, int> targets;
    private readonly RunFileWriter file;
    private readonly long[] issued;
    private readonly long[] lost;
    private RunEnd? end;
    private string? problem;
    private string? unsealed;
    private long committed;
    private long lostSessions;

    private RunWriter(string path, SqliteConnection connection, RunInfo info, TimeProvider time)
    {
        Path = path;
        this.time = time;
        targets = info.Targets.Select((target, index) => (target.Name, index)).ToDictionary(t => t.Name, t => t.index);
        issued = new long[info.Targets.Count];
        lost = new long[info.Targets.Count];
        file = new RunFileWriter(connection, info.Targets);
        new Thread(WriteAll) { IsBackground = true, Name = "tollgate run file" }.Start();
    }

    /// <summary>The file.</summary>
    public string Path { get; }

    /// <summary>
    /// <see cref="Ended(Exchange)"/> waits for room instead of losing an exchange: for virtual time, which outruns any
    /// disk and in which nobody is held up.
    /// </summary>
    public bool WaitWhenFull { get; init; }

    /// <summary>The exchanges that are safe in the file whatever comes.</summary>
    public long Committed => Volatile.Read(ref committed);

    /// <summary>The exchanges that will not be in the file.</summary>
    public long Lost
    {
        get
        {
            var sum = 0L;
            for (var target = 0; target < lost.Length; target++)
            {
                sum += Volatile.Read(ref lost[target]);
            }

            return sum;
        }
    }

    /// <summary>Why writing stopped, as one sentence; null while all is well.</summary>
    public string? Problem => Volatile.Read(ref problem);

    /// <summary>Why no run file can have this name, as one sentence; null where it can.</summary>
    public static string? NameProblem(string path)
    {
        // SQLite takes these for databases that are gone when the run is over.
        return path.Length == 0 ? "the run file's name is empty; expected the name of a new run file."
            : path.StartsWith(':') || path.StartsWith("file:", StringComparison.OrdinalIgnoreCase)
                ? $"{path}: SQLite would not take this for a file; expected the name of a new run file."
            : null;
    }

    /// <summary>Makes a new file, and the folders above it.</summary>
    /// <param name="path">The file; it must not exist.</param>
    /// <param name="info">What the file says of the run.</param>
    /// <param name="time">The system's clock, under virtual time too: it times the commits.</param>
    /// <param name="error">Why there is none, as one sentence; null where there is one.</param>
    /// <param name="waitWhenFull"><inheritdoc cref="WaitWhenFull" path="/summary"/></param>
    public static RunWriter? TryCreate(
        string path, RunInfo info, TimeProvider time, out string? error, bool waitWhenFull = false)
    {
        if (NameProblem(path) is { } wrong)
        {
            error = wrong;
            return null;
        }

        SqliteConnection? connection = null;
        try
        {
            if (System.IO.Path.GetDirectoryName(System.IO.Path.GetFullPath(path)) is { } folder)
            {
                Directory.CreateDirectory(folder);
            }

            // Takes the name, so that two runs that start together do not share a file.
            new FileStream(path, FileMode.CreateNew).Dispose();
            connection = RunFileWriter.Create(path, info);
            error = null;
            return new RunWriter(path, connection, info, time) { WaitWhenFull = waitWhenFull };
        }
        catch (Exception thrown) when (thrown is IOException or UnauthorizedAccessException or SqliteException)
        {
            connection?.Dispose();
            error = File.Exists(path) && thrown is IOException
                ? $"{path}: there is such a file already; expected the name of a new run file."
                : $"{path}: the run file cannot be made ({thrown.Message}).";
            return null;
        }
    }

    /// <exception cref="KeyNotFoundException">The file's targets do not name it.</exception>
    public void Issued(string target) => Interlocked.Increment(ref issued[targets[target]]);

    /// <inheritdoc cref="Issued"/>
    public void Ended(Exchange exchange)
    {
        var target = targets[exchange.Target];
        if (!TryQueue(new Item(target, exchange, null)))
        {
            Interlocked.Increment(ref lost[target]);
        }
    }

    /// <summary>A session is over.</summary>
    /// <exception cref="KeyNotFoundException">The file's targets do not name its target.</exception>
    public void Ended(SessionRecord session)
    {
        if (!TryQueue(new Item(targets[session.Transcript.Target], null, session)))
        {
            Interlocked.Increment(ref lostSessions);
        }
    }

    /// <summary>
    /// Writes what still waits, marks the run as complete, closes the file and seals it (<see cref="RunSeal"/>).
    /// Somebody who reads the file then is waited for, a second at most; after that it stays without a seal.
    /// </summary>
    /// <returns>
    /// The end as it was written: not valid where exchanges were lost, with a warning that says so; with a warning
    /// where there is no seal.
    /// </returns>
    public async Task<RunEnd> CompleteAsync(RunEnd end)
    {
        var written = end;
        this.end = end;
        queue.CompleteAdding();
        closing.Set();
        await closed.Task;
        return Judge(written);
    }

    /// <summary>
    /// Writes what still waits and closes the file; without <see cref="CompleteAsync"/> the run stays interrupted.
    /// </summary>
    public async ValueTask DisposeAsync()
    {
        if (!closed.Task.IsCompleted)
        {
            queue.CompleteAdding();
            closing.Set();
        }

        await closed.Task;
        queue.Dispose();
    }

    private bool TryQueue(Item item)
    {
        try
        {
            if (WaitWhenFull)
            {
                queue.Add(item);
                return true;
            }

            return queue.TryAdd(item);
        }
        catch (InvalidOperationException)
        {
            // The file is closed: a run that was cut off does not wait for what is still in flight.
            return false;
        }
    }

    private RunEnd Judge(RunEnd given)
    {
        var warnings = given.Warnings.ToList();
        if (Lost is > 0 and var count)
        {
            warnings.Add($"The run is not valid: {count} exchanges were lost on the way to the run file.");
        }

        if (Volatile.Read(ref lostSessions) is > 0 and var sessions)
        {
            warnings.Add($"The run is not valid: {sessions} sessions were lost on the way to the run file.");
        }

        if (Problem is { } why)
        {
            warnings.Add(why);
        }

        if (unsealed is not null)
        {
            warnings.Add(unsealed);
        }

        var whole = Lost == 0 && Volatile.Read(ref lostSessions) == 0;
        return given with { Valid = given.Valid && whole && Problem is null, Warnings = warnings };
    }

    private void WriteAll()
    {
        try
        {
            WriteUntilClosed();
            if (end is { } given)
            {
                file.End(Judge(given));
                Seal(given);
            }
            else
            {
                file.TryLeaveWal();
            }

            file.Dispose();
        }
        catch (Exception error)
        {
            // Whatever it is, the measurement goes on without its file and says so; here it would end the process.
            var why = error is SqliteException ? error.Message : error.GetType().Name;
            Volatile.Write(ref problem, $"{Path}: the run file can no longer be written ({why}).");
            LoseTheRest();
            file.Abandon();
        }

        closed.SetResult();
    }

    // The numbers are whole with or without it, so that a run that cannot be sealed is valid all the same.
    private void Seal(RunEnd given)
    {
        using var never = new ManualResetEventSlim(false, spinCount: 0);
        for (var look = 1; !file.TryLeaveWal(); look++)
        {
            if (look == LooksForReaders)
            {
                unsealed = $"{Path}: the run file has no seal, since it was being read when it was closed; the gate will not take it.";
                file.End(Judge(given));
                file.TryLeaveWal();
                return;
            }

            never.Wait(LookEvery);
        }

        file.Dispose();
        unsealed = RunSeal.TryAppend(Path) is { } why
            ? $"{Path}: the run file could not be sealed ({why}); the gate will not take it."
            : null;
    }

    // It looks every few milliseconds instead of being woken for each exchange: whoever reads the wire has better use
    // for the time that it takes to wake another.
    private void WriteUntilClosed()
    {
        const int batch = 4096;
        var since = time.GetTimestamp();
        var checkpointed = since;
        while (true)
        {
            var last = queue.IsAddingCompleted;
            var written = 0;
            while (written < batch && queue.TryTake(out var item))
            {
                Write(item);
                written++;
            }

            var over = last && written < batch;
            if (over || time.GetElapsedTime(since) >= CommitEvery)
            {
                Volatile.Write(ref committed, file.Commit(issued, lost));
                since = time.GetTimestamp();

                // After a commit, so what is copied is safe already; the next commit is never later than a copy takes.
                if (file.HasLog
                    && (file.RowsInLog >= MaxRowsInLog || time.GetElapsedTime(checkpointed) >= CheckpointEvery))
                {
                    file.Checkpoint();
                    checkpointed = time.GetTimestamp();
                }
            }

            if (over)
            {
                return;
            }

            if (written < batch)
            {
                closing.Wait(LookEvery);
            }
        }
    }

    private void LoseTheRest()
    {
        // What was written since the last commit is gone as well.
        foreach (var (target, uncommitted) in file.Uncommitted.Index())
        {
            Interlocked.Add(ref lost[target], uncommitted);
        }

        foreach (var item in queue.GetConsumingEnumerable())
        {
            _ = item.Exchange is null
                ? Interlocked.Increment(ref lostSessions)
                : Interlocked.Increment(ref lost[item.Target]);
        }
    }

    private void Write(Item item)
    {
        if (item.Exchange is not null)
        {
            file.Write(item.Exchange, item.Target);
        }
        else
        {
            file.Write(item.Session!, item.Target); // One of the two is there.
        }
    }

    // What waits to be written: an exchange or a session.
    private readonly record struct Item(int Target, Exchange? Exchange, SessionRecord? Session);
}
