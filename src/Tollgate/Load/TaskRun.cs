using Tollgate.Exchanges;
using Tollgate.Statistics;
using Tollgate.Time;
using Tollgate.Transport;

namespace Tollgate.Load;

/// <summary>
/// Carries out tasks, attempt after attempt, and hands on what came of each. Safe for concurrent use.
/// </summary>
internal sealed class TaskRun(
    LoadSettings settings, IExchanger exchanger, IExchangeSink sink, MonotonicAxis axis, RandomStream retryDraws)
{
    private long exchanges;
    private volatile bool cutOff;

    /// <summary>From now on what ends is neither counted nor handed on.</summary>
    public void CutOff() => cutOff = true;

    /// <summary>The task until it needs no further attempt, and the outcome of its last.</summary>
    public async Task<Outcome> RunAsync(
        TargetLane lane, long task, Prompt prompt, bool warmup, long intendedNs, CancellationToken ending)
    {
        for (var attempt = 1; ; attempt++)
        {
            var request = Ask(lane, task, prompt, warmup, intendedNs) with { Attempt = attempt };
            var exchange = await ExchangeAsync(request, ending);
            End(lane, exchange);
            if (ending.IsCancellationRequested || WaitAfter(exchange, lane) is not { } wait)
            {
                return exchange.Outcome;
            }

            intendedNs = exchange.Timeline.OverNs + (wait.Ticks * 100);
            try
            {
                await axis.UntilAsync(intendedNs - (settings.Lead.Ticks * 100), ending);
            }
            catch (OperationCanceledException)
            {
                return exchange.Outcome;
            }
        }
    }

    /// <summary>Records a task that had no place to leave from.</summary>
    public void NotSent(TargetLane lane, long task, Prompt prompt, bool warmup, long intendedNs) =>
        End(lane, Never(Ask(lane, task, prompt, warmup, intendedNs), new Failure(
            FailureKind.NotSent,
            FailurePhase.Schedule,
            $"It was not sent: {settings.MaxInFlight} tasks of this target were under way, which is the bound.")));

    private ExchangeRequest Ask(TargetLane lane, long task, Prompt prompt, bool warmup, long intendedNs)
    {
        lane.Issued();
        sink.Issued(lane.Target.Name);
        return new ExchangeRequest
        {
            Id = Interlocked.Increment(ref exchanges) - 1,
            TaskId = task,
            Warmup = warmup,
            Target = lane.Target,
            Prompt = prompt,
            IntendedNs = intendedNs,
            Timeouts = settings.Timeouts,
            Cold = settings.Cold,
            KeepContent = settings.KeepContent,
        };
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
    private TimeSpan? WaitAfter(Exchange exchange, TargetLane lane) => settings.Retry?.WaitAfter(
        exchange, retryDraws.Fork((ulong)exchange.TaskId).Fork((ulong)((lane.Index * 1000) + exchange.Attempt)));
}
