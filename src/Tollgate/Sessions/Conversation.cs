using Tollgate.Exchanges;
using Tollgate.Suites;
using Tollgate.Transcripts;

namespace Tollgate.Sessions;

/// <summary>What a session has come to: who has the call, what the model is sent, what the transcript holds.</summary>
internal sealed class Conversation(Suite suite, SuiteSession session)
{
    private readonly List<Message> messages = [];
    private readonly List<TranscriptEntry> entries = [];
    private readonly List<TurnTiming> turns = [];
    private string? system;
    private IReadOnlyList<ToolDefinition>? tools;

    /// <summary>The agent that has the call.</summary>
    public SuiteAgent Agent { get; private set; } = suite.Agents[session.StartsWith];

    /// <summary>What is sent of the conversation so far; it holds what was heard, and no more.</summary>
    public IReadOnlyList<Message> Messages => messages;

    public IReadOnlyList<TranscriptEntry> Entries => entries;

    public IReadOnlyList<TurnTiming> Turns => turns;

    public void Enter(TranscriptEntry entry) => entries.Add(entry);

    /// <summary>A turn is over: what it held is put in order of time.</summary>
    public void Enter(TurnTiming turn)
    {
        turns.Add(turn);
        var first = entries.FindIndex(entry => entry.Turn == turn.Turn);
        if (first >= 0)
        {
            var ordered = entries.Skip(first).OrderBy(entry => entry.AtNs).ToList();
            entries.RemoveRange(first, entries.Count - first);
            entries.AddRange(ordered);
        }
    }

    public void Add(Message message) => messages.Add(message);

    public void HandTo(SuiteAgent agent)
    {
        Agent = agent;
        system = null;
        tools = null;
    }

    /// <summary>A place of the history, so that what is said there can be cut to what was heard.</summary>
    public int Count => messages.Count;

    /// <summary>The caller heard only so much of what the assistant said there.</summary>
    public void CutTo(int place, string heard)
    {
        if (heard.Length > 0 || messages[place].ToolCalls.Count > 0)
        {
            messages[place] = messages[place] with { Text = heard };
        }
        else
        {
            messages.RemoveAt(place);
        }
    }

    /// <summary>What the model is sent now.</summary>
    public Prompt Prompt(double? temperature) => new()
    {
        System = system ??= System(),
        Messages = [.. messages],
        Tools = tools ??= suite.ToolsOf(Agent),
        MaxOutputTokens = suite.Limits.MaxTokens,
        Temperature = temperature,
    };

    // Not every wire lets an assistant begin, so the greeting stands in the system text.
    private string System()
    {
        var greeting = suite.Agents[session.StartsWith].Greeting;
        return greeting.Length == 0
            ? Agent.System
            : $"{Agent.System.TrimEnd()}\n\nThe call was picked up with these words, which the caller heard: \"{greeting}\"";
    }
}
