namespace Tollgate.Transcripts;

/// <summary>The model called a tool, and what came of it.</summary>
/// <param name="Agent">Who called.</param>
/// <param name="CallId">The provider's name for the call.</param>
/// <param name="Tool">The tool as the model named it: there may be none of that name.</param>
/// <param name="ArgumentsJson">The arguments as the model wrote them: it may be no valid JSON.</param>
/// <param name="Status">What came of it.</param>
/// <param name="ResultJson">What the model was told.</param>
/// <param name="ExchangeId">The exchange that made the call; null where it is not known.</param>
public sealed record ToolRan(
    string Agent, string CallId, string Tool, string ArgumentsJson,
    ToolStatus Status, string ResultJson, long? ExchangeId) : TranscriptEntry
{
    /// <summary>What it did to the records; empty for nothing.</summary>
    public IReadOnlyList<RecordChange> Changes { get; init; } = [];

    /// <summary>A second answer, which the model was told in a message of its own; null for none.</summary>
    public string? LaterJson { get; init; }

    /// <summary>The caller spoke while it ran: it ran once, and its effect is kept.</summary>
    public bool Interrupted { get; init; }
}
