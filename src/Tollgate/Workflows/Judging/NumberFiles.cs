namespace Tollgate.Workflows.Judging;

/// <summary>A number that the team brings, with its file for each side.</summary>
public sealed record NumberFiles(string Name, string BaselineFile, string CandidateFile);
