using Tollgate.Transcripts;

namespace Tollgate.Runs;

/// <summary>A session of a rehearsal, as a run file holds it.</summary>
/// <param name="Transcript">What was said and done.</param>
/// <param name="Scores">
/// What it came to, by the score's name: a sum and how many things it is over. The session's value is their ratio.
/// </param>
public sealed record SessionRecord(
    Transcript Transcript, IReadOnlyDictionary<string, (double Sum, double Count)> Scores);
