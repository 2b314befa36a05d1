namespace Tollgate.Cli;

/// <summary>A number that the team brings, with its file for each side.</summary>
internal sealed record NumberOption(string Name, string BaselineFile, string CandidateFile);
