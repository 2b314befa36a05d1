namespace Tollgate.Transcripts;

/// <summary>
/// Where the time of a turn's task went, in nanoseconds; sums over its exchanges. They add up to the time from the
/// caller's last sound to the last token exactly.
/// </summary>
/// <param name="HearingNs">End-pointing and recognition, before the first exchange could leave.</param>
/// <param name="RetriesNs">Failed attempts and the waits after them.</param>
/// <param name="SendDelayNs">From intended to sent.</param>
/// <param name="FirstTokenNs">From sent to first token.</param>
/// <param name="ReasoningNs">Streamed reasoning.</param>
/// <param name="ToolWritingNs">Writing tool calls.</param>
/// <param name="OutputNs">Visible text.</param>
/// <param name="ToolRunNs">Tools running, and what of an exchange comes after its last token.</param>
public readonly record struct TurnParts(
    long HearingNs, long RetriesNs, long SendDelayNs, long FirstTokenNs, long ReasoningNs, long ToolWritingNs,
    long OutputNs, long ToolRunNs)
{
    /// <summary>The turn's task time.</summary>
    public long TotalNs =>
        HearingNs + RetriesNs + SendDelayNs + FirstTokenNs + ReasoningNs + ToolWritingNs + OutputNs + ToolRunNs;
}
