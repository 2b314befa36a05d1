using Tollgate.Time;

namespace Tollgate.Tests.Time;

public class VirtualTimeTests
{
    private static readonly TimeSpan Second = TimeSpan.FromSeconds(1);

    private readonly VirtualTime time = new(new DateTimeOffset(2030, 5, 1, 12, 0, 0, TimeSpan.FromHours(2)));
    private readonly List<string> log = [];

    [Fact]
    public void GetUtcNow_BeforeAndAfterADelay_FollowsTheTimestamp()
    {
        time.GetUtcNow().ShouldBe(new DateTimeOffset(2030, 5, 1, 10, 0, 0, TimeSpan.Zero));
        time.Run(() => Task.Delay(TimeSpan.FromHours(3), time));
        time.NowNs.ShouldBe(3 * 3600 * 1_000_000_000L);
        time.GetElapsedTime(0).ShouldBe(TimeSpan.FromHours(3));
        time.GetUtcNow().ShouldBe(new DateTimeOffset(2030, 5, 1, 13, 0, 0, TimeSpan.Zero));
    }

    [Fact]
    public void Run_TimersSetOutOfOrder_FireInOrderOfTime()
    {
        time.Run(() => Task.WhenAll(Log("c", 3), Log("a", 1), Log("b", 2)));
        log.ShouldBe(["a@1", "b@2", "c@3"]);
    }

    [Fact]
    public void Run_TimersOfOneInstant_FireInTheOrderInWhichTheyWereSet()
    {
        var names = Enumerable.Range(0, 100).Select(i => $"t{i}").ToArray();
        time.Run(() => Task.WhenAll(names.Select(name => Log(name, 5))));
        log.ShouldBe(names.Select(name => $"{name}@5"));
    }

    // As Ctrl+C does: from another thread, while the pump is at work with a timer set.
    [Fact]
    public void Follow_CancelledFromAnotherThread_IsCancelledOnThePump()
    {
        using var outside = new CancellationTokenSource();
        var pump = Environment.CurrentManagedThreadId;
        var cancelledOn = 0;
        var stopped = time.Run(async () =>
        {
            var token = time.Follow(outside.Token);
            var waiting = new MonotonicAxis(time).UntilAsync(long.MaxValue, token);
            using var registration = token.Register(() => cancelledOn = Environment.CurrentManagedThreadId);
            var other = new Thread(outside.Cancel);
            other.Start();
            other.Join();
            token.IsCancellationRequested.ShouldBeFalse();
            try
            {
                await waiting;
                return false;
            }
            catch (OperationCanceledException)
            {
                return true;
            }
        });
        stopped.ShouldBeTrue();
        cancelledOn.ShouldBe(pump);
        time.NowNs.ShouldBe(0);
    }

    [Fact]
    public void Follow_WhatNobodyCancels_IsItself() => time.Follow(CancellationToken.None).CanBeCanceled.ShouldBeFalse();

    [Fact]
    public void Change_OfATimer_PutsItBehindOthersOfTheSameInstant()
    {
        using var first = time.CreateTimer(_ => log.Add("first"), null, Second, Timeout.InfiniteTimeSpan);
        using var second = time.CreateTimer(_ => log.Add("second"), null, Second, Timeout.InfiniteTimeSpan);
        first.Change(Second, Timeout.InfiniteTimeSpan).ShouldBeTrue();
        time.Run(() => Task.Delay(2 * Second, time));
        log.ShouldBe(["second", "first"]);
    }

    [Fact]
    public void CreateTimer_WithPeriod_FiresAtEveryMultiple()
    {
        using var timer = time.CreateTimer(
            _ => log.Add($"{time.NowNs / 1_000_000}"), null, Second, TimeSpan.FromMilliseconds(250));
        time.Run(() => Task.Delay(TimeSpan.FromMilliseconds(1600), time));
        log.ShouldBe(["1000", "1250", "1500"]);
    }

    [Fact]
    public void Dispose_OfATimerInItsOwnCallback_EndsThePeriod()
    {
        ITimer? timer = null;
        timer = time.CreateTimer(
            _ =>
            {
                log.Add("once");
                timer!.Dispose();
            },
            null,
            Second,
            Second);
        time.Run(() => Task.Delay(10 * Second, time));
        log.ShouldBe(["once"]);
        timer.Change(Second, Second).ShouldBeFalse();
    }

    [Fact]
    public void CreateTimer_NegativeDueTime_Throws() =>
        Should.Throw<ArgumentOutOfRangeException>(
            () => time.CreateTimer(_ => { }, null, TimeSpan.FromSeconds(-5), Timeout.InfiniteTimeSpan));

    [Fact]
    public void WaitAsync_OnATaskThatNeverEnds_TimesOutAtItsInstant()
    {
        var never = new TaskCompletionSource();
        Should.Throw<TimeoutException>(() => time.Run(() => never.Task.WaitAsync(7 * Second, time)));
        time.NowNs.ShouldBe(7_000_000_000);
    }

    [Fact]
    public void CancellationTokenSource_WithATimeout_CancelsAtItsInstant()
    {
        using var source = new CancellationTokenSource(3 * Second, time);
        Should.Throw<OperationCanceledException>(() => time.Run(() => Task.Delay(60 * Second, time, source.Token)));
        time.NowNs.ShouldBe(3_000_000_000);
    }

