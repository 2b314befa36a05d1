namespace Tollgate.Reports.Json.Verdicts;

/// <summary>The rubric of a verdict in its JSON document.</summary>
/// <param name="Name">The rubric's name.</param>
/// <param name="Digest">SHA-256 of its canonical form, in lower-case hexadecimal digits.</param>
internal sealed record VerdictRubricDocument(string Name, string Digest);
