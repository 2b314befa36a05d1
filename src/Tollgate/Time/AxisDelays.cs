namespace Tollgate.Time;

/// <summary>Waiting for an instant on a monotonic axis.</summary>
internal static class AxisDelays
{
    /// <summary>
    /// Completes at <paramref name="instantNs"/>, at once where it has passed. Exact under <see cref="VirtualTime"/>;
    /// otherwise as late as the system's timers are, about a millisecond, and never early.
    /// </summary>
    /// <param name="axis">The axis that the instant lies on.</param>
    /// <param name="instantNs">Nanoseconds on <paramref name="axis"/>.</param>
    /// <param name="cancellationToken">Ends the wait with an <see cref="OperationCanceledException"/>.</param>
    public static Task UntilAsync(
        this MonotonicAxis axis, long instantNs, CancellationToken cancellationToken = default)
    {
        if (cancellationToken.IsCancellationRequested)
        {
            return Task.FromCanceled(cancellationToken);
        }

        if (axis.NowNs >= instantNs)
        {
            return Task.CompletedTask;
        }

        return axis.TimeProvider is VirtualTime virtualTime
            ? new VirtualWait(virtualTime, instantNs, cancellationToken).Task
            : WaitAsync(axis, instantNs, cancellationToken);
    }

    private static async Task WaitAsync(MonotonicAxis axis, long instantNs, CancellationToken cancellationToken)
    {
        // A system timer counts in whole milliseconds of a coarser clock and may fire a little early.
        for (var leftNs = instantNs - axis.NowNs; leftNs > 0; leftNs = instantNs - axis.NowNs)
        {
            var ms = Math.Min((leftNs + 999_999) / 1_000_000, int.MaxValue);
            await Task.Delay(TimeSpan.FromMilliseconds(ms), axis.TimeProvider, cancellationToken);
        }
    }

    private sealed class VirtualWait : TaskCompletionSource
    {
        private readonly VirtualTimer timer;
        private readonly CancellationTokenRegistration registration;

        public VirtualWait(VirtualTime time, long instantNs, CancellationToken cancellationToken)
        {
            timer = time.CreateTimerAt(static wait => ((VirtualWait)wait!).Finish(), this, instantNs);
            registration = cancellationToken.UnsafeRegister(
                static (wait, token) => ((VirtualWait)wait!).Cancel(token), this);
        }

        private void Finish()
        {
            registration.Unregister();
            TrySetResult();
        }

        private void Cancel(CancellationToken token)
        {
            timer.Dispose();
            TrySetCanceled(token);
        }
    }
}
