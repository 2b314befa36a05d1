using Tollgate.Exchanges;
using Tollgate.Measures.Summaries;
using Tollgate.Runs;
using Tollgate.Runs.Records;
using Tollgate.Scores.Catalog;
using Tollgate.Scores.Outcomes;
using Tollgate.Statistics;
using Tollgate.Suites;
using Tollgate.Suites.Reading;

namespace Tollgate.Results;

/// <summary>The sessions of a run file, and what they come to.</summary>
internal static class RehearsalReader
{
    /// <summary>By the target's name, in the run's order; empty where the run is no rehearsal.</summary>
    /// <param name="run">The run.</param>
    /// <param name="scores">The scores that are there already, by target and session number; null for none.</param>
    /// <param name="refused">Why its sessions are not scored anew, as one sentence; null where they are.</param>
    public static Dictionary<string, RehearsalResult> Read(
        RunFile run, IReadOnlyDictionary<(string Target, long Id), SessionScore>? scores, out string? refused)
    {
        refused = null;
        if (run.Info.Suite is not { } info)
        {
            return [];
        }

        var scorer = new RunScorer(info, scores);
        var budgetMs = BudgetMs(info);
        var random = new RandomStream(run.Info.Seed);
        var rehearsed = run.Sessions().GroupBy(session => session.Transcript.Target).ToDictionary(
            group => group.Key,
            group => Of(group.Select(scorer.Score), budgetMs, random));
        refused = scorer.Refused is { } why ? $"{run.Name}: {why}" : null;
        return rehearsed;
    }

    /// <summary>What perceived latency is held against, in milliseconds.</summary>
    public static double BudgetMs(SuiteInfo info) => SuiteReader.VoiceOf(info.Text).Budget.TotalMilliseconds;

    private static RehearsalResult Of(IEnumerable<RehearsedSession> played, double budgetMs, RandomStream random)
    {
        var accumulator = new SessionAccumulator(budgetMs, random.Fork(1));
        var sessions = played.ToList();
        sessions.ForEach(session => accumulator.Add(session.Transcript));
        return new RehearsalResult(
            accumulator.Measure(),
            ScoreSummary.Of(sessions.Select(static session => session.Counts), random.Fork(2)),
            sessions)
        {
            Rulings = RulingTally.Of(sessions.Select(static session => session.Transcript)),
            CallerModel = CallerModelTally.Of(sessions.Select(static session => session.Transcript)),
        };
    }
}
