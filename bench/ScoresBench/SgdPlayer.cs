using System.Text.Json;
using Tollgate.Suites;
using Tollgate.Transcripts;

namespace Tollgate.ScoresBench;

/// <summary>Plays a dialogue of the data set with its own calls and its own replies, which are right as they are.</summary>
internal static class SgdPlayer
{
    /// <param name="suite">The suite of the dialogue.</param>
    /// <param name="session">The dialogue.</param>
    /// <param name="reply">What the agent says in place of a reply.</param>
    public static Transcript Play(Suite suite, SuiteSession session, Func<string, Step, string> reply)
    {
        var records = new RecordStore(session.Tables, suite.Now);
        var entries = new List<TranscriptEntry>();
        var turn = 0;
        foreach (var step in session.Steps)
        {
            turn++;
            entries.Add(new CallerSaid(step.Say, step.Say, SpeechKind.Line) { Turn = turn, Steps = [step.Id] });
            if (step.Expect.Count > 0)
            {
                Say(step.Before, step);
            }

            foreach (var call in step.Expect)
            {
                Run(call);
            }

            Say(step.Reply, step);
        }

        return new Transcript
        {
            Suite = suite.Name,
            Session = session.Name,
            Ending = SessionEnding.Finished,
            Entries = entries,
        };

        void Say(string text, Step step)
        {
            if (text.Length > 0)
            {
                var words = reply(text, step);
                entries.Add(new AgentSaid(session.StartsWith, words, words, entries.Count) { Turn = turn });
            }
        }

        void Run(ExpectedCall call)
        {
            var arguments = JsonSerializer.SerializeToElement(call.Arguments
                .Where(static one => one.Value.Example is { ValueKind: not JsonValueKind.Null })
                .ToDictionary(static one => one.Key, static one => one.Value.Example));
            var (result, changes) = records.Run(suite.Tools[call.Tool], arguments);
            entries.Add(new ToolRan(
                session.StartsWith, $"c{entries.Count}", call.Tool, arguments.GetRawText(), ToolStatus.Answered, result,
                entries.Count)
            {
                Turn = turn,
                Changes = changes,
            });
        }
    }
}
