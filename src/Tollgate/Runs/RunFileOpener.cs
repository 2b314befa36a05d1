using System.Buffers.Binary;
using System.Text.Json;
using Microsoft.Data.Sqlite;
using SQLitePCL;

namespace Tollgate.Runs;

/// <summary>Opens run files, and says in one sentence why one cannot be.</summary>
internal static class RunFileOpener
{
    // The header of an SQLite database: https://www.sqlite.org/fileformat2.html#the_database_header
    private const int HeaderBytes = 100;
    private const int UserVersionAt = 60;
    private const int ApplicationIdAt = 68;
    private const int LongestLockMs = 2000;

    public static RunFileResult Open(string path)
    {
        SqliteConnection? connection = null;
        try
        {
            if (CheckHeader(path) is { } wrong)
            {
                return Fail(wrong);
            }

            connection = Connect(path);
            if (CheckLength(path, connection) is { } cut)
            {
                connection.Dispose();
                return Fail(cut);
            }

            var (info, end) = RunMeta.Read(connection);
            var (totals, lost) = RunMeta.ReadTotals(connection);
            return new RunFileResult(new RunFile(path, connection, info, end, totals, lost), null);
        }
        catch (Exception error) when (error is SqliteException or FormatException or OverflowException or JsonException)
        {
            connection?.Dispose();
            return Fail($"{path}: the run file is truncated or damaged ({error.Message}).");
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            connection?.Dispose();
            return Fail($"{path}: the file cannot be read ({error.Message}).");
        }

        static RunFileResult Fail(string error) => new(null, error);
    }

    private static string? CheckHeader(string path)
    {
        if (!File.Exists(path))
        {
            return Directory.Exists(path)
                ? $"{path}: this is a folder; expected a run file."
                : $"{path}: there is no such file; expected a run file.";
        }

        var header = new byte[HeaderBytes];
        using var stream = new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete);
        var length = stream.ReadAtLeast(header, HeaderBytes, throwOnEndOfStream: false);
        var magic = "SQLite format 3\0"u8;
        if (length == 0)
        {
            return $"{path}: the file is empty; expected a run file.";
        }

        if (!header.AsSpan(0, Math.Min(length, magic.Length)).SequenceEqual(magic[..Math.Min(length, magic.Length)]))
        {
            return $"{path}: this is no run file; expected one that Tollgate wrote.";
        }

        if (length < HeaderBytes)
        {
            return $"{path}: the run file is truncated: it has {length} bytes.";
        }

        if (BinaryPrimitives.ReadInt32BigEndian(header.AsSpan(ApplicationIdAt)) != RunSchema.ApplicationId)
        {
            return $"{path}: this is another program's SQLite database; expected a run file that Tollgate wrote.";
        }

        var version = BinaryPrimitives.ReadInt32BigEndian(header.AsSpan(UserVersionAt));
        return version == RunSchema.Version
            ? null
            : $"{path}: the run file has version {version} and this Tollgate reads version {RunSchema.Version}; "
                + (version > RunSchema.Version ? "a newer Tollgate is needed." : "an older Tollgate wrote it.");
    }

    private static SqliteConnection Connect(string path)
    {
        try
        {
            return Connect(path, immutable: false);
        }
        catch (SqliteException error) when (error.SqliteErrorCode is raw.SQLITE_CANTOPEN or raw.SQLITE_READONLY)
        {
            // A file in WAL mode needs a helper file beside it, which a folder that cannot be written does not allow.
            // With nothing left in the log the file itself has everything.
            var log = new FileInfo(path + "-wal");
            if (log.Exists && log.Length > 0)
            {
                throw new IOException(
                    "its last part lies in the -wal file beside it, and its folder cannot be written; copy both to "
                        + "a folder "
                    + "that can", error);
            }

            return Connect(path, immutable: true);
        }
    }

    private static SqliteConnection Connect(string path, bool immutable)
    {
        var connection = new SqliteConnection(new SqliteConnectionStringBuilder
        {
            DataSource = immutable ? new Uri(Path.GetFullPath(path)).AbsoluteUri + "?immutable=1" : path,
            Mode = SqliteOpenMode.ReadOnly,
            Pooling = false,
        }.ToString());
        try
        {
            connection.Open();

            // While its writer closes it a file is locked for a moment.
            _ = raw.sqlite3_busy_timeout(connection.Handle, LongestLockMs);
            using var first = new SqliteStatement(connection, "SELECT count(*) FROM sqlite_schema");
            first.Step();
            return connection;
        }
        catch
        {
            connection.Dispose();
            throw;
        }
    }

    // SQLite finds out that pages are missing only where it reads them. While a log stands beside the file its end may
    // still lie in there.
    private static string? CheckLength(string path, SqliteConnection connection)
    {
        var log = new FileInfo(path + "-wal");
        if (log.Exists && log.Length > 0)
        {
            return null;
        }

        var expected = Pragma(connection, "page_count") * Pragma(connection, "page_size");
        var found = new FileInfo(path).Length;
        return found < expected
            ? $"{path}: the run file is truncated: it has {found} bytes of {expected}."
            : null;
    }

    private static long Pragma(SqliteConnection connection, string name)
    {
        using var statement = new SqliteStatement(connection, $"PRAGMA {name}");
        return statement.Step() ? statement.Int64(0) : 0;
    }
}
