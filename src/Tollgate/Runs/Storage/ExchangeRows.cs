using System.Buffers;
using Microsoft.Data.Sqlite;
using Tollgate.Exchanges;

namespace Tollgate.Runs.Storage;

/// <summary>Writes exchanges as rows. Not thread-safe.</summary>
internal sealed class ExchangeRows : IDisposable
{
    private static readonly string InsertExchange =
        $"INSERT INTO exchanges ({string.Join(", ", RunSchema.ExchangeColumns)}) VALUES "
        + $"({string.Join(", ", RunSchema.ExchangeColumns.Select(_ => "?"))})";

    private readonly ArrayBufferWriter<byte> arrivals = new(4096);
    private readonly SqliteStatement exchanges;
    private readonly SqliteStatement replies;

    public ExchangeRows(SqliteConnection connection)
    {
        exchanges = new SqliteStatement(connection, InsertExchange);
        replies = new SqliteStatement(
            connection, "INSERT INTO replies (exchange, text, reasoning, tool_calls) VALUES (?, ?, ?, ?)");
    }

    public void Write(Exchange exchange, long target)
    {
        var row = exchanges;
        row.Bind(0, exchange.Id);
        row.Bind(1, target);
        row.Bind(2, exchange.TaskId);
        row.Bind(3, exchange.Attempt);
        row.Bind(4, exchange.Warmup ? 1 : 0);
        row.Bind(5, (long)exchange.Outcome);
        row.Bind(6, (long?)exchange.Failure?.Kind);
        row.Bind(7, (long?)exchange.Failure?.Phase);
        row.Bind(8, exchange.Failure?.Message);
        row.Bind(9, exchange.Failure?.Status);
        row.Bind(10, exchange.Failure?.RetryAfter?.Ticks);
        WriteTimeline(row, exchange.Timeline);
        row.Bind(20, exchange.Reads);
        row.Bind(21, exchange.Usage?.Input);
        row.Bind(22, exchange.Usage?.CachedInput);
        row.Bind(23, exchange.Usage?.CacheWrite);
        row.Bind(24, exchange.Usage?.Output);
        row.Bind(25, exchange.Usage?.Reasoning);
        row.Bind(26, exchange.FinishReason);
        row.Bind(27, exchange.RequestId);
        row.Bind(28, exchange.AnsweredBy);
        row.Bind(30, exchange.Turn?.Session);
        row.Bind(31, exchange.Turn?.Turn);
        row.Bind(32, (long)exchange.Remarks);
        row.Execute();
        if (exchange.Reply != Reply.Empty)
        {
            WriteReply(exchange);
        }
    }

    public void Dispose()
    {
        exchanges.Dispose();
        replies.Dispose();
    }

    private void WriteTimeline(SqliteStatement row, Timeline timeline)
    {
        row.Bind(11, timeline.IntendedNs);
        row.Bind(12, timeline.ConnectStartNs);
        row.Bind(13, timeline.ConnectedNs);
        row.Bind(14, timeline.SentNs);
        row.Bind(15, timeline.FirstByteNs);
        row.Bind(16, timeline.HeadersNs);
        row.Bind(17, timeline.EndNs);
        row.Bind(18, timeline.OverNs);
        row.Bind(19, (long)timeline.Stamp);
        arrivals.ResetWrittenCount();
        ArrivalCodec.Encode(timeline.Arrivals.Span, timeline.IntendedNs, arrivals);
        row.Bind(29, arrivals.WrittenSpan);
    }

    private void WriteReply(Exchange exchange)
    {
        replies.Bind(0, exchange.Id);
        replies.Bind(1, exchange.Reply.Text);
        replies.Bind(2, exchange.Reply.Reasoning);
        replies.Bind(3, ToolCallsJson.Write(exchange.Reply.ToolCalls));
        replies.Execute();
    }
}
