using Tollgate.Exchanges;
using Tollgate.Load;
using Tollgate.Load.Schedules;
using Tollgate.Sessions.Adjudication;
using Tollgate.Sessions.Clients;
using Tollgate.Statistics;
using Tollgate.Time;
using Tollgate.Transcripts;
using Tollgate.Transport;

namespace Tollgate.Sessions;

/// <summary>
/// Holds the sessions of a suite with targets. It runs the same on the system's clock and under <see
/// cref="VirtualTime"/>. One runner carries out one rehearsal.
/// </summary>
/// <remarks>
/// Session n is the same for every target: the same caller, the same noise, the same chance of tools' faults. So
/// <see cref="Transcript.SessionId"/> pairs the sessions of different targets. In an open loop session n starts at the
/// schedule's departure n with every target.
/// </remarks>
internal sealed class RehearsalRunner
{
    private const int MaxWarmConnections = 256;

    private readonly RehearsalSettings settings;
    private readonly IExchanger exchanger;
    private readonly ISessionSink sink;
    private readonly MonotonicAxis axis;
    private readonly TargetLane[] lanes;
    private readonly TaskRun tasks;
    private readonly TaskRun asideTasks;
    private readonly TargetLane? callerLane;
    private readonly TargetLane? adjudicatorLane;
    private readonly RandomStream random;
    private long nextTask;
    private long nextAsideTask;
    private long ended;
    private long started;
    private int runs;
    private string? fault;

    public RehearsalRunner(
        RehearsalSettings settings, IExchanger exchanger, IExchangeSink exchanges, ISessionSink sink,
        MonotonicAxis axis)
    {
        this.settings = settings;
        this.exchanger = exchanger;
        this.sink = sink;
        this.axis = axis;
        random = new RandomStream(settings.Seed);
        lanes = [.. settings.Targets.Select((target, index) => new TargetLane(target, index))];
        tasks = new TaskRun(settings.Retry, TimeSpan.FromMilliseconds(5), exchanger, exchanges, axis, random.Fork(2));

        // What it costs to play the callers, and to adjudicate, is no measurement of a target.
        asideTasks = new TaskRun(
            settings.Retry, TimeSpan.FromMilliseconds(5), exchanger, new Unrecorded(), axis, random.Fork(4));
        callerLane = settings.CallerModel?.Target is { } target ? new TargetLane(target, lanes.Length) : null;
        adjudicatorLane = settings.Adjudicator is { } other ? new TargetLane(other, lanes.Length + 1) : null;
    }

    /// <summary>The sessions that there are, over all targets.</summary>
    public long All => (long)settings.Sessions.Count * settings.Repetitions * lanes.Length;

    /// <summary>The sessions that began; from any thread.</summary>
    public long Started => Volatile.Read(ref started);

    /// <summary>The sessions that are over; from any thread.</summary>
    public long Ended => Volatile.Read(ref ended);

    /// <summary>Plays them all, and waits until all of them are over.</summary>
    /// <param name="stop">Nothing new starts, and what is under way ends as stopped.</param>
    /// <exception cref="InvalidOperationException">It was called before.</exception>
    public async Task<LoadSummary> RunAsync(CancellationToken stop)
    {
        if (Interlocked.Exchange(ref runs, 1) != 0)
        {
            throw new InvalidOperationException("A rehearsal runner carries out one rehearsal.");
        }

        var connections = Math.Min(MaxWarmConnections, settings.Concurrency);
        await Task.WhenAll(lanes.Append(callerLane).OfType<TargetLane>().Select(
            lane => exchanger.WarmAsync(lane.Target, connections, stop).AsTask()));
        var startNs = axis.NowNs;
        await (settings.Starts is { } starts ? OpenAsync(starts, startNs, stop) : ClosedAsync(stop));
        var end = stop.IsCancellationRequested ? LoadEnd.Stopped : LoadEnd.Finished;
        return new LoadSummary(end, startNs, axis.NowNs, [.. lanes.Select(lane => lane.Totals)])
        {
            Fault = Volatile.Read(ref fault),
        };
    }

    private IEnumerable<(long Id, Suites.SuiteSession Session, int Repetition)> Places()
    {
        var id = 0L;
        for (var repetition = 0; repetition < settings.Repetitions; repetition++)
        {
            foreach (var session in settings.Sessions)
            {
                yield return (id++, session, repetition);
            }
        }
    }

    private async Task OpenAsync(ISchedule starts, long startNs, CancellationToken stop)
    {
        var sessions = new List<Task>();
        using var departures = starts.Departures(random.Fork(1)).GetEnumerator();
        foreach (var (id, session, repetition) in Places())
        {
            if (!departures.MoveNext())
            {
                break;
            }

            try
            {
                await axis.UntilAsync(startNs + departures.Current.OffsetNs, stop);
            }
            catch (OperationCanceledException) when (stop.IsCancellationRequested)
            {
                break;
            }

            sessions.AddRange(lanes.Select(lane => PlayAsync(lane, id, session, repetition, stop)));
        }

        await Task.WhenAll(sessions);
    }

    private Task ClosedAsync(CancellationToken stop) => Task.WhenAll(lanes.Select(async lane =>
    {
        using var places = Places().GetEnumerator();
        await Task.WhenAll(Enumerable.Range(0, settings.Concurrency).Select(async _ =>
        {
            while (!stop.IsCancellationRequested && Next() is { } place)
            {
                await PlayAsync(lane, place.Id, place.Session, place.Repetition, stop);
            }
        }));

        (long Id, Suites.SuiteSession Session, int Repetition)? Next()
        {
            lock (places)
            {
                return places.MoveNext() ? places.Current : null;
            }
        }
    }));

    private async Task PlayAsync(
        TargetLane lane, long id, Suites.SuiteSession session, int repetition, CancellationToken stop)
    {
        Interlocked.Increment(ref started);
        var place = new SessionPlace(id, session, repetition, lane.Target, random.Fork(3).Fork((ulong)id).NextUInt64());
        var line = new ModelClient(tasks, lane, settings.Timeouts, id, () => Interlocked.Increment(ref nextTask) - 1);
        var player = new SessionPlayer(settings, place, line, Aside(callerLane, id), axis);
        var transcript = await player.PlayAsync(stop);
        if (Aside(adjudicatorLane, id) is { } asked && !player.HasBroken)
        {
            transcript = await new Adjudicator(settings.Suite, asked, axis).RuleAsync(session, transcript, stop);
        }

        if (player.HasBroken)
        {
            Interlocked.CompareExchange(
                ref fault, $"The run is not valid: {session.Name} broke off: {transcript.EndingWhy}", null);
        }

        sink.Ended(transcript);
        Interlocked.Increment(ref ended);
    }

    private ModelClient? Aside(TargetLane? lane, long id) => lane is null ? null : new ModelClient(
        asideTasks, lane, settings.Timeouts, id, () => Interlocked.Increment(ref nextAsideTask) - 1);

    private sealed class Unrecorded : IExchangeSink
    {
        public void Issued(string target)
        {
        }

        public void Ended(Exchange exchange)
        {
        }
    }
}
