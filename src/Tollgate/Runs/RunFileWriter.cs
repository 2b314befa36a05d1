using Microsoft.Data.Sqlite;
using SQLitePCL;
using Tollgate.Exchanges;
using Tollgate.Runs.Records;
using Tollgate.Runs.Storage;

namespace Tollgate.Runs;

/// <summary>
/// The database under a <see cref="RunWriter"/>. Not thread-safe: the writer's thread has it to itself.
/// </summary>
internal sealed class RunFileWriter : IDisposable
{
    private readonly SqliteConnection connection;
    private readonly ExchangeRows rows;
    private readonly SessionRows sessions;
    private readonly SqliteStatement progress;
    private readonly SqliteStatement log;
    private readonly Counts[] counts;
    private readonly long[] writtenIssued;
    private readonly long[] uncommitted;
    private long written;
    private long rowsWritten;
    private long rowsAtCheckpoint;
    private long commitsAtCheckpoint;
    private long commits;
    private long inFile;
    private bool isLogNeeded;
    private bool inTransaction;

    public RunFileWriter(SqliteConnection connection, IReadOnlyList<Target> targets)
    {
        this.connection = connection;
        rows = new ExchangeRows(connection);
        sessions = new SessionRows(connection, targets);
        progress = new SqliteStatement(
            connection,
            "UPDATE progress SET issued = ?, completed = ?, failed = ?, cancelled = ?, not_sent = ?, lost = ? "
            + "WHERE target = ?");
        log = new SqliteStatement(connection, "UPDATE log SET commits = ?, in_file = ?, needed = ?");
        counts = new Counts[targets.Count];
        writtenIssued = new long[targets.Count];
        uncommitted = new long[targets.Count];

        // From here on there is a log with a commit in it: a log without one is a log that was cut.
        CommitWithLog(needed: true);
    }

    /// <summary>For each target the exchanges that a failure now would lose.</summary>
    public IReadOnlyList<long> Uncommitted => uncommitted;

    /// <summary>Rows that were written since the last <see cref="Checkpoint"/>.</summary>
    public long RowsInLog => rowsWritten - rowsAtCheckpoint;

    /// <summary>There are commits since the last <see cref="Checkpoint"/>.</summary>
    public bool HasLog => commits > commitsAtCheckpoint;

    /// <exception cref="SqliteException">It cannot be written.</exception>
    public static SqliteConnection Create(string path, RunInfo info)
    {
        var connection = new SqliteConnection(new SqliteConnectionStringBuilder
        {
            // A full path: one that begins with "file:" is a URI to SQLite.
            DataSource = Path.GetFullPath(path),
            Mode = SqliteOpenMode.ReadWrite,
            Pooling = false,
        }.ToString());
        try
        {
            connection.Open();

            // A journal in a file would stay there where the process is killed now, and there is nothing to roll back.
            Execute(connection, "PRAGMA journal_mode = MEMORY");

            // All that says what the file is goes in before WAL mode: so it stands in the file itself from the start.
            Execute(connection, "BEGIN");
            Execute(connection, RunSchema.Create);
            RunMeta.Write(connection, info);
            var run = Guid.NewGuid().ToString("N");
            Execute(connection, $"INSERT INTO log VALUES ('{run}', 0, 0, 1)");
            Origins.WriteOwn(connection, run);
            Execute(connection, "COMMIT");
            Execute(connection, "PRAGMA journal_mode = WAL");

            // What of the log is in the file is written down in the file (RunLog), so nobody else copies it there.
            Execute(connection, "PRAGMA wal_autocheckpoint = 0");
            KeepLogWhenClosed(connection);

            // The kernel has what was committed when the process is killed; a power failure may cost the last commits.
            Execute(connection, "PRAGMA synchronous = NORMAL");
            return connection;
        }
        catch
        {
            connection.Dispose();
            throw;
        }
    }

    public void Write(SessionRecord session, int target)
    {
        Begin();
        sessions.Write(session, target);
        rowsWritten++;
    }

    public void Write(Exchange exchange, int target)
    {
        Begin();
        rows.Write(exchange, target);
        written++;
        rowsWritten++;
        uncommitted[target]++;
        ref var count = ref counts[target];
        count.Completed += exchange.Outcome == Outcome.Completed ? 1 : 0;
        count.Failed += exchange.Outcome == Outcome.Failed ? 1 : 0;
        count.Cancelled += exchange.Outcome == Outcome.Cancelled ? 1 : 0;
        count.NotSent += exchange.Failure?.Kind == FailureKind.NotSent ? 1 : 0;
    }

