using System.Buffers;
using Microsoft.Data.Sqlite;
using Tollgate.Exchanges;
using Tollgate.Exchanges.Codec;

namespace Tollgate.Runs.Storage;

/// <summary>Writes the exchanges that this process measured as rows. Not thread-safe.</summary>
internal sealed class ExchangeRows : IDisposable
{
    private readonly ArrayBufferWriter<byte> record = new(4096);
    private readonly SqliteStatement exchanges;
    private readonly SqliteStatement replies;

    public ExchangeRows(SqliteConnection connection)
    {
        exchanges = new SqliteStatement(
            connection,
            "INSERT INTO exchanges (id, target, task, warmup, origin, record) VALUES (?, ?, ?, ?, ?, ?)");
        replies = new SqliteStatement(
            connection, "INSERT INTO replies (exchange, text, reasoning, tool_calls) VALUES (?, ?, ?, ?)");
    }

    public void Write(Exchange exchange, int target)
    {
        record.ResetWrittenCount();
        ExchangeEncoder.Encode(exchange, target, record);
        exchanges.Bind(0, exchange.Id);
        exchanges.Bind(1, target);
        exchanges.Bind(2, exchange.TaskId);
        exchanges.Bind(3, exchange.Warmup ? 1 : 0);
        exchanges.Bind(4, Origins.Own);
        exchanges.Bind(5, record.WrittenSpan);
        exchanges.Execute();
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

    private void WriteReply(Exchange exchange)
    {
        replies.Bind(0, exchange.Id);
        replies.Bind(1, exchange.Reply.Text);
        replies.Bind(2, exchange.Reply.Reasoning);
        replies.Bind(3, ToolCallsJson.Write(exchange.Reply.ToolCalls));
        replies.Execute();
    }
}
