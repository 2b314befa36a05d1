using Tollgate.Gate.Judging;

namespace Tollgate.Reports.Json.Scores;

/// <summary>What became of one argument of a call, in the JSON document.</summary>
internal sealed record ArgumentDocument(string Name, string Verdict, string? Found, string? Expected);
