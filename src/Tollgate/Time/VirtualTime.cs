namespace Tollgate.Time;

/// <summary>
/// A clock that moves only when there is nothing else to do: <see cref="Run(Func{Task})"/> runs everything that is
/// ready, then moves the clock to the next timer, on one thread and in one order, so that hours take seconds and
/// every run of the same code is the same.
/// </summary>
/// <remarks>
/// <para>
/// Code under it awaits without <c>ConfigureAwait(false)</c>, starts no <c>Task.Run</c> and touches no real I/O: each
/// of these leaves the pump, which then finds nothing to do and says so. A <see cref="TaskCompletionSource"/> with
/// <see cref="TaskCreationOptions.RunContinuationsAsynchronously"/> is fine: its continuations are posted to the pump.
/// <c>SemaphoreSlim.WaitAsync</c> with a time-out is not: it takes the system's clock.
/// </para>
/// <para>
/// <c>Task.Delay(TimeSpan, TimeProvider)</c> cuts its delay to whole milliseconds; <see
/// cref="AxisDelays.UntilAsync"/> is exact. Timers of one instant fire in the order in which they were set. A
/// callback does not flow the
/// <see cref="ExecutionContext"/> of the code that set it. Not thread-safe: it belongs to the thread that runs it.
/// </para>
/// </remarks>
public sealed class VirtualTime : TimeProvider
{
    private readonly Pump pump = new();
    private readonly List<Follower> followers = [];
    private readonly DateTimeOffset start;
    private long orders;
    private bool running;

    /// <param name="start">The wall clock's label for instant 0.</param>
    public VirtualTime(DateTimeOffset start) => this.start = start.ToUniversalTime();

    /// <summary>A virtual clock whose instant 0 is the start of the year 2000, UTC.</summary>
    public VirtualTime()
        : this(new DateTimeOffset(2000, 1, 1, 0, 0, 0, TimeSpan.Zero))
    {
    }

    /// <summary>Now: nanoseconds since instant 0.</summary>
    public long NowNs { get; private set; }

    /// <summary>How many timers have fired.</summary>
    public long TimersFired { get; private set; }

    /// <summary>10⁹: a timestamp is a nanosecond.</summary>
    public override long TimestampFrequency => 1_000_000_000;

    public override TimeZoneInfo LocalTimeZone => TimeZoneInfo.Utc;

    internal TimerHeap Timers { get; } = new();

    public override long GetTimestamp() => NowNs;

    /// <summary>The start plus <see cref="NowNs"/>, cut to 100 ns.</summary>
    public override DateTimeOffset GetUtcNow() => start.AddTicks(NowNs / 100);

    public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period)
    {
        ArgumentNullException.ThrowIfNull(callback);
        var timer = new VirtualTimer(this, callback, state);
        timer.Change(dueTime, period);
        return timer;
    }

    /// <summary>
    /// Runs <paramref name="main"/> and all that it starts until its task is done, and throws what it throws.
    /// </summary>
    /// <exception cref="InvalidOperationException">
    /// Nothing is left to run and no timer is set, yet the task is not done; or the clock is running already.
    /// </exception>
    public void Run(Func<Task> main)
    {
        ArgumentNullException.ThrowIfNull(main);
        if (running)
        {
            throw new InvalidOperationException("This virtual clock is running already; await inside the run instead.");
        }

        var outside = SynchronizationContext.Current;
        running = true;
        pump.Owner = Environment.CurrentManagedThreadId;
        SynchronizationContext.SetSynchronizationContext(pump);
        try
        {
            var task = main();
            while (!task.IsCompleted)
            {
                Step();
            }

            task.GetAwaiter().GetResult();
        }
        finally
        {
            SynchronizationContext.SetSynchronizationContext(outside);
            running = false;
        }
    }

    /// <inheritdoc cref="Run(Func{Task})"/>
    public T Run<T>(Func<Task<T>> main)
    {
        ArgumentNullException.ThrowIfNull(main);
        Task<T>? task = null;
        Run(() => (Task)(task = main()));
        return task!.Result; // Run returned, so main was called and its task is done.
    }

    /// <summary>
    /// A token that is cancelled on the pump, between two of its steps, once <paramref name="outside"/> is: what is
    /// cancelled from another thread, as by Ctrl+C, would otherwise run its callbacks there and touch the timers.
    /// </summary>
    public CancellationToken Follow(CancellationToken outside)
    {
        if (!outside.CanBeCanceled)
        {
            return outside;
        }

        var follower = new Follower(outside);
        followers.Add(follower);
        return follower.Token;
    }

    /// <summary>A timer that fires once, at an instant that need not be a multiple of 100 ns.</summary>
    internal VirtualTimer CreateTimerAt(TimerCallback callback, object? state, long dueNs)
    {
        var timer = new VirtualTimer(this, callback, state);
        timer.SetAt(dueNs);
        return timer;
    }

    internal long NextOrder() => orders++;

    /// <summary>Nanoseconds; -1 for <see cref="Timeout.InfiniteTimeSpan"/>.</summary>
    internal static long ToNs(TimeSpan span, string name)
    {
        if (span == Timeout.InfiniteTimeSpan)
        {
            return -1;
        }

        ArgumentOutOfRangeException.ThrowIfLessThan(span, TimeSpan.Zero, name);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(span, TimeSpan.FromDays(36_500), name);
        return span.Ticks * 100;
    }

    private void Step()
    {
        foreach (var follower in followers)
        {
            if (follower.Cancels())
            {
                // What that ran may have been all that there was to do.
                return;
            }
        }

        if (pump.RunNext())
        {
            return;
        }

        if (Timers.Count == 0)
        {
            throw new InvalidOperationException(
                $"Deadlock at {NowNs} ns of virtual time: the task is not done, nothing is ready to run and no "
                    + "timer is "
                + (pump.Strayed
                    ? "set; work came back on another thread, so something awaits with ConfigureAwait(false), starts a "
                      + "Task.Run or waits for real I/O."
                    : "set."));
        }

        var timer = Timers.Soonest;
        NowNs = timer.DueNs;
        TimersFired++;
        timer.Fire();
    }

    private sealed class Follower(CancellationToken outside)
    {
        private readonly CancellationTokenSource source = new();

        public CancellationToken Token => source.Token;

        public bool Cancels()
        {
            if (!outside.IsCancellationRequested || source.IsCancellationRequested)
            {
                return false;
            }

            source.Cancel();
            return true;
        }
    }

    private sealed class Pump : SynchronizationContext
    {
        private readonly Queue<(SendOrPostCallback Callback, object? State)> ready = new();
        private volatile bool strayed;

        public int Owner { get; set; }

        public bool Strayed => strayed;

        public override void Post(SendOrPostCallback d, object? state)
        {
            if (Environment.CurrentManagedThreadId != Owner)
            {
                // Taking it would make the order depend on the machine. Throwing here would end the process.
                strayed = true;
                return;
            }

            ready.Enqueue((d, state));
        }

        public override void Send(SendOrPostCallback d, object? state) => d(state);

        public override SynchronizationContext CreateCopy() => this;

        public bool RunNext()
        {
            if (!ready.TryDequeue(out var work))
            {
                return false;
            }

            work.Callback(work.State);
            return true;
        }
    }
}