    [Fact]
    public void Run_ContinuationsThatRunAsynchronously_StayOnThePump()
    {
        var thread = Environment.CurrentManagedThreadId;
        var gate = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        time.Run(async () =>
        {
            using var timer = time.CreateTimer(_ => gate.SetResult(), null, Second, Timeout.InfiniteTimeSpan);
            await gate.Task;
            Environment.CurrentManagedThreadId.ShouldBe(thread);
        });
    }

    [Fact]
    public void Run_WorkThatIsReady_RunsBeforeTheClockMoves()
    {
        time.Run(async () =>
        {
            using var timer = time.CreateTimer(_ => log.Add("timer"), null, TimeSpan.Zero, Timeout.InfiniteTimeSpan);
            for (var i = 0; i < 3; i++)
            {
                await Task.Yield();
                log.Add($"yield {i}");
            }

            await Task.Delay(Second, time);
        });
        log.ShouldBe(["yield 0", "yield 1", "yield 2", "timer"]);
    }

    [Fact]
    public void Run_NothingLeftToDo_SaysThatItIsADeadlock()
    {
        var error = Should.Throw<InvalidOperationException>(() => time.Run(async () =>
        {
            await Task.Delay(2 * Second, time);
            await new TaskCompletionSource().Task;
        }));
        error.Message.ShouldBe(
            "Deadlock at 2000000000 ns of virtual time: the task is not done, nothing is ready to run and no timer "
                + "is set.");
    }

    [Fact]
    public void Run_WorkThatLeftThePump_IsNamedInTheDeadlock()
    {
        var error = Should.Throw<InvalidOperationException>(() => time.Run(async () =>
        {
            var context = SynchronizationContext.Current!;
            var thread = new Thread(() => context.Post(_ => { }, null));
            thread.Start();
            thread.Join();
            await new TaskCompletionSource().Task;
        }));
        error.Message.ShouldContain("ConfigureAwait(false)");
    }

    [Fact]
    public void Run_InsideItself_Throws() =>
        time.Run(() =>
        {
            Should.Throw<InvalidOperationException>(() => time.Run(() => Task.CompletedTask));
            return Task.CompletedTask;
        });

    [Fact]
    public void Run_MainThrows_ThrowsTheSame() =>
        Should.Throw<FormatException>(() => time.Run(async () =>
        {
            await Task.Delay(Second, time);
            throw new FormatException("as it is");
        })).Message.ShouldBe("as it is");

    [Fact]
    public void Run_Afterwards_RestoresTheContext()
    {
        var before = SynchronizationContext.Current;
        time.Run(() => Task.CompletedTask);
        SynchronizationContext.Current.ShouldBe(before);
    }

    [Fact]
    public void UntilAsync_AnInstantBetweenTicks_IsExact()
    {
        var axis = new MonotonicAxis(time);
        time.Run(async () =>
        {
            await axis.UntilAsync(1_234_567);
            time.NowNs.ShouldBe(1_234_567);
            await axis.UntilAsync(5);
            time.NowNs.ShouldBe(1_234_567);
        });
    }

    [Fact]
    public void UntilAsync_Cancelled_EndsAtTheCancellation()
    {
        var axis = new MonotonicAxis(time);
        using var source = new CancellationTokenSource(Second, time);
        Should.Throw<OperationCanceledException>(
            () => time.Run(() => axis.UntilAsync(long.MaxValue / 2, source.Token)));
        time.NowNs.ShouldBe(1_000_000_000);
    }

    [Fact]
    public void Run_ManyRandomTimers_FireInOrderAndTheSameEachTime()
    {
        Replay(11).ShouldBe(Replay(11));
        Replay(11).ShouldNotBe(Replay(12));
    }

    // Timers that are set, moved and disposed at random: the heap's order is checked against the clock as they fire.
    private static List<string> Replay(ulong seed)
    {
        var clock = new VirtualTime();
        var random = new Statistics.RandomStream(seed);
        var fired = new List<string>();
        var timers = new List<ITimer>();
        var last = 0L;
        for (var i = 0; i < 2000; i++)
        {
            var name = i;
            timers.Add(clock.CreateTimer(
                _ =>
                {
                    clock.NowNs.ShouldBeGreaterThanOrEqualTo(last);
                    last = clock.NowNs;
                    fired.Add($"{name}@{clock.NowNs}");
                    var victim = timers[random.Next(timers.Count)];
                    if (random.Next(3) == 0)
                    {
                        victim.Dispose();
                    }
                    else if (random.Next(2) == 0)
                    {
                        victim.Change(TimeSpan.FromTicks(random.Next(50)), Timeout.InfiniteTimeSpan);
                    }
                },
                null,
                TimeSpan.FromTicks(random.Next(5000)),
                Timeout.InfiniteTimeSpan));
        }

        clock.Run(() => Task.Delay(Second, clock));
        fired.Count.ShouldBeGreaterThan(1000);
        return fired;
    }

    private async Task Log(string name, int seconds)
    {
        await Task.Delay(seconds * Second, time);
        log.Add($"{name}@{time.NowNs / 1_000_000_000}");
    }
}
