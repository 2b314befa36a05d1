using Tollgate.Exchanges;
using Tollgate.Secrets;
using Tollgate.Unicode;
using Tollgate.Wires;
using Tollgate.Wires.Answers;
using Tollgate.Wires.Framing;

namespace Tollgate.Transport;

/// <summary>
/// Makes an <see cref="Exchange"/> of an answer as it comes: head, body and the instants of both. Exchangers read their
/// answers with it, and it can stand beside a stream that somebody else asked for, as in a proxy. Not thread-safe.
/// </summary>
/// <param name="wire">The target's wire.</param>
/// <param name="labels">Whose exchange it is.</param>
/// <param name="keepContent">Keep what is said in <see cref="Exchange.Reply"/>.</param>
/// <param name="watcher">Who looks at the stream while it comes; null for nobody.</param>
internal sealed class StreamObserver(
    IWire wire, ExchangeLabels labels, bool keepContent = false, IArrivalWatcher? watcher = null) : IDisposable
{
    private const int MaxLabelLength = 200;

    private readonly StreamRecorder recorder = new(keepContent, watcher);
    private AnswerReader? reader;

    /// <summary>Who takes the instants that it is told.</summary>
    public StampSource Stamp { get; set; }

    /// <summary>When the connection began to be opened for this exchange; null where it used an open one.</summary>
    public long? ConnectStartNs { get; set; }

    /// <summary>When that connection was ready.</summary>
    public long? ConnectedNs { get; set; }

    /// <summary>When the last byte of the request left.</summary>
    public long? SentNs { get; set; }

    /// <summary>When the first byte of the answer came.</summary>
    public long? FirstByteNs { get; set; }

    /// <summary>When the answer's headers were complete.</summary>
    public long? HeadersNs { get; set; }

    /// <summary>What else is worth knowing of how it was carried.</summary>
    public ExchangeRemarks Remarks { get; set; }

    /// <summary>The end marker came, or a failure showed itself: nothing more matters.</summary>
    public bool IsOver => recorder.IsOver;

    /// <summary>
    /// What is known of the server whose connection it was the first to use; null on one that was used before, or where
    /// the plan wants it so. It is looked at in the end, since a connection may be seen to close a little after its
    /// answer.
    /// </summary>
    internal ConnectionKeeping? FirstOn { get; set; }

    internal StreamRecorder Recorder => recorder;

    /// <summary>How much of the body has come, without codings.</summary>
    internal AnswerSize Size { get; } = new();

    /// <summary>The answer's head; null before it came.</summary>
    internal AnswerHead? Head => reader?.Head;

    /// <summary>
    /// Where the body's bytes go if it is the wire's stream; null if it is not, or before its first bytes told.
    /// </summary>
    internal IAnswerDecoder? Decoder => reader?.Decoder;

    /// <summary>
    /// What the stream itself shows to be wrong; null while nothing is. A stream that ended in good order without any
    /// output is a failure too.
    /// </summary>
    internal Failure? StreamFailure => recorder.Failure
        ?? (recorder.EndNs is not null && recorder.Arrivals.Length == 0
            ? new Failure(FailureKind.EmptyAnswer, FailurePhase.Stream,
                $"the stream ended in good order without any output (finish reason: {recorder.FinishReason ?? "none"})")
            : null);

    /// <summary>The headers are whole.</summary>
    public void Begin(AnswerHead head)
    {
        ArgumentNullException.ThrowIfNull(head);
        reader = new AnswerReader(wire, labels.Target, recorder, Size, head);
    }

    /// <summary>A read brought bytes: what they carry arrived at this instant, or before it.</summary>
    /// <inheritdoc cref="StreamRecorder.BeginRead"/>
    public void BeginRead(long atNs, int readLagNs = 0) => recorder.BeginRead(atNs, readLagNs);

    /// <summary>The body's next bytes, without the transfer's and the content's codings.</summary>
    /// <param name="bytes">They may change once this returns.</param>
    /// <param name="codedBytes">How many coded ones they and those before them were; null for no coding.</param>
    public void Body(ReadOnlySpan<byte> bytes, long? codedBytes = null) => reader?.Body(bytes, codedBytes);

    /// <summary>The body ended in good order. Afterwards it is over, with an end or a failure.</summary>
    public void End() => reader?.End();

    /// <summary>The exchange as the answer has shown it, when it is over.</summary>
    /// <param name="overNs">When that was.</param>
    public Exchange Build(long overNs) =>
        Build(StreamFailure is null ? Outcome.Completed : Outcome.Failed, StreamFailure, overNs);

    /// <summary>The exchange that it is now.</summary>
    /// <param name="outcome">How it was over.</param>
    /// <param name="failure">Why it failed; null where it did not.</param>
    /// <param name="overNs">When it was over.</param>
    public Exchange Build(Outcome outcome, Failure? failure, long overNs)
    {
        var secrets = TargetSecrets.Of(labels.Target);
        var remarks = reader is { IsUnusual: true } ? Remarks | ExchangeRemarks.UnusualContentType : Remarks;
        var requestId = reader is null ? null : wire.RequestId(reader.Head.Headers);
        return new Exchange
        {
            Id = labels.Id,
            Target = labels.Target.Name,
            TaskId = labels.TaskId,
            Turn = labels.Turn,
            Attempt = labels.Attempt,
            Warmup = labels.Warmup,
            Outcome = outcome,
            Failure = failure is null ? null : failure with { Message = secrets.InMessage(failure.Message) },
            Timeline = new Timeline
            {
                IntendedNs = labels.IntendedNs,
                ConnectStartNs = ConnectStartNs,
                ConnectedNs = ConnectedNs,
                SentNs = SentNs,
                FirstByteNs = FirstByteNs,
                HeadersNs = HeadersNs,
                EndNs = outcome == Outcome.Completed ? recorder.EndNs : null,
                OverNs = overNs,
                Arrivals = recorder.Arrivals,
                Stamp = Stamp,
            },
            Usage = recorder.Usage,
            FinishReason = Label(secrets.InAnyMessage(recorder.FinishReason)),
            RequestId = Label(secrets.InAnyMessage(requestId)),
            AnsweredBy = Label(secrets.InAnyMessage(recorder.AnsweredBy)),
            Reads = recorder.Reads,
            Remarks = FirstOn?.Replace() == true && ConnectStartNs is not null
                ? remarks | ExchangeRemarks.ConnectionReplaced
                : remarks,
            Reply = Clean(recorder.Reply, secrets),
        };
    }

    public void Dispose() => reader?.Dispose();

    /// <summary>
    /// The failure for an answer that ended too soon, or took too long, without a stream: its status counts.
    /// </summary>
    internal Failure? StatusFailure() => reader?.StatusFailure();

    // Cut behind the striking out: half a key would not be known for one.
    private static string? Label(string? text) =>
        text is { Length: > MaxLabelLength } ? WellFormed.Text(text[..MaxLabelLength]) : text;

    // A model may say the key that it was asked with, and a run file keeps what it says.
    private static Reply Clean(Reply reply, TargetSecrets secrets) => reply == Reply.Empty ? reply : new Reply(
        secrets.InContent(reply.Text), secrets.InContent(reply.Reasoning),
        [
            .. reply.ToolCalls.Select(call => new ToolCall(
                secrets.InContent(call.Id), secrets.InContent(call.Name), secrets.InContent(call.ArgumentsJson))),
        ]);
}
