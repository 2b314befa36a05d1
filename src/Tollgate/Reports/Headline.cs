using Tollgate.Figures;
using Tollgate.Measures.Comparing;
using Tollgate.Measures.Summaries;
using Tollgate.Statistics;

namespace Tollgate.Reports;

/// <summary>
/// The one line that every form of a report begins with: what went wrong, where much did; else what came out.
/// </summary>
internal static class Headline
{
    /// <summary>
    /// Nothing that was sent succeeded: no exchange; or no call of a rehearsal reached its end, and exchanges failed.
    /// </summary>
    public static bool IsAllFailed(IReadOnlyList<TargetDocument> targets) =>
        targets.Any(target => target.Failed > 0)
        && (targets.All(target => target.Completed == 0) || NoCallFinished(targets));

    /// <summary>Whether the line tells of a failure.</summary>
    public static bool IsBad(MeasureDocument document) => Trouble(document) is not null;

    public static string Of(MeasureDocument document) => Trouble(document)
        ?? (document.Sections is { } sections ? OfKinds(sections) : Finding(document));

    /// <summary>That there are several kinds of runs, each in a section of its own.</summary>
    public static string OfKinds(IReadOnlyList<MeasureDocument> sections)
    {
        var results = FigureText.Count(sections.Sum(section => section.Targets.Count));
        return $"{FigureText.Count(sections.Count)} kinds of runs, which no table compares: {results} results, {
            ""}a section for each kind";
    }

    private static string? Trouble(MeasureDocument document)
    {
        var targets = document.Targets;
        var issued = targets.Sum(target => target.Completed + target.Failed);
        if (targets.All(target => target.Completed == 0) && targets.Any(target => target.Failed > 0))
        {
            return $"Nothing succeeded: {(issued == 1 ? "the one exchange" : $"all {FigureText.Count(issued)} exchanges")
                } failed ({Kinds(targets)})";
        }

        if (NoCallFinished(targets))
        {
            return $"No call reached its end: {Endings(targets)}";
        }

        if (!document.Valid)
        {
            return document.Targets.All(AddsUp)
                ? "Not valid: this record is not whole, as its warnings say"
                : "Not valid: the totals of this run do not add up";
        }

        var worst = targets.MaxBy(FailedShare);
        if (worst is null || FailedShare(worst) <= DataWarnings.FailedShare)
        {
            return null;
        }

        if (worst.Completed == 0)
        {
            return $"All {FigureText.Count(worst.Failed)} exchanges with {worst.Name} failed ({Kinds([worst])})";
        }

        var share = FigureText.Share(Proportions.Wilson(worst.Failed, worst.Completed + worst.Failed));
        return $"{share} of the exchanges with {worst.Name} failed ({Kinds([worst])}): the latencies are of those that "
            + "got through";
    }

    private static string Finding(MeasureDocument document)
    {
        if (document.Suite is { } suite)
        {
            var who = string.Join(" and ", document.Targets.Select(target => target.Name));
            return $"{FigureText.Count(Calls(document.Targets))} calls of {suite.Name} with {who}";
        }

        if (document.Comparison is { } comparison)
        {
            return ComparisonText.Headline(comparison);
        }

        return document.Targets is [var only]
            ? $"{only.Name}, measured"
            : $"{document.Targets.Count} targets, measured";
    }

    private static bool AddsUp(TargetDocument target) =>
        target.Issued == target.Completed + target.Failed + target.Cancelled + target.InFlight;

    private static double FailedShare(TargetDocument target) =>
        target.Failed == 0 ? 0 : (double)target.Failed / (target.Completed + target.Failed);

    // Of one kind alone, how many there are has just been said.
    private static string Kinds(IReadOnlyList<TargetDocument> targets)
    {
        var kinds = targets.SelectMany(target => target.Failures)
            .GroupBy(failure => failure.Key.Replace('_', ' '), failure => failure.Value)
            .OrderByDescending(kind => kind.Sum())
            .ToList();
        return kinds is [var only]
            ? only.Key
            : string.Join(", ", kinds.Select(kind => $"{FigureText.Count(kind.Sum())} {kind.Key}"));
    }

    private static string Endings(IReadOnlyList<TargetDocument> targets) => string.Join(", ", targets
        .SelectMany(target => target.Rehearsal!.Endings) // A rehearsal's targets all have one.
        .GroupBy(ending => ending.Key, ending => ending.Value)
        .OrderByDescending(ending => ending.Sum())
        .Select(ending => $"{FigureText.Count(ending.Sum())} {ending.Key.Replace('_', ' ')}"));

    // What was stopped by whoever ran it says nothing of the model.
    private static bool NoCallFinished(IReadOnlyList<TargetDocument> targets) =>
        targets.All(target => target.Rehearsal is not null) && Finished(targets) == 0
        && Calls(targets) > targets.Sum(target => target.Rehearsal!.Endings.GetValueOrDefault("stopped"));

    private static long Calls(IReadOnlyList<TargetDocument> targets) =>
        targets.Sum(target => target.Rehearsal?.Sessions ?? 0);

    private static long Finished(IReadOnlyList<TargetDocument> targets) =>
        targets.Sum(target => target.Rehearsal?.Endings.GetValueOrDefault("finished") ?? 0);
}
