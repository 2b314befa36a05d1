using System.Buffers.Binary;
using Microsoft.Data.Sqlite;
using SQLitePCL;
using Tollgate.Runs.Storage;

namespace Tollgate.Runs;

/// <summary>Opens run files, and says in one sentence why one cannot be.</summary>
/// <remarks>
/// The file's bytes say what it is, before SQLite sees it. A closed file is read alone, sealed or not; so is one whose
/// log is not there. Only a file that says that it has a log is read with it, after the two were matched.
/// </remarks>
internal static class RunFileOpener
{
    // The header of an SQLite database: https://www.sqlite.org/fileformat2.html#the_database_header
    private const int HeaderBytes = 100;
    private const int ApplicationIdAt = 68;
    private const int MaxLockMs = 2000;

    // A run that is being written changes under the matching: look again after a moment.
    private const int MaxLooks = 3;
    private static readonly TimeSpan LookEvery = TimeSpan.FromMilliseconds(20);

    public static RunFileResult Open(string path)
    {
        RunFileBytes? bytes = null;
        var opened = default(Opened);
        var isOpen = false;
        try
        {
            if (CheckPath(path) is { } wrong)
            {
                return Fail(wrong);
            }

            bytes = RunFileBytes.Open(path);
            if (CheckHeader(bytes) is { } unknown)
            {
                return Fail(unknown);
            }

            if (CheckSidecars(bytes) is { } sidecar)
            {
                return Fail(sidecar, notValid: true);
            }

            opened = bytes.IsSealed || !bytes.IsWal ? OpenAlone(bytes, missing: null) : OpenWithLog(bytes);
            if (opened.Connection is null)
            {
                return Fail(opened.Problem ?? path, notValid: true);
            }

            if (opened.IsAlone && bytes.DatabaseBytes < bytes.SizeForSqlite())
            {
                return Fail($"{path}: the run file is truncated: it has {bytes.DatabaseBytes} bytes of {bytes.SizeForSqlite()}.{Also(opened)}");
            }

            var (info, end) = RunMeta.Read(opened.Connection);
            var (totals, lost) = RunMeta.ReadTotals(opened.Connection);
            isOpen = true;
            return new RunFileResult(
                new RunFile(bytes, opened.Connection, info, end, totals, lost, opened.Missing), null);
        }
        catch (Exception error) when (error is SqliteException or FormatException or OverflowException or JsonException)
        {
            return Fail($"{path}: the run file is truncated or damaged ({error.Message}).{Also(opened)}");
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            return Fail($"{path}: the file cannot be read ({error.Message}).");
        }
        finally
        {
            if (!isOpen)
            {
                opened.Connection?.Dispose();
                bytes?.Dispose();
            }
        }

        static RunFileResult Fail(string error, bool notValid = false) => new(null, error) { NotValid = notValid };

        static string Also(Opened opened) => opened.Missing is { } missing ? $" {missing}" : "";
    }

    private static string? CheckPath(string path) => File.Exists(path) ? null
        : Directory.Exists(path) ? $"{path}: this is a folder; expected a run file."
        : $"{path}: there is no such file; expected a run file.";

    private static string? CheckHeader(RunFileBytes bytes)
    {
        var path = bytes.Path;
        var header = bytes.Header;
        var magic = "SQLite format 3\0"u8;
        if (header.Length == 0)
        {
            return $"{path}: the file is empty; expected a run file.";
        }

        var known = Math.Min(header.Length, magic.Length);
        if (!header[..known].SequenceEqual(magic[..known]))
        {
            return $"{path}: this is no run file; expected one that Tollgate wrote.";
        }

        if (header.Length < HeaderBytes)
        {
            return $"{path}: the run file is truncated: it has {header.Length} bytes.";
        }

        if (BinaryPrimitives.ReadInt32BigEndian(header[ApplicationIdAt..]) != RunSchema.ApplicationId)
        {
            return $"{path}: this is another program's SQLite database; expected a run file that Tollgate wrote.";
        }

        var version = bytes.Version;
        return version is >= RunSchema.OldestVersion and <= RunSchema.Version
            ? null
            : $"{path}: the run file has version {version} and this Tollgate reads versions "
                + $"{RunSchema.OldestVersion} to {RunSchema.Version}; " + (version > RunSchema.Version ? "a newer Tollgate is needed." : "an older Tollgate wrote it.");
    }

