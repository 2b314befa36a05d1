using System.Buffers;
using Tollgate.Exchanges;
using Tollgate.Secrets;
using Tollgate.Wires;
using Tollgate.Wires.Answers;
using Tollgate.Wires.Framing;

namespace Tollgate.Transport;

/// <summary>
/// Reads the body of one answer: a stream goes to the wire's decoder as it comes; of anything else the beginning is
/// kept, and it becomes the failure that it is. Not thread-safe.
/// </summary>
internal sealed class AnswerReader : IDisposable
{
    // Enough for the message of any provider; an HTML page may be larger and says nothing more.
    private const int MaxErrorBytes = 64 * 1024;

    private readonly IWire wire;
    private readonly Target target;
    private readonly StreamRecorder recorder;
    private readonly AnswerSize size;
    private BodySniffer? sniffer;
    private ArrayBufferWriter<byte>? other;

    public AnswerReader(IWire wire, Target target, StreamRecorder recorder, AnswerSize size, AnswerHead head)
    {
        this.wire = wire;
        this.target = target;
        this.recorder = recorder;
        this.size = size;
        Head = head;
        if (head.Status is >= 200 and < 300)
        {
            var isAnnounced = head.ContentType.Length == 0 || head.ContentType == wire.Framing.MediaType;
            sniffer = new BodySniffer(wire.Framing, isAnnounced);
        }
        else
        {
            other = new ArrayBufferWriter<byte>();
        }
    }

    public AnswerHead Head { get; }

    /// <summary>
    /// Where the body's bytes go if it is the wire's stream; null if it is not, or before its first bytes told.
    /// </summary>
    public IAnswerDecoder? Decoder { get; private set; }

    /// <summary>The stream came under another content type.</summary>
    public bool IsUnusual { get; private set; }

    /// <inheritdoc cref="StreamObserver.Body"/>
    public void Body(ReadOnlySpan<byte> bytes, long? codedBytes)
    {
        if (size.Add(bytes.Length, codedBytes) is { } tooLarge)
        {
            recorder.Fail(StatusFailure() ?? tooLarge);
            return;
        }

        Take(bytes);
    }

    private void Take(ReadOnlySpan<byte> bytes)
    {
        if (Decoder is not null)
        {
            Decoder.Feed(bytes);
        }
        else if (other is not null)
        {
            other.Write(bytes[..Math.Min(bytes.Length, MaxErrorBytes - other.WrittenCount)]);
            if (other.WrittenCount == MaxErrorBytes)
            {
                // The rest says nothing more, and need not end.
                recorder.Fail(NoStream(other.WrittenSpan));
            }
        }
        else if (sniffer?.IsStream(bytes, out var start) is { } isStream)
        {
            Decide(sniffer, isStream, start);
        }
    }

    private void Decide(BodySniffer told, bool isStream, int start)
    {
        sniffer = null;
        if (isStream)
        {
            IsUnusual = !told.IsAnnounced;
            Decoder = wire.CreateDecoder(recorder);
            Decoder.Feed(told.Seen[start..]);
        }
        else
        {
            other = new ArrayBufferWriter<byte>();
            Take(told.Seen);
        }
    }

    /// <inheritdoc cref="StreamObserver.End"/>
    public void End()
    {
        if (recorder.IsOver)
        {
            return;
        }

        if (sniffer is not null)
        {
            Decide(sniffer, sniffer.IsAnnounced, 0);
        }

        if (other is not null)
        {
            recorder.Fail(NoStream(other.WrittenSpan));
            return;
        }

        Decoder?.End();
        if (!recorder.IsOver && recorder.FinishReason is not null && target.End == StreamEnd.FinishReason)
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

    /// <inheritdoc cref="StreamObserver.StatusFailure"/>
    public Failure? StatusFailure() =>
        other is not null && Head.Status is < 200 or >= 300 ? NoStream(other.WrittenSpan) : null;

    public void Dispose() => Decoder?.Dispose();

    private Failure NoStream(ReadOnlySpan<byte> body)
    {
        // Struck out before it is cut to a line: half a key is one too.
        var clean = Encoding.UTF8.GetBytes(TargetSecrets.Of(target).InMessage(Encoding.UTF8.GetString(body)));
        var (kind, said) = wire.ReadError(Head.Status, clean);
        said = Head.ContentType == "text/html" || IsPage(body) ? "an HTML page" : said;
        said = said.Length == 0 ? "no message" : said;
        var message = kind switch
        {
            FailureKind.NotAStream =>
                $"status {Head.Status} at {Shown} with {ContentType} and no {wire.Framing.Name} in it: {said}",
            FailureKind.UnexpectedStatus when Head.Location is { } location =>
                $"status {Head.Status} at {Shown}: it redirects to {Shorten(location)}, which is not followed",

            // What is there and what is not depends on the URL; so it stands with those that say so.
            FailureKind.NotFound or FailureKind.UnexpectedStatus => $"status {Head.Status} at {Shown}: {said}",
            _ when Head.Status == 405 => $"status {Head.Status} at {Shown}: {said}",
            _ => $"status {Head.Status}: {WrongScheme.OfRefusal(Endpoint, Head.Status, said)}",
        };
        return new Failure(kind, FailurePhase.Headers, message)
        {
            Status = Head.Status,
            RetryAfter = wire.RetryAfter(Head.Headers),
        };
    }

    private Uri Endpoint => wire.Endpoint(target);

    private string Shown => PlainUrl.Of(Endpoint);

    private string ContentType => Head.ContentType.Length == 0 ? "no content type" : Head.ContentType;

    private static bool IsPage(ReadOnlySpan<byte> body) => body.TrimStart(" \t\r\n"u8) is { Length: > 5 } start
        && (Ascii.EqualsIgnoreCase(start[..5], "<html") || Ascii.EqualsIgnoreCase(start[..5], "<!doc"));

    // Whoever redirects may put a token into the query.
    private string Shorten(string location) =>
        Uri.TryCreate(Endpoint, location, out var to) ? PlainUrl.Of(to) : "elsewhere";
}
