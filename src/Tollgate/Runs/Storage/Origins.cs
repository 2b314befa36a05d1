using Microsoft.Data.Sqlite;
using Tollgate.Exchanges;
using Tollgate.Exchanges.Codec;

namespace Tollgate.Runs.Storage;

/// <summary>Who measured the exchanges of a run file, and how its clock stands to the run's.</summary>
internal static class Origins
{
    /// <summary>The number of the process that writes the file.</summary>
    public const long Own = 0;

    /// <summary>Notes the process that writes the file, whose clock is the run's.</summary>
    public static void WriteOwn(SqliteConnection connection, string measurer)
    {
        using var row = new SqliteStatement(connection, "INSERT INTO origins VALUES (?, ?, 0)");
        row.Bind(0, Own);
        row.Bind(1, measurer);
        row.Execute();
    }

    /// <summary>A decoder for the exchanges of each, by its number.</summary>
    public static Dictionary<long, ExchangeDecoder> Decoders(
        SqliteConnection connection, IReadOnlyList<Target> targets)
    {
        var decoders = new Dictionary<long, ExchangeDecoder>();
        using var rows = new SqliteStatement(connection, "SELECT id, measurer, clock_offset_ns FROM origins");
        while (rows.Step())
        {
            decoders.Add(rows.Int64(0), new ExchangeDecoder(new ExchangeOrigin
            {
                Measurer = rows.Text(1),
                ClockOffsetNs = rows.Int64(2),
                Targets = [.. targets.Select(static target => target.Name)],
            }));
        }

        return decoders;
    }
}
