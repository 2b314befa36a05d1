using Tollgate.Exchanges;

namespace Tollgate.Reports.Json.Verdicts;

/// <summary>The values of a team's own number for one side and run, in a verdict's JSON document.</summary>
/// <param name="Number">The number's name.</param>
/// <param name="Target">The target of the side.</param>
/// <param name="Run">The run's name.</param>
/// <param name="File">The file that the values came from.</param>
/// <param name="Sha256">Over the values in order of session, in lower-case hexadecimal digits.</param>
internal sealed record VerdictNumberDocument(string Number, string Target, string Run, string File, string Sha256);
