using Tollgate.Time;

namespace Tollgate.Simulator.InProcess;

/// <summary>
/// Waits on an axis by its provider's timers, to the resolution of those: 100 ns, where Task.Delay has 1 ms.
/// </summary>
internal static class Pause
{
    /// <summary>Comes back when the instant has come, or the token is cancelled: whichever is first.</summary>
    /// <returns>False where it was cancelled.</returns>
    public static async Task<bool> UntilAsync(MonotonicAxis axis, long atNs, CancellationToken cancellationToken)
    {
        while (true)
        {
            if (cancellationToken.IsCancellationRequested)
            {
                return false;
            }

            var restNs = atNs - axis.NowNs;
            if (restNs <= 0)
            {
                return true;
            }

            // The continuation returns to the context that awaits; no real I/O is ever in between.
            var source = new TaskCompletionSource();
            using var timer = axis.TimeProvider.CreateTimer(
                static state => ((TaskCompletionSource)state!).TrySetResult(), source,
                TimeSpan.FromTicks(Math.Min((restNs + 99) / 100, TimeSpan.TicksPerDay)), Timeout.InfiniteTimeSpan);
            using var registration = cancellationToken.UnsafeRegister(
                static state => ((TaskCompletionSource)state!).TrySetResult(), source);
            await source.Task;
        }
    }
}
