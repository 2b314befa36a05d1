using Tollgate.Transcripts;

namespace Tollgate.Sessions;

/// <summary>What came of a tool call.</summary>
/// <param name="Status">Whether it answered.</param>
/// <param name="ResultJson">What the model is told.</param>
/// <param name="LatencyNs">How long it takes.</param>
internal sealed record ToolOutcome(ToolStatus Status, string ResultJson, long LatencyNs)
{
    public IReadOnlyList<RecordChange> Changes { get; init; } = [];

    /// <summary>A second answer, which comes in a message of its own; null for none.</summary>
    public string? Later { get; init; }
}
