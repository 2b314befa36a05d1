using Tollgate.Transcripts;

namespace Tollgate.Sessions.Tools;

/// <summary>What came of a tool call.</summary>
/// <param name="Status">Whether it answered.</param>
/// <param name="ResultJson">What the model is told.</param>
/// <param name="LatencyNs">How long it takes.</param>
internal sealed record ToolOutcome(ToolStatus Status, string ResultJson, long LatencyNs)
{
    /// <summary>What a transfer that was carried out is answered with.</summary>
    public static ToolOutcome HandedOver(string to) =>
        new(ToolStatus.Answered, $$"""{"ok":true,"now_speaking":"{{to}}"}""", 0);

    public IReadOnlyList<RecordChange> Changes { get; init; } = [];

    /// <summary>A second answer, which comes in a message of its own; null for none.</summary>
    public string? Later { get; init; }
}
