using Tollgate.Exchanges;
using Tollgate.Load.Schedules;
using Tollgate.Statistics;
using Tollgate.Time;
using Tollgate.Transport;

namespace Tollgate.Load;

/// <summary>
/// Sends a load. It runs the same on the system's clock and under <see cref="VirtualTime"/>: all its waiting is on the
/// given axis, and all its chance comes from the settings' seed. One runner carries out one run.
/// </summary>
/// <remarks>
/// Tasks are numbered 0, 1, 2 ... for every target alike, and task n has the same prompt for each of them; so
/// <see cref="Exchange.TaskId"/> pairs the exchanges of different targets. In an open loop departure n is task n of
/// every target, and the targets take turns in going first.
/// </remarks>
internal sealed class LoadRunner
{
    private const int MaxWarmConnections = 256;

    private readonly LoadSettings settings;
    private readonly IExchanger exchanger;
    private readonly MonotonicAxis axis;
    private readonly TargetLane[] lanes;
    private readonly TaskRun tasks;
    private readonly RandomStream random;
    private volatile LoadBudget.Clock? clock;
    private int runs;

    /// <exception cref="ArgumentException">The settings make no sense.</exception>
    public LoadRunner(LoadSettings settings, IExchanger exchanger, IExchangeSink sink, MonotonicAxis axis)
    {
        settings.Check();
        this.settings = settings;
        this.exchanger = exchanger;
        this.axis = axis;
        lanes = [.. settings.Targets.Select((target, index) => new TargetLane(target, index))];
        random = new RandomStream(settings.Seed);
        tasks = new TaskRun(settings.Retry, settings.Lead, exchanger, sink, axis, random.Fork(2));
    }

    /// <summary>How far it has come; cheap, at any time, from any thread.</summary>
    public LoadProgress Progress => new(
        clock?.StartNs, axis.NowNs, clock?.WarmingUp ?? false, [.. lanes.Select(lane => lane.Totals)]);

    private long LeadNs => settings.Lead.Ticks * 100;

    /// <summary>Sends it all, and waits until all of it is over.</summary>
    /// <param name="stop">Nothing new leaves, and what is in flight is taken back and recorded as cancelled.</param>
    /// <param name="abort">
    /// What is in flight is taken back and not waited for: it stays in flight in the summary.
    /// </param>
    /// <exception cref="InvalidOperationException">It was called before.</exception>
    public async Task<LoadSummary> RunAsync(CancellationToken stop, CancellationToken abort = default)
    {
        if (Interlocked.Exchange(ref runs, 1) != 0)
        {
            throw new InvalidOperationException("A load runner carries out one run.");
        }

        using var either = CancellationTokenSource.CreateLinkedTokenSource(stop, abort);
        var ending = either.Token;
        await WarmAsync(ending, abort);
        var start = new LoadBudget.Clock(axis.NowNs + LeadNs);
        clock = start;
        var stopped = false;
        try
        {
            var all = settings.Mode switch
            {
                ClosedLoop loop => RunClosedAsync(loop, start, ending),
                OpenLoop loop => RunOpenAsync(loop, start, ending),
                _ => throw new InvalidOperationException($"There is no load mode {settings.Mode}."),
            };
            stopped = !await all.WaitAsync(abort);
        }
        catch (OperationCanceledException) when (abort.IsCancellationRequested)
        {
            tasks.CutOff();
        }

        var end = abort.IsCancellationRequested ? LoadEnd.Aborted : stopped ? LoadEnd.Stopped : LoadEnd.Finished;
        return new LoadSummary(end, start.StartNs, axis.NowNs, [.. lanes.Select(lane => lane.Totals)]);
    }

    private async Task WarmAsync(CancellationToken ending, CancellationToken abort)
    {
        if (settings.Cold)
        {
            return;
        }

        // An open loop keeps about (rate x time an answer takes) connections busy; a second's worth is a fair start.
        var connections = settings.Mode switch
        {
            ClosedLoop loop => loop.Concurrency,
            OpenLoop loop => (int)Math.Clamp(
                Math.Ceiling(loop.Schedule.MeanPerSecond), 1, Math.Min(settings.MaxInFlight, MaxWarmConnections)),
            _ => 1,
        };
        try
        {
            await Task.WhenAll(lanes.Select(lane => exchanger.WarmAsync(lane.Target, connections, ending).AsTask()))
                .WaitAsync(abort);
        }
        catch (OperationCanceledException) when (ending.IsCancellationRequested)
        {
            // The load below finds the same token and sends nothing.
        }
    }

