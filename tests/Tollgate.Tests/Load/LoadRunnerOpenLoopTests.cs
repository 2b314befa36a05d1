using Tollgate.Exchanges;
using Tollgate.Load;
using Tollgate.Load.Prompts;
using Tollgate.Load.Schedules;
using Tollgate.Load.Schedules.Processes;
using Tollgate.Load.Traces;
using Tollgate.Statistics;

namespace Tollgate.Tests.Load;

public class LoadRunnerOpenLoopTests
{
    private readonly LoadBench bench = new();

    [Fact]
    public void Run_AServerThatStallsForTenSeconds_DelaysNoDeparture()
    {
        var exchanger = new FakeExchanger(bench.Axis)
        {
            Takes = request => TimeSpan.FromSeconds(request.TaskId == 3 ? 10 : 0.05),
        };
        var summary = bench.Run(LoadBench.Settings(At(10)) with { Requests = 20 }, exchanger);

        bench.IntendedMs().ShouldBe(Enumerable.Range(0, 20).Select(i => i * 100.0));
        bench.SentMs().ShouldBe(bench.IntendedMs());
        bench.Ms(summary.EndedNs).ShouldBe(10_300);
        summary.Targets.ShouldBe([new TargetTotals("a", 20, 20, 0, 0, 0, 0)]);
        summary.Valid.ShouldBeTrue();
        summary.End.ShouldBe(LoadEnd.Finished);
    }

    [Fact]
    public void Run_AServerThatIsBusyForTenSeconds_ShowsAsWaitFromTheIntendedInstant()
    {
        // All answers that are asked for in the first ten seconds come at the end of them.
        var exchanger = new FakeExchanger(bench.Axis)
        {
            Takes = request => TimeSpan.FromTicks(
                Math.Max(0, (10_025_000_000 - request.IntendedNs) / 100)),
        };
        bench.Run(LoadBench.Settings(At(10)) with { Requests = 101 }, exchanger);

        bench.Of("a").Select(e => bench.Ms(e.Timeline.FirstAnswerNs!.Value) - bench.Ms(e.Timeline.IntendedNs))
            .ShouldBe(Enumerable.Range(0, 101).Select(i => 10_000 - (i * 100.0)));
    }

    [Fact]
    public void Run_EachExchange_IsHandedOverAheadOfItsInstant()
    {
        var exchanger = new FakeExchanger(bench.Axis);
        bench.Run(LoadBench.Settings(At(10)) with { Requests = 5 }, exchanger);
        exchanger.Asked.Select(asked => asked.Request.IntendedNs - asked.AskedNs).ShouldAllBe(ns => ns == 25_000_000);
    }

    [Fact]
    public void Run_SeveralTargets_TakeTurnsInGoingFirstAndGetTheSamePrompts()
    {
        var exchanger = new FakeExchanger(bench.Axis);
        var prompts = new GeneratedPrompts(new RandomStream(5), new PromptSize(50, 20));
        bench.Run(LoadBench.Settings(At(10), "a", "b", "c") with { Requests = 4, Prompts = prompts }, exchanger);

        string.Concat(exchanger.Asked.Select(asked => asked.Request.Target.Name)).ShouldBe("abcbcacababc");
        exchanger.Asked.Select(asked => asked.Request.Id).ShouldBe(Enumerable.Range(0, 12).Select(i => (long)i));
        bench.IntendedMs("a").ShouldBe(bench.IntendedMs("c"));
        foreach (var task in exchanger.Asked.GroupBy(asked => asked.Request.TaskId))
        {
            task.Select(asked => asked.Request.Prompt.Messages[0].Text).Distinct().ShouldHaveSingleItem();
        }

        exchanger.Asked.Select(asked => asked.Request.Prompt.Messages[0].Text).Distinct().Count().ShouldBe(4);
    }

