using Tollgate.Exchanges;
using Tollgate.Gate.Judging;

namespace Tollgate.Reports.Json.Verdicts;

/// <summary>One side of a verdict in its JSON document.</summary>
/// <param name="Target">The target's name.</param>
/// <param name="Runs">Its runs, in the order in which they were given.</param>
internal sealed record VerdictSideDocument(string Target, IReadOnlyList<VerdictRunDocument> Runs)
{
    internal static VerdictSideDocument Of(
        string target, IReadOnlyList<(string Name, string Seal)> runs, VerdictRecord? record) =>
        new(target, [.. runs.Select(run => record?.Registered.TryGetValue(run.Seal, out var entry) == true
            ? new VerdictRunDocument(run.Name, run.Seal, true, entry)
            : new VerdictRunDocument(run.Name, run.Seal, false, null))]);
}
