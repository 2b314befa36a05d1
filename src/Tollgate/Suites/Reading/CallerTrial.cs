using Tollgate.Transcripts;

namespace Tollgate.Suites.Reading;

/// <summary>Goes through a session with the replies of a model that behaves: the caller must come to the end.</summary>
internal static class CallerTrial
{
    private const int MostTurns = 10_000;

    /// <param name="draft">The suite.</param>
    /// <param name="session">The session.</param>
    /// <param name="explained">Steps that are never said have been reported with their cause.</param>
    public static void Check(Draft draft, SessionDraft session, bool explained)
    {
        var drafts = session.Steps.ToDictionary<StepDraft, object>(
            step => step.Step, ReferenceEqualityComparer.Instance);
        var script = new CallerScript(session.Session, ["?"], 0);
        var agent = session.Session.StartsWith;
        var greeting = draft.Agents[agent].Agent.Greeting;
        var all = new List<string> { greeting };
        var turns = 0;
        var line = script.Next(agent, greeting);
        while (line.Ends is null && turns < MostTurns)
        {
            turns++;
            var heard = new List<string>();
            foreach (var step in line.Steps)
            {
                heard.Add(step.Before);
                foreach (var call in drafts[step].Calls.Where(call => !call.Call.Optional))
                {
                    agent = call.To ?? agent;
                    if (call.To is null)
                    {
                        script.Answered(call.Call.Tool);
                    }
                }
            }

            // Of several steps that are said at once the last one's reply is given, as simulated models give it.
            heard.AddRange(line.Steps.TakeLast(1).Select(step => step.Reply));
            all.AddRange(heard);
            line = script.Interrupting(agent) is { } barging
                ? script.Interrupt(barging)
                : script.Next(agent, string.Join(' ', heard.Where(text => text.Length > 0)));
        }

        if (line.Ends != SessionEnding.Finished)
        {
            Report(draft, session, [.. script.Unsaid], explained);
        }
        else if (turns > draft.Limits.Turns)
        {
            draft.Fail(session.At, $"the session takes {turns} turns; expected at most {draft.Limits.Turns}, the suite's "
                + "`limits`");
        }

        foreach (var (goal, map, _) in session.Goals)
        {
            foreach (var pattern in goal.Said.Where(pattern => !all.Any(text => pattern.IsMatch(text))))
            {
                draft.Fail(map.ValueOf("said")!, // The goal has it.
                    $"no reply of the session matches {Draft.Shown(pattern.ToString())}, so that the goal is never reached; "
                    + "expected one");
            }
        }
    }

    // One step that is never said holds up all behind it, so that the cause is looked for and not the effect.
    private static void Report(Draft draft, SessionDraft session, IReadOnlyList<Step> unsaid, bool explained)
    {
        var texts = new List<string> { draft.Agents[session.Session.StartsWith].Agent.Greeting };
        var causes = 0;
        foreach (var step in session.Steps)
        {
            if (unsaid.Contains(step.Step, ReferenceEqualityComparer.Instance) && step.Step.Asked.Count > 0
                && !texts.Any(text => step.Step.Asked.Any(pattern => pattern.IsMatch(text))))
            {
                causes++;
                draft.Fail(step.Map.ValueOf("asked")!, // The step has it.
                    "nothing that is said before this step asks for it: no greeting, `before` or `reply` of an earlier one "
                    + $"matches {string.Join(" or ", step.Step.Asked.Select(one => Draft.Shown(one.ToString())))}; expected "
                    + "a reply that does, or `optional: true`");
            }

            texts.AddRange([step.Step.Before, step.Step.Reply]);
        }

        if (causes == 0 && unsaid.Count > 0 && !explained)
        {
            var first = session.Steps.First(step => ReferenceEquals(step.Step, unsaid[0]));
            draft.Fail(first.Map.Node, "the caller never comes to say this step: "
                + (first.Step.Asked.Count > 0
                    ? "what asks for it is said when other steps answer, or before its conditions hold"
                    : "a step before it waits for what never comes, or its conditions never hold")
                + "; expected every step that is not optional to be said when the replies are the suite's own");
        }
    }
}
