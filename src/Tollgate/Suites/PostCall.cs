namespace Tollgate.Suites;

/// <summary>What is asked of the model about a finished call, as structured output.</summary>
/// <param name="Instructions">What it is told; the transcript follows.</param>
/// <param name="Questions">The questions by name, each with the answers that it may have; not empty.</param>
public sealed record PostCall(string Instructions, IReadOnlyDictionary<string, IReadOnlyList<string>> Questions);
