using Tollgate.Language;
using Tollgate.Scores.Claims;
using Tollgate.Suites;
using Tollgate.Transcripts;

namespace Tollgate.Scores;

/// <summary>Whether calls were handed over to the right agent, once, and nothing was asked again after it.</summary>
internal static class HandoffScorer
{
    public static void Score(SessionView view, CallMatches calls, SpeechBook speeches, List<ScoredItem> items)
    {
        foreach (var call in calls.Calls)
        {
            var expected = call.Expected?.Tool ?? "";
            if (!Transfer.IsTransfer(expected, out var to) & !Transfer.IsTransfer(call.Tool, out var went))
            {
                continue;
            }

            items.Add(new ScoredItem(
                ScoreNames.Handoffs, call.Counts ? call.Verdict == CallVerdict.Right : null, call.Turn, call.Reason)
            {
                Entry = call.Entry,
                Found = went ?? "",
                Expected = to ?? "",
            });
        }

        AskedAgain(view, speeches, items);
    }

    private static void AskedAgain(SessionView view, SpeechBook speeches, List<ScoredItem> items)
    {
        // What the caller told: a step without a name, a code or a date in it answers a question such as "Shall I?",
        // and that may be asked anew of something else.
        var entries = view.Transcript.Entries;
        var answered = new List<Step>();
        var before = new HashSet<Step>();
        var asked = new HashSet<Step>();
        for (var i = 0; i < entries.Count; i++)
        {
            if (entries[i] is CallerSaid said)
            {
                answered.AddRange(said.Steps.Where(view.Steps.ContainsKey).Select(id => view.Steps[id])
                    .Where(static step => step.Asked.Count > 0 && step.Entities.Count > 0));
            }
            else if (entries[i] is HandedOver)
            {
                before.UnionWith(answered);
            }
            else if (entries[i] is AgentSaid agent && before.Count > 0 && Asks(speeches.Of(i)))
            {
                foreach (var step in before)
                {
                    if (!asked.Contains(step) && step.Asked.Any(pattern => pattern.IsMatch(agent.Heard)))
                    {
                        asked.Add(step);
                        items.Add(new ScoredItem(
                            ScoreNames.AskedAgain, false, agent.Turn,
                            $"{agent.Agent} asks for what the caller had said before the handoff (step {step.Id}).")
                        {
                            Entry = i,
                            Found = agent.Heard,
                            Expected = step.Say,
                        });
                    }
                }
            }
        }

        items.AddRange(before.Where(step => !asked.Contains(step)).Select(step => new ScoredItem(
            ScoreNames.AskedAgain, true, view.LastTurn, $"Step {step.Id} was not asked for again after a handoff.")));
    }

    private static bool Asks(Speech speech) => speech.Clauses.Exists(static clause => clause.Mood == Mood.Question);
}
