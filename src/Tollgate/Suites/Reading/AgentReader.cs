using Tollgate.Input;
using Tollgate.Suites.Reading.Drafts;

namespace Tollgate.Suites.Reading;

/// <summary>Reads the agents.</summary>
internal static class AgentReader
{
    private const int MaxRetries = 10;

    public static string[] Keys { get; } = ["about", "system", "greeting", "tools", "hands_over_to", "retries"];

    public static void Read(ReadContext draft, YamlNode? agents)
    {
        var entries = draft.Entries(agents, "agents by name");
        var names = entries.Select(entry => entry.Name).ToList();
        foreach (var (name, at, value) in entries)
        {
            SuiteRootReader.CheckName(draft, at, "an agent's name");
            draft.Agents[name] = (new SuiteAgent(name, ""), at);
            if (YamlMap.Of(draft.Context, value, "an agent", Keys) is not { } map)
            {
                continue;
            }

            if (!map.Has("system"))
            {
                draft.Fail(at, $"the agent `{name}` has no `system`; expected what it is told");
            }

            draft.Agents[name] = (new SuiteAgent(name, map.Verbatim("system") ?? "")
            {
                Description = map.Verbatim("about") ?? "",
                Greeting = map.Verbatim("greeting") ?? "",
                Tools = Names(draft, map.ValueOf("tools"), "tool", draft.Tools.Keys),
                HandsOverTo = Names(draft, map.ValueOf("hands_over_to"), "agent", names),
                Retries = (int?)map.Whole("retries", 0, MaxRetries) ?? 1,
            }, at);
            if (map.ValueOf("hands_over_to")?.Items?.FirstOrDefault(item => item.Text == name) is { } self)
            {
                draft.Fail(self, $"the agent `{name}` hands over to itself; expected another");
            }
        }
    }

    /// <summary>An agent that no session reaches is a handoff that was forgotten.</summary>
    /// <param name="draft">The suite.</param>
    /// <param name="starts">The agents that pick up in its sessions.</param>
    public static void CheckReached(ReadContext draft, IEnumerable<string> starts)
    {
        var reached = Reached(draft, starts);

        // Where no session could be read, nothing can be said of what they reach.
        if (reached.Count == 0)
        {
            return;
        }

        foreach (var (name, (_, node)) in draft.Agents.Where(agent => !reached.Contains(agent.Key)))
        {
            draft.Fail(node, $"no session reaches the agent `{name}`: none starts with it, and no agent that one starts "
                + "with hands over to it, directly or through others; expected a handoff to it");
        }
    }

    /// <summary>The agents that a call which starts with one of these may come to.</summary>
    public static HashSet<string> Reached(ReadContext draft, IEnumerable<string> from)
    {
        var reached = new HashSet<string>(from, StringComparer.Ordinal);
        var next = new Queue<string>(reached);
        while (next.TryDequeue(out var name))
        {
            foreach (var to in draft.Agents.TryGetValue(name, out var one) ? one.Agent.HandsOverTo : [])
            {
                if (reached.Add(to))
                {
                    next.Enqueue(to);
                }
            }
        }

        return reached;
    }

    private static List<string> Names(ReadContext draft, YamlNode? node, string what, ICollection<string> known)
    {
        var names = new List<string>();
        foreach (var item in draft.Items(node, $"a list of {what}s"))
        {
            if (draft.Known(item, what, known) is not { } name)
            {
                continue;
            }

            if (names.Contains(name))
            {
                draft.Fail(item, $"the {what} `{name}` is there twice");
            }
            else
            {
                names.Add(name);
            }
        }

        return names;
    }
}
