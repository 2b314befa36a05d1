using System.Collections.Concurrent;
using Tollgate.Exchanges;
using Tollgate.Load;
using Tollgate.Load.Schedules;
using Tollgate.Time;
using Tollgate.Transport;

namespace Tollgate.Tests.Load;

/// <summary>The runner on the system's clock and the thread pool. Nothing here asks how long anything takes.</summary>
public class LoadRunnerThreadsTests
{
    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task RunAsync_OnManyThreads_CountsEveryExchangeOnce(bool open)
    {
        var axis = new MonotonicAxis(TimeProvider.System);
        var sink = new Sink();
        LoadMode mode = open
            ? new OpenLoop(new RateSchedule { Rate = new Rate(200_000), Arrivals = Arrivals.Default })
            : new ClosedLoop(64) { Stagger = TimeSpan.FromMilliseconds(1), PauseAfterFailure = TimeSpan.Zero };
        var settings = LoadBench.Settings(mode, "a", "b") with
        {
            Requests = 5000,
            WarmUp = WarmUp.OfTasks(100),
            MaxInFlight = 200,
            Retry = new RetryRule { Attempts = 2, Backoff = TimeSpan.Zero },
        };
        var summary = await new LoadRunner(settings, new YieldingExchanger(axis), sink, axis).RunAsync(default);

        summary.Valid.ShouldBeTrue();
        summary.Problems.ShouldBeEmpty();
        var issued = summary.Targets.Sum(target => target.Issued);
        issued.ShouldBe(sink.Issued);
        sink.Ended.Select(exchange => exchange.Id).Order()
            .ShouldBe(Enumerable.Range(0, (int)issued).Select(id => (long)id));
        foreach (var target in summary.Targets)
        {
            target.InFlight.ShouldBe(0);
            target.Cancelled.ShouldBe(0);
            sink.Ended.Where(exchange => exchange.Target == target.Target)
                .Select(exchange => exchange.TaskId).Distinct()
                .Count().ShouldBe(5100);
            sink.Ended.Count(exchange => exchange.Target == target.Target && exchange.Warmup && exchange.Attempt == 1)
                .ShouldBe(100);
        }
    }

    private sealed class Sink : IExchangeSink
    {
        private long issued;

        public ConcurrentQueue<Exchange> Ended { get; } = [];

        public long Issued => issued;

        void IExchangeSink.Issued(string target) => Interlocked.Increment(ref issued);

        void IExchangeSink.Ended(Exchange exchange) => Ended.Enqueue(exchange);
    }

    private sealed class YieldingExchanger(MonotonicAxis axis) : IExchanger
    {
        public StampSource Stamp => StampSource.Process;

        public ValueTask WarmAsync(Target target, int connections, CancellationToken cancellationToken) => default;

        public async ValueTask<Exchange> ExchangeAsync(ExchangeRequest request, CancellationToken cancellationToken)
        {
            await Task.Yield();
            var failed = request.TaskId % 10 == 0;
            return new Exchange
            {
                Id = request.Id,
                Target = request.Target.Name,
                TaskId = request.TaskId,
                Attempt = request.Attempt,
                Warmup = request.Warmup,
                Outcome = failed ? Outcome.Failed : Outcome.Completed,
                Failure = failed ? new Failure(FailureKind.Overloaded, FailurePhase.Headers, "busy") : null,
                Timeline = new Timeline { IntendedNs = request.IntendedNs, OverNs = axis.NowNs },
            };
        }

        public ValueTask DisposeAsync() => default;
    }
}
