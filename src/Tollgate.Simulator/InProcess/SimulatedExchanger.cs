using Tollgate.Exchanges;
using Tollgate.Simulator.Engine;
using Tollgate.Simulator.Faults;
using Tollgate.Simulator.Profiles;
using Tollgate.Statistics;
using Tollgate.Time;
using Tollgate.Transport;

namespace Tollgate.Simulator.InProcess;

/// <summary>
/// Simulated models in process: exchanges are answered with a schedule in place of bytes, on the axis of whatever
/// <see cref="TimeProvider"/> it is given. Under a virtual one, hours take seconds. <see cref="Target.Model"/> names
/// the profile, <see cref="Target.Region"/> the region, and a target's header <c>x-simulate</c> asks for faults as it
/// does at the server. What an exchange draws depends on the seed, its id, its attempt, the model and the region alone.
/// </summary>
/// <param name="time">The clock and its timers.</param>
/// <param name="profiles">The models.</param>
/// <param name="seed">What all draws come from.</param>
/// <param name="faults">What goes wrong; null for nothing.</param>
internal sealed class SimulatedExchanger(TimeProvider time, ProfileSet profiles, ulong seed, FaultPlan? faults = null)
    : IExchanger
{
    private readonly MonotonicAxis axis = new(time);
    private readonly ServingPools pools = new(profiles);
    private readonly RandomStream root = new(seed);

    public StampSource Stamp => StampSource.Virtual;

    /// <summary>There is nothing to open.</summary>
    public ValueTask WarmAsync(Target target, int connections, CancellationToken cancellationToken) => default;

    public async ValueTask<Exchange> ExchangeAsync(ExchangeRequest request, CancellationToken cancellationToken)
    {
        var late = axis.NowNs >= request.IntendedNs;
        if (!await Pause.UntilAsync(axis, request.IntendedNs, cancellationToken))
        {
            return new VirtualExchange(request, axis.NowNs, sentNs: null).Cancelled(axis.NowNs);
        }

        // A timer is exact to its own resolution only; the schedule's instant is exact.
        var sentNs = late ? axis.NowNs : request.IntendedNs;
        var target = request.Target;
        var random = root.Fork(RequestKey.Of(
            $"{target.Model}\n{target.Region}", ((ulong)request.Id * 1024) + (ulong)request.Attempt));
        var exchange = new VirtualExchange(request, sentNs, sentNs);
        if (Refuse(exchange, random, out var injection, out var pool) is { } refused)
        {
            return refused;
        }

        exchange.Injection = injection;
        var ticket = new SlotTicket();
        if (!pool.Enter(ticket) && !await WaitForTurnAsync(ticket, exchange, cancellationToken))
        {
            pool.Leave(ticket);
            return exchange.GaveUpWaiting(axis.NowNs, cancellationToken.IsCancellationRequested);
        }

        try
        {
            return await AnswerAsync(exchange, pool, random, cancellationToken);
        }
        finally
        {
            pool.Leave(ticket);
        }
    }

    public ValueTask DisposeAsync() => default;

    private Exchange? Refuse(
        VirtualExchange exchange, RandomStream random, out Injection injection, out ServingPool pool)
    {
        var target = exchange.Request.Target;
        injection = (faults ?? FaultPlan.None).Draw(random.Fork(2));
        pool = pools.Find(target.Model, target.Region)!; // Null ends in the first refusal below.
        if (target.Headers.TryGetValue(Injection.Header, out var list))
        {
            if (injection.Parse(list.Reveal(), out var wrong) is not { } parsed)
            {
                return exchange.Fail(FailureKind.BadRequest, FailurePhase.Headers, $"{Injection.Header}: {wrong}", 400);
            }

            injection = parsed;
        }

        if (pool is null)
        {
            return exchange.Fail(FailureKind.NotFound, FailurePhase.Headers,
                $"There is no simulated model `{target.Model}`.", 404);
        }

        if (injection.ResetBeforeHeaders)
        {
            return exchange.Fail(FailureKind.ResetBeforeHeaders, FailurePhase.Headers,
                "The connection was reset before the headers, as it had been asked to be.");
        }

        if (injection.Status is { } status)
        {
            return exchange.Fail(VirtualExchange.KindOf(status), FailurePhase.Headers, $"The status was {status}.",
                status, injection.RetryAfter ?? (status == 429 ? TimeSpan.FromSeconds(1) : null));
        }

        var output = exchange.Request.Prompt.MaxOutputTokens ?? (int)pool.Profile.OutputTokens.P50;
        var rate = pool.Limiter.Ask((long)exchange.InputTokens + output, axis.NowNs);
        if (rate.Refused)
        {
            return exchange.Fail(FailureKind.RateLimited, FailurePhase.Headers, "The simulated limit was reached.", 429,
                TimeSpan.FromSeconds(rate.RetryAfterSeconds));
        }

        return injection.Html
            ? exchange.Fail(FailureKind.NotAStream, FailurePhase.Headers, "The answer is an HTML page.", 200)
            : null;
    }

    private async Task<bool> WaitForTurnAsync(
        SlotTicket ticket, VirtualExchange exchange, CancellationToken cancellationToken)
    {
        using var stop = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        var limit = Pause.UntilAsync(axis, exchange.FirstLimitNs, stop.Token);
        await Task.WhenAny(ticket.Turn, limit);

        // Not CancelAsync: that would leave the context, which may be a virtual clock's.
        stop.Cancel();
        return ticket.Turn.IsCompleted;
    }

    private async Task<Exchange> AnswerAsync(
        VirtualExchange exchange, ServingPool pool, RandomStream random, CancellationToken cancellationToken)
    {
        exchange.Begin(pool, random, axis.NowNs);
        while (true)
        {
            // A block's tokens are drawn together, with the load that there is now, and waited for together.
            exchange.Generate(pool.Active);
            var limited = exchange.LimitedAtNs;
            var untilNs = limited ?? exchange.BlockEndNs;
            if (untilNs == long.MaxValue || !await Pause.UntilAsync(axis, untilNs, cancellationToken))
            {
                return exchange.Cancelled(axis.NowNs);
            }

            if (limited is not null)
            {
                return exchange.TimedOut();
            }

            if (exchange.Ended)
            {
                return exchange.Finish();
            }
        }
    }
}
