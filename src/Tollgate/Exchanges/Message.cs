namespace Tollgate.Exchanges;

/// <summary>One message of a conversation.</summary>
/// <param name="Role">Who speaks.</param>
/// <param name="Text">What is said; empty where an assistant only calls tools.</param>
internal sealed record Message(Role Role, string Text)
{
    /// <summary>The calls that an assistant's message makes; empty for none.</summary>
    public IReadOnlyList<ToolCall> ToolCalls { get; init; } = [];

    /// <summary>The call that a tool's message answers; null in all others.</summary>
    public string? ToolCallId { get; init; }
}
