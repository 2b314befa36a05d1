using Tollgate.Statistics;
using Tollgate.Transcripts;

namespace Tollgate.Measures;

/// <summary>
/// From the sessions of one target to what their callers felt: takes them one at a time. Not thread-safe.
/// </summary>
public sealed class SessionAccumulator
{
    /// <summary>A third of fewer turns says nothing of drift.</summary>
    private const int MinForDrift = 6;

    private readonly double budgetMs;
    private readonly RandomStream random;
    private readonly IMeasureWatcher? watcher;
    private readonly Dictionary<SessionEnding, long> endings = [];
    private readonly Dictionary<SessionEnding, string> whys = [];
    private readonly Samples lengths;
    private readonly Samples turnsPerSession = new();
    private readonly Samples perceived;
    private readonly Samples firstTokens = new();
    private readonly Samples firstClauses;
    private readonly Samples tasks;
    private readonly Samples deadAir;
    private readonly List<TurnParts> parts = [];
    private readonly List<double> drifts = [];
    private readonly List<double> gapDrifts = [];
    private readonly List<(double Sum, double Count)> within = [];
    private readonly List<(double Sum, double Count)> dry = [];
    private long sessions, turns, interrupted, underruns, dryTurns, stalls, underrunNs;

    /// <param name="budgetMs">The budget that perceived latency is held against, in milliseconds.</param>
    /// <param name="random">What the resampling is drawn from.</param>
    public SessionAccumulator(double budgetMs, RandomStream random)
        : this(budgetMs, random, null)
    {
    }

    internal SessionAccumulator(double budgetMs, RandomStream random, IMeasureWatcher? watcher)
    {
        this.budgetMs = budgetMs;
        this.random = random;
        this.watcher = watcher;
        lengths = Samples.Watched(watcher, MeasureNames.LengthS);
        perceived = Samples.Watched(watcher, MeasureNames.PerceivedMs);
        firstClauses = Samples.Watched(watcher, MeasureNames.FirstClauseMs);
        tasks = Samples.Watched(watcher, MeasureNames.TaskMs);
        deadAir = Samples.Watched(watcher, MeasureNames.DeadAirMs);
    }

    public void Add(Transcript transcript)
    {
        sessions++;
        endings[transcript.Ending] = endings.GetValueOrDefault(transcript.Ending) + 1;
        if (transcript.Ending != SessionEnding.Finished)
        {
            whys.TryAdd(transcript.Ending, transcript.EndingWhy);
        }

        if (transcript.LengthNs is { } lengthNs)
        {
            lengths.Add(lengthNs / 1e9);
        }

        if (transcript.Turns.Count == 0)
        {
            return;
        }

        turnsPerSession.Add(transcript.Turns.Count);
        deadAir.Add(transcript.Turns.Max(turn => turn.DeadAirNs) / 1e6);
        turns += transcript.Turns.Count;
        var whole = transcript.Turns.Where(turn => !turn.Interrupted).ToList();
        interrupted += transcript.Turns.Count - whole.Count;
        foreach (var turn in whole)
        {
            AddTurn(turn, transcript.SessionId);
        }

        AddShare(within, MeasureNames.WithinBudget,
            whole.Count(turn => turn.AudibleNs - turn.SpeechEndNs <= budgetMs * 1e6),
            whole.Count(turn => turn.AudibleNs is not null));
        AddShare(dry, MeasureNames.UnderrunTurns, whole.Count(turn => turn.Underruns > 0), whole.Count);
        AddDrift(drifts, whole, turn => turn.FirstTokenNs / 1e6);
        AddDrift(gapDrifts, whole, turn => turn.GapMs);
    }

    public SessionMeasures Measure() => new()
    {
        Sessions = sessions,
        Endings = endings,
        EndingWhys = whys,
        Turns = turns,
        Interrupted = interrupted,
        LengthS = lengths.Summarize(),
        TurnsPerSession = turnsPerSession.Summarize(),
        PerceivedMs = perceived.Summarize(),
        BudgetMs = budgetMs,
        WithinBudget = Share(within, 1),
        FirstTokenMs = firstTokens.Summarize(),
        FirstClauseMs = firstClauses.Summarize(),
        TaskMs = tasks.Summarize(),
        Parts = parts.Count > 0 ? TurnPartMeans.Of(parts) : null,
        DeadAirMs = deadAir.Summarize(),
        Underruns = new Underruns(underruns, dryTurns, Share(dry, 2), underrunNs / 1e6),
        Stalls = stalls,
        DriftMs = Mean(drifts),
        GapDriftMs = Mean(gapDrifts),
    };

    private static Estimate? Mean(List<double> values) => values.Count < 2 ? null : Means.Of(values.ToArray());

    private static void AddDrift(List<double> to, List<TurnTiming> turns, Func<TurnTiming, double?> value)
    {
        var values = turns.Select(value).OfType<double>().ToList();
        if (values.Count >= MinForDrift)
        {
            var third = values.Count / 3;
            to.Add(values.TakeLast(third).Average() - values.Take(third).Average());
        }
    }

    private void AddShare(List<(double Sum, double Count)> to, string measure, int hits, int trials)
    {
        to.Add((hits, trials));
        watcher?.Counted(measure, hits, trials);
    }

    private void AddTurn(TurnTiming turn, long session)
    {
        Add(perceived, (turn.AudibleNs - turn.SpeechEndNs) / 1e6);
        Add(firstTokens, turn.FirstTokenNs / 1e6);
        Add(firstClauses, turn.FirstClauseNs / 1e6);
        if (turn.FirstTokenNs is not null)
        {
            tasks.Add(turn.Parts.TotalNs / 1e6, session);
            parts.Add(turn.Parts);
        }

        underruns += turn.Underruns;
        dryTurns += turn.Underruns > 0 ? 1 : 0;
        underrunNs += turn.UnderrunNs;
        stalls += turn.Stalls;

        void Add(Samples to, double? ms)
        {
            if (ms is { } value)
            {
                to.Add(value, session);
            }
        }
    }

    // A ratio of sums over sessions, resampled by session.
    private Estimate? Share(List<(double Sum, double Count)> counts, ulong key) => counts.Sum(one => one.Count) > 0
        ? ClusteredShare.Of(counts, random.Fork(key))
        : null;
}
