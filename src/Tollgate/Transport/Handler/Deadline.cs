using Tollgate.Exchanges;
using Tollgate.Time;

namespace Tollgate.Transport.Handler;

/// <summary>The time-outs of the phases on one token source: which of them it was is known afterwards.</summary>
internal sealed class Deadline : IDisposable
{
    private readonly MonotonicAxis axis;
    private readonly Timeouts timeouts;
    private readonly CancellationTokenSource timer;
    private readonly CancellationTokenSource linked;
    private long totalNs = long.MaxValue;
    private FailureKind next = FailureKind.ConnectTimeout;

    public Deadline(MonotonicAxis axis, Timeouts timeouts, CancellationToken cancellationToken)
    {
        this.axis = axis;
        this.timeouts = timeouts;
        timer = new CancellationTokenSource(Capped(timeouts.Connect), axis.TimeProvider);
        linked = CancellationTokenSource.CreateLinkedTokenSource(timer.Token, cancellationToken);
    }

    public CancellationToken Token => linked.Token;

    /// <summary>The request is on its way, or its last byte is: the time begins anew.</summary>
    public void Sent()
    {
        totalNs = axis.NowNs + (timeouts.Total.Ticks * 100);
        Arm(FailureKind.FirstTokenTimeout, timeouts.FirstToken);
    }

    public void TokenCame() => Arm(FailureKind.TokenGapTimeout, timeouts.TokenGap);

    /// <summary>The failure that the time-out is.</summary>
    public Failure Failure(FailurePhase phase, int arrivals)
    {
        var (limit, what) = next switch
        {
            FailureKind.ConnectTimeout => (timeouts.Connect, "the connection was not open after"),
            FailureKind.FirstTokenTimeout => (timeouts.FirstToken, "no token after"),
            FailureKind.TokenGapTimeout => (timeouts.TokenGap, $"{arrivals} arrivals and then no token for"),
            _ => (timeouts.Total, "not over after"),
        };
        var at = next == FailureKind.ConnectTimeout || phase == FailurePhase.Stream ? phase : FailurePhase.Headers;
        return new Failure(next, at, string.Create(CultureInfo.InvariantCulture, $"{what} {limit.TotalSeconds:0.###} s"));
    }

    public void Dispose()
    {
        linked.Dispose();
        timer.Dispose();
    }

    private void Arm(FailureKind kind, TimeSpan limit)
    {
        var left = TimeSpan.FromTicks(Math.Max(0, (totalNs - axis.NowNs) / 100));
        (next, limit) = left < limit ? (FailureKind.TotalTimeout, left) : (kind, limit);
        timer.CancelAfter(Capped(limit));
    }

    // A timer takes no more; a run of 24 days has others to worry about.
    private static TimeSpan Capped(TimeSpan limit) =>
        limit.TotalMilliseconds < int.MaxValue ? limit : TimeSpan.FromMilliseconds(int.MaxValue);
}
