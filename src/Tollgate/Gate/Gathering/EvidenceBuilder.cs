using Tollgate.Exchanges;
using Tollgate.Measures;
using Tollgate.Scores;
using Tollgate.Statistics;
using Tollgate.Transcripts;

namespace Tollgate.Gate.Gathering;

/// <summary>
/// From the exchanges and sessions of one run with one target to its evidence. The values are the very ones that the
/// run's report draws its figures from, by the code that draws them, with what <see cref="FailureRules"/> says of
/// failures on top. Pure; not thread-safe.
/// </summary>
/// <remarks>
/// In a rehearsal <c>first_token_ms</c> is of each exchange of the caller's turns: not of a turn's first alone, since
/// it is the model's first token under load. So are <c>first_token_from_intended_ms</c>, <c>first_answer_ms</c>,
/// <c>wait_ms</c>, <c>gap_ms</c>, <c>tokens_per_second</c> and <c>output_tokens</c>; what is asked after the call, when
/// nobody waits, is in none of them. <c>task_ms</c> and all that callers feel are of turns and sessions, as
/// <see cref="SessionMeasures"/> has them. Outside of a rehearsal a task stands for a session.
/// </remarks>
public sealed class EvidenceBuilder
{
    private static readonly string[] OfExchanges =
    [
        MeasureNames.FirstTokenMs, MeasureNames.FirstTokenFromIntendedMs, MeasureNames.FirstAnswerMs,
        MeasureNames.WaitMs, MeasureNames.TaskMs, MeasureNames.GapMs, MeasureNames.TokensPerSecond,
        MeasureNames.OutputTokens, MeasureNames.Failures,
    ];

    private static readonly string[] OfSessions =
    [
        MeasureNames.PerceivedMs, MeasureNames.FirstClauseMs, MeasureNames.DeadAirMs, MeasureNames.LengthS,
        MeasureNames.WithinBudget, MeasureNames.UnderrunTurns,
    ];

    private readonly Target target;
    private readonly MeasureSettings settings;
    private readonly TargetAccumulator exchanges;
    private readonly SessionAccumulator? sessions;
    private readonly EvidenceWatcher watcher;
    private readonly SortedDictionary<long, SessionEvidenceBuilder> drafts = [];
    private readonly HashSet<string> figures = new(OfExchanges, StringComparer.Ordinal);
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
        this.settings = settings;
        watcher = new EvidenceWatcher(wanted);

        // Nothing is resampled: the draws of both are never looked at.
        exchanges = new TargetAccumulator(target, settings, new RandomStream(settings.Seed), watcher);
        sessions = budgetMs is { } ms ? new SessionAccumulator(ms, new RandomStream(settings.Seed), watcher) : null;
        if (sessions is not null)
        {
            figures.UnionWith(OfSessions);
        }

        if (target.Price is not null)
        {
            figures.Add(MeasureNames.CostPerSession);
        }

