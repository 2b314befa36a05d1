using Tollgate.Advice;
using Tollgate.Figures;
using Tollgate.Input;
using Tollgate.Measures.Comparing;

namespace Tollgate.Reports.Wording;

/// <summary>The split of a difference in task time, in words.</summary>
internal static class ComparisonText
{
    /// <summary>Such as <c>opus is slower than gpt: mean task 71.3 s against 18.5 s</c>.</summary>
    public static string Headline(Comparison comparison)
    {
        var means = $"mean task {FigureText.Duration(comparison.CandidateMeanMs)} against {
            FigureText.Duration(comparison.BaselineMeanMs)}";
        if (comparison.Basis == ComparisonBasis.TwoMoments)
        {
            return $"{comparison.Candidate} and {comparison.Baseline} at two moments: {means}";
        }

        var verdict = comparison.Direction switch
        {
            Direction.Faster => "is faster than",
            Direction.Slower => "is slower than",
            _ => "shows no difference from",
        };
        var drift = comparison.Basis == ComparisonBasis.SeveralRuns && comparison.Direction != Direction.NotShown
            ? " by more than the runs' own drift"
            : "";
        return $"{comparison.Candidate} {verdict} {comparison.Baseline}{drift}: {means}";
    }

    /// <summary>What the comparison cannot tell, as a sentence; null where there is nothing to say.</summary>
    public static string? Caution(Comparison comparison) => comparison.Basis == ComparisonBasis.TwoMoments
        ? "Each was measured in a run of its own, so this holds for those two moments: whether they differ by more than "
            + "one run drifts from the next is not known. Several runs of each, or both targets in one run, show it."
        : null;

    /// <summary>The parts and the whole, in the order in which they add up.</summary>
    public static IReadOnlyList<ComparisonPart> Parts(Comparison comparison) =>
    [
        new("first token", 0, comparison.FirstTokenMs, comparison.FirstTokenInterval),
        new("rate", comparison.FirstTokenMs, comparison.RateMs, comparison.RateInterval),
        new("tokens", comparison.FirstTokenMs + comparison.RateMs, comparison.TokensMs, comparison.TokensInterval),
        new("task time", 0, comparison.TaskMsDifference, comparison.TaskMsDifferenceInterval),
    ];

    /// <summary>The baseline's comparisons where there are several: a row each.</summary>
    public static ReportTable Table(IReadOnlyList<Comparison> comparisons, string between) => new(
        $"Difference in mean task time from {comparisons[0].Baseline}, and where it comes from",
        ["Candidate", "Task time", "First token", "Rate", "Tokens"],
        [.. comparisons.Select(IReadOnlyList<string> (comparison) =>
            [comparison.Candidate, .. new[] { 3, 0, 1, 2 }.Select(i =>
            {
                var part = Parts(comparison)[i];
                return FigureText.Difference(part.Ms, part.Interval, between);
            })])]);

    /// <summary>A workload's name as people say it, such as <c>Voice agent</c>.</summary>
    public static string Name(Workload workload)
    {
        var words = SnakeCase.Words(workload);
        return char.ToUpperInvariant(words[0]) + words[1..];
    }
}
