namespace Tollgate.Transcripts;

/// <summary>An exchange of the session failed, and no retry helped.</summary>
/// <param name="Agent">Whose.</param>
/// <param name="Why">One sentence.</param>
internal sealed record ExchangeFailed(string Agent, string Why, long ExchangeId) : TranscriptEntry;
