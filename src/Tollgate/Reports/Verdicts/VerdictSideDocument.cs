namespace Tollgate.Reports;

/// <summary>One side of a verdict in its JSON document.</summary>
/// <param name="Target">The target's name.</param>
/// <param name="Runs">Its runs, in the order in which they were given.</param>
public sealed record VerdictSideDocument(string Target, IReadOnlyList<VerdictRunDocument> Runs)
{
    internal static VerdictSideDocument Of(string target, IReadOnlyList<(string Name, string Seal)> runs) =>
        new(target, [.. runs.Select(run => new VerdictRunDocument(run.Name, run.Seal))]);
}
