using Tollgate.Language;
using Tollgate.Transcripts;

namespace Tollgate.Scores.Words;

/// <summary>The agents' words of one transcript, each read once.</summary>
internal sealed class SpeechBook(Transcript transcript, DateTime now)
{
    private readonly Speech?[] speeches = new Speech?[transcript.Entries.Count];

    /// <summary>What the caller heard of an entry, which must be an <see cref="AgentSaid"/>.</summary>
    public Speech Of(int entry) =>
        speeches[entry] ??= Speech.Of(((AgentSaid)transcript.Entries[entry]).Heard, now);
}
