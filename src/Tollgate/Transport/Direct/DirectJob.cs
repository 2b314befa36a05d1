using Tollgate.Exchanges;
using Tollgate.Wires;

namespace Tollgate.Transport.Direct;

/// <summary>An exchange on its way through the loop. Everything but its creation happens on the loop's thread.</summary>
internal sealed class DirectJob(ExchangeRequest request, IWire wire, ConnectionPool pool)
{
    private readonly TaskCompletionSource<Exchange> done = new(TaskCreationOptions.RunContinuationsAsynchronously);

    public ExchangeRequest Request => request;

    public IWire Wire => wire;

    public ConnectionPool Pool => pool;

    public Task<Exchange> Task => done.Task;

    /// <summary>The request as it goes out. Dropped once it is sent and no reconnection can need it.</summary>
    public byte[]? Bytes { get; set; } = RequestBytes.Write(wire, request.Target, request.Prompt, request.Cold);

    public StreamRecorder Recorder { get; private set; } = new(request.KeepContent);

    /// <summary>The connection that it holds; null while it waits for one.</summary>
    public DirectConnection? Connection { get; set; }

    public long? ConnectStartNs { get; set; }

    public long? ConnectedNs { get; set; }

    public long? SentNs { get; set; }

    public long? FirstByteNs { get; set; }

    public long? HeadersNs { get; set; }

    public bool HasProcessStamp { get; set; }

    /// <summary>An idle connection turned out to be closed and the request went out again on another.</summary>
    public bool Reconnected { get; set; }

    public bool IsOver { get; private set; }

    /// <summary>Ends it; what comes later is ignored.</summary>
    public void Finish(Outcome outcome, Failure? failure, long overNs, string? requestId)
    {
        if (IsOver)
        {
            return;
        }

        IsOver = true;
        Bytes = null;
        var recorder = Recorder;
        done.SetResult(new Exchange
        {
            Id = request.Id,
            Target = request.Target.Name,
            TaskId = request.TaskId,
            Attempt = request.Attempt,
            Warmup = request.Warmup,
            Outcome = outcome,
            Failure = failure is null ? null : Redaction.Redact(failure, request.Target),
            Timeline = new Timeline
            {
                IntendedNs = request.IntendedNs,
                ConnectStartNs = ConnectStartNs,
                ConnectedNs = ConnectedNs,
                SentNs = SentNs,
                FirstByteNs = FirstByteNs,
                HeadersNs = HeadersNs,
                EndNs = outcome == Outcome.Completed ? recorder.EndNs : null,
                OverNs = overNs,
                Arrivals = recorder.Arrivals,
                Stamp = HasProcessStamp ? StampSource.Process : StampSource.Kernel,
            },
            Usage = recorder.Usage,
            FinishReason = recorder.FinishReason,
            RequestId = requestId,
            AnsweredBy = recorder.AnsweredBy,
            Reads = recorder.Reads,
            Reply = recorder.Reply,
        });
    }
}
