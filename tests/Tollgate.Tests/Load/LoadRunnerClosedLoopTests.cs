using Tollgate.Exchanges;
using Tollgate.Load;
using Tollgate.Load.Schedules;

namespace Tollgate.Tests.Load;

public class LoadRunnerClosedLoopTests
{
    private readonly LoadBench bench = new();

    [Fact]
    public void Run_OneCaller_AsksAgainWhenItHasItsAnswer()
    {
        var summary = bench.Run(LoadBench.Settings(new ClosedLoop(1)) with { Requests = 4 });
        bench.SentMs().ShouldBe([0, 10, 20, 30]);
        bench.IntendedMs().ShouldBe([0, 10, 20, 30]);
        summary.Targets.ShouldBe([new TargetTotals("a", 4, 4, 0, 0, 0, 0)]);
        bench.Issued.Count.ShouldBe(4);
    }

    [Fact]
    public void Run_SeveralCallersAndTargets_StartSpreadOverTheStaggerInTurn()
    {
        var exchanger = new FakeExchanger(bench.Axis) { Takes = _ => TimeSpan.FromSeconds(5) };
        var mode = new ClosedLoop(2) { Stagger = TimeSpan.FromSeconds(1) };
        bench.Run(LoadBench.Settings(mode, "a", "b") with { Requests = 2 }, exchanger);
        bench.SentMs("a").ShouldBe([0, 500]);
        bench.SentMs("b").ShouldBe([250, 750]);
        exchanger.Warmed.ShouldBe([("a", 2, 0), ("b", 2, 0)]);
    }

    [Fact]
    public void Run_NoStagger_StartsAllAtOnce()
    {
        bench.Run(LoadBench.Settings(new ClosedLoop(3) { Stagger = TimeSpan.Zero }) with { Requests = 3 });
        bench.SentMs().ShouldBe([0, 0, 0]);
    }

    [Fact]
    public void Run_TargetsOfDifferentSpeed_EachGetTheirNumberOfRequests()
    {
        var exchanger = new FakeExchanger(bench.Axis)
        {
            Takes = request => TimeSpan.FromMilliseconds(request.Target.Name == "a" ? 10 : 70),
        };
        var summary = bench.Run(LoadBench.Settings(new ClosedLoop(3), "a", "b") with { Requests = 25 }, exchanger);
        summary.Targets.Select(target => target.Completed).ShouldBe([25, 25]);
        bench.Of("a").Select(exchange => exchange.TaskId).Order()
            .ShouldBe(Enumerable.Range(0, 25).Select(i => (long)i));
        bench.Of("b").Select(exchange => exchange.TaskId).Order()
            .ShouldBe(Enumerable.Range(0, 25).Select(i => (long)i));
    }

    [Fact]
    public void Run_ForADuration_AwaitsWhatIsInFlightAtItsEnd()
    {
        var exchanger = new FakeExchanger(bench.Axis) { Takes = _ => TimeSpan.FromMilliseconds(300) };
        var summary = bench.Run(
            LoadBench.Settings(new ClosedLoop(1)) with { For = TimeSpan.FromSeconds(1) }, exchanger);
        bench.SentMs().ShouldBe([0, 300, 600, 900]);
        bench.Ms(summary.EndedNs).ShouldBe(1200);
        summary.End.ShouldBe(LoadEnd.Finished);
    }

    [Fact]
    public void Run_WarmUpOfTasks_CountsTheDurationFromTheFirstThatCounts()
    {
        bench.Run(LoadBench.Settings(new ClosedLoop(1)) with
        {
            WarmUp = WarmUp.OfTasks(3),
            For = TimeSpan.FromMilliseconds(20),
        });
        bench.Of("a").Select(exchange => exchange.Warmup).ShouldBe([true, true, true, false, false]);
    }

    [Fact]
    public void Run_WarmUpOfADuration_LeavesTheRequestsWhole()
    {
        bench.Run(LoadBench.Settings(new ClosedLoop(1)) with
        {
            WarmUp = WarmUp.OfTime(TimeSpan.FromMilliseconds(25)),
            Requests = 2,
        });
        bench.Of("a").Select(exchange => exchange.Warmup).ShouldBe([true, true, true, false, false]);
    }

    [Fact]
    public void Run_AFailure_MakesTheCallerPause()
    {
        var exchanger = new FakeExchanger(bench.Axis)
        {
            Fails = request => request.TaskId == 0 ? Refused : null,
        };
        bench.Run(LoadBench.Settings(new ClosedLoop(1)) with { Requests = 3 }, exchanger);
        bench.SentMs().ShouldBe([0, 110, 120]);
    }

    [Fact]
    public void Run_FailuresWithoutARetryRule_AreNotTriedAgain()
    {
        var exchanger = new FakeExchanger(bench.Axis) { Fails = _ => RateLimited(TimeSpan.FromSeconds(1)) };
        var summary = bench.Run(LoadBench.Settings(new ClosedLoop(1)) with { Requests = 3 }, exchanger);
        summary.Targets.ShouldBe([new TargetTotals("a", 3, 0, 3, 0, 0, 0)]);
    }

