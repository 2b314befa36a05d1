using Tollgate.Exchanges;
using Tollgate.Statistics;
using Tollgate.Time;
using Tollgate.Transport;

namespace Tollgate.Load;

/// <summary>
/// Carries out tasks, attempt after attempt, and hands on what came of each. Safe for concurrent use.
/// </summary>
/// <param name="retry">When a failed exchange is tried again; null for never.</param>
/// <param name="lead">So long before its instant an attempt is handed over.</param>
/// <param name="exchanger">Who carries out the exchanges.</param>
/// <param name="sink">Who gets what came of them.</param>
/// <param name="axis">The run's axis.</param>
/// <param name="retryDraws">What the waits between attempts are drawn from.</param>
internal sealed class TaskRun(
    RetryRule? retry, TimeSpan lead, IExchanger exchanger, IExchangeSink sink, MonotonicAxis axis,
    RandomStream retryDraws)
{
    private long exchanges;
    private volatile bool cutOff;

    /// <summary>From now on what ends is neither counted nor handed on.</summary>
    public void CutOff() => cutOff = true;

    /// <summary>The task until it needs no further attempt.</summary>
    /// <param name="lane">Whose it is; its target is the request's.</param>
    /// <param name="first">The first attempt; <see cref="ExchangeLabels.Id"/> is given here.</param>
    /// <param name="ending">Takes back what is under way, and ends the attempts.</param>
    /// <returns>What came of the last attempt.</returns>
    public async Task<Exchange> RunAsync(TargetLane lane, ExchangeRequest first, CancellationToken ending)
    {
        var request = first;
        while (true)
        {
            request = Ask(lane, request);
            var exchange = await ExchangeAsync(request, ending);
            End(lane, exchange);
            if (ending.IsCancellationRequested || WaitAfter(exchange, lane) is not { } wait)
            {
                return exchange;
            }

            request.Watcher?.Restarted();
            request = request with
            {
                Attempt = request.Attempt + 1,
                IntendedNs = exchange.Timeline.OverNs + (wait.Ticks * 100),
            };
            try
            {
                await axis.UntilAsync(request.IntendedNs - (lead.Ticks * 100), ending);
            }
            catch (OperationCanceledException)
            {
                return exchange;
            }
        }
    }

    /// <summary>Records a task that had no place to leave from.</summary>
    /// <param name="lane">Whose it is.</param>
    /// <param name="request">What was to be sent.</param>
    /// <param name="bound">How many tasks of the target may be under way.</param>
    public void NotSent(TargetLane lane, ExchangeRequest request, int bound) =>
        End(lane, Never(Ask(lane, request), new Failure(
            FailureKind.NotSent,
            FailurePhase.Schedule,
            $"It was not sent: {bound} tasks of this target were under way, which is the bound.")));

    private ExchangeRequest Ask(TargetLane lane, ExchangeRequest request)
    {
        lane.Issued();
        sink.Issued(lane.Target.Name);
        return request with { Id = Interlocked.Increment(ref exchanges) - 1 };
    }

    private async ValueTask<Exchange> ExchangeAsync(ExchangeRequest request, CancellationToken ending)
    {
        try
        {
            return await exchanger.ExchangeAsync(request, ending);
        }
        catch (OperationCanceledException) when (ending.IsCancellationRequested)
        {
            return Never(request, null);
        }
        catch (Exception error)
        {
            // The exchanger promised not to throw. The load goes on, and the fault is counted as this program's own.
            // Only the type is named: an exception's text might hold what must not be printed.
            return Never(request, new Failure(
                FailureKind.Instrument, FailurePhase.Send, $"Tollgate itself failed with {error.GetType().Name}."));
        }
    }

    private void End(TargetLane lane, Exchange exchange)
    {
        if (!cutOff)
        {
            lane.Ended(exchange);
            sink.Ended(exchange);
        }
    }

    // Cancelled without a failure. It was over when its instant came, or now where that has passed.
    private Exchange Never(ExchangeRequest request, Failure? failure) => new()
    {
        Id = request.Id,
        Target = request.Target.Name,
        TaskId = request.TaskId,
        Turn = request.Turn,
        Attempt = request.Attempt,
        Warmup = request.Warmup,
        Outcome = failure is null ? Outcome.Cancelled : Outcome.Failed,
        Failure = failure,
        Timeline = new Timeline
        {
            IntendedNs = request.IntendedNs,
            OverNs = Math.Max(request.IntendedNs, axis.NowNs),
            Stamp = exchanger.Stamp,
        },
    };

    // The draws depend on the task alone, not on the order in which tasks fail.
    private TimeSpan? WaitAfter(Exchange exchange, TargetLane lane) => retry?.WaitAfter(
        exchange, retryDraws.Fork((ulong)exchange.TaskId).Fork((ulong)((lane.Index * 1000) + exchange.Attempt)));
}