        if (settings.Limits is { Any: true })
        {
            figures.Add(MeasureNames.Goodput);
        }
    }

    /// <summary>
    /// Enters an exchange that is over, in the order in which they ended; those of other targets and those that warmed
    /// up are passed over.
    /// </summary>
    public void Add(Exchange exchange)
    {
        ArgumentNullException.ThrowIfNull(exchange);
        var number = sessions is null ? exchange.TaskId : exchange.Turn?.Session;
        if (exchange.Warmup || exchange.Target != target.Name || number is not { } id)
        {
            return;
        }

        var (draft, good, spent) = (Draft(id), exchanges.Good, exchanges.Spent);
        var waitedFor = exchange.Turn is not { Turn: 0 };
        watcher.Turn(draft, waitedFor ? OfAnExchange : EvidenceWatcher.Taken.Nothing);
        exchanges.Add(exchange);
        draft.Cost += exchanges.Spent - spent;
        var failed = exchange.Outcome == Outcome.Failed;
        draft.Count(MeasureNames.Failures, ScoreCount.Trial(failed));
        if (settings.Limits is { Any: true } && exchange.Outcome != Outcome.Cancelled)
        {
            draft.Count(MeasureNames.Goodput, ScoreCount.Trial(exchanges.Good > good));
        }

        var startNs = draft.Enter(exchange);
        if (failed && waitedFor)
        {
            watcher.FailExchange();
        }
        else if (exchange.Outcome == Outcome.Cancelled && waitedFor)
        {
            draft.Cancelled.Add((exchange, startNs));
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
        if (sessions is null)
        {
            throw new InvalidOperationException("A run that is no rehearsal has no sessions.");
        }

        if (transcript.Target != target.Name)
        {
            return;
        }

        var draft = Draft(transcript.SessionId);
        draft.Transcript = transcript;
        watcher.Turn(draft, EvidenceWatcher.Taken.All);
        sessions.Add(BrokeOff(transcript.Ending) ? WithoutTheFailedTurn(transcript) : transcript);
        if (BrokeOff(transcript.Ending))
        {
            watcher.FailTurn();
        }

        foreach (var (name, count) in scores)
        {
            draft.Count(name, count);
            figures.Add(name);
        }
    }

    /// <summary>All that was entered. Nothing may follow.</summary>
    /// <param name="runs">The runs' names and seals; see <see cref="Evidence.Runs"/>.</param>
    /// <param name="place">The run's place among several of its side; see <see cref="SessionIds"/>.</param>
    /// <exception cref="InvalidOperationException">It was called before.</exception>
    public Evidence Build(IReadOnlyList<(string Name, string Seal)> runs, int place = 0)
    {
        if (built)
        {
            throw new InvalidOperationException("Evidence is built once.");
        }

        built = true;
        foreach (var draft in drafts.Values)
        {
            Close(draft);
        }

        var withFresh = exchanges.KeepsNone;
        return new Evidence
        {
            Target = target.Name,
            Runs = runs,
            Sessions = [.. drafts.Select(one =>
                one.Value.ToEvidence(withFresh) with { Id = SessionIds.Id(place, one.Key) })],
            Figures = figures,
            Currency = target.Price?.Currency,
        };
    }

    /// <summary>The model's failure ended it: the caller never came to the rest.</summary>
    internal static bool BrokeOff(SessionEnding? ending) => ending is SessionEnding.Failed or SessionEnding.HungUp;

    // The last turn stays for what the caller did hear: how long it was silent, and whether the speech ran dry.
    private static Transcript WithoutTheFailedTurn(Transcript transcript)
    {
        var failed = transcript.Entries.Count > 0 ? transcript.Entries.Max(entry => entry.Turn) : 0;
        return transcript with
        {
            Turns =
            [
                .. transcript.Turns.Select(turn => turn.Turn == failed
                    ? turn with { AudibleNs = null, FirstTokenNs = null, FirstClauseNs = null }
                    : turn),
            ],
        };
    }

    private EvidenceWatcher.Taken OfAnExchange =>
        sessions is null ? EvidenceWatcher.Taken.All : EvidenceWatcher.Taken.AllButTaskTime;

    private SessionEvidenceBuilder Draft(long id)
    {
        if (!drafts.TryGetValue(id, out var draft))
        {
            drafts.Add(id, draft = new SessionEvidenceBuilder(id));
        }

        return draft;
    }

    // What only the end of a session or of a task tells: what was taken back because the caller had hung up, what no
    // retry mended, and whether the money was spent in vain.
    private void Close(SessionEvidenceBuilder draft)
    {
        watcher.Turn(draft, OfAnExchange);
        var hungUpIn = draft.Transcript is { Ending: SessionEnding.HungUp, Turns: [.., var last] } ? last.Turn : -1;
        foreach (var (exchange, startNs) in draft.Cancelled)
        {
            if (exchange.Turn?.Turn == hungUpIn)
            {
                watcher.FailExchange();
                watcher.FailTask();
            }
            else
            {
                EnterCancelled(exchange, startNs);
            }
        }

        for (var i = draft.Open.Count(task => task is { Last: Outcome.Failed, AfterTheCall: false }); i > 0; i--)
        {
            watcher.FailTask();
        }

        if (target.Price is not null && ReachedAnEnd(draft) is { } reached)
        {
            draft.Count(MeasureNames.CostPerSession, new ScoreCount((double)draft.Cost, reached ? 1 : 0));
        }
    }

    // Null where whoever ran it stopped it: what it would have come to is not known.
    private bool? ReachedAnEnd(SessionEvidenceBuilder draft)
    {
        if (sessions is null)
        {
            return draft.Open.Any(task => task.Last == Outcome.Cancelled) ? null : !draft.Open.Any();
        }

        var ending = draft.Transcript?.Ending;
        return ending is null or SessionEnding.Stopped ? null : !BrokeOff(ending);
    }

    private void EnterCancelled(Exchange exchange, long startNs)
    {
        var line = exchange.Timeline;
        if (line.SentNs is not { } sentNs || line.FirstTokenNs is not { } firstTokenNs || firstTokenNs < sentNs)
        {
            return;
        }

        var fresh = exchange.FreshConnection && !settings.Cold;
        new LatencySamples(watcher, fresh).AddExchange(line, sentNs, firstTokenNs, null);
        if (line.FirstAnswerNs is { } answerNs)
        {
            watcher.Entered(MeasureNames.WaitMs, (answerNs - startNs) / 1e6, fresh);
        }
    }
}
