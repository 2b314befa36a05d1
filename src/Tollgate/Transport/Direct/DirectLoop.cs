using System.Collections.Concurrent;
using Tollgate.Exchanges;

namespace Tollgate.Transport.Direct;

/// <summary>
/// The thread that owns the sockets.
/// <code>
///   1. wait      epoll, until an event, a command, the next departure or the next time-out
///   2. read      recvmsg into one buffer; the kernel's stamp goes to the monotonic axis; the lag is this thread's
///   3. parse     (TLS ->) HTTP/1.1 -> the wire's decoder -> the recorder, all in place
///   4. depart    requests whose intended instant has come; looked at between reads too, so that a burst delays none
///   5. commands  new exchanges, cancellations and warm-ups from other threads; slices of what was compressed, which
///                others decode (BodyDecoder)
///   6. time out  what took too long; after the reads, so that nobody is blamed for what lies in a socket unread
/// </code>
/// </summary>
internal sealed class DirectLoop
{
    private readonly Epoll epoll = new();
    private readonly StampedReader reader = new();
    private readonly WallClockOffset wall =
        new(() => Libc.NowNs(Libc.ClockMonotonic), () => Libc.NowNs(Libc.ClockRealtime));

    private readonly ConcurrentQueue<Action> commands = new();
    private readonly PriorityQueue<DirectJob, long> departures = new();
    private readonly PriorityQueue<DirectConnection, long> timers = new();
    private readonly ConnectionSlots connections = new();
    private readonly HashSet<DirectJob> jobs = [];
    private readonly Thread thread;
    private readonly TaskCompletionSource stopped = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private int wakePending;
    private volatile bool stopping;

    public DirectLoop(DirectOptions options)
    {
        Options = options;
        thread = new Thread(Run) { IsBackground = true, Name = "tollgate direct transport" };
        thread.Start();
    }

    public DirectOptions Options { get; }

    public int ClockSteps => wall.Steps;

    /// <summary>
    /// Where TLS puts plain bytes: one for all, since a read ends and is used on this thread before the next.
    /// </summary>
    public byte[] PlainBuffer { get; } = new byte[32 * 1024];

    public static long NowNs => Libc.NowNs(Libc.ClockMonotonic);

    public static DateTimeOffset WallClock => DateTimeOffset.UnixEpoch.AddTicks(Libc.NowNs(Libc.ClockRealtime) / 100);

    /// <summary>From any thread: carry out an exchange.</summary>
    public void Start(DirectJob job) => Post(() =>
    {
        jobs.Add(job);
        try
        {
            Place(job);
        }
        catch (Exception e)
        {
            Finish(job, Outcome.Failed, Failure.OfBug(e, FailurePhase.Connect));
        }
    });

    /// <summary>From any thread: the caller no longer wants it.</summary>
    public void Cancel(DirectJob job) => Post(() => CancelHere(job));

    /// <summary>From any thread: have that many connections open. Ends when each is open or has failed.</summary>
    public Task WarmAsync(ConnectionPool pool, int count)
    {
        var warmth = new Warmth();
        Post(() =>
        {
            var missing = count - pool.IdleCount - pool.Opening;
            warmth.Begin(Math.Max(0, missing));
            for (var i = 0; i < missing; i++)
            {
                new DirectConnection(this, pool, null, warmth).Open();
            }
        });
        return warmth.Task;
    }

    /// <summary>From any thread: end it all; exchanges that still run are cancelled.</summary>
    public async Task StopAsync()
    {
        stopping = true;
        epoll.Wake();
        await stopped.Task;
    }

    /// <summary>Finds a connection for an exchange, or a place in the queue for one.</summary>
    public void Place(DirectJob job)
    {
        if (job.IsOver)
        {
            return;
        }

        var pool = job.Pool;
        var isAhead = job.Request.IntendedNs > NowNs;
        if (isAhead && !job.IsScheduled)
        {
            job.IsScheduled = true;
            departures.Enqueue(job, job.Request.IntendedNs);
        }

        job.IsCold |= pool.Keeping.KeepsNone;
        if (job.IsCold)
        {
            if (!isAhead)
            {
                new DirectConnection(this, pool, job, null).Open();
            }

            return;
        }

        if (pool.TakeIdle() is { } connection)
        {
            connection.Take(job);
        }
        else
        {
            pool.Waiting.AddLast(job);
            OpenForWaiting(pool);
        }

        if (isAhead)
        {
            TopUp(pool, job.Request.IsUnbounded);
        }
    }

    /// <summary>
    /// In the next round: open a connection where more exchanges wait than connections are being opened.
    /// </summary>
    public void OpenForWaitingSoon(ConnectionPool pool) => Post(() => OpenForWaiting(pool));

    /// <summary>A connection is free: the job that has waited longest gets it.</summary>
    public void Offer(DirectConnection connection)
    {
        var pool = connection.Pool;
        if (pool.Waiting.First is { } first)
        {
            pool.Waiting.RemoveFirst();
            connection.Take(first.Value);
        }
        else
        {
            pool.PutIdle(connection);
        }
    }

    public ulong Register(DirectConnection connection, int fd, int interest)
    {
        var token = connections.Add(connection);
        epoll.Add(fd, interest, token);
        return token;
    }

    public void Interest(ulong token, int fd, int interest) => epoll.Modify(fd, interest, token);

    public void Unregister(ulong token) => connections.Remove(token);

