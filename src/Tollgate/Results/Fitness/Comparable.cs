using Tollgate.Runs;
using Tollgate.Runs.Records;

namespace Tollgate.Results.Fitness;

/// <summary>Whether two sides' runs may be held against each other at all.</summary>
internal static class Comparable
{
    /// <summary>
    /// Why they may not: whole sentences, one a reason, none where they may. Runs at the same place of their sides are
    /// a pair: they must have had the same suite, load and chance, and differ in the target alone.
    /// </summary>
    /// <param name="baselineRuns">The baseline's open run files; not empty.</param>
    /// <param name="candidateRuns">
    /// The candidate's. A file may be on both sides, with different targets.
    /// </param>
    /// <param name="baselineTarget">The baseline's target, which each of its runs has.</param>
    /// <param name="candidateTarget">The candidate's.</param>
    /// <exception cref="RunFileException">A file is damaged.</exception>
    public static IReadOnlyList<string> Check(
        IReadOnlyList<RunFile> baselineRuns, IReadOnlyList<RunFile> candidateRuns, string baselineTarget,
        string candidateTarget)
    {
        ArgumentNullException.ThrowIfNull(baselineRuns);
        ArgumentNullException.ThrowIfNull(candidateRuns);
        var reasons = new List<string>();

        // Each open file for itself, also where two have one path: another file may have taken the name in between. The
        // seal is computed here, once for each, and holds for all that is read of it before and after.
        foreach (var run in baselineRuns.Concat(candidateRuns).Distinct())
        {
            reasons.AddRange(RunFitness.Problems(run, run.CheckSeal()));
        }

        if (baselineRuns.Count != candidateRuns.Count)
        {
            reasons.Add($"There are {baselineRuns.Count} runs of the baseline and {candidateRuns.Count} of the candidate; expected a pair for each.");
        }

        reasons.AddRange(Twice(baselineRuns));
        reasons.AddRange(Twice(candidateRuns));
        reasons.AddRange(OfOnePlan([.. baselineRuns, .. candidateRuns]));
        if (baselineTarget == candidateTarget)
        {
            reasons.AddRange(OnBothSides(baselineRuns, candidateRuns, baselineTarget));
        }

        foreach (var (baseline, candidate) in baselineRuns.Zip(candidateRuns))
        {
            reasons.AddRange(RunDifferences.OfChance(baseline, candidate));
            reasons.AddRange(RunDifferences.OfCurrency(baseline, baselineTarget, candidate, candidateTarget));
            reasons.AddRange(RunDifferences.OfSessions(baseline, baselineTarget, candidate, candidateTarget));
        }

        return [.. reasons.Distinct()];
    }

    // Each is held against the first: what two others differ in, one of them differs from the first in.
    private static IEnumerable<string> OfOnePlan(IReadOnlyList<RunFile> runs) =>
        runs.DistinctBy(run => run.Path).Skip(1).SelectMany(run => RunDifferences.OfPlan(runs[0], run));

    private static IEnumerable<string> Twice(IReadOnlyList<RunFile> runs) => runs
        .GroupBy(run => (run.Info.Seed, run.Info.Suite?.Digest))
        .Where(same => same.Count() > 1)
        .Select(same => $"{string.Join(" and ", same.Select(run => run.Path))}: these runs of one side have the same seed, {same.Key.Seed}, so they are the same chance twice; expected a seed for each.");

    private static IEnumerable<string> OnBothSides(
        IReadOnlyList<RunFile> baselineRuns, IReadOnlyList<RunFile> candidateRuns, string target) => baselineRuns
        .Where(run => candidateRuns.Any(other => other.Path == run.Path
            || (run.CheckSeal().Hex is { } seal && seal == other.CheckSeal().Hex)))
        .Select(run => $"{run.Path}: the baseline and the candidate are the same target of the same run, {target}; expected two.");
}