    // Both loops say whether they came to their own end.
    private async Task<bool> RunClosedAsync(ClosedLoop loop, LoadBudget.Clock start, CancellationToken ending)
    {
        var callers = new List<Task<bool>>();
        var budgets = lanes.Select(_ => new LoadBudget(settings, start)).ToArray();
        var places = (long)loop.Concurrency * lanes.Length;
        for (var caller = 0; caller < loop.Concurrency; caller++)
        {
            foreach (var lane in lanes)
            {
                // Multiplied before it is divided, so that the last place does not drift.
                var offsetNs = (long)((Int128)loop.Stagger.Ticks * 100 * callers.Count / places);
                callers.Add(CallAsync(loop, lane, budgets[lane.Index], start.StartNs + offsetNs, ending));
            }
        }

        var finished = await Task.WhenAll(callers);
        return finished.All(done => done);
    }

    private async Task<bool> CallAsync(
        ClosedLoop loop, TargetLane lane, LoadBudget budget, long firstNs, CancellationToken ending)
    {
        var intendedNs = firstNs;
        try
        {
            while (true)
            {
                await axis.UntilAsync(intendedNs - LeadNs, ending);
                if (budget.Take(intendedNs) is not { } taken)
                {
                    return true;
                }

                var prompt = settings.Prompts.PromptOf(taken.Number, null);
                var request = Request(lane, taken.Number, prompt, taken.Warmup, intendedNs);
                var outcome = (await tasks.RunAsync(lane, request, ending)).Outcome;

                // What fails while it is made ready is over before its instant; the next is not earlier for that.
                intendedNs = Math.Max(intendedNs, axis.NowNs)
                    + (outcome == Outcome.Failed ? loop.PauseAfterFailure.Ticks * 100 : 0);
            }
        }
        catch (OperationCanceledException) when (ending.IsCancellationRequested)
        {
            return false;
        }
    }

    private async Task<bool> RunOpenAsync(OpenLoop loop, LoadBudget.Clock start, CancellationToken ending)
    {
        var outstanding = new Outstanding();
        var budget = new LoadBudget(settings, start);
        var finished = true;
        try
        {
            foreach (var departure in loop.Schedule.Departures(random.Fork(1)))
            {
                var intendedNs = start.StartNs + departure.OffsetNs;
                if (budget.Take(intendedNs) is not { } taken)
                {
                    break;
                }

                await axis.UntilAsync(intendedNs - LeadNs, ending);
                var prompt = settings.Prompts.PromptOf(taken.Number, departure.Size);
                for (var turn = 0; turn < lanes.Length; turn++)
                {
                    // Taking turns, so that none is always the one that leaves a little later.
                    var lane = lanes[(taken.Number + turn) % lanes.Length];
                    Launch(
                        lane, Request(lane, taken.Number, prompt, taken.Warmup, intendedNs), outstanding, ending);
                }
            }
        }
        catch (OperationCanceledException) when (ending.IsCancellationRequested)
        {
            finished = false;
        }

        await outstanding.CloseAsync();
        return finished && !ending.IsCancellationRequested;
    }

    private ExchangeRequest Request(TargetLane lane, long task, Prompt prompt, bool warmup, long intendedNs) => new()
    {
        TaskId = task,
        Warmup = warmup,
        Target = lane.Target,
        Prompt = prompt,
        IntendedNs = intendedNs,
        Timeouts = settings.Timeouts,
        Cold = settings.Cold,
        IsUnbounded = settings.Mode is not ClosedLoop,
        KeepContent = settings.KeepContent,
    };

    private void Launch(
        TargetLane lane, ExchangeRequest request, Outstanding outstanding, CancellationToken ending)
    {
        if (!lane.TryOpenTask(settings.MaxInFlight))
        {
            tasks.NotSent(lane, request, settings.MaxInFlight);
            return;
        }

        outstanding.Add();
        _ = FollowAsync();

        async Task FollowAsync()
        {
            Exception? error = null;
            try
            {
                await tasks.RunAsync(lane, request, ending);
            }
            catch (Exception thrown)
            {
                error = thrown;
            }

            lane.CloseTask();
            outstanding.Remove(error);
        }
    }
}
