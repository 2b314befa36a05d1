using System.Buffers;

namespace Tollgate.Exchanges.Codec;

/// <summary>
/// The binary form of an exchange, as run files store it. All numbers are varints (see <see cref="ByteWriter"/>), texts
/// are UTF-8 behind their length. In this order:
/// <list type="number">
/// <item>one byte for the form's version, 1;</item>
/// <item>one byte: outcome + 4 · warm-up + 8 · stamp;</item>
/// <item>which of the optional parts there are (<see cref="ExchangeParts"/>);</item>
/// <item>id, the target's number, task, attempt, reads, remarks; session and turn, signed;</item>
/// <item>failure: kind, phase, message, status, ticks to wait;</item>
/// <item>the intended instant, signed, and each further instant less the intended one, signed: connection begun and
/// open, sent, first byte, headers, end, over;</item>
/// <item>token counts, signed: input, cached, written, output, reasoning;</item>
/// <item>finish reason, request id, answered by;</item>
/// <item>to the end, the arrivals as <see cref="ArrivalCodec"/> has them.</item>
/// </list>
/// Differences wrap at 64 bits, so every value comes back exactly. What was said is not part of it.
/// </summary>
internal static class ExchangeEncoder
{
    /// <summary>The form's version.</summary>
    internal const byte Version = 1;

    /// <summary>Appends an exchange to <paramref name="output"/>.</summary>
    /// <param name="exchange">The exchange.</param>
    /// <param name="target">The target's number in the <see cref="ExchangeOrigin"/>.</param>
    /// <param name="output">Where the bytes go.</param>
    public static void Encode(Exchange exchange, int target, IBufferWriter<byte> output)
    {
        ArgumentNullException.ThrowIfNull(exchange);
        ArgumentNullException.ThrowIfNull(output);
        var to = new ByteWriter(output);
        var timeline = exchange.Timeline;
        to.Byte(Version);
        to.Byte((byte)((byte)exchange.Outcome | (exchange.Warmup ? 4 : 0) | ((byte)timeline.Stamp << 3)));
        to.Number((ulong)PartsOf(exchange));
        to.Signed(exchange.Id);
        to.Number((ulong)target);
        to.Signed(exchange.TaskId);
        to.Number((ulong)exchange.Attempt);
        to.Number((ulong)exchange.Reads);
        to.Number((ulong)exchange.Remarks);
        if (exchange.Turn is { } turn)
        {
            to.Signed(turn.Session);
            to.Signed(turn.Turn);
        }

        if (exchange.Failure is { } failure)
        {
            to.Number((ulong)failure.Kind);
            to.Number((ulong)failure.Phase);
            to.Text(failure.Message);
            Signed(to, failure.Status);
            Signed(to, failure.RetryAfter?.Ticks);
        }

        WriteInstants(to, timeline);
        if (exchange.Usage is { } usage)
        {
            to.Signed(usage.Input);
            to.Signed(usage.CachedInput);
            to.Signed(usage.CacheWrite);
            to.Signed(usage.Output);
            to.Signed(usage.Reasoning);
        }

        Text(to, exchange.FinishReason);
        Text(to, exchange.RequestId);
        Text(to, exchange.AnsweredBy);
        ArrivalCodec.Encode(timeline.Arrivals.Span, timeline.IntendedNs, output);
    }

    private static void WriteInstants(ByteWriter to, Timeline timeline)
    {
        var fromNs = timeline.IntendedNs;
        to.Signed(fromNs);
        unchecked
        {
            Signed(to, timeline.ConnectStartNs - fromNs);
            Signed(to, timeline.ConnectedNs - fromNs);
            Signed(to, timeline.SentNs - fromNs);
            Signed(to, timeline.FirstByteNs - fromNs);
            Signed(to, timeline.HeadersNs - fromNs);
            Signed(to, timeline.EndNs - fromNs);
            to.Signed(timeline.OverNs - fromNs);
        }
    }

    private static ExchangeParts PartsOf(Exchange exchange) =>
        Part(exchange.Failure is not null, ExchangeParts.Failure)
        | Part(exchange.Failure?.Status is not null, ExchangeParts.Status)
        | Part(exchange.Failure?.RetryAfter is not null, ExchangeParts.RetryAfter)
        | Part(exchange.Timeline.ConnectStartNs is not null, ExchangeParts.ConnectStart)
        | Part(exchange.Timeline.ConnectedNs is not null, ExchangeParts.Connected)
        | Part(exchange.Timeline.SentNs is not null, ExchangeParts.Sent)
        | Part(exchange.Timeline.FirstByteNs is not null, ExchangeParts.FirstByte)
        | Part(exchange.Timeline.HeadersNs is not null, ExchangeParts.Headers)
        | Part(exchange.Timeline.EndNs is not null, ExchangeParts.End)
        | Part(exchange.Usage is not null, ExchangeParts.Usage)
        | Part(exchange.FinishReason is not null, ExchangeParts.FinishReason)
        | Part(exchange.RequestId is not null, ExchangeParts.RequestId)
        | Part(exchange.AnsweredBy is not null, ExchangeParts.AnsweredBy)
        | Part(exchange.Turn is not null, ExchangeParts.Turn);

    private static ExchangeParts Part(bool isThere, ExchangeParts part) => isThere ? part : ExchangeParts.None;

    private static void Signed(ByteWriter to, long? value)
    {
        if (value is { } given)
        {
            to.Signed(given);
        }
    }

    private static void Text(ByteWriter to, string? value)
    {
        if (value is not null)
        {
            to.Text(value);
        }
    }
}
