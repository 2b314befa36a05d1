namespace Tollgate.Workflows.Judging;

/// <summary>A number of the team's own, with a CSV file for each side.</summary>
public sealed record NumberFiles(string Name, string BaselineFile, string CandidateFile);
