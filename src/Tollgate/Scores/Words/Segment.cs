using Tollgate.Transcripts;

namespace Tollgate.Scores.Words;

/// <summary>What the agent said and did between two things that the caller said.</summary>
internal sealed class Segment
{
    public required int Turn { get; init; }

    /// <summary>
    /// A wish has been brought up, and a table that must be read for it had not been read when the caller spoke.
    /// </summary>
    public bool LookupsDue { get; init; }

    /// <summary>The wish for what is not there that is being talked about; null for none.</summary>
    public string? Missing { get; set; }

    public List<AgentUtterance> Words { get; } = [];

    public List<ToolRan> Calls { get; } = [];

    public bool HandedOver { get; set; }

    public bool Answered => Calls.Exists(static call => call.Status == ToolStatus.Answered);

    /// <summary>
    /// The transcript does not hold the answer of a call in this segment or before it: what is said may rest on it.
    /// </summary>
    public bool AnswersMissing { get; set; }

    /// <summary>Tools that were called and of which no call was answered.</summary>
    public List<string> FailedTools => [.. Calls
        .GroupBy(static call => call.Tool, StringComparer.Ordinal)
        .Where(static calls => calls.All(static call => call.Status is ToolStatus.TimedOut or ToolStatus.Failed))
        .Select(static calls => calls.Key)];
}
