using Tollgate.Transcripts;

namespace Tollgate.Runs.Records;

/// <summary>A session of a rehearsal, as a run file holds it.</summary>
/// <param name="Transcript">What was said and done.</param>
/// <param name="Scores">
/// What it came to, by the score's name: a sum, how many things it is over, and how many of these the rules cannot
/// tell. The session's value is sum over count, with the undecided ones as right.
/// </param>
internal sealed record SessionRecord(
    Transcript Transcript, IReadOnlyDictionary<string, (double Sum, double Count, double Undecided)> Scores)
{
    /// <summary>The version of the rules that <see cref="Scores"/> were counted by; 0 where nobody says.</summary>
    public int ScorerVersion { get; init; }
}
