using System.Text.Json;
using Tollgate.Suites;
using Tollgate.Transcripts;

namespace Tollgate.ScoresBench;

/// <summary>
/// Plays a dialogue of the data set word for word, with its own calls, what its services answered, and its own replies,
/// which are right as they are.
/// </summary>
internal static class SgdPlayer
{
    /// <param name="suite">The suite of the dialogue.</param>
    /// <param name="session">The dialogue's brief.</param>
    /// <param name="dialogue">The dialogue.</param>
    /// <param name="reply">What the agent says in place of a reply.</param>
    public static Transcript Play(Suite suite, SuiteSession session, JsonElement dialogue, Func<string, string> reply)
    {
        var entries = new List<TranscriptEntry>();
        foreach (var (index, turn) in dialogue.GetProperty("turns").EnumerateArray().Index())
        {
            var number = (index / 2) + 1;
            var words = turn.GetProperty("utterance").GetString() ?? "";
            if (turn.GetProperty("speaker").GetString() == "USER")
            {
                // What somebody comes to want in the course of it, he may as well have said at once.
                entries.Add(new CallerSaid(words, words, SpeechKind.Line)
                {
                    Turn = number,
                    Steps = index == 0 ? [.. session.Brief.Wishes.Select(static wish => wish.Name)] : [],
                });
                continue;
            }

            entries.AddRange(turn.GetProperty("frames").EnumerateArray()
                .Where(static frame => frame.TryGetProperty("service_call", out _))
                .Select(frame => Ran(suite, session, frame, entries.Count, number)).ToList());
            var said = reply(words);
            entries.Add(new AgentSaid(session.StartsWith, said, said, entries.Count) { Turn = number });
        }

        return new Transcript
        {
            Suite = suite.Name,
            Session = session.Name,
            Ending = SessionEnding.Finished,
            Entries = entries,
        };
    }

    private static ToolRan Ran(Suite suite, SuiteSession session, JsonElement frame, int at, int turn)
    {
        var call = frame.GetProperty("service_call");
        var tool = Snake(frame.GetProperty("service").ToString()) + "_" + Snake(call.GetProperty("method").ToString());
        var results = frame.GetProperty("service_results");
        var found = results.GetArrayLength();
        var failed = found == 0 || frame.GetProperty("actions").EnumerateArray()
            .Any(static act => act.GetProperty("act").GetString() == "NOTIFY_FAILURE");
        var answer = suite.Tools.TryGetValue(tool, out var known) && known.HasEffect
            ? failed
                ? $$"""{"ok":false,"error":"not_found","instead":{{results.GetRawText()}}}"""
                : $$"""{"ok":true,"record":{{results[0].GetRawText()}}}"""
            : $$"""{"found":{{found}},"records":{{results.GetRawText()}}}""";
        return new ToolRan(
            session.StartsWith, $"c{at}", tool, call.GetProperty("parameters").GetRawText(), ToolStatus.Answered, answer, at)
        {
            Turn = turn,
        };
    }

    private static string Snake(string name) => string.Concat(
        JsonNamingPolicy.SnakeCaseLower.ConvertName(name).Select(static one => char.IsAsciiLetterOrDigit(one) ? one : '_'));
}
