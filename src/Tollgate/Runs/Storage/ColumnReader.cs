using Microsoft.Data.Sqlite;
using Tollgate.Exchanges;
using Tollgate.Exchanges.Codec;

namespace Tollgate.Runs.Storage;

/// <summary>Reads the exchanges of files of version 3, which have a column for each fact. Not thread-safe.</summary>
internal sealed class ColumnReader(IReadOnlyList<Target> targets, RunFileBytes file)
{
    // In the order in which they are read.
    private static readonly string[] Columns =
    [
        "id", "target", "task", "attempt", "warmup", "outcome",
        "failure_kind", "failure_phase", "failure_message", "status", "retry_after_ticks",
        "intended_ns", "connect_start_ns", "connected_ns", "sent_ns", "first_byte_ns", "headers_ns", "end_ns",
        "over_ns",
        "stamp", "reads",
        "input_tokens", "cached_input_tokens", "cache_write_tokens", "output_tokens", "reasoning_tokens",
        "finish_reason", "request_id", "answered_by", "arrivals", "session", "turn",
        "remarks",
    ];

    private readonly RepeatedText finishReasons = new();
    private readonly RepeatedText models = new();
    private readonly RepeatedText messages = new();

    public IEnumerable<Exchange> Read(SqliteConnection connection, int? target, bool withReplies)
    {
        var columns = string.Join(", ", Columns.Select(column => $"e.{column}"));
        var sql = withReplies
            ? $"SELECT {columns}, r.text, r.reasoning, r.tool_calls FROM exchanges e LEFT JOIN replies r ON "
                + "r.exchange = e.id"
            : $"SELECT {columns} FROM exchanges e";
        sql += (target is null ? "" : $" WHERE e.target = {target}") + " ORDER BY e.id";
        using var rows = file.Guard(() => new SqliteStatement(connection, sql));
        var next = new Func<Exchange?>(() => rows.Step() ? ReadRow(rows, withReplies) : null);
        while (file.Guard(next) is { } exchange)
        {
            yield return exchange;
        }
    }

    private Exchange ReadRow(SqliteStatement row, bool withReplies)
    {
        var target = row.Int64(1);
        if (target < 0 || target >= targets.Count)
        {
            throw file.Damaged($"exchange {row.Int64(0)} names a target that is not in the file");
        }

        if ((ulong)row.Int64(5) > (ulong)Outcome.Cancelled || (ulong)row.Int64(6) > (ulong)FailureKind.AnswerTooLarge
            || (ulong)row.Int64(7) > (ulong)FailurePhase.Stream || (ulong)row.Int64(19) > (ulong)StampSource.Virtual)
        {
            throw file.Damaged($"exchange {row.Int64(0)} ended in a way that there is not");
        }

        return new Exchange
        {
            Id = row.Int64(0),
            Target = targets[(int)target].Name,
            TaskId = row.Int64(2),
            Attempt = (int)row.Int64(3),
            Warmup = row.Int64(4) != 0,
            Outcome = (Outcome)row.Int64(5),
            Failure = row.IsNull(6) ? null : ReadFailure(row),
            Timeline = ReadTimeline(row),
            Reads = (int)row.Int64(20),
            Usage = row.IsNull(21)
                ? null
                : new Usage(row.Int64(21), row.Int64(22), row.Int64(23), row.Int64(24), row.Int64(25)),
            FinishReason = row.IsNull(26) ? null : finishReasons.Of(row.Bytes(26)),
            RequestId = row.NullableText(27),
            AnsweredBy = row.IsNull(28) ? null : models.Of(row.Bytes(28)),
            Turn = row.IsNull(30) ? null : new SessionTurn(row.Int64(30), (int)row.Int64(31)),
            Remarks = (ExchangeRemarks)row.Int64(32),
            Reply = withReplies && !row.IsNull(33)
                ? new Reply(row.Text(33), row.Text(34), ToolCallsJson.Read(row.Text(35)))
                : Reply.Empty,
        };
    }

    private Failure ReadFailure(SqliteStatement row) =>
        new((FailureKind)row.Int64(6), (FailurePhase)row.Int64(7), messages.Of(row.Bytes(8)))
        {
            Status = (int?)row.NullableInt64(9),
            RetryAfter = row.NullableInt64(10) is { } ticks ? TimeSpan.FromTicks(ticks) : null,
        };

    private Timeline ReadTimeline(SqliteStatement row)
    {
        var intendedNs = row.Int64(11);
        return new Timeline
        {
            IntendedNs = intendedNs,
            ConnectStartNs = row.NullableInt64(12),
            ConnectedNs = row.NullableInt64(13),
            SentNs = row.NullableInt64(14),
            FirstByteNs = row.NullableInt64(15),
            HeadersNs = row.NullableInt64(16),
            EndNs = row.NullableInt64(17),
            OverNs = row.Int64(18),
            Stamp = (StampSource)row.Int64(19),
            Arrivals = ArrivalCodec.TryDecode(row.Bytes(29), intendedNs, out var arrivals)
                ? arrivals
                : throw file.Damaged($"the arrivals of exchange {row.Int64(0)} cannot be read"),
        };
    }
}
