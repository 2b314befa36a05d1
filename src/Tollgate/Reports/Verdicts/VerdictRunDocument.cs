namespace Tollgate.Reports;

/// <summary>A run that a verdict rests on, in its JSON document.</summary>
/// <param name="Name">The run's name.</param>
/// <param name="Seal">SHA-256 of the file, in lower-case hexadecimal digits.</param>
public sealed record VerdictRunDocument(string Name, string Seal);