    [Fact]
    public void Run_MoreThanTheBoundInFlight_IsRecordedAsNotSent()
    {
        var exchanger = new FakeExchanger(bench.Axis) { Takes = _ => TimeSpan.FromSeconds(1) };
        var summary = bench.Run(LoadBench.Settings(At(10)) with { Requests = 10, MaxInFlight = 2 }, exchanger);

        summary.Targets.ShouldBe([new TargetTotals("a", 10, 2, 8, 0, 0, 8)]);
        summary.Valid.ShouldBeTrue();
        var lost = bench.Of("a").Where(exchange => exchange.Outcome == Outcome.Failed).ToArray();
        lost.Select(exchange => exchange.TaskId).ShouldBe([2, 3, 4, 5, 6, 7, 8, 9]);
        lost.ShouldAllBe(exchange => exchange.Failure!.Kind == FailureKind.NotSent
            && exchange.Failure.Phase == FailurePhase.Schedule && exchange.Timeline.SentNs == null);
        lost.Select(exchange => bench.Ms(exchange.Timeline.OverNs))
            .ShouldBe(lost.Select(e => bench.Ms(e.Timeline.IntendedNs)));
        exchanger.Asked.Count.ShouldBe(2);
    }

    [Fact]
    public void Run_ForADuration_StopsBeforeTheFirstDepartureThatIsPastIt()
    {
        var summary = bench.Run(LoadBench.Settings(At(10)) with { For = TimeSpan.FromSeconds(1) });
        bench.IntendedMs().ShouldBe(Enumerable.Range(0, 10).Select(i => i * 100.0));
        // It does not wait for the departure that is too late.
        bench.Ms(summary.EndedNs).ShouldBe(910);
    }

    [Fact]
    public void Run_ATrace_LeavesAtItsInstantsWithItsLengths()
    {
        var trace = new Trace([
            new TraceEntry(0, new PromptSize(10, 5)),
            new TraceEntry(2_000_000_000, new PromptSize(20, 0)),
            new TraceEntry(2_000_000_000, new PromptSize(30, 7)),
        ]);
        var exchanger = new FakeExchanger(bench.Axis);
        var settings = LoadBench.Settings(new OpenLoop(new TraceSchedule(trace, 10))) with
        {
            Prompts = new GeneratedPrompts(new RandomStream(1), new PromptSize(1, 1)),
        };
        bench.Run(settings, exchanger);

        bench.SentMs().ShouldBe([0, 200, 200]);
        exchanger.Asked.Select(asked => asked.Request.Prompt.Messages[0].Text.Length).ShouldBe([40, 80, 120]);
        exchanger.Asked.Select(asked => asked.Request.Prompt.MaxOutputTokens).ShouldBe([5, 1, 7]);
    }

    [Fact]
    public void Run_WarmUpOfTasks_IsFlaggedAndOnTopOfTheRequests()
    {
        var exchanger = new FakeExchanger(bench.Axis);
        bench.Run(LoadBench.Settings(At(10), "a", "b") with { Requests = 3, WarmUp = WarmUp.OfTasks(2) }, exchanger);
        bench.Of("b").Select(exchange => exchange.Warmup).ShouldBe([true, true, false, false, false]);
        exchanger.Warmed.ShouldBe([("a", 10, 0), ("b", 10, 0)]);
    }

    [Fact]
    public void Run_WarmUpOfADuration_MovesTheDurationThatCounts()
    {
        bench.Run(LoadBench.Settings(At(10)) with
        {
            WarmUp = WarmUp.OfTime(TimeSpan.FromMilliseconds(300)),
            For = TimeSpan.FromMilliseconds(200),
        });
        bench.Of("a").Select(exchange => exchange.Warmup).ShouldBe([true, true, true, false, false]);
    }

    [Fact]
    public void Run_Cold_OpensNothingAhead()
    {
        var exchanger = new FakeExchanger(bench.Axis);
        bench.Run(LoadBench.Settings(At(10)) with { Requests = 1, Cold = true }, exchanger);
        exchanger.Warmed.ShouldBeEmpty();
        exchanger.Asked.ShouldAllBe(asked => asked.Request.Cold);
    }

