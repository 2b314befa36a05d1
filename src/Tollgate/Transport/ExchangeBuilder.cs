using Tollgate.Exchanges;
using Tollgate.Secrets;
using Tollgate.Unicode;
using Tollgate.Wires;

namespace Tollgate.Transport;

/// <summary>
/// An exchange while it is carried out: what is known so far, until it becomes a fact. Not thread-safe.
/// </summary>
internal sealed class ExchangeBuilder(ExchangeRequest request)
{
    private const int MaxLabelLength = 200;

    public ExchangeRequest Request => request;

    public StreamRecorder Recorder { get; } = new(request.KeepContent, request.Watcher);

    public long? ConnectStartNs { get; set; }

    public long? ConnectedNs { get; set; }

    public long? SentNs { get; set; }

    public long? FirstByteNs { get; set; }

    public long? HeadersNs { get; set; }

    public string? RequestId { get; set; }

    public StampSource Stamp { get; set; }

    public ExchangeRemarks Remarks { get; set; }

    /// <summary>
    /// What is known of the server whose connection it was the first to use; null on one that was used before, or where
    /// the plan wants it so. It is looked at in the end, since a connection may be seen to close a little after its
    /// answer.
    /// </summary>
    public ConnectionKeeping? FirstOn { get; set; }

    /// <summary>
    /// What the stream itself shows to be wrong; null while nothing is. A stream that ended in good order without any
    /// output is a failure too.
    /// </summary>
    public Failure? StreamFailure => Recorder.Failure
        ?? (Recorder.EndNs is not null && Recorder.Arrivals.Length == 0
            ? new Failure(FailureKind.EmptyAnswer, FailurePhase.Stream,
                $"the stream ended in good order without any output (finish reason: {Recorder.FinishReason ?? "none"})")
            : null);

    /// <summary>The fact that it is now.</summary>
    public Exchange Build(Outcome outcome, Failure? failure, long overNs)
    {
        var secrets = TargetSecrets.Of(request.Target);
        return new Exchange
        {
            Id = request.Id,
            Target = request.Target.Name,
            TaskId = request.TaskId,
            Turn = request.Turn,
            Attempt = request.Attempt,
            Warmup = request.Warmup,
            Outcome = outcome,
            Failure = failure is null ? null : failure with { Message = secrets.InMessage(failure.Message) },
            Timeline = new Timeline
            {
                IntendedNs = request.IntendedNs,
                ConnectStartNs = ConnectStartNs,
                ConnectedNs = ConnectedNs,
                SentNs = SentNs,
                FirstByteNs = FirstByteNs,
                HeadersNs = HeadersNs,
                EndNs = outcome == Outcome.Completed ? Recorder.EndNs : null,
                OverNs = overNs,
                Arrivals = Recorder.Arrivals,
                Stamp = Stamp,
            },
            Usage = Recorder.Usage,
            FinishReason = Label(secrets.InAnyMessage(Recorder.FinishReason)),
            RequestId = Label(secrets.InAnyMessage(RequestId)),
            AnsweredBy = Label(secrets.InAnyMessage(Recorder.AnsweredBy)),
            Reads = Recorder.Reads,
            Remarks = FirstOn?.Replace() == true && ConnectStartNs is not null
                ? Remarks | ExchangeRemarks.ConnectionReplaced
                : Remarks,
            Reply = Clean(Recorder.Reply, secrets),
        };
    }

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
