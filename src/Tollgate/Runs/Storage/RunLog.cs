using Microsoft.Data.Sqlite;

namespace Tollgate.Runs.Storage;

/// <summary>
/// What a run file says of its log (SQLite's <c>-wal</c> file), in one row that every commit writes. The row stands in
/// the file and, newer, in the log: so it shows that a log is missing, or that it is another's. SQLite itself checks a
/// log against nothing but the log.
/// </summary>
/// <param name="Run">A random name of the run's own.</param>
/// <param name="Commits">The commits so far, this one among them.</param>
/// <param name="InFile">
/// When this was committed, the file alone had every commit up to that one; the log begins at the next or earlier.
/// </param>
/// <param name="IsNeeded">Without its log the file may lack something.</param>
internal readonly record struct RunLog(string Run, long Commits, long InFile, bool IsNeeded)
{
    /// <summary>The log's newest row belongs to the file: none of the commits between them is missing.</summary>
    public bool Continues(RunLog file) => Run == file.Run && InFile <= file.Commits && file.Commits <= Commits;

    /// <summary>The first page of the row's table; 0 where the file has none, as older ones.</summary>
    public static uint PageOf(SqliteConnection connection)
    {
        using var rows = new SqliteStatement(connection, "SELECT rootpage FROM sqlite_schema WHERE name = 'log'");
        return rows.Step() ? (uint)rows.Int64(0) : 0;
    }

    /// <summary>A statement that gives the row. While it is open, what the connection reads does not change.</summary>
    public static SqliteStatement Select(SqliteConnection connection) =>
        new(connection, "SELECT run, commits, in_file, needed FROM log");

    /// <exception cref="FormatException">There is no row.</exception>
    public static RunLog Read(SqliteStatement rows) => rows.Step()
        ? new RunLog(rows.Text(0), rows.Int64(1), rows.Int64(2), rows.Int64(3) != 0)
        : throw new FormatException("its log table is empty");
}
