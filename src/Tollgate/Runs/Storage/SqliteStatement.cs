using Microsoft.Data.Sqlite;
using SQLitePCL;

namespace Tollgate.Runs.Storage;

/// <summary>
/// A prepared statement without the layers above it: a run file may have a million rows, and the usual reader's cost
/// for each column of each row is most of the time. Not thread-safe.
/// </summary>
internal sealed class SqliteStatement : IDisposable
{
    private readonly sqlite3 database;
    private readonly sqlite3_stmt statement;

    public SqliteStatement(SqliteConnection connection, string sql)
    {
        database = connection.Handle ?? throw new InvalidOperationException("The connection is not open.");
        Check(raw.sqlite3_prepare_v2(database, sql, out statement));
    }

    /// <summary>Goes to the next row; false after the last.</summary>
    public bool Step()
    {
        var code = raw.sqlite3_step(statement);
        if (code is not (raw.SQLITE_ROW or raw.SQLITE_DONE))
        {
            Check(code);
        }

        return code == raw.SQLITE_ROW;
    }

    /// <summary>Carries out a statement that has no rows, and makes it ready for the next.</summary>
    public void Execute()
    {
        Step();
        Check(raw.sqlite3_reset(statement));
    }

    public void Bind(int column, long value) => Check(raw.sqlite3_bind_int64(statement, column + 1, value));

    public void Bind(int column, long? value) => Check(value is { } given
        ? raw.sqlite3_bind_int64(statement, column + 1, given)
        : raw.sqlite3_bind_null(statement, column + 1));

    public void Bind(int column, string? value) => Check(value is null
        ? raw.sqlite3_bind_null(statement, column + 1)
        : raw.sqlite3_bind_text(statement, column + 1, Encoding.UTF8.GetBytes(value)));

    public void Bind(int column, ReadOnlySpan<byte> value) => Check(value.IsEmpty
        ? raw.sqlite3_bind_zeroblob(statement, column + 1, 0)
        : raw.sqlite3_bind_blob(statement, column + 1, value));

    public void Bind(int column, double value) => Check(raw.sqlite3_bind_double(statement, column + 1, value));

    public bool IsNull(int column) => raw.sqlite3_column_type(statement, column) == raw.SQLITE_NULL;

    public long Int64(int column) => raw.sqlite3_column_int64(statement, column);

    public double Double(int column) => raw.sqlite3_column_double(statement, column);

    public long? NullableInt64(int column) => IsNull(column) ? null : Int64(column);

    /// <summary>The bytes of a blob, or of a text in UTF-8; they are gone with the row.</summary>
    public ReadOnlySpan<byte> Bytes(int column) => raw.sqlite3_column_blob(statement, column);

    public string Text(int column) => Encoding.UTF8.GetString(Bytes(column));

    public string? NullableText(int column) => IsNull(column) ? null : Text(column);

    public void Dispose() => statement.Dispose();

    private void Check(int code)
    {
        if (code != raw.SQLITE_OK)
        {
            throw new SqliteException(raw.sqlite3_errmsg(database).utf8_to_string(), code);
        }
    }
}
