namespace Tollgate.Reports.Json.Verdicts;

/// <summary>A run that a verdict rests on, in its JSON document.</summary>
/// <param name="Name">The run's name.</param>
/// <param name="Seal">SHA-256 of the file, in lower-case hexadecimal digits.</param>
/// <param name="Registered">Whether the ledger registered it before it began.</param>
/// <param name="Entry">The number of that entry; null where there is none.</param>
internal sealed record VerdictRunDocument(string Name, string Seal, bool Registered, long? Entry);
