namespace Tollgate.Exchanges;

/// <summary>What the model said and did in one exchange. Empty where the content was not kept.</summary>
public sealed record Reply(string Text, string Reasoning, IReadOnlyList<ToolCall> ToolCalls)
{
    public static Reply Empty { get; } = new("", "", []);
}
