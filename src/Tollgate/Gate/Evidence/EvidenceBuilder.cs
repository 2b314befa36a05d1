using Tollgate.Exchanges;
using Tollgate.Figures;
using Tollgate.Measures.Catalog;
using Tollgate.Measures.Definitions;
using Tollgate.Measures.Observations;
using Tollgate.Measures.OfCalls;
using Tollgate.Measures.Readings;
using Tollgate.Scores.Outcomes;
using Tollgate.Transcripts;

namespace Tollgate.Gate.Evidence;

/// <summary>
/// From the exchanges and sessions of one run with one target to its evidence. It takes the very observations that the
/// run's report sums up, with what <see cref="FailureRules"/> says of failures on top. Pure; not thread-safe.
/// </summary>
/// <remarks>
/// In a rehearsal <c>first_token_ms</c> is of each exchange of the caller's turns: not of a turn's first alone, since
/// it is the model's first token under load. So is every other measure of exchanges and tasks; what is asked after the
/// call, when nobody waits, is in none of them. <c>task_ms</c> and all that callers feel are of turns and sessions.
/// Outside of a rehearsal a task stands for a session.
/// </remarks>
internal sealed class EvidenceBuilder : IObservationSink
{
    private readonly Target target;
    private readonly ExchangeObserver exchanges;
    private readonly CallObserver? calls;
    private readonly SortedDictionary<long, SessionEvidenceBuilder> sessions = [];
    private readonly HashSet<string> figures;
    private bool built;

    /// <param name="target">Whose evidence it is.</param>
    /// <param name="settings">How the run's numbers are drawn.</param>
    /// <param name="budgetMs">
    /// The budget that perceived latency is held against, in milliseconds; null where the run is no rehearsal.
    /// </param>
    /// <param name="wanted">Keep the values of these measures alone; null for all.</param>
    public EvidenceBuilder(
        Target target, MeasureSettings settings, double? budgetMs, IReadOnlySet<string>? wanted = null)
    {
        ArgumentNullException.ThrowIfNull(target);
        ArgumentNullException.ThrowIfNull(settings);
        this.target = target;
        var held = Held(target, settings, isRehearsal: budgetMs is not null);
        figures = held.Select(static measure => measure.Name).ToHashSet(StringComparer.Ordinal);

        // Shares and costs are cheap to keep, and say how many sessions there are to judge.
        var drawn = held.FindAll(measure =>
            measure.Kind != FigureKind.Quantile || wanted?.Contains(measure.Name) != false);
        NeedsText = drawn.Exists(static measure => measure.NeedsText);
        exchanges = new ExchangeObserver(drawn, settings, target.Price, this);
        calls = budgetMs is { } ms ? new CallObserver(drawn, ms, this) : null;
    }

    /// <summary>A measure is drawn from what was said, so that exchanges are to come with their replies.</summary>
    public bool NeedsText { get; }

    /// <summary>
    /// Enters an exchange that is over, in the order in which they ended; those of other targets and those that warmed
    /// up are passed over.
    /// </summary>
    public void Add(Exchange exchange)
    {
        ArgumentNullException.ThrowIfNull(exchange);
        var number = calls is null ? exchange.TaskId : exchange.Turn?.Session;
        if (!exchange.Warmup && exchange.Target == target.Name && number is { } id)
        {
            Session(id).Cost += exchanges.Add(exchange).Spent;
        }
    }

    /// <summary>
    /// Enters a session that is over, with its scores by name; those of other targets are passed over.
    /// </summary>
    /// <exception cref="InvalidOperationException">The run is no rehearsal.</exception>
    public void Add(Transcript transcript, IReadOnlyDictionary<string, ScoreCount> scores)
    {
        ArgumentNullException.ThrowIfNull(transcript);
        ArgumentNullException.ThrowIfNull(scores);
        if (calls is null)
        {
            throw new InvalidOperationException("A run that is no rehearsal has no sessions.");
        }

        if (transcript.Target != target.Name)
        {
            return;
        }

        var session = Session(transcript.SessionId);
        session.Transcript = transcript;
        calls.Add(transcript);
        foreach (var (name, count) in scores)
        {
            session.Count(name, count);
            figures.Add(name);
        }
    }

    /// <summary>All that was entered. Nothing may follow.</summary>
    /// <param name="runs">The runs' names and seals; see <see cref="SideEvidence.Runs"/>.</param>
    /// <param name="place">The run's place among several of its side; see <see cref="SessionIds"/>.</param>
    /// <exception cref="InvalidOperationException">It was called before.</exception>
    public SideEvidence Build(IReadOnlyList<(string Name, string Seal)> runs, int place = 0)
    {
        if (built)
        {
            throw new InvalidOperationException("Evidence is built once.");
        }

        built = true;
        exchanges.Finish();
        foreach (var (id, session) in sessions)
        {
            if (figures.Contains(CostPerSession.Measure.Name) && ReachedAnEnd(id, session) is { } reached)
            {
                var (sum, count) = CostPerSession.Draw(session.Cost, reached);
                session.Count(CostPerSession.Measure.Name, new ScoreCount(sum, count));
            }
        }

        var withFresh = exchanges.KeepsNone;
        return new SideEvidence
        {
            Target = target.Name,
            Runs = runs,
            Sessions = [.. sessions.Select(one =>
                one.Value.ToEvidence(withFresh) with { Id = SessionIds.Id(place, one.Key) })],
            Figures = figures,
            Currency = target.Price?.Currency,
        };
    }

    void IObservationSink.Observe(in Observation observation)
    {
        if (IsWaitedFor(observation.Measure, observation.Unit))
        {
            Session(IdOf(observation.Unit)).Enter(observation);
        }
    }

    void IObservationSink.ObserveAll(
        Measure measure, in ObservedUnit unit, ReadOnlySpan<double> values, int bounded)
    {
        if (IsWaitedFor(measure, unit))
        {
            Session(IdOf(unit)).EnterAll(measure, values);
        }
    }

    private static bool IsWaitedFor(Measure measure, in ObservedUnit unit) =>
        !unit.IsAfterCall || measure.OfEveryOutcome;

    // Where a name is that of a measure of tasks and of one of turns, a rehearsal has that of turns.
    private static List<Measure> Held(Target target, MeasureSettings settings, bool isRehearsal)
    {
        var all = MeasureCatalog.All.Where(measure =>
            measure.InRubrics && measure.IsHeld?.Invoke(target, settings) != false).ToList();
        return all.FindAll(measure => isRehearsal
            ? !measure.IsOfExchanges || !all.Exists(other => !other.IsOfExchanges && other.Name == measure.Name)
            : measure.IsOfExchanges || measure.DrawSpent is not null);
    }

    private long IdOf(in ObservedUnit unit) =>
        (calls is null ? unit.Task : unit.Session) ?? throw new InvalidOperationException("An observation is of nobody.");

    private SessionEvidenceBuilder Session(long id)
    {
        if (!sessions.TryGetValue(id, out var session))
        {
            sessions.Add(id, session = new SessionEvidenceBuilder(id));
        }

        return session;
    }

    // Null where its user stopped it: what it would have come to is not known.
    private bool? ReachedAnEnd(long id, SessionEvidenceBuilder session)
    {
        if (calls is null)
        {
            return !exchanges.Tasks.Open.TryGetValue(id, out var task) ? true
                : task.Last == Outcome.Cancelled ? null : false;
        }

        var ending = session.Transcript?.Ending;
        return ending is null or SessionEnding.Stopped ? null : !CallReading.BrokeOff(ending);
    }
}