    // Tollgate does not read them. It refuses them all the same: other programs would read another run out of this
    // file, and nobody can tell which of the two is meant.
    private static string? CheckSidecars(RunFileBytes bytes)
    {
        if (bytes.IsSealed || !bytes.IsWal)
        {
            return Sidecars.Find(bytes.Path) is { } sidecar
                ? $"{bytes.Path}: the run file is closed, and {sidecar} is not part of it; move {sidecar} away, then try again."
                : null;
        }

        return Sidecars.Find(bytes.Path, Sidecars.Journal) is { } journal
            ? $"{bytes.Path}: another program was writing to the run file and left {journal}; expected it as its run left it."
            : null;
    }

    private static Opened OpenAlone(RunFileBytes bytes, string? missing) =>
        new(RunFileVfs.Connect(bytes), true, missing, null);

    private static Opened OpenWithLog(RunFileBytes bytes)
    {
        var log = Sidecars.Owner(bytes.Path) + Sidecars.Log;
        using var never = new ManualResetEventSlim(false, spinCount: 0);
        for (var look = 1; ; look++)
        {
            try
            {
                var opened = TryMatch(bytes, log);
                if (look == MaxLooks || opened is { Connection: not null, Missing: null })
                {
                    return opened;
                }

                opened.Connection?.Dispose();
            }
            catch (SqliteException) when (look < MaxLooks)
            {
            }

            never.Wait(LookEvery);
        }
    }

    private static Opened TryMatch(RunFileBytes bytes, string log)
    {
        var foreign = $"{bytes.Path}: {log} is the log of another run, or of this one at another time; put the file's own log there, or move this one away.";
        var (page, file) = ReadFile(bytes);
        if (page == 0)
        {
            // Older files do not say whose log they have.
            return Sidecars.Find(bytes.Path, Sidecars.Log) is null
                ? OpenAlone(bytes, MissingLog(bytes, log))
                : new Opened(Connect(bytes.Path, log), false, null, null);
        }

        switch (WalFile.Begins(log, page, bytes.PageSize))
        {
            case WalFile.Beginning.Nothing:
                return OpenAlone(bytes, file.IsNeeded ? MissingLog(bytes, log) : null);
            case WalFile.Beginning.Foreign:
                return new Opened(null, false, null, foreign);
        }

        SqliteConnection? connection = null;
        try
        {
            connection = Connect(bytes.Path, log);

            // The open statement keeps the writer from copying newer commits from the log into the file meanwhile.
            using var rows = RunLog.Select(connection);
            if (RunLog.Read(rows).Continues(ReadFile(bytes).Log))
            {
                return new Opened(connection, false, null, null);
            }
        }
        catch (Exception error) when (error is SqliteException or FormatException)
        {
            // Pages of two databases are one damaged database.
        }

        connection?.Dispose();
        return new Opened(null, false, null, foreign);
    }

    private static (uint Page, RunLog Log) ReadFile(RunFileBytes bytes)
    {
        using var connection = RunFileVfs.Connect(bytes);
        var page = RunLog.PageOf(connection);
        if (page == 0)
        {
            return default;
        }

        using var rows = RunLog.Select(connection);
        return (page, RunLog.Read(rows));
    }

    private static string MissingLog(RunFileBytes bytes, string log) =>
        $"The log of {bytes.Path} is missing: {log} {(File.Exists(log) ? "has nothing whole in it" : "is not there")}, so the last part of the run may be missing too; keep the two files together.";

    private static SqliteConnection Connect(string path, string log)
    {
        var connection = new SqliteConnection(new SqliteConnectionStringBuilder
        {
            // A full path: one that begins with "file:" is a URI to SQLite.
            DataSource = Path.GetFullPath(path),
            Mode = SqliteOpenMode.ReadOnly,
            Pooling = false,
        }.ToString());
        try
        {
            connection.Open();

            // While its writer closes it a file is locked for a moment.
            _ = raw.sqlite3_busy_timeout(connection.Handle, MaxLockMs);
            using var first = new SqliteStatement(connection, "SELECT count(*) FROM sqlite_schema");
            first.Step();
            return connection;
        }
        catch (SqliteException error) when (error.SqliteErrorCode is raw.SQLITE_CANTOPEN or raw.SQLITE_READONLY)
        {
            // SQLite needs a helper file beside a log, which a folder that cannot be written does not allow.
            connection.Dispose();
            throw new IOException(
                $"its last part lies in {log}, and its folder cannot be written; copy both to a folder that can", error);
        }
        catch
        {
            connection.Dispose();
            throw;
        }
    }

    // The connection, or the problem; what is missing where it is read without its log.
    private readonly record struct Opened(SqliteConnection? Connection, bool IsAlone, string? Missing, string? Problem);
}
