namespace Tollgate.Scores.Outcomes;

/// <summary>A sentence of an agent of which the rules cannot tell whether it is true.</summary>
/// <param name="Entry">The place of the agent's words among the transcript's entries.</param>
/// <param name="Turn">Its turn.</param>
/// <param name="Sentence">The sentence.</param>
public sealed record OpenClaim(int Entry, int Turn, string Sentence);
