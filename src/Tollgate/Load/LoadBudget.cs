namespace Tollgate.Load;

/// <summary>
/// Says of each task whether it may still leave, and whether it is for warming up. One for all targets in an open
/// loop, one a target in a closed loop. Safe for concurrent use.
/// </summary>
/// <param name="settings">The limits.</param>
/// <param name="clock">When the part that counts began; shared by all budgets of a run.</param>
internal sealed class LoadBudget(LoadSettings settings, LoadBudget.Clock clock)
{
    private long tasks, counted;

    /// <summary>The task's number and whether it warms up; null where the load is over.</summary>
    public (long Number, bool Warmup)? Take(long intendedNs)
    {
        var number = Interlocked.Increment(ref tasks) - 1;
        if (number < settings.WarmUp.Tasks
            || (settings.WarmUp.Length > TimeSpan.Zero
                && intendedNs - clock.StartNs < settings.WarmUp.Length.Ticks * 100))
        {
            return (number, true);
        }

        if (settings.Requests is { } requests && Interlocked.Increment(ref counted) > requests)
        {
            return null;
        }

        // A warm-up of tasks is over when the first other task leaves; one of a stated length says so itself.
        var countedFromNs = settings.WarmUp.Tasks > 0
            ? clock.CountFrom(intendedNs)
            : clock.CountFrom(clock.StartNs + (settings.WarmUp.Length.Ticks * 100));
        return settings.For is { } length && intendedNs - countedFromNs >= length.Ticks * 100 ? null : (number, false);
    }

    internal sealed class Clock(long startNs)
    {
        private const long Unset = long.MinValue;

        private long countedFromNs = Unset;

        public long StartNs { get; } = startNs;

        public bool WarmingUp => Volatile.Read(ref countedFromNs) == Unset;

        public long CountFrom(long ns)
        {
            var before = Interlocked.CompareExchange(ref countedFromNs, ns, Unset);
            return before == Unset ? ns : before;
        }
    }
}