    /// <summary>
    /// Commits what was written with the counts as they stand, and says how many exchanges are in the file.
    /// </summary>
    public long Commit(long[] issued, long[] lost)
    {
        for (var target = 0; target < counts.Length; target++)
        {
            WriteProgress(target, Volatile.Read(ref issued[target]), Volatile.Read(ref lost[target]));
        }

        if (inTransaction)
        {
            CommitWithLog(needed: true);
            Array.Clear(uncommitted);
        }

        return written;
    }

    public void End(RunEnd end)
    {
        Begin();
        RunMeta.WriteEnd(connection, end);
        CommitWithLog(needed: true);
    }

    /// <summary>
    /// Copies what was committed from the log into the file, so the file alone is nearly up to date. Where somebody
    /// reads an older state it copies what it may.
    /// </summary>
    /// <returns>The file has every commit.</returns>
    public bool Checkpoint()
    {
        var code = raw.sqlite3_wal_checkpoint_v2(
            connection.Handle, "main", raw.SQLITE_CHECKPOINT_PASSIVE, out var frames, out var copied);
        (rowsAtCheckpoint, commitsAtCheckpoint) = (rowsWritten, commits);
        if (code is not (raw.SQLITE_OK or raw.SQLITE_BUSY or raw.SQLITE_LOCKED))
        {
            throw new SqliteException(raw.sqlite3_errmsg(connection.Handle).utf8_to_string(), code);
        }

        if (code != raw.SQLITE_OK || frames != copied)
        {
            return false;
        }

        inFile = commits;
        return true;
    }

    /// <summary>
    /// Makes one plain file of it, which opens everywhere, read-only folders too. False where somebody reads it just
    /// now: it stays in WAL mode, which is as good on any folder that can be written.
    /// </summary>
    public bool TryLeaveWal()
    {
        try
        {
            // First all is in the file, then the file says so, then the log goes: killed anywhere in between, a file
            // without its log is known to be whole.
            if (isLogNeeded && Checkpoint())
            {
                CommitWithLog(needed: false);
                Checkpoint();
            }

            // Without the usual retries: a reader may stay for as long as it likes. And without a journal, which a
            // killed process would leave: what still changes is a few bytes of the header.
            using var plain = new SqliteStatement(connection, "PRAGMA journal_mode = MEMORY");
            return plain.Step() && plain.Text(0) == "memory";
        }
        catch (SqliteException)
        {
            return false;
        }
    }

    /// <summary>Lets go of a file that cannot be written any more.</summary>
    public void Abandon()
    {
        try
        {
            if (inTransaction)
            {
                Execute(connection, "ROLLBACK");
                inTransaction = false;
            }
        }
        catch (SqliteException)
        {
            // SQLite has rolled it back already.
        }

        try
        {
            _ = TryLeaveWal();
            Dispose();
        }
        catch (SqliteException)
        {
        }
    }

    public void Dispose()
    {
        rows.Dispose();
        sessions.Dispose();
        progress.Dispose();
        log.Dispose();
        connection.Dispose();
    }

    private void Begin()
    {
        if (!inTransaction)
        {
            Execute(connection, "BEGIN");
            inTransaction = true;
        }
    }

    private void CommitWithLog(bool needed)
    {
        Begin();
        log.Bind(0, commits + 1);
        log.Bind(1, inFile);
        log.Bind(2, needed ? 1 : 0);
        log.Execute();
        Execute(connection, "COMMIT");
        inTransaction = false;
        commits++;
        isLogNeeded = needed;
    }

    // Else the last to close the file would copy the log into it and delete it, and the file would still ask for it.
    private static void KeepLogWhenClosed(SqliteConnection connection)
    {
        const int noCheckpointOnClose = 1006; // SQLITE_DBCONFIG_NO_CKPT_ON_CLOSE
        _ = raw.sqlite3_db_config(connection.Handle, noCheckpointOnClose, 1, out _);
    }

    private static void Execute(SqliteConnection connection, string sql)
    {
        using var command = connection.CreateCommand();
        command.CommandText = sql;
        command.ExecuteNonQuery();
    }

    private void WriteProgress(int target, long issued, long lost)
    {
        if (!inTransaction)
        {
            if (issued == writtenIssued[target])
            {
                return;
            }

            Begin();
        }

        var count = counts[target];
        progress.Bind(0, issued);
        progress.Bind(1, count.Completed);
        progress.Bind(2, count.Failed);
        progress.Bind(3, count.Cancelled);
        progress.Bind(4, count.NotSent);
        progress.Bind(5, lost);
        progress.Bind(6, target);
        progress.Execute();
        writtenIssued[target] = issued;
    }

    private record struct Counts(long Completed, long Failed, long Cancelled, long NotSent);
}
