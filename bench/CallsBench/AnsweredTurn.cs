using System.Text.Json;
using Tollgate.Callers;
using Tollgate.Callers.Lines;
using Tollgate.Callers.Replies;
using Tollgate.Callers.Voiced;
using Tollgate.Suites;

namespace Tollgate.CallsBench;

/// <summary>A turn of an agent's with the lines that fit it, and what today's caller could say to it.</summary>
/// <param name="Call">The call; turns of one call are learned from or measured together.</param>
/// <param name="Text">The agent's words.</param>
/// <param name="Answers">The lines that fit, best first.</param>
/// <param name="Case">What there is to choose from; null where there is nothing.</param>
/// <param name="Line">What he says by his rules, in words.</param>
internal sealed record AnsweredTurn(
    string Call, string Text, IReadOnlyList<Answer> Answers, ReplyCase? Case, string Line)
{
    /// <summary>
    /// Written turns: <c>calls.jsonl</c> has calls, a line of <c>turns.tsv</c> the call, how many of its messages come
    /// before, the turn, its acts, and the answers that fit.
    /// </summary>
    public static IEnumerable<AnsweredTurn> Written(string folder, SuiteFiles suites)
    {
        var turns = File.ReadLines(Path.Combine(folder, "turns.tsv")).Select(static line => line.Split('\t'))
            .ToLookup(static fields => fields[0]);
        foreach (var root in File.ReadLines(Path.Combine(folder, "calls.jsonl")).Select(static line =>
            JsonElement.Parse(line)))
        {
            var (name, session) = (root.GetProperty("suite").GetString()!, root.GetProperty("session").GetString()!);
            if (suites.Find(name) is not { } suite || suite.Find(session)?.Brief is not { } brief)
            {
                continue;
            }

            var messages = root.GetProperty("messages").EnumerateArray().ToList();
            foreach (var turn in turns[$"{name}/{session}"])
            {
                var call = ReplayedCall.AsRecorded(brief, suite);
                call.Play(messages[..int.Parse(turn[1])]);
                yield return Of(call, $"{name}/{session}", turn[4], call.Hear(turn[2]));
            }
        }
    }

    /// <summary>Recorded calls: <c>answers.tsv</c> has the call, the place of the turn, and the answers that fit.</summary>
    public static IEnumerable<AnsweredTurn> Recorded(string folder, SuiteFiles suites)
    {
        var answers = File.ReadLines(Path.Combine(folder, "answers.tsv")).Select(static line => line.Split('\t'))
            .ToDictionary(static fields => (fields[0], int.Parse(fields[1])), static fields => fields[2]);
        foreach (var call in CallsBench.Call.Load(folder))
        {
            if (suites.Find(call.Suite) is not { } suite || suite.Find(call.Session)?.Brief is not { } brief)
            {
                continue;
            }

            var replayed = ReplayedCall.AsRecorded(brief, suite);
            var turns = new List<AnsweredTurn>();
            var answered = -1;
            replayed.Play(call.Messages, (at, move) =>
            {
                var spoken = Enumerable.Range(answered + 1, at - answered - 1)
                    .LastOrDefault(one => answers.ContainsKey((call.Name, one)), -1);
                answered = at;
                if (spoken >= 0)
                {
                    turns.Add(Of(replayed, call.Name, answers[(call.Name, spoken)], move));
                }
            });
            foreach (var turn in turns)
            {
                yield return turn;
            }
        }
    }

    // Where he was only to evade, and his brief has got an answer since, what was written down is no measure any more.
    private static AnsweredTurn Of(ReplayedCall call, string name, string answers, CallerMove move)
    {
        var parsed = Answer.Parse(answers);
        var isOld = call.Caller.LastCase is { } of && of.Own.Any(static act => act.Kind == CallerActKind.Give)
            && parsed.All(static answer => answer.Does.All(static act => act.Kind is CallerActKind.Tell
                or CallerActKind.Unknown or CallerActKind.YesNo or CallerActKind.Any));
        return new(name, call.LastWords, isOld ? [] : parsed, call.Caller.LastCase, move.Text);
    }
}
