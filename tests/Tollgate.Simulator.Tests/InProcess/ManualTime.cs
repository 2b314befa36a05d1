namespace Tollgate.Simulator.Tests.InProcess;

/// <summary>A clock that stands still until it is moved to its next timer.</summary>
internal sealed class ManualTime : TimeProvider
{
    private readonly PriorityQueue<Timer, (long AtNs, long Order)> timers = new();
    private long nowNs;
    private long order;

    public override long TimestampFrequency => 1_000_000_000;

    public override long GetTimestamp() => nowNs;

    public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period)
    {
        var timer = new Timer(callback, state);
        timers.Enqueue(timer, (nowNs + (dueTime.Ticks * 100), order++));
        return timer;
    }

    /// <summary>Moves from timer to timer until the work is done.</summary>
    public T Run<T>(ValueTask<T> work) => Run(work.AsTask());

    public T Run<T>(Task<T> work)
    {
        while (!work.IsCompleted)
        {
            timers.TryDequeue(out var timer, out var key).ShouldBeTrue("the work waits for what no timer brings");
            nowNs = Math.Max(nowNs, key.AtNs);
            timer!.Fire();
        }

        return work.GetAwaiter().GetResult();
    }

    private sealed class Timer(TimerCallback callback, object? state) : ITimer
    {
        private bool disposed;

        public void Fire()
        {
            if (!disposed)
            {
                callback(state);
            }
        }

        public bool Change(TimeSpan dueTime, TimeSpan period) => throw new NotSupportedException();

        public void Dispose() => disposed = true;

        public ValueTask DisposeAsync()
        {
            Dispose();
            return default;
        }
    }
}
