namespace Tollgate.Transcripts.Formats;

/// <summary>A part of a message, in the order in which it was said and done.</summary>
internal abstract record MessagePart
{
    /// <summary>What was said.</summary>
    public sealed record Words(string Text) : MessagePart;

    /// <summary>A tool that was called.</summary>
    public sealed record Call(string Id, string Tool, string ArgumentsJson, string Place) : MessagePart;

    /// <summary>What a tool answered.</summary>
    /// <param name="Id">The call's; empty where it is not said.</param>
    /// <param name="Tool">The tool's name; empty where it is not said.</param>
    /// <param name="Text">The answer.</param>
    /// <param name="IsError">The answer says that it is an error.</param>
    public sealed record Answer(string Id, string Tool, string Text, bool IsError) : MessagePart;
}
