using Tollgate.Exchanges;
using Tollgate.Runs.Records;
using Tollgate.Scores;
using Tollgate.Scores.Catalog;
using Tollgate.Scores.Outcomes;
using Tollgate.Suites;
using Tollgate.Suites.Reading;

namespace Tollgate.Results;

/// <summary>
/// The scores of a run's sessions: those that were handed over by who has just played them, and for all others scored
/// anew from their transcripts. What the run file holds is a cache: it is taken for all sessions where the suite cannot
/// be read any more. Not thread-safe.
/// </summary>
/// <param name="info">The suite that was played.</param>
/// <param name="given">By target and session number; null for none.</param>
internal sealed class RunScorer(
    SuiteInfo info, IReadOnlyDictionary<(string Target, long Id), SessionScore>? given = null)
{
    private readonly Lazy<SuiteResult> suite =
        new(() => SuiteReader.Read(info.Text, info.Name), LazyThreadSafetyMode.None);

    /// <summary>Why sessions could not be scored anew, as a sentence; null where they were, or need not be.</summary>
    public string? Refused => !suite.IsValueCreated || suite.Value.Suite is not null ? null
        : $"the suite {info.Name} that was played is none that this version reads, so that its calls are not "
            + $"scored anew: the scores are those that were counted then. {suite.Value.Errors[0].ToString().Split('\n')[0]}";

    public RehearsedSession Score(SessionRecord record)
    {
        var transcript = record.Transcript;
        var score = given?.GetValueOrDefault((transcript.Target, transcript.SessionId)) ?? Anew(record);
        return new RehearsedSession(transcript, score, score?.Counts ?? Stored(record));
    }

    /// <summary>
    /// What was counted when the session was played is what would be counted now: by the same rules, and every score.
    /// </summary>
    public static bool IsCurrent(SessionRecord record) => record.ScorerVersion == SessionScorer.Version
        && record.Scores.Count == ScoreCatalog.All.Count
        && ScoreCatalog.All.All(score => record.Scores.ContainsKey(score.Name));

    /// <summary>What was counted when the session was played.</summary>
    public static Dictionary<string, ScoreCount> Stored(SessionRecord record) => record.Scores.ToDictionary(
        static count => count.Key,
        static count => new ScoreCount(count.Value.Sum, count.Value.Count, count.Value.Undecided));

    private SessionScore? Anew(SessionRecord record) =>
        suite.Value.Suite is { } read && read.Find(record.Transcript.Session) is { } session
            ? SessionScorer.Score(read, session, record.Transcript)
            : null;
}
