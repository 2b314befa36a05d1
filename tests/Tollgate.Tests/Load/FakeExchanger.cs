using Tollgate.Exchanges;
using Tollgate.Time;
using Tollgate.Transport;

namespace Tollgate.Tests.Load;

/// <summary>Answers by a script on the run's axis, and remembers what it was asked and when.</summary>
internal sealed class FakeExchanger(MonotonicAxis axis) : IExchanger
{
    private static readonly TimeSpan TenMs = TimeSpan.FromMilliseconds(10);

    /// <summary>How long the answer to a request takes once it was sent.</summary>
    public Func<ExchangeRequest, TimeSpan> Takes { get; init; } = _ => TenMs;

    /// <summary>How a request fails when its time is up; null completes it.</summary>
    public Func<ExchangeRequest, Failure?> Fails { get; init; } = _ => null;

    /// <summary>Runs as each request comes in.</summary>
    public Action<ExchangeRequest> OnAsked { get; init; } = _ => { };

    public List<(ExchangeRequest Request, long AskedNs)> Asked { get; } = [];

    public List<(string Target, int Connections, long AtNs)> Warmed { get; } = [];

    public StampSource Stamp => StampSource.Virtual;

    public ValueTask WarmAsync(Target target, int connections, CancellationToken cancellationToken)
    {
        Warmed.Add((target.Name, connections, axis.NowNs));
        return ValueTask.CompletedTask;
    }

    public async ValueTask<Exchange> ExchangeAsync(ExchangeRequest request, CancellationToken cancellationToken)
    {
        Asked.Add((request, axis.NowNs));
        OnAsked(request);
        long? sentNs = null;
        var outcome = Outcome.Cancelled;
        Failure? failure = null;
        try
        {
            await axis.UntilAsync(request.IntendedNs, cancellationToken);
            sentNs = axis.NowNs;
            await axis.UntilAsync(axis.NowNs + (Takes(request).Ticks * 100), cancellationToken);
            failure = Fails(request);
            outcome = failure is null ? Outcome.Completed : Outcome.Failed;
        }
        catch (OperationCanceledException)
        {
        }

        return new Exchange
        {
            Id = request.Id,
            Target = request.Target.Name,
            TaskId = request.TaskId,
            Attempt = request.Attempt,
            Warmup = request.Warmup,
            Outcome = outcome,
            Failure = failure,
            Timeline = new Timeline
            {
                IntendedNs = request.IntendedNs,
                SentNs = sentNs,
                OverNs = axis.NowNs,
                Arrivals = outcome == Outcome.Completed
                    ? new[] { new Arrival(axis.NowNs, 4, ArrivalKind.Text, false, 0) }
                    : default,
                EndNs = outcome == Outcome.Completed ? axis.NowNs : null,
                Stamp = Stamp,
            },
        };
    }

    public ValueTask DisposeAsync() => ValueTask.CompletedTask;
}
