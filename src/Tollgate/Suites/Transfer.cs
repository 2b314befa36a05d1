using System.Diagnostics.CodeAnalysis;
using Tollgate.Exchanges;

namespace Tollgate.Suites;

/// <summary>A handoff as the model sees it: a tool for each agent to whom the present one may hand over.</summary>
internal static class Transfer
{
    private const string Prefix = "transfer_to_";

    private const string Parameters =
        """
        {"type":"object","properties":{"summary":{"type":"string","description":"What the next agent must know."}},"required":[],"additionalProperties":false}
        """;

    /// <summary>The tool's name for an agent's.</summary>
    public static string NameOf(string agent) => Prefix + agent;

    public static ToolDefinition ToolOf(SuiteAgent agent)
    {
        var what = agent.Description.Length > 0 ? agent.Description : agent.Name;
        return new ToolDefinition(NameOf(agent.Name), $"Hands the call over to {agent.Name}: {what}", Parameters);
    }

    /// <summary>The agent to whom a call of this tool hands over; false where the tool is no transfer.</summary>
    public static bool IsTransfer(string tool, [NotNullWhen(true)] out string? agent)
    {
        agent = tool.StartsWith(Prefix, StringComparison.Ordinal) ? tool[Prefix.Length..] : null;
        return agent is not null;
    }

    /// <summary>
    /// The agent to whom to hand over next on the way from one to any of those that may do it; null where there is no
    /// way.
    /// </summary>
    public static string? NextAgent(Suite suite, string from, IReadOnlyCollection<string> to)
    {
        var before = new Dictionary<string, string> { [from] = "" };
        var queue = new Queue<string>([from]);
        while (queue.TryDequeue(out var agent))
        {
            if (agent != from && to.Contains(agent))
            {
                while (before[agent] != from)
                {
                    agent = before[agent];
                }

                return agent;
            }

            foreach (var next in suite.Agents[agent].HandsOverTo.Where(next => before.TryAdd(next, agent)))
            {
                queue.Enqueue(next);
            }
        }

        return null;
    }
}
