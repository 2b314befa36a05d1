namespace Tollgate.Transcripts;

/// <summary>An exchange of the session failed, and no retry helped.</summary>
/// <param name="Agent">Whose.</param>
/// <param name="Why">One sentence.</param>
/// <param name="ExchangeId">The exchange.</param>
internal sealed record ExchangeFailed(string Agent, string Why, long ExchangeId) : TranscriptEntry;
