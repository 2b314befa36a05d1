using Tollgate.Time;

namespace Tollgate.Tests.Time;

public class PumpThreadTests
{
    [Fact]
    public async Task RunAsync_EveryContinuation_IsOnTheOneThread()
    {
        var threads = await PumpThread.RunAsync(async () =>
        {
            var seen = new List<int> { Environment.CurrentManagedThreadId };
            var elsewhere = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
            for (var i = 0; i < 100; i++)
            {
                await Task.Run(() => { });
                seen.Add(Environment.CurrentManagedThreadId);
                await Task.Yield();
                seen.Add(Environment.CurrentManagedThreadId);
            }

            ThreadPool.QueueUserWorkItem(_ => elsewhere.SetResult());
            await elsewhere.Task;
            seen.Add(Environment.CurrentManagedThreadId);
            return seen;
        });
        threads.Distinct().Count().ShouldBe(1);
        threads[0].ShouldNotBe(Environment.CurrentManagedThreadId);
    }

    [Fact]
    public async Task RunAsync_WorkFromManyThreads_IsAllDone()
    {
        const int tasks = 2_000;
        var sum = 0;
        await PumpThread.RunAsync(async () =>
        {
            async Task OneAsync(int i)
            {
                await Task.Run(() => { });

                // Without a lock: all of them are on one thread.
                sum += i;
            }

            await Task.WhenAll(Enumerable.Range(0, tasks).Select(OneAsync));
            return 0;
        });
        sum.ShouldBe(tasks * (tasks - 1) / 2);
    }

    [Fact]
    public async Task RunAsync_MainThrows_SoDoesTheTask()
    {
        await Should.ThrowAsync<InvalidOperationException>(
            PumpThread.RunAsync<int>(() => throw new InvalidOperationException()));
        await Should.ThrowAsync<InvalidOperationException>(PumpThread.RunAsync<int>(async () =>
        {
            await Task.Yield();
            throw new InvalidOperationException();
        }));
    }

    [Fact]
    public async Task RunAsync_DoneAtOnce_Ends() =>
        (await PumpThread.RunAsync(() => Task.FromResult(7))).ShouldBe(7);
}
