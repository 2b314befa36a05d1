using Tollgate.Input;
using Tollgate.Measures.OfCalls;
using Tollgate.Measures.Summaries;
using Tollgate.Runs;
using Tollgate.Runs.Records;
using Tollgate.Scores;
using Tollgate.Scores.Catalog;
using Tollgate.Scores.Outcomes;
using Tollgate.Scores.Words;
using Tollgate.Statistics;
using Tollgate.Suites;
using Tollgate.Suites.Reading;

namespace Tollgate.Reports;

/// <summary>
/// The sessions of a run file, scored anew from their transcripts unless that has just been done, and what they come
/// to. Where the suite cannot be read any more, the scores are those that were counted when it was played.
/// </summary>
internal static class RehearsalReader
{
    /// <summary>By the target's name, in the run's order; empty where the run is no rehearsal.</summary>
    /// <param name="run">The run.</param>
    /// <param name="scores">The scores that are there already, by target and session number; null for none.</param>
    /// <param name="refused">Why its sessions are not scored anew, as one sentence; null where they are.</param>
    public static Dictionary<string, (RehearsalDocument Document, IReadOnlyList<RehearsedSession> Sessions)> Read(
        RunFile run, IReadOnlyDictionary<(string Target, long Id), SessionScore>? scores, out string? refused)
    {
        refused = null;
        if (run.Info.Suite is not { } info)
        {
            return [];
        }

        var suite = new Lazy<SuiteResult>(() => SuiteReader.Read(info.Text, info.Name), LazyThreadSafetyMode.None);
        var budgetMs = BudgetMs(info);
        var random = new RandomStream(run.Info.Seed);
        var rehearsed = run.Sessions().GroupBy(session => session.Transcript.Target).ToDictionary(
            group => group.Key,
            group =>
            {
                var records = group.ToList();
                var sessions = records.ConvertAll(
                    record => new RehearsedSession(
                        record.Transcript,
                        scores?.GetValueOrDefault((record.Transcript.Target, record.Transcript.SessionId))
                            ?? Score(suite.Value.Suite, record)));
                return (Of(records, sessions, budgetMs, random), (IReadOnlyList<RehearsedSession>)sessions);
            });
        refused = (scores is not null && !suite.IsValueCreated) || suite.Value.Suite is not null ? null
            : $"{run.Name}: the suite {info.Name} that was played is none that this version reads, so that its calls are not "
                + $"scored anew: the scores are those that were counted then. {suite.Value.Errors[0].ToString().Split('\n')[0]}";
        return rehearsed;
    }

    /// <summary>What perceived latency is held against, in milliseconds.</summary>
    public static double BudgetMs(SuiteInfo info) => SuiteReader.VoiceOf(info.Text).Budget.TotalMilliseconds;

    private static SessionScore? Score(Suite? suite, SessionRecord record) =>
        suite?.Find(record.Transcript.Session) is { } session
            ? SessionScorer.Score(suite, session, record.Transcript)
            : null;

    private static RehearsalDocument Of(
        List<SessionRecord> records, List<RehearsedSession> sessions, double budgetMs, RandomStream random)
    {
        var accumulator = new SessionAccumulator(budgetMs, random.Fork(1));
        records.ForEach(record => accumulator.Add(record.Transcript));
        var counts = records.Select(static record => CountsOf(record));
        var measured = accumulator.Measure();
        return Of(measured) with
        {
            Rulings = RulingsDocument.Of(records.Select(static record => record.Transcript)),
            CallerModel = CallerModelDocument.Of(records.Select(static record => record.Transcript)),
            Scores = ScoreSummary.Of(counts, random.Fork(2)).ToDictionary(line => line.Name, ScoreDocument.Of),
            SessionList = [.. sessions.Zip(records, Document)],
        };
    }

    private static SessionDocument Document(RehearsedSession session, SessionRecord record)
    {
        var transcript = session.Transcript;
        var seconds = transcript.LengthNs / 1e9;
        return session.Score is { } score
            ? SessionFindings.Of(score, transcript.EndingWhy, seconds, wrongOnly: true)
            : new SessionDocument
            {
                Id = transcript.SessionId,
                Session = transcript.Session,
                Repetition = transcript.Repetition,
                Ending = SnakeCase.Of(transcript.Ending),
                EndingReason = transcript.EndingWhy,
                Seconds = seconds,
                Scores = SessionFindings.Counts(CountsOf(record)),
                Findings = [],
            };
    }

    private static Dictionary<string, ScoreCount> CountsOf(SessionRecord record) => record.Scores.ToDictionary(
        static count => count.Key,
        static count => new ScoreCount(count.Value.Sum, count.Value.Count, count.Value.Undecided));

    private static RehearsalDocument Of(SessionMeasures measured) => new()
    {
        Sessions = measured.Sessions,
        Endings = measured.Endings.ToDictionary(ending => SnakeCase.Of(ending.Key), ending => ending.Value),
        EndingReasons = measured.EndingWhys.ToDictionary(ending => SnakeCase.Of(ending.Key), ending => ending.Value),
        Scores = new Dictionary<string, ScoreDocument>(),
        Turns = measured.Turns,
        InterruptedTurns = measured.Interrupted,
        SessionSeconds = QuantilesDocument.Of(measured[Length.Measure]),
        TurnsPerSession = QuantilesDocument.Of(measured[TurnsPerSession.Measure]),
        PerceivedLatencyMs = QuantilesDocument.Of(measured[PerceivedLatency.Measure]),
        BudgetMs = measured.BudgetMs,
        WithinBudget = EstimateDocument.Of(measured.Estimates[WithinBudget.Measure]),
        FirstTokenMs = QuantilesDocument.Of(measured[TurnFirstToken.Measure]),
        FirstClauseMs = QuantilesDocument.Of(measured[FirstClause.Measure]),
        TaskMs = QuantilesDocument.Of(measured[TurnTaskTime.Measure]),
        TaskPartsMs = measured.Parts is { } parts
            ? new TurnPartsDocument(
                parts.HearingMs, parts.RetriesMs, parts.SendDelayMs, parts.FirstTokenMs, parts.ReasoningMs,
                parts.ToolWritingMs, parts.OutputMs, parts.ToolRunMs)
            : null,
        DeadAirMs = QuantilesDocument.Of(measured[DeadAir.Measure]),
        Underruns = new UnderrunsDocument(
            measured.Underruns.Count, measured.Underruns.Turns, EstimateDocument.Of(measured.Underruns.Share),
            Math.Round(measured.Underruns.TotalMs, 3)),
        Stalls = measured.Stalls,
        DriftMs = EstimateDocument.Of(measured.Estimates[Drift.Measure]),
        GapDriftMs = EstimateDocument.Of(measured.Estimates[GapDrift.Measure]),
        SessionList = [],
    };
}