    /// <summary>Looks at the connection's deadline again at <paramref name="atNs"/>.</summary>
    public void WatchAt(DirectConnection connection, long atNs) => timers.Enqueue(connection, atNs);

    public void Finish(DirectJob job, Outcome outcome, Failure? failure)
    {
        jobs.Remove(job);
        job.Finish(outcome, failure, NowNs);
    }

    /// <summary>From any thread: do that on the loop's, soon.</summary>
    public void Post(Action command)
    {
        commands.Enqueue(command);
        if (Interlocked.Exchange(ref wakePending, 1) == 0)
        {
            epoll.Wake();
        }
    }

    private void Run()
    {
        _ = Libc.prctl(Libc.PrSetTimerSlack, 1, 0, 0, 0);
        while (!stopping)
        {
            var events = epoll.Wait(TimeoutNs());
            wall.Sample();
            for (var i = 0; i < events; i++)
            {
                var token = epoll.Token(i);
                if (token != Epoll.WakeToken && connections.Find(token) is { } connection)
                {
                    Handle(connection, token, epoll.Flags(i));
                }
            }

            Volatile.Write(ref wakePending, 0);
            while (commands.TryDequeue(out var command))
            {
                command();
            }

            var nowNs = NowNs;
            Depart(nowNs);
            TimeOut(nowNs);
        }

        Stop();
    }

    private long TimeoutNs()
    {
        if (!commands.IsEmpty)
        {
            return 0;
        }

        var next = Math.Min(
            departures.TryPeek(out _, out var departure) ? departure : long.MaxValue,
            timers.TryPeek(out _, out var timer) ? timer : long.MaxValue);
        return next == long.MaxValue ? -1 : Math.Max(0, next - NowNs);
    }

    private void Handle(DirectConnection connection, ulong token, int flags)
    {
        try
        {
            if (connection.IsOpening)
            {
                connection.OnConnect();
                return;
            }

            if ((flags & Libc.EpollOut) != 0)
            {
                connection.OnWritable();
            }

            if ((flags & (Libc.EpollIn | Libc.EpollErr | Libc.EpollHup)) != 0 && !connection.IsClosed)
            {
                Read(connection, flags);
                connections.NoteFootprint(token);
            }
        }
        catch (Exception e)
        {
            // One exchange's trouble, a bug's even, must not take the others with it.
            connection.OnBug(e);
        }
    }

    private void Read(DirectConnection connection, int flags)
    {
        var count = reader.Read(connection.Fd, out var wallStampNs);
        var nowNs = NowNs;
        if (count is -Libc.EAgain or -Libc.EInterrupted)
        {
            connection.LookAgain();
            return;
        }

        if (count > 0)
        {
            var stampNs = wallStampNs == 0 ? null : wall.ToMonotonic(wallStampNs, nowNs);
            connection.OnBytes(reader.Buffer.AsMemory(0, count), stampNs, nowNs);
            if (count == reader.Buffer.Length || (flags & ~Libc.EpollIn) != 0)
            {
                connection.LookAgain();
            }
        }
        else
        {
            connection.OnClosed(-count);
        }

        Depart(nowNs);
    }

    private void Depart(long nowNs)
    {
        while (departures.TryPeek(out var job, out var atNs) && atNs <= nowNs)
        {
            departures.Dequeue();
            if (job.IsOver)
            {
                continue;
            }

            if (job.Connection is { } connection)
            {
                try
                {
                    connection.Depart();
                }
                catch (Exception e)
                {
                    connection.OnBug(e);
                }
            }
            else if (job.IsCold)
            {
                new DirectConnection(this, job.Pool, job, null).Open();
            }
        }
    }

    private void TimeOut(long nowNs)
    {
        while (timers.TryPeek(out var connection, out var atNs) && atNs <= nowNs)
        {
            timers.Dequeue();
            try
            {
                connection.OnTimer(atNs, nowNs);
            }
            catch (Exception e)
            {
                connection.OnBug(e);
            }
        }
    }

    private void CancelHere(DirectJob job)
    {
        if (job.IsOver)
        {
            return;
        }

        job.Pool.Waiting.Remove(job);
        if (job.Connection is { } connection)
        {
            connection.OnCancelled();
        }
        else
        {
            Finish(job, Outcome.Cancelled, null);
        }
    }

    // It is the last's: those before it count on the ones that are under way.
    private void OpenForWaiting(ConnectionPool pool)
    {
        if (pool.Opening < pool.Waiting.Count && pool.Waiting.Last is { } last)
        {
            new DirectConnection(this, pool, last.Value, null).Open();
        }
    }

    // Load that leaves on schedule must not wait for a connection when answers become slow: a few stand ready. Where
    // the load is bounded, one of TLS would cost a millisecond amid the others' first tokens, and nobody would use it.
    private void TopUp(ConnectionPool pool, bool isUnbounded)
    {
        const int least = 2, share = 8;
        if (pool.IdleCount + pool.Opening < (isUnbounded ? Math.Max(least, pool.Open / share) : least))
        {
            new DirectConnection(this, pool, null, null).Open();
        }
    }

    private void Stop()
    {
        foreach (var job in jobs.ToArray())
        {
            CancelHere(job);
        }

        foreach (var connection in connections.All.ToArray())
        {
            connection.Close();
        }

        while (commands.TryDequeue(out var command))
        {
            command();
        }

        foreach (var job in jobs.ToArray())
        {
            CancelHere(job);
        }

        reader.Dispose();
        epoll.Dispose();
        stopped.SetResult();
    }
}
