namespace Tollgate.Transcripts;

/// <summary>What a model that plays the caller answered, word for word.</summary>
/// <param name="Text">The answer as it came; empty where none did.</param>
/// <param name="Key">
/// SHA-256 of what it was asked, in hexadecimal: the same question is answered alike when the calls are replayed.
/// </param>
public sealed record CallerDraft(string Text, string Key)
{
    /// <summary>Why it was not said, as one sentence; null where it was.</summary>
    public string? Refused { get; init; }
}
