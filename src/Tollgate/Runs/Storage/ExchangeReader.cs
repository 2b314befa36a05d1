using Microsoft.Data.Sqlite;
using Tollgate.Exchanges;
using Tollgate.Exchanges.Codec;

namespace Tollgate.Runs.Storage;

/// <summary>Reads exchanges from rows. Not thread-safe.</summary>
internal sealed class ExchangeReader(IReadOnlyList<Target> targets, RunFileBytes file)
{
    public IEnumerable<Exchange> Read(SqliteConnection connection, int? target, bool withReplies)
    {
        var decoders = file.Guard(() => Origins.Decoders(connection, targets));
        var sql = withReplies
            ? "SELECT e.id, e.target, e.origin, e.record, r.text, r.reasoning, r.tool_calls FROM exchanges e "
                + "LEFT JOIN replies r ON r.exchange = e.id"
            : "SELECT e.id, e.target, e.origin, e.record FROM exchanges e";
        sql += (target is null ? "" : $" WHERE e.target = {target}") + " ORDER BY e.id";
        using var rows = file.Guard(() => new SqliteStatement(connection, sql));
        var next = new Func<Exchange?>(() => rows.Step() ? ReadRow(rows, decoders, withReplies) : null);
        while (file.Guard(next) is { } exchange)
        {
            yield return exchange;
        }
    }

    private Exchange ReadRow(SqliteStatement row, Dictionary<long, ExchangeDecoder> decoders, bool withReplies)
    {
        var (id, target) = (row.Int64(0), row.Int64(1));
        if (target < 0 || target >= targets.Count)
        {
            throw file.Damaged($"exchange {id} names a target that is not in the file");
        }

        if (!decoders.TryGetValue(row.Int64(2), out var decoder) || !decoder.TryDecode(row.Bytes(3), out var exchange)
            || exchange.Id != id || exchange.Target != targets[(int)target].Name)
        {
            throw file.Damaged($"exchange {id} cannot be read");
        }

        return withReplies && !row.IsNull(4)
            ? exchange with { Reply = new Reply(row.Text(4), row.Text(5), ToolCallsJson.Read(row.Text(6))) }
            : exchange;
    }
}
