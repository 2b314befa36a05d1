using Tollgate.Advice;
using Tollgate.Exchanges;
using Tollgate.Measures.Comparing;
using Tollgate.Measures.Summaries;

namespace Tollgate.Results;

/// <summary>
/// What the targets of one run or several say of one another. Targets of one run were measured at the same time; those
/// of different runs at different moments, between which a server drifts, and only several runs a side show how far.
/// </summary>
internal static class RunComparisons
{
    private const string AtOtherMoments =
        " These were measured at different moments, so that a drift between them is in the difference.";

    /// <param name="runs">The targets of each run, named so that no two have one name.</param>
    /// <param name="nameOf">A target's name in its own run.</param>
    /// <param name="seed">For the resampling.</param>
    public static IReadOnlyList<Comparison> Of(
        IReadOnlyList<IReadOnlyList<TargetMeasures>> runs, Func<TargetMeasures, string> nameOf, ulong seed)
    {
        var placed = runs.SelectMany((targets, run) => targets.Select(target => new Placed(run, target)))
            .Where(placed => placed.Target.TaskRows.Count > 0)
            .ToList();
        if (placed.Count < 2)
        {
            return [];
        }

        var sides = placed.GroupBy(one => Identity(one.Target, nameOf)).Select(side => side.ToList()).ToList();
        if (sides.Count > 1 && sides.All(side => side.Count > 1))
        {
            return [.. sides.Skip(1).Select(side => OfSides(sides[0], side, nameOf))];
        }

        return
        [
            .. placed.Skip(1)
                .Select(other => TaskComparer.Compare(placed[0].Target, other.Target, seed) is { } comparison
                    ? comparison with
                    {
                        Basis = other.Run == placed[0].Run ? ComparisonBasis.SameRun : ComparisonBasis.TwoMoments,
                    }
                    : null)
                .OfType<Comparison>(),
        ];
    }

    /// <summary>Which target for which workload; nothing counts as shown between targets of different runs.</summary>
    public static IReadOnlyList<Recommendation> Advice(IReadOnlyList<IReadOnlyList<TargetMeasures>> runs)
    {
        var advice = Advisor.Recommend([.. runs.SelectMany(targets => targets)]);
        return runs.Count == 1
            ? advice
            : [.. advice.Select(one => one with { Shown = false, Sentence = one.Sentence + AtOtherMoments })];
    }

    private static Comparison OfSides(
        List<Placed> baseline, List<Placed> candidate, Func<TargetMeasures, string> nameOf)
    {
        var paired = baseline.Select(one => one.Run).SequenceEqual(candidate.Select(one => one.Run));
        return TaskComparer.CompareRuns(
            [.. baseline.Select(one => one.Target)], [.. candidate.Select(one => one.Target)], paired) with
        {
            Baseline = Name(baseline, nameOf),
            Candidate = Name(candidate, nameOf),
        };
    }

    private static string Name(List<Placed> side, Func<TargetMeasures, string> nameOf) =>
        string.Create(CultureInfo.InvariantCulture, $"{nameOf(side[0].Target)} ({side.Count} runs)");

    private static (string, string, Uri, string, string?, string?) Identity(
        TargetMeasures measures, Func<TargetMeasures, string> nameOf)
    {
        var target = measures.Target;
        return (nameOf(measures), target.Wire, target.Url, target.Model, target.Region, target.Tier);
    }

    private sealed record Placed(int Run, TargetMeasures Target);
}
