namespace Tollgate.Gate.Evidence;

/// <summary>What a team's number was for one run, so that it can be told from another later.</summary>
/// <param name="Number">The number's name.</param>
/// <param name="Target">The target of the side.</param>
/// <param name="Run">The run's name.</param>
/// <param name="Seal">The run's seal.</param>
/// <param name="File">The file that the values came from, as the user named it.</param>
/// <param name="Digest">
/// SHA-256, in lower-case hexadecimal digits, over a line a value: the session's name, a tab, the value as the shortest
/// decimal that reads back as the same double, and LF; sorted by session, then by value.
/// </param>
public sealed record NumberDigest(string Number, string Target, string Run, string Seal, string File, string Digest);
