using System.Buffers;
using System.Text;
using Tollgate.Exchanges;
using Tollgate.Secrets;
using Tollgate.Wires;

namespace Tollgate.Transport;

/// <summary>
/// Reads one answer for both transports: an event stream goes to the wire's reader as it comes; of anything else the
/// beginning is kept, and it becomes the failure that it is. Not thread-safe.
/// </summary>
internal sealed class AnswerReader(IWire wire, ExchangeBuilder draft) : IDisposable
{
    private const string EventStream = "text/event-stream";

    // Enough for the message of any provider; an HTML page may be larger and says nothing more.
    private const int MaxErrorBytes = 64 * 1024;

    private readonly StreamRecorder recorder = draft.Recorder;
    private StreamSniffer? sniffer;
    private ArrayBufferWriter<byte>? other;

    /// <summary>How much has come, without codings.</summary>
    public AnswerSize Size { get; } = new();

    /// <summary>The head; null before it came.</summary>
    public AnswerHead? Head { get; private set; }

    /// <summary>
    /// Where the body's bytes go if it is an event stream; null if it is not, or before its first bytes told.
    /// </summary>
    public ServerSentEvents? Events { get; private set; }

    /// <summary>The headers are whole.</summary>
    public void Begin(AnswerHead head)
    {
        Head = head;
        if (head.Status is >= 200 and < 300)
        {
            sniffer = new StreamSniffer(head.ContentType is EventStream or "");
        }
        else
        {
            other = new ArrayBufferWriter<byte>();
        }
    }

    /// <summary>The body's next bytes, without the transfer's and the content's codings.</summary>
    /// <param name="bytes">They may change once this returns.</param>
    /// <param name="codedBytes">How many coded ones they and those before them were; null for no coding.</param>
    public void Body(ReadOnlySpan<byte> bytes, long? codedBytes = null)
    {
        if (Size.Add(bytes.Length, codedBytes) is { } tooLarge)
        {
            recorder.Fail(StatusFailure() ?? tooLarge);
            return;
        }

        Take(bytes);
    }

    private void Take(ReadOnlySpan<byte> bytes)
    {
        if (Events is not null)
        {
            Events.Feed(bytes);
        }
        else if (other is not null)
        {
            other.Write(bytes[..Math.Min(bytes.Length, MaxErrorBytes - other.WrittenCount)]);
            if (other.WrittenCount == MaxErrorBytes)
            {
                // The rest says nothing more, and need not end.
                recorder.Fail(NoStream(Head!, other.WrittenSpan));
            }
        }
        else if (sniffer?.IsStream(bytes, out var start) is { } isStream)
        {
            Decide(isStream, start);
        }
    }

    private void Decide(bool isStream, int start)
    {
        var seen = sniffer!.Seen; // It has just told.
        if (isStream)
        {
            var isUnusual = Head!.ContentType is not (EventStream or ""); // The body comes after the head.
            draft.Remarks |= isUnusual ? ExchangeRemarks.UnusualContentType : ExchangeRemarks.None;
            Events = new ServerSentEvents(wire.CreateReader(), recorder);
            Events.Feed(seen[start..]);
        }
        else
        {
            other = new ArrayBufferWriter<byte>();
            Take(seen);
        }

        sniffer = null;
    }

    /// <summary>The body ended in good order. Afterwards the recorder has its end or its failure.</summary>
    public void End()
    {
        if (recorder.IsOver)
        {
            return;
        }

        if (sniffer is not null)
        {
            Decide(Head!.ContentType is EventStream or "", 0);
        }

        if (other is not null)
        {
            recorder.Fail(NoStream(Head!, other.WrittenSpan));
            return;
        }

        Events?.End();
        if (!recorder.IsOver && recorder.FinishReason is not null && draft.Request.Target.End == StreamEnd.FinishReason)
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

    private Failure NoStream(AnswerHead head, ReadOnlySpan<byte> body)
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
        var said = head.ContentType == "text/html" || IsPage(body) ? "an HTML page"
            : ProviderMessage.Of(WithoutSecrets(body));
        said = said.Length == 0 ? "no message" : said;
        var message = kind switch
        {
            FailureKind.NotAStream =>
                $"status {head.Status} at {Shown} with {ContentType(head)} and no event stream in it: {said}",
            FailureKind.UnexpectedStatus when head.Location is { } location =>
                $"status {head.Status} at {Shown}: it redirects to {Shorten(location)}, which is not followed",

            // What is there and what is not depends on the URL; so it stands with those that say so.
            FailureKind.NotFound or FailureKind.UnexpectedStatus => $"status {head.Status} at {Shown}: {said}",
            _ when head.Status == 405 => $"status {head.Status} at {Shown}: {said}",
            _ => $"status {head.Status}: {WrongScheme.OfRefusal(Endpoint, head.Status, said)}",
        };
        return new Failure(kind, FailurePhase.Headers, message) { Status = head.Status, RetryAfter = head.Wait() };
    }

    // Before it is cut to a line: half a key is one too.
    private byte[] WithoutSecrets(ReadOnlySpan<byte> body) => Encoding.UTF8.GetBytes(
        TargetSecrets.Of(draft.Request.Target).InMessage(Encoding.UTF8.GetString(body)));

    private Uri Endpoint => wire.Endpoint(draft.Request.Target.Url);

    private string Shown => PlainUrl.Of(Endpoint);

    private static string ContentType(AnswerHead head) =>
        head.ContentType.Length == 0 ? "no content type" : head.ContentType;

    private static bool IsPage(ReadOnlySpan<byte> body) => body.TrimStart(" \t\r\n"u8) is { Length: > 5 } start
        && (System.Text.Ascii.EqualsIgnoreCase(start[..5], "<html") || System.Text.Ascii.EqualsIgnoreCase(start[..5], "<!doc"));

    // Whoever redirects may put a token into the query.
    private string Shorten(string location) =>
        Uri.TryCreate(Endpoint, location, out var to) ? PlainUrl.Of(to) : "elsewhere";
}
