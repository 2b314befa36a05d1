namespace Tollgate.Transcripts;

/// <summary>The agent spoke; <see cref="TranscriptEntry.AtNs"/> is its first audible word.</summary>
/// <param name="Agent">Which agent.</param>
/// <param name="Text">What the model wrote.</param>
/// <param name="Heard">How much of it the caller heard: all of it, or its beginning.</param>
/// <param name="ExchangeId">The exchange that brought it; null where there was none (a greeting).</param>
public sealed record AgentSaid(
    string Agent, string Text, string Heard, long? ExchangeId) : TranscriptEntry
{
    /// <summary>The caller spoke into it.</summary>
    public bool Interrupted { get; init; }
}
