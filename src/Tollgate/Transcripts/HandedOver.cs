namespace Tollgate.Transcripts;

/// <summary>The call went from one agent to another.</summary>
/// <param name="From">The agent that had it.</param>
/// <param name="To">The agent that has it now.</param>
/// <param name="CallId">The transfer's call, as the provider names it.</param>
internal sealed record HandedOver(string From, string To, string CallId) : TranscriptEntry;
