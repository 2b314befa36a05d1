using Microsoft.Data.Sqlite;
using Tollgate.Runs.Storage;

namespace Tollgate.Tests.Runs;

/// <summary>Makes logs (SQLite's -wal files) that change what SQLite reads out of a closed run file.</summary>
internal static class ForgedLog
{
    /// <summary>Puts a log next to the run that carries out the SQL; the run file itself keeps every byte.</summary>
    public static void PutBeside(string run, string sql)
    {
        var scratch = Path.Combine(Path.GetDirectoryName(run)!, "forge.db"); // A full path has a folder.
        File.WriteAllBytes(scratch, File.ReadAllBytes(run)[..^RunSeal.Bytes]);
        CopyLog(scratch, sql, run + "-wal");
        File.Delete(scratch);
    }

    /// <summary>The log of a database after the SQL, while the database is still open.</summary>
    public static void CopyLog(string database, string sql, string to)
    {
        using var connection = new SqliteConnection($"Data Source={database};Pooling=False");
        connection.Open();
        using var command = connection.CreateCommand();
        foreach (var one in new[] { "PRAGMA journal_mode = WAL", "PRAGMA wal_autocheckpoint = 0", sql })
        {
            command.CommandText = one;
            command.ExecuteNonQuery();
        }

        RunFolder.Copy(database + "-wal", to);
    }
}
