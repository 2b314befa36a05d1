namespace Tollgate.Exchanges;

/// <summary>Who speaks in a message.</summary>
internal enum Role : byte
{
    User,
    Assistant,

    /// <summary>The result of a tool call; <see cref="Message.ToolCallId"/> names the call.</summary>
    Tool,
}