    [Fact]
    public void Run_RetryAfter_IsHonouredAndEachAttemptIsAnExchangeOfTheSameTask()
    {
        var exchanger = new FakeExchanger(bench.Axis)
        {
            Fails = request => request.Attempt < 3 ? RateLimited(TimeSpan.FromSeconds(2)) : null,
        };
        var summary = bench.Run(
            LoadBench.Settings(new ClosedLoop(1)) with { Requests = 1, Retry = new RetryRule() }, exchanger);
        bench.SentMs().ShouldBe([0, 2010, 4020]);
        bench.Of("a").Select(exchange => (exchange.Id, exchange.TaskId, exchange.Attempt))
            .ShouldBe([(0, 0, 1), (1, 0, 2), (2, 0, 3)]);
        summary.Targets.ShouldBe([new TargetTotals("a", 3, 1, 2, 0, 0, 0)]);
    }

    [Fact]
    public void Run_NoRetryAfter_BacksOffTwiceAsLongEachTime()
    {
        var exchanger = new FakeExchanger(bench.Axis) { Fails = _ => RateLimited(null) };
        var rule = new RetryRule { Attempts = 4, Backoff = TimeSpan.FromSeconds(1) };
        bench.Run(LoadBench.Settings(new ClosedLoop(1)) with { Requests = 1, Retry = rule }, exchanger);
        var sent = bench.SentMs();
        sent.Length.ShouldBe(4);
        (sent[1] - sent[0] - 10).ShouldBeInRange(750, 1000);
        (sent[2] - sent[1] - 10).ShouldBeInRange(1500, 2000);
        (sent[3] - sent[2] - 10).ShouldBeInRange(3000, 4000);
    }

    [Fact]
    public void Run_AProviderThatAsksForAnHour_IsGivenUp()
    {
        var exchanger = new FakeExchanger(bench.Axis) { Fails = _ => RateLimited(TimeSpan.FromHours(1)) };
        var summary = bench.Run(
            LoadBench.Settings(new ClosedLoop(1)) with { Requests = 1, Retry = new RetryRule() }, exchanger);
        summary.Targets.ShouldBe([new TargetTotals("a", 1, 0, 1, 0, 0, 0)]);
    }

    [Fact]
    public void Run_AFailureThatTheRuleDoesNotName_IsNotTriedAgain()
    {
        var exchanger = new FakeExchanger(bench.Axis) { Fails = _ => Refused };
        var summary = bench.Run(
            LoadBench.Settings(new ClosedLoop(1)) with { Requests = 1, Retry = new RetryRule() }, exchanger);
        summary.Targets[0].Issued.ShouldBe(1);
    }

    [Fact]
    public void Run_StoppedDuringABackoff_MakesNoFurtherAttempt()
    {
        using var stop = new CancellationTokenSource(TimeSpan.FromSeconds(1), bench.Time);
        var exchanger = new FakeExchanger(bench.Axis) { Fails = _ => RateLimited(TimeSpan.FromSeconds(30)) };
        var summary = bench.Run(
            LoadBench.Settings(new ClosedLoop(1)) with { Requests = 1, Retry = new RetryRule() }, exchanger,
                stop.Token);
        summary.End.ShouldBe(LoadEnd.Stopped);
        summary.Targets.ShouldBe([new TargetTotals("a", 1, 0, 1, 0, 0, 0)]);
        bench.Time.NowNs.ShouldBe(1_000_000_000);
    }

    [Fact]
    public void Run_StoppedBeforeItBegan_SendsNothing()
    {
        using var stop = new CancellationTokenSource();
        stop.Cancel();
        var summary = bench.Run(LoadBench.Settings(new ClosedLoop(4)) with { Requests = 9 }, stop: stop.Token);
        summary.End.ShouldBe(LoadEnd.Stopped);
        summary.Targets[0].Issued.ShouldBe(0);
    }

    [Fact]
    public void Run_ASecondTime_Throws()
    {
        var runner = new LoadRunner(
            LoadBench.Settings(new ClosedLoop(1)) with { Requests = 1 }, new FakeExchanger(bench.Axis), bench,
                bench.Axis);
        bench.Time.Run(() => runner.RunAsync(default));
        Should.Throw<InvalidOperationException>(() => bench.Time.Run(() => runner.RunAsync(default)));
    }

    [Fact]
    public void Constructor_ALoadWithoutAnEnd_Throws() =>
        Should.Throw<ArgumentException>(() => new LoadRunner(
            LoadBench.Settings(new ClosedLoop(1)), new FakeExchanger(bench.Axis), bench, bench.Axis));

    [Fact]
    public void Progress_WhileItRuns_CountsWhatIsInFlight()
    {
        var exchanger = new FakeExchanger(bench.Axis) { Takes = _ => TimeSpan.FromSeconds(1) };
        var settings = LoadBench.Settings(new ClosedLoop(3) { Stagger = TimeSpan.Zero }) with { Requests = 5 };
        var runner = new LoadRunner(settings, exchanger, bench, bench.Axis);
        runner.Progress.StartedNs.ShouldBeNull();
        LoadProgress? seen = null;
        bench.Time.Run(async () =>
        {
            var run = runner.RunAsync(default);
            await Task.Delay(TimeSpan.FromSeconds(1.5), bench.Time);
            seen = runner.Progress;
            await run;
        });
        seen!.Targets.ShouldBe([new TargetTotals("a", 5, 3, 0, 0, 2, 0)]);
        seen.WarmingUp.ShouldBeFalse();
    }

    private static Failure Refused { get; } = new(FailureKind.ConnectionRefused, FailurePhase.Connect, "refused");

    private static Failure RateLimited(TimeSpan? after) =>
        new(FailureKind.RateLimited, FailurePhase.Headers, "slow down") { Status = 429, RetryAfter = after };
}
