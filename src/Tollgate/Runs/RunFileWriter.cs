using Microsoft.Data.Sqlite;
using Tollgate.Exchanges;

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
    private readonly Counts[] counts;
    private readonly long[] writtenIssued;
    private readonly long[] uncommitted;
    private long written;
    private bool inTransaction;

    public RunFileWriter(SqliteConnection connection, int targets)
    {
        this.connection = connection;
        rows = new ExchangeRows(connection);
        sessions = new SessionRows(connection);
        progress = new SqliteStatement(
            connection,
            "UPDATE progress SET issued = ?, completed = ?, failed = ?, cancelled = ?, not_sent = ?, lost = ? "
            + "WHERE target = ?");
        counts = new Counts[targets];
        writtenIssued = new long[targets];
        uncommitted = new long[targets];
    }

    /// <summary>For each target the exchanges that a failure now would lose.</summary>
    public IReadOnlyList<long> Uncommitted => uncommitted;

    /// <exception cref="SqliteException">It cannot be written.</exception>
    public static SqliteConnection Create(string path, RunInfo info)
    {
        var connection = new SqliteConnection(new SqliteConnectionStringBuilder
        {
            DataSource = path,
            Mode = SqliteOpenMode.ReadWrite,
            Pooling = false,
        }.ToString());
        try
        {
            connection.Open();

            // All that says what the file is goes in before WAL mode: so it stands in the file itself from the start.
            Execute(connection, "BEGIN");
            Execute(connection, RunSchema.Create);
            RunMeta.Write(connection, info);
            Execute(connection, "COMMIT");
            Execute(connection, "PRAGMA journal_mode = WAL");

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
    }

    public void Write(Exchange exchange, int target)
    {
        Begin();
        rows.Write(exchange, target);
        written++;
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
            Execute(connection, "COMMIT");
            inTransaction = false;
            Array.Clear(uncommitted);
        }

        return written;
    }

    public void End(RunEnd end) => RunMeta.WriteEnd(connection, end);

    /// <summary>
    /// Makes one plain file of it, which opens everywhere, read-only folders too. False where somebody reads it just
    /// now: it stays in WAL mode, which is as good on any folder that can be written.
    /// </summary>
    public bool TryLeaveWal()
    {
        try
        {
            // Without the usual retries: a reader may stay for as long as it likes.
            using var plain = new SqliteStatement(connection, "PRAGMA journal_mode = DELETE");
            return plain.Step() && plain.Text(0) == "delete";
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
