namespace Tollgate.Suites.Importing.Bfcl;

/// <summary>A file of the Berkeley Function Calling Leaderboard.</summary>
/// <param name="Name">Its name, for messages.</param>
/// <param name="Text">JSON lines: questions, or the answers to them.</param>
internal sealed record BfclFile(string Name, string Text);
