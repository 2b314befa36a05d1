using System.Buffers;
using Tollgate.Exchanges;
using Tollgate.Wires;

namespace Tollgate.Transport;

/// <summary>
/// Reads one answer for both transports: an event stream goes to the wire's reader as it comes; of anything else the
/// beginning is kept, and it becomes the failure that it is. Not thread-safe.
/// </summary>
internal sealed class AnswerReader(IWire wire, StreamEnd end, StreamRecorder recorder) : IDisposable
{
    // Enough for the message of any provider; an HTML page may be larger and says nothing more.
    private const int MaxErrorBytes = 64 * 1024;

    private ArrayBufferWriter<byte>? other;

    /// <summary>The head; null before it came.</summary>
    public AnswerHead? Head { get; private set; }

    /// <summary>
    /// Where the body's bytes go if it is an event stream; null if it is not, or before the head came.
    /// </summary>
    public ServerSentEvents? Events { get; private set; }

    /// <summary>The headers are whole.</summary>
    public void Begin(AnswerHead head)
    {
        Head = head;
        if (head.Status is >= 200 and < 300 && head.ContentType is "text/event-stream" or "")
        {
            Events = new ServerSentEvents(wire.CreateReader(), recorder);
        }
        else
        {
            other = new ArrayBufferWriter<byte>();
        }
    }

    /// <summary>The body's next bytes, without the transfer's and the content's codings.</summary>
    public void Body(ReadOnlySpan<byte> bytes)
    {
        if (Events is not null)
        {
            Events.Feed(bytes);
        }
        else if (other is not null)
        {
            other.Write(bytes[..Math.Min(bytes.Length, MaxErrorBytes - other.WrittenCount)]);
        }
    }

    /// <summary>The body ended in good order. Afterwards the recorder has its end or its failure.</summary>
    public void End()
    {
        if (recorder.IsOver)
        {
            return;
        }

        if (other is not null)
        {
            recorder.Fail(NoStream(Head!, other.WrittenSpan));
            return;
        }

        Events?.End();
        if (!recorder.IsOver && recorder.FinishReason is not null && end == StreamEnd.FinishReason)
        {
            recorder.End();
        }
        else
        {
            recorder.Fail(FailureKind.NoEndMarker, "the stream ended without " + (recorder.FinishReason is { } said
                ? $"its end marker, after the finish reason \"{said}\"; --end finish_reason, or `end: finish_reason` in a plan, takes that for the end"
                : recorder.HasArrival ? "its end marker" : "any output and without its end marker"));
        }
    }

    /// <summary>
    /// The failure for an answer that ended too soon, or took too long, without a stream: its status counts.
    /// </summary>
    public Failure? StatusFailure() =>
        other is not null && Head!.Status is < 200 or >= 300 ? NoStream(Head!, other.WrittenSpan) : null;

    public void Dispose() => Events?.Dispose();

    private static Failure NoStream(AnswerHead head, ReadOnlySpan<byte> body)
    {
        var kind = head.Status switch
        {
            >= 200 and < 300 => FailureKind.NotAStream,
            401 or 403 => FailureKind.Unauthorized,
            404 => FailureKind.NotFound,
            429 => FailureKind.RateLimited,
            503 or 529 => FailureKind.Overloaded,
            >= 400 and < 500 => FailureKind.BadRequest,
            >= 500 => FailureKind.ServerError,
            _ => FailureKind.UnexpectedStatus,
        };
        var said = head.ContentType == "text/html" ? "an HTML page" : ProviderMessage.Of(body);
        var message = kind == FailureKind.NotAStream
            ? $"status {head.Status} with {head.ContentType} where text/event-stream was expected: {said}"
            : $"status {head.Status}: {(said.Length == 0 ? "no message" : said)}";
        return new Failure(kind, FailurePhase.Headers, message) { Status = head.Status, RetryAfter = head.Wait() };
    }
}
