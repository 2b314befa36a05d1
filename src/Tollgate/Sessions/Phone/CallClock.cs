using Tollgate.Time;

namespace Tollgate.Sessions.Phone;

/// <summary>
/// The clock of one call: nanoseconds since the agent picked up. It goes with the run's axis, except that speech may be
/// hurried: then the clock is moved on instead of waiting. What the model and its transport take is never hurried.
/// </summary>
/// <param name="axis">The run's axis.</param>
/// <param name="timeScale">How many times faster than people speak; 1 for not at all.</param>
internal sealed class CallClock(MonotonicAxis axis, double timeScale)
{
    private long offsetNs = axis.NowNs;

    public long NowNs => axis.NowNs - offsetNs;

    /// <summary>An instant of the run's axis on this clock.</summary>
    public long OfAxis(long axisNs) => axisNs - offsetNs;

    /// <summary>An instant of this clock on the run's axis.</summary>
    public long ToAxis(long callNs) => callNs + offsetNs;

    /// <summary>Completes at an instant of this clock; while people speak, so that it may be hurried.</summary>
    public async Task SpeakUntilAsync(long callNs, CancellationToken cancellationToken)
    {
        var leftNs = callNs - NowNs;
        if (leftNs > 0)
        {
            offsetNs -= (long)(leftNs * (1 - (1 / timeScale)));
            await axis.UntilAsync(ToAxis(callNs), cancellationToken);
        }
    }

    /// <summary>Completes at an instant of this clock.</summary>
    public Task UntilAsync(long callNs, CancellationToken cancellationToken) =>
        axis.UntilAsync(ToAxis(callNs), cancellationToken);
}
