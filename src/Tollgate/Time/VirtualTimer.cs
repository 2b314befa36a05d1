namespace Tollgate.Time;

/// <summary>A timer of <see cref="VirtualTime"/>. Its callback runs on the pump.</summary>
internal sealed class VirtualTimer(VirtualTime time, TimerCallback callback, object? state) : ITimer
{
    public const int NotSet = -1;

    private long periodNs;
    private bool disposed;

    /// <summary>Its place in the heap; <see cref="NotSet"/> where it is not in it.</summary>
    public int Place { get; set; } = NotSet;

    public long DueNs { get; private set; }

    /// <summary>Which of several timers of one instant was set first.</summary>
    private long Order { get; set; }

    public bool IsBefore(VirtualTimer other) => DueNs < other.DueNs || (DueNs == other.DueNs && Order < other.Order);

    public bool Change(TimeSpan dueTime, TimeSpan period)
    {
        var dueNs = VirtualTime.ToNs(dueTime, nameof(dueTime));
        var newPeriodNs = VirtualTime.ToNs(period, nameof(period));
        if (disposed)
        {
            return false;
        }

        periodNs = newPeriodNs;
        Unset();
        if (dueNs >= 0)
        {
            Set(time.NowNs + dueNs);
        }

        return true;
    }

    public void SetAt(long dueNs)
    {
        Unset();
        Set(Math.Max(dueNs, time.NowNs));
    }

    /// <summary>Leaves the heap, sets itself anew where it has a period, and calls back.</summary>
    public void Fire()
    {
        Unset();
        if (periodNs > 0)
        {
            Set(DueNs + periodNs);
        }

        callback(state);
    }

    public void Dispose()
    {
        disposed = true;
        Unset();
    }

    public ValueTask DisposeAsync()
    {
        Dispose();
        return ValueTask.CompletedTask;
    }

    private void Set(long dueNs)
    {
        DueNs = dueNs;
        Order = time.NextOrder();
        time.Timers.Add(this);
    }

    private void Unset()
    {
        if (Place != NotSet)
        {
            time.Timers.Remove(this);
        }
    }
}