    [Fact]
    public void Run_Stopped_RecordsWhatWasInFlightAsCancelledAndSendsNothingMore()
    {
        using var stop = new CancellationTokenSource(TimeSpan.FromMilliseconds(25 + 250), bench.Time);
        var exchanger = new FakeExchanger(bench.Axis) { Takes = _ => TimeSpan.FromMilliseconds(120) };
        var summary = bench.Run(LoadBench.Settings(At(10)) with { Requests = 1000 }, exchanger, stop.Token);

        summary.End.ShouldBe(LoadEnd.Stopped);
        summary.Targets.ShouldBe([new TargetTotals("a", 3, 2, 0, 1, 0, 0)]);
        summary.Valid.ShouldBeTrue();
        bench.Of("a").Select(exchange => exchange.Outcome)
            .ShouldBe([Outcome.Completed, Outcome.Completed, Outcome.Cancelled]);
        bench.Ms(summary.EndedNs).ShouldBe(250);
    }

    [Fact]
    public void Run_Aborted_DoesNotWaitAndSaysWhatIsInFlight()
    {
        using var abort = new CancellationTokenSource(TimeSpan.FromMilliseconds(25 + 250), bench.Time);
        var never = new TaskCompletionSource();
        var runner = new LoadRunner(
            LoadBench.Settings(At(10)) with { Requests = 1000 }, new DeafExchanger(never.Task), bench, bench.Axis);
        var summary = bench.Time.Run(() => runner.RunAsync(default, abort.Token));

        summary.End.ShouldBe(LoadEnd.Aborted);
        summary.Targets.ShouldBe([new TargetTotals("a", 3, 0, 0, 0, 3, 0)]);
        summary.Valid.ShouldBeTrue();
        bench.Ended.ShouldBeEmpty();
    }

    [Fact]
    public void Run_TheExchangerThrows_IsCountedAsOurOwnFaultWithoutItsText()
    {
        var exchanger = new FakeExchanger(bench.Axis)
        {
            OnAsked = request =>
            {
                if (request.TaskId == 1)
                {
                    throw new InvalidOperationException("sk-secret");
                }
            },
        };
        var summary = bench.Run(LoadBench.Settings(At(10)) with { Requests = 3 }, exchanger);
        summary.Targets.ShouldBe([new TargetTotals("a", 3, 2, 1, 0, 0, 0)]);
        var failure = bench.Ended.Single(exchange => exchange.Failure is not null).Failure!;
        failure.Kind.ShouldBe(FailureKind.Instrument);
        failure.Message.ShouldBe("Tollgate itself failed with InvalidOperationException.");
    }

    [Fact]
    public void Run_TheSameSeed_GivesTheSameExchangesAndAnotherSeedOthers()
    {
        string Play(ulong seed)
        {
            var other = new LoadBench();
            var mode = new OpenLoop(new RateSchedule { Rate = new Rate(50), Arrivals = Arrivals.Default });
            var exchanger = new FakeExchanger(other.Axis)
            {
                Takes = request => TimeSpan.FromMilliseconds(request.TaskId * 7919 % 400),
                Fails = request => request.TaskId % 5 == 0
                    ? new Failure(FailureKind.Overloaded, FailurePhase.Headers, "busy")
                    : null,
            };
            other.Run(
                LoadBench.Settings(mode, "a", "b") with { Requests = 200, Seed = seed,
                    Retry = new RetryRule() }, exchanger);
            other.Ended.Count.ShouldBeGreaterThan(450);
            return string.Join("\n", other.Ended.Select(e => $"{e.Id} {e.Target} {e.TaskId} {e.Attempt} {e.Timeline}"));
        }

        Play(1).ShouldBe(Play(1));
        Play(1).ShouldNotBe(Play(2));
    }

    private static OpenLoop At(double perSecond) => new(new RateSchedule
    {
        Rate = new Rate(perSecond), Arrivals = new Arrivals(ArrivalProcesses.Find("constant").ShouldNotBeNull()),
    });

    private sealed class DeafExchanger(Task forever) : Tollgate.Transport.IExchanger
    {
        public StampSource Stamp => StampSource.Virtual;

        public ValueTask WarmAsync(Target target, int connections, CancellationToken cancellationToken) => default;

        public async ValueTask<Exchange> ExchangeAsync(
            Tollgate.Transport.ExchangeRequest request, CancellationToken cancellationToken)
        {
            await forever;
            throw new InvalidOperationException();
        }

        public ValueTask DisposeAsync() => default;
    }
}
