using Tollgate.Yaml;

namespace Tollgate.Suites.Reading;

/// <summary>
/// Whether the agents that have the call can make the calls that are expected of them. A handoff that may be left out
/// leaves two agents that may have the call.
/// </summary>
internal static class HandoffTrial
{
    public static void Check(Draft draft, SessionDraft session)
    {
        var current = new HashSet<string>(StringComparer.Ordinal) { session.Session.StartsWith };
        var called = new HashSet<string>(StringComparer.Ordinal);
        var reached = new HashSet<string>(current, StringComparer.Ordinal);
        foreach (var step in session.Steps)
        {
            if (step.Step.AfterCall is { } tool && !called.Contains(tool))
            {
                draft.Fail(step.Map.ValueOf("after_call")!, // The step has it.
                    $"no step before this one expects a call of {tool}, so that it is never said; expected one");
            }

            if (step.Step.AfterHandoffTo is { } agent && !reached.Contains(agent))
            {
                draft.Fail(step.Map.ValueOf("after_handoff_to")!, // The step has it.
                    $"no step before this one hands the call over to {agent}, so that it is never said; expected one");
            }

            foreach (var call in step.Calls)
            {
                Check(draft, call, current);
                if (call.To is { } to)
                {
                    if (!step.Step.Optional && !call.Call.Optional)
                    {
                        current.Clear();
                    }

                    current.Add(to);
                    reached.Add(to);
                }
                else
                {
                    called.Add(call.Call.Tool);
                }
            }
        }

        foreach (var (goal, map, _) in session.Goals)
        {
            if (goal.Called is { } tool && !called.Contains(tool))
            {
                draft.Fail(map.ValueOf("called")!, // The goal has it.
                    $"no step expects a call of {tool}, so that the goal is never reached; expected one");
            }

            if (goal.HandedOverTo is { } agent && session.Steps.All(step => step.Calls.All(call => call.To != agent)))
            {
                draft.Fail(map.ValueOf("handed_over_to")!, // The goal has it.
                    $"no step hands the call over to {agent}, so that the goal is never reached; expected one");
            }
        }
    }

    private static void Check(Draft draft, CallDraft call, HashSet<string> current)
    {
        var who = string.Join(" or ", current);
        if (call.To is { } to)
        {
            if (!current.Any(name => draft.Agents[name].Agent.HandsOverTo.Contains(to)))
            {
                var may = current.SelectMany(name => draft.Agents[name].Agent.HandsOverTo).Distinct().ToList();
                draft.Fail(call.Node, $"{who} has the call and may not hand it over to {to}; expected "
                    + (may.Count == 0 ? "no handoff" : string.Join(" or ", may)));
            }
        }
        else if (!current.Any(name => draft.Agents[name].Agent.Tools.Contains(call.Call.Tool)))
        {
            var others = draft.Agents.Values.Where(one => one.Agent.Tools.Contains(call.Call.Tool))
                .Select(one => one.Agent.Name).ToList();
            draft.Fail(call.Node, $"{who} has the call and has no tool {call.Call.Tool}; expected one of its own"
                + (others.Count == 0 ? "" : $", or a handoff to {string.Join(" or ", others)} before"));
        }
    }
}
