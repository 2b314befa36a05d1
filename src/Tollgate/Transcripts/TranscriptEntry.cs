using System.Text.Json.Serialization;

namespace Tollgate.Transcripts;

/// <summary>Something that was said or done in a session.</summary>
[JsonPolymorphic(TypeDiscriminatorPropertyName = "what")]
[JsonDerivedType(typeof(CallerSaid), "caller_said")]
[JsonDerivedType(typeof(AgentSaid), "agent_said")]
[JsonDerivedType(typeof(ToolRan), "tool_ran")]
[JsonDerivedType(typeof(HandedOver), "handed_over")]
[JsonDerivedType(typeof(ExchangeFailed), "exchange_failed")]
public abstract record TranscriptEntry
{
    /// <summary>Its turn: 0 for what comes before the caller's first words, then 1, 2 ...</summary>
    public required int Turn { get; init; }

    /// <summary>When it began, in nanoseconds on the call's clock; null where timings are not known.</summary>
    public long? AtNs { get; init; }

    /// <summary>When it was over; null where timings are not known.</summary>
    public long? UntilNs { get; init; }
}
