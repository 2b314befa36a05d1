using System.Collections.Concurrent;

namespace Tollgate.Time;

/// <summary>
/// One thread that runs a task and all its continuations in real time, as <see cref="VirtualTime"/> does in virtual
/// time. A load's exchanges end hundreds of times a second, and to wake a pool's threads for each costs more than what
/// they then do; this thread is woken once for all that waits.
/// </summary>
internal sealed class PumpThread : SynchronizationContext
{
    private readonly ConcurrentQueue<(SendOrPostCallback Callback, object? State)> work = new();
    private readonly ManualResetEventSlim ready = new(false, spinCount: 0);
    private int signalled;
    private volatile bool ended;

    private PumpThread()
    {
    }

    /// <summary>Runs <paramref name="main"/> on a thread of its own until its task is done.</summary>
    /// <returns>What it returns, or throws; its continuations are not the thread's.</returns>
    public static Task<T> RunAsync<T>(Func<Task<T>> main)
    {
        var done = new TaskCompletionSource<T>(TaskCreationOptions.RunContinuationsAsynchronously);
        var pump = new PumpThread();
        new Thread(() => pump.Run(main, done)) { IsBackground = true, Name = "tollgate load" }.Start();
        return done.Task;
    }

    /// <summary>Queues work for the thread; where it has ended, what is late goes to the pool.</summary>
    public override void Post(SendOrPostCallback d, object? state)
    {
        if (ended)
        {
            base.Post(d, state);
            return;
        }

        work.Enqueue((d, state));
        Wake();
    }

    public override SynchronizationContext CreateCopy() => this;

    private void Run<T>(Func<Task<T>> main, TaskCompletionSource<T> done)
    {
        SetSynchronizationContext(this);
        Task<T> task;
        try
        {
            task = main();
        }
        catch (Exception e)
        {
            ended = true;
            done.SetException(e);
            return;
        }

        task.GetAwaiter().UnsafeOnCompleted(Wake);
        while (true)
        {
            ready.Reset();
            Volatile.Write(ref signalled, 0);
            Drain();
            if (task.IsCompleted)
            {
                break;
            }

            ready.Wait();
        }

        ended = true;
        Drain();
        done.SetFromTask(task);
    }

    private void Drain()
    {
        while (work.TryDequeue(out var item))
        {
            item.Callback(item.State);
        }
    }

    private void Wake()
    {
        if (Interlocked.Exchange(ref signalled, 1) == 0)
        {
            ready.Set();
        }
    }
}
