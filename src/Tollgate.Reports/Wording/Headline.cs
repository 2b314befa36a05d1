using Tollgate.Figures;
using Tollgate.Input;
using Tollgate.Measures.Summaries;
using Tollgate.Results;
using Tollgate.Statistics;

namespace Tollgate.Reports.Wording;

/// <summary>
/// The one line that every form of a report begins with: what went wrong, where much did; else what came out.
/// </summary>
internal static class Headline
{
    /// <summary>Whether the line tells of a failure.</summary>
    public static bool IsBad(RunReport report) => Trouble(report) is not null;

    public static string Of(RunReport report) => Trouble(report)
        ?? (report.Sections is { } sections ? OfKinds(sections) : Finding(report));

    /// <summary>That there are several kinds of runs, each in a section of its own.</summary>
    public static string OfKinds(IReadOnlyList<RunReport> sections)
    {
        var results = FigureText.Count(sections.Sum(section => section.Targets.Count));
        return $"{FigureText.Count(sections.Count)} kinds of runs, which no table compares: {results} results, {
            ""}a section for each kind";
    }

    private static string? Trouble(RunReport report)
    {
        List<TargetMeasures> targets = [.. report.Targets.Select(static target => target.Measures)];
        var issued = targets.Sum(target => target.Completed + target.Failed);
        if (targets.TrueForAll(target => target.Completed == 0) && targets.Exists(target => target.Failed > 0))
        {
            return $"Nothing succeeded: {(issued == 1 ? "the one exchange" : $"all {FigureText.Count(issued)} exchanges")
                } failed ({Kinds(targets)})";
        }

        if (report.NoCallFinished)
        {
            return $"No call reached its end: {Endings(report.Targets)}";
        }

        if (!report.Valid)
        {
            return targets.TrueForAll(target => target.AddsUp)
                ? "Not valid: this record is not whole, as its warnings say"
                : "Not valid: the totals of this run do not add up";
        }

        var worst = targets.MaxBy(FailedShare);
        if (worst is null || FailedShare(worst) <= DataWarnings.FailedShare)
        {
            return null;
        }

        var name = worst.Target.Name;
        if (worst.Completed == 0)
        {
            return $"All {FigureText.Count(worst.Failed)} exchanges with {name} failed ({Kinds([worst])})";
        }

        var share = FigureText.Share(Proportions.Wilson(worst.Failed, worst.Completed + worst.Failed));
        return $"{share} of the exchanges with {name} failed ({Kinds([worst])}): the latencies are of those that "
            + "got through";
    }

    private static string Finding(RunReport report)
    {
        if (report.Suite is { } suite)
        {
            var who = string.Join(" and ", report.Targets.Select(target => target.Name));
            var calls = report.Targets.Sum(target => target.Rehearsal?.Measures.Sessions ?? 0);
            return $"{FigureText.Count(calls)} calls of {suite.Name} with {who}";
        }

        if (report.Comparisons is [var comparison, ..])
        {
            return ComparisonText.Headline(comparison);
        }

        return report.Targets is [var only]
            ? $"{only.Name}, measured"
            : $"{report.Targets.Count} targets, measured";
    }

    private static double FailedShare(TargetMeasures target) =>
        target.Failed == 0 ? 0 : (double)target.Failed / (target.Completed + target.Failed);

    // Of one kind alone, how many there are has just been said.
    private static string Kinds(IReadOnlyList<TargetMeasures> targets)
    {
        var kinds = targets.SelectMany(target => target.Failures)
            .GroupBy(failure => SnakeCase.Words(failure.Key), failure => failure.Value)
            .OrderByDescending(kind => kind.Sum())
            .ToList();
        return kinds is [var only]
            ? only.Key
            : string.Join(", ", kinds.Select(kind => $"{FigureText.Count(kind.Sum())} {kind.Key}"));
    }

    private static string Endings(IReadOnlyList<TargetResult> targets) => string.Join(", ", targets
        .SelectMany(target => target.Rehearsal!.Measures.Endings) // A rehearsal's targets all have one.
        .GroupBy(ending => ending.Key, ending => ending.Value)
        .OrderByDescending(ending => ending.Sum())
        .Select(ending => $"{FigureText.Count(ending.Sum())} {SnakeCase.Words(ending.Key)}"));
}
