using Tollgate.Exchanges;
using Tollgate.Wires;

namespace Tollgate.Transport.Direct;

/// <summary>
/// An exchange on its way through the loop. Everything but its creation happens on the loop's thread.
/// </summary>
/// <param name="request">What is asked.</param>
/// <param name="wire">The target's wire.</param>
/// <param name="pool">Where it goes.</param>
/// <param name="now">The wall clock.</param>
internal sealed class DirectJob(ExchangeRequest request, IWire wire, ConnectionPool pool, DateTimeOffset now)
{
    private readonly TaskCompletionSource<Exchange> done = new(TaskCreationOptions.RunContinuationsAsynchronously);

    public ExchangeRequest Request => request;

    public ConnectionPool Pool => pool;

    public Task<Exchange> Task => done.Task;

    /// <summary>The request as it goes out. Dropped once it is sent and no reconnection can need it.</summary>
    public byte[]? Bytes { get; set; } = RequestBytes.Write(
        wire.Prepare(request.Target, request.Prompt), request.FurtherHeaders, request.Cold, now);

    /// <summary>Reads its answer.</summary>
    public StreamObserver Observer { get; } = new(wire, request, request.KeepContent, request.Watcher);

    /// <summary>The connection that it holds; null while it waits for one.</summary>
    public DirectConnection? Connection { get; set; }

    /// <summary>It opens a connection at its instant, for itself alone.</summary>
    public bool IsCold { get; set; } = request.Cold;

    /// <summary>The loop looks at it when its instant comes.</summary>
    public bool IsScheduled { get; set; }

    /// <summary>An idle connection turned out to be closed and the request went out again on another.</summary>
    public bool Reconnected { get; set; }

    public bool IsOver { get; private set; }

    /// <summary>Ends it; what comes later is ignored.</summary>
    public void Finish(Outcome outcome, Failure? failure, long overNs)
    {
        if (IsOver)
        {
            return;
        }

        IsOver = true;
        Bytes = null;
        done.SetResult(Observer.Build(outcome, failure, overNs));
    }
}
