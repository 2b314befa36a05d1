using Tollgate.Input;
using Tollgate.Results;
using Tollgate.Scores.Kinds;
using Tollgate.Scores.Outcomes;
using Tollgate.Suites.Briefs;
using Tollgate.Unicode;

namespace Tollgate.Reports.Json.Scores;

/// <summary>What was scored in a session, as the JSON document has it.</summary>
internal static class SessionFindings
{
    private const int MaxCharacters = 2_000;

    /// <summary>A session with what was not right in it.</summary>
    public static SessionDocument Of(RehearsedSession session)
    {
        var transcript = session.Transcript;
        var seconds = transcript.LengthNs / 1e9;
        return session.Score is { } score
            ? Of(score, transcript.EndingWhy, seconds, wrongOnly: true)
            : new SessionDocument
            {
                Id = transcript.SessionId,
                Session = transcript.Session,
                Repetition = transcript.Repetition,
                Ending = SnakeCase.Of(transcript.Ending),
                EndingReason = transcript.EndingWhy,
                Seconds = seconds,
                Scores = Counts(session.Counts),
                Findings = [],
            };
    }

    public static SessionDocument Of(SessionScore score, string endingReason, double? seconds, bool wrongOnly) => new()
    {
        Id = score.SessionId,
        Session = score.Session,
        Repetition = score.Repetition,
        Ending = SnakeCase.Of(score.Ending),
        EndingReason = endingReason,
        Seconds = seconds is { } s ? Math.Round(s, 3) : null,
        Scores = Counts(score.Counts),
        Findings =
        [
            .. score.Calls.Where(call => !wrongOnly || call.IsWrong).Select(Of)
                .Concat(score.Items.Where(item => !wrongOnly || item.Right == false).Select(Of))
                .OrderBy(item => item.Turn),
        ],
    };

    private static IReadOnlyDictionary<string, IReadOnlyList<double>> Counts(
        IReadOnlyDictionary<string, ScoreCount> counts) =>
        counts.Where(count => count.Value.Count > 0).ToDictionary(
            count => count.Key, IReadOnlyList<double> (count) => [count.Value.Sum, count.Value.Count]);

    private static ScoredDocument Of(CallScore call) => new()
    {
        Score = ToolCallsScore.Name,
        Turn = Math.Max(0, call.Turn),
        Right = call.Counts ? call.Verdict == CallVerdict.Right : null,
        Verdict = SnakeCase.Of(call.Verdict),
        Tool = call.Tool.Length > 0 ? call.Tool : call.Expected?.Tool,
        Reason = Cut(call.Reason),
        Entry = call.Entry,
        Arguments = call.Arguments.Count == 0 ? null :
        [
            .. call.Arguments.Select(argument => new ArgumentDocument(
                argument.Name, SnakeCase.Of(argument.Verdict), Given(argument.Found), Given(argument.Expected))),
        ],
    };

    private static ScoredDocument Of(ScoredItem item) => new()
    {
        Score = item.Score,
        Turn = Math.Max(0, item.Turn),
        Right = item.Right,
        Reason = Cut(item.Reason),
        Found = Given(item.Found),
        Expected = Given(item.Expected),
        Entry = item.Entry,
    };

    private static string? Given(string text) => text.Length > 0 ? Cut(text) : null;

    // A model may write as much as it likes; the transcript has all of it.
    private static string Cut(string text) => SafeText.Cut(text, MaxCharacters);
}
