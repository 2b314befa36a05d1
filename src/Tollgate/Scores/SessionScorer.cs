using Tollgate.Suites;
using Tollgate.Transcripts;

namespace Tollgate.Scores;

/// <summary>From one transcript to its scores. Pure and deterministic; safe for concurrent use.</summary>
public static class SessionScorer
{
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

        Count(view, calls, items, counts);
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
        && items.TrueForAll(static item => item.Score != ScoreNames.Goals || item.Right == true);

    private static void Count(
        SessionView view, CallMatches calls, List<ScoredItem> items, Dictionary<string, ScoreCount> counts)
    {
        var arguments = calls.Calls.Where(static call => call.Counts)
            .SelectMany(static call => call.Arguments).ToList();
        counts[ScoreNames.ToolArguments] = new ScoreCount(
            arguments.Count(static one => one.Verdict == ArgumentVerdict.Right), arguments.Count);
        counts[ScoreNames.ToolCalls] = new ScoreCount(
            calls.Calls.Count(static call => call.Verdict == CallVerdict.Right),
            calls.Calls.Count(static call => call.Counts));
        foreach (var name in new[]
        {
            ScoreNames.RefusalsOnMissing, ScoreNames.Handoffs, ScoreNames.Goals, ScoreNames.Records, ScoreNames.Labels,
        })
        {
            counts[name] = new ScoreCount(
                items.Count(item => item.Score == name && item.Right == true),
                items.Count(item => item.Score == name && item.Right is not null));
        }

        counts[ScoreNames.AskedAgain] = new ScoreCount(
            items.Count(static item => item is { Score: ScoreNames.AskedAgain, Right: false }),
            items.Count(static item => item.Score == ScoreNames.AskedAgain));
        var effects = calls.Made.Where(one =>
            view.Suite.Tools.TryGetValue(one.Key.Ran.Tool, out var tool) && tool.HasEffect
            && one.Key.Ran.Status == ToolStatus.Answered).ToList();
        counts[ScoreNames.Duplicates] = new ScoreCount(
            effects.Count(static one => one.Value.Verdict == CallVerdict.Duplicate), effects.Count);
        counts[ScoreNames.Turns] = new ScoreCount(view.LastTurn, 1);
        counts[ScoreNames.Finished] = view.WasCutOff
            ? default
            : ScoreCount.Trial(view.Transcript.Ending == SessionEnding.Finished);
        foreach (var name in new[]
        {
            ScoreNames.Fabrications, ScoreNames.FalseNotFound, ScoreNames.AnswersWithoutLookup,
            ScoreNames.NeedlessRefusals, ScoreNames.ClaimedActions,
        })
        {
            counts.TryAdd(name, default);
        }
    }
}
