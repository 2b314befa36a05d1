using System.Diagnostics.CodeAnalysis;

namespace Tollgate.Exchanges.Codec;

/// <summary>Reads exchanges of one origin from the form of <see cref="ExchangeEncoder"/>. Not thread-safe.</summary>
/// <param name="origin">Where they come from.</param>
internal sealed class ExchangeDecoder(ExchangeOrigin origin)
{
    private readonly RepeatedText finishReasons = new();
    private readonly RepeatedText models = new();
    private readonly RepeatedText messages = new();

    /// <summary>The exchange, without what was said; false where the bytes are not those of one.</summary>
    public bool TryDecode(ReadOnlySpan<byte> bytes, [NotNullWhen(true)] out Exchange? exchange)
    {
        exchange = null;
        var from = new ByteReader(bytes);
        var version = from.Byte();
        var state = from.Byte();
        var given = from.Number();
        var (outcome, stamp) = ((Outcome)(state & 3), (StampSource)(state >> 3));
        if (version != ExchangeEncoder.Version || outcome > Outcome.Cancelled || stamp > StampSource.Virtual
            || given > (ulong)ExchangeParts.All)
        {
            return false;
        }

        var parts = (ExchangeParts)given;
        var (id, target, task) = (from.Signed(), from.Number(), from.Signed());
        var (attempt, reads, remarks) = (from.Int32(), from.Int32(), from.Number());
        SessionTurn? turn = Has(parts, ExchangeParts.Turn)
            ? new SessionTurn(from.Signed(), unchecked((int)from.Signed()))
            : null;
        var failure = Has(parts, ExchangeParts.Failure) ? ReadFailure(ref from, parts) : null;
        var timeline = ReadInstants(ref from, parts, stamp);
        Usage? usage = Has(parts, ExchangeParts.Usage)
            ? new Usage(from.Signed(), from.Signed(), from.Signed(), from.Signed(), from.Signed())
            : null;
        var finishReason = Has(parts, ExchangeParts.FinishReason) ? finishReasons.Of(from.Text()) : null;
        var requestId = Has(parts, ExchangeParts.RequestId) ? Encoding.UTF8.GetString(from.Text()) : null;
        var answeredBy = Has(parts, ExchangeParts.AnsweredBy) ? models.Of(from.Text()) : null;
        if (from.HasFailed || target >= (ulong)origin.Targets.Count || remarks > byte.MaxValue
            || failure is { Kind: < FailureKind.DnsFailure or > FailureKind.AnswerTooLarge }
                or { Phase: > FailurePhase.Stream }
            || !ArrivalCodec.TryDecode(from.Rest, timeline.IntendedNs, out var arrivals))
        {
            return false;
        }

        exchange = new Exchange
        {
            Id = id,
            Target = origin.Targets[(int)target],
            TaskId = task,
            Turn = turn,
            Attempt = attempt,
            Warmup = (state & 4) != 0,
            Outcome = outcome,
            Failure = failure,
            Timeline = timeline with { Arrivals = arrivals },
            Usage = usage,
            FinishReason = finishReason,
            RequestId = requestId,
            AnsweredBy = answeredBy,
            Reads = reads,
            Remarks = (ExchangeRemarks)remarks,
        };
        return true;
    }

    private Failure ReadFailure(ref ByteReader from, ExchangeParts parts)
    {
        var (kind, phase) = (from.Number(), from.Number());
        return new Failure((FailureKind)Math.Min(kind, byte.MaxValue), (FailurePhase)Math.Min(phase, byte.MaxValue),
            messages.Of(from.Text()))
        {
            Status = Has(parts, ExchangeParts.Status) ? unchecked((int)from.Signed()) : null,
            RetryAfter = Has(parts, ExchangeParts.RetryAfter) ? TimeSpan.FromTicks(from.Signed()) : null,
        };
    }

    private Timeline ReadInstants(ref ByteReader from, ExchangeParts parts, StampSource stamp)
    {
        var zeroNs = unchecked(from.Signed() + origin.ClockOffsetNs);
        return new Timeline
        {
            IntendedNs = zeroNs,
            ConnectStartNs = Instant(ref from, Has(parts, ExchangeParts.ConnectStart), zeroNs),
            ConnectedNs = Instant(ref from, Has(parts, ExchangeParts.Connected), zeroNs),
            SentNs = Instant(ref from, Has(parts, ExchangeParts.Sent), zeroNs),
            FirstByteNs = Instant(ref from, Has(parts, ExchangeParts.FirstByte), zeroNs),
            HeadersNs = Instant(ref from, Has(parts, ExchangeParts.Headers), zeroNs),
            EndNs = Instant(ref from, Has(parts, ExchangeParts.End), zeroNs),
            OverNs = unchecked(zeroNs + from.Signed()),
            Stamp = stamp,
        };
    }

    private static long? Instant(ref ByteReader from, bool isThere, long zeroNs) =>
        isThere ? unchecked(zeroNs + from.Signed()) : null;

    private static bool Has(ExchangeParts parts, ExchangeParts part) => (parts & part) != 0;
}
