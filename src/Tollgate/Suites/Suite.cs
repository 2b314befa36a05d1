using Tollgate.Exchanges;
using Tollgate.Suites.Briefs;
using Tollgate.Suites.Tools;

namespace Tollgate.Suites;

/// <summary>
/// Simulated calls with what must come of them: the agents of one business, their tools and records, and the callers
/// who ring it up. Read and checked; all that it names is there. Immutable.
/// </summary>
public sealed record Suite
{
    public required string Name { get; init; }

    /// <summary>One sentence for a person; empty for none.</summary>
    public string Description { get; init; } = "";

    /// <summary>SHA-256 of the file's bytes, in lower-case hexadecimal digits.</summary>
    public string Digest { get; init; } = "";

    /// <summary>The day and the time at which every call of the suite begins, as its agents are told.</summary>
    public required DateTime Now { get; init; }

    public Voice Voice { get; init; } = new();

    public SessionLimits Limits { get; init; } = new();

    public ToolFaultRates FaultRates { get; init; } = new();

    /// <summary>The agents by name, in the file's order.</summary>
    public required IReadOnlyDictionary<string, SuiteAgent> Agents { get; init; }

    /// <summary>The tools by name, in the file's order; transfers are not among them.</summary>
    public required IReadOnlyDictionary<string, SuiteTool> Tools { get; init; }

    /// <summary>The tables of records by name, as every session finds them before its own are put in.</summary>
    public required IReadOnlyDictionary<string, RecordTable> Tables { get; init; }

    /// <summary>The callers that the suite names, of which each name is unique. May be empty.</summary>
    public required IReadOnlyList<SuiteSession> Sessions { get; init; }

    /// <summary>What further callers are drawn from; null for none.</summary>
    public Population? Population { get; init; }

    /// <summary>What agents may ask for beyond the arguments of tools and the common kinds, by name.</summary>
    public IReadOnlyDictionary<string, AskedSlot> Slots { get; init; } = new Dictionary<string, AskedSlot>();

    /// <summary>What is asked of the model once a call is over; null for nothing.</summary>
    public PostCall? PostCall { get; init; }

    /// <summary>The session of this name, drawn callers among them; null where there is none.</summary>
    public SuiteSession? Find(string name)
    {
        ArgumentNullException.ThrowIfNull(name);
        return Sessions.FirstOrDefault(session => session.Name == name) ?? DrawnCallers.Find(this, name);
    }

    /// <summary>
    /// What an agent may call: its own tools, then a transfer for each agent to whom it may hand over.
    /// </summary>
    public IReadOnlyList<ToolDefinition> ToolsOf(SuiteAgent agent)
    {
        ArgumentNullException.ThrowIfNull(agent);
        return
        [
            .. agent.Tools.Select(name => Tools[name]).Select(tool =>
                new ToolDefinition(tool.Name, tool.Description, tool.ParametersJson)),
            .. agent.HandsOverTo.Select(name => Transfer.ToolOf(Agents[name])),
        ];
    }
}
