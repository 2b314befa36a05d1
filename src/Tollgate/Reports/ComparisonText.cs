using Tollgate.Figures;
using Tollgate.Measures.Comparing;
using Tollgate.Statistics;

namespace Tollgate.Reports;

/// <summary>The split of a difference in task time, in words.</summary>
internal static class ComparisonText
{
    /// <summary>Such as <c>opus is slower than gpt: mean task 71.3 s against 18.5 s</c>.</summary>
    public static string Headline(ComparisonDocument comparison)
    {
        var means = $"mean task {FigureText.Duration(comparison.CandidateTaskMs)} against {
            FigureText.Duration(comparison.BaselineTaskMs)}";
        if (comparison.Basis == "two_moments")
        {
            return $"{comparison.Candidate} and {comparison.Baseline} at two moments: {means}";
        }

        var verdict = comparison.Direction switch
        {
            "faster" => "is faster than",
            "slower" => "is slower than",
            _ => "shows no difference from",
        };
        var drift = comparison.Basis == "several_runs" && comparison.Direction != "not_shown"
            ? " by more than the runs' own drift"
            : "";
        return $"{comparison.Candidate} {verdict} {comparison.Baseline}{drift}: {means}";
    }

    /// <summary>What the comparison cannot tell, as a sentence; null where there is nothing to say.</summary>
    public static string? Caution(ComparisonDocument comparison) => comparison.Basis == "two_moments"
        ? "Each was measured in a run of its own, so this holds for those two moments: whether they differ by more than "
            + "one run drifts from the next is not known. Several runs of each, or both targets in one run, show it."
        : null;

    /// <summary>The parts and the whole, in the order in which they add up.</summary>
    public static IReadOnlyList<ComparisonPart> Parts(ComparisonDocument comparison) =>
    [
        Part("first token", 0, comparison.PartsMs.FirstToken, comparison.PartsMsCi.FirstToken),
        Part("rate", comparison.PartsMs.FirstToken, comparison.PartsMs.Rate, comparison.PartsMsCi.Rate),
        Part("tokens", comparison.PartsMs.FirstToken + comparison.PartsMs.Rate, comparison.PartsMs.Tokens,
            comparison.PartsMsCi.Tokens),
        Part("task time", 0, comparison.TaskMsDifference, comparison.TaskMsDifferenceCi),
    ];

    /// <summary>The baseline's comparisons where there are several: a row each.</summary>
    public static ReportTable Table(IReadOnlyList<ComparisonDocument> comparisons, string between) => new(
        $"Difference in mean task time from {comparisons[0].Baseline}, and where it comes from",
        ["Candidate", "Task time", "First token", "Rate", "Tokens"],
        [.. comparisons.Select(IReadOnlyList<string> (comparison) =>
            [comparison.Candidate, .. new[] { 3, 0, 1, 2 }.Select(i =>
            {
                var part = Parts(comparison)[i];
                return FigureText.Difference(part.Ms, part.Interval, between);
            })])]);

    /// <summary>A workload's name as people say it, such as <c>Voice agent</c>.</summary>
    public static string Workload(string workload) =>
        char.ToUpperInvariant(workload[0]) + workload[1..].Replace('_', ' ');

    private static ComparisonPart Part(string name, double fromMs, double ms, IReadOnlyList<double?> interval) =>
        new(name, fromMs, ms, QuantilesDocument.Interval(interval));
}
