using Tollgate.Scores.Calls;
using Tollgate.Scores.Catalog;
using Tollgate.Scores.Definitions;
using Tollgate.Scores.Kinds;
using Tollgate.Scores.Outcomes;
using Tollgate.Scores.Rules;
using Tollgate.Scores.Words;
using Tollgate.Suites;
using Tollgate.Transcripts;

namespace Tollgate.Scores;

/// <summary>From one transcript to its scores. Pure and deterministic; safe for concurrent use.</summary>
internal static class SessionScorer
{
    /// <summary>
    /// The version of the rules. Run files keep it beside the counts, which they hold as a cache: where it is another,
    /// sessions are scored anew. Raise it with every change after which a score that was there before may count a
    /// transcript differently: its rules, the claims, the ear, what two values have in common. A score that is new needs
    /// none: files that do not hold it are scored anew.
    /// </summary>
    public const int Version = 1;

    /// <summary>Scores a transcript by the session that it played.</summary>
    public static SessionScore Score(Suite suite, SuiteSession session, Transcript transcript)
    {
        ArgumentNullException.ThrowIfNull(suite);
        ArgumentNullException.ThrowIfNull(session);
        ArgumentNullException.ThrowIfNull(transcript);
        var view = new SessionView(suite, session, transcript);
        var speeches = new SpeechBook(transcript, suite.Now);
        var calls = CallMatcher.Match(view);
        var records = new RecordScorer(view, calls);
        var items = new List<ScoredItem>();
        HandoffScorer.Score(calls, items);
        AskedAgainScorer.Score(view, items);
        var segments = SegmentReader.Read(view, speeches);
        var counts = new WordsScorer(view, items).Score(segments);
        records.Score(items);
        GoalScorer.Score(view, records, speeches, items);
        if (WentAsWished(transcript, items))
        {
            LabelScorer.Score(view, items);
        }

        var call = new ScoredCall(view, calls, items, counts);
        foreach (var score in ScoreCatalog.All)
        {
            score.Find?.Invoke(call);
            counts.TryAdd(score.Name, score.Count(call));
        }

        return new SessionScore
        {
            Suite = transcript.Suite,
            Session = transcript.Session,
            SessionId = transcript.SessionId,
            Repetition = transcript.Repetition,
            Target = transcript.Target,
            Ending = transcript.Ending,
            Calls = calls.Calls,
            Items = [.. items.OrderBy(static item => item.Turn)],
            NotReached = calls.Calls.Count(static call => call.Verdict == CallVerdict.NotReached),
            Counts = counts,
            Open = Rulings.Open(segments),
        };
    }

    // The labels of a brief are those of a call in which the caller got what he wanted.
    private static bool WentAsWished(Transcript transcript, List<ScoredItem> items) =>
        transcript.Ending == SessionEnding.Finished
        && items.TrueForAll(static item => item.Score != GoalsScore.Name || item.Right == true);
}
