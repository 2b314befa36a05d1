using System.Threading.Channels;
using Tollgate.Simulator.Profiles;

namespace Tollgate.Simulator.Truth;

/// <summary>Writes truth records as JSON lines, in batches, away from the thread that serves.</summary>
internal static class TruthFile
{
    private static readonly TimeSpan BatchTime = TimeSpan.FromMilliseconds(250);

    public static async Task WriteAsync(Stream file, ChannelReader<TruthRecord> records, TimeProvider time)
    {
        await using var _ = file.ConfigureAwait(false);
        using var writer = new Utf8JsonWriter(file, new JsonWriterOptions { SkipValidation = true });
        while (await records.WaitToReadAsync().ConfigureAwait(false))
        {
            while (records.TryRead(out var record))
            {
                Write(writer, record);
                writer.Flush();
                file.WriteByte((byte)'\n');
                writer.Reset();
            }

            await file.FlushAsync().ConfigureAwait(false);

            // A pause gathers the next batch; it ends early when the log is closed.
            await Task.WhenAny(records.Completion, Task.Delay(BatchTime, time)).ConfigureAwait(false);
        }
    }

    private static void Write(Utf8JsonWriter writer, TruthRecord record)
    {
        writer.WriteStartObject();
        writer.WriteString("request_id", record.RequestId);
        writer.WriteString("wire", record.Wire);
        writer.WriteString("model", record.Model);
        writer.WriteString("region", record.Region);
        writer.WriteNumber("arrived_ns", record.ArrivedNs);
        writer.WriteString("arrived_stamp", record.ArrivedStamp.ToString().ToLowerInvariant());
        Number(writer, "served_ns", record.ServedNs);
        Number(writer, "headers_ns", record.HeadersNs);
        writer.WriteNumber("end_ns", record.EndNs);
        writer.WriteNumber("status", record.Status);
        writer.WriteString("outcome", record.Outcome.ToString().ToLowerInvariant());
        writer.WriteString("fault", record.Fault);
        writer.WriteNumber("input_tokens", record.Usage.Input);
        writer.WriteNumber("output_tokens", record.Usage.Output);
        writer.WriteNumber("reasoning_tokens", record.Usage.Reasoning);

        // One array for each column: a third of the size of an object a write.
        Column(writer, "write_ns", record, static write => write.AtNs);
        Column(writer, "write_late_ns", record, static write => write.LateNs);
        Column(writer, "write_tokens", record, static write => write.Tokens);
        Column(writer, "write_kind", record, static write => (int)write.Kind);
        writer.WriteEndObject();
    }

    private static void Column(Utf8JsonWriter writer, string name, TruthRecord record, Func<TokenWrite, long> value)
    {
        writer.WriteStartArray(name);
        foreach (ref readonly var write in record.Writes)
        {
            writer.WriteNumberValue(value(write));
        }

        writer.WriteEndArray();
    }

    private static void Number(Utf8JsonWriter writer, string name, long? value)
    {
        if (value is { } number)
        {
            writer.WriteNumber(name, number);
        }
        else
        {
            writer.WriteNull(name);
        }
    }
}
