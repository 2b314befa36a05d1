using Tollgate.Figures;
using Tollgate.Measures.Comparing;

namespace Tollgate.Reports;

/// <summary>The sections of the page; each is empty where it has nothing to show.</summary>
internal static class HtmlSections
{
    public static string Gap(MeasureDocument document, Palette palette)
    {
        if (document.Comparison is not { } comparison)
        {
            return "";
        }

        var interval = QuantilesDocument.Interval(comparison.TaskMsDifferenceCi);
        var difference = FigureText.Difference(comparison.TaskMsDifference, interval);
        var further = document.Comparisons.Count > 1
            ? $"<div class=\"card gap\">{Html.Table(ComparisonText.Table(document.Comparisons, "\n"))}</div>"
            : "";
        return Section(
            "Where the difference comes from",
            $"{ComparisonText.Headline(comparison)}: a difference of {difference}. The parts add up to it exactly.",
            WaterfallChart.Draw(comparison, palette)
                + SmallPrint(ComparisonText.Caution(comparison) is { } caution ? [caution] : []) + further);
    }

    public static string Advice(MeasureDocument document)
    {
        if (document.Recommendations is not { Count: > 0 } recommendations)
        {
            return "";
        }

        var cards = string.Concat(recommendations.Select(advice => $"""
            <div class="card advice"><h3>{Html.Text(ComparisonText.Workload(advice.Workload))}</h3>
            <strong>{Html.Text(advice.Target)}</strong>
            {Tag(document, advice)}
            <p>{Html.Text(WithoutName(advice))}</p></div>

            """));
        return Section("What to use it for", "By these numbers alone.", Grid(3, cards));
    }

    public static string Numbers(MeasureDocument document, IReadOnlyList<TargetDocument> measured, Palette palette)
    {
        if (measured.Count == 0)
        {
            return "";
        }

        IntervalChart.Subject[] subjects =
        [
            new("First token", target => target.FirstTokenMs),
            new("Rate", target => target.TokensPerSecond, ChartUnit.TokensPerSecond),
            new("Output", target => target.OutputTokens, ChartUnit.Tokens),
            new("Task time", target => target.TaskMs),
        ];
        var charts = measured.Count == 0
            ? ""
            : Grid(2, string.Concat(subjects.Select(subject => IntervalChart.Draw(subject, measured, palette))));
        var table = Html.Table(ReportTables.Overview(document, "\n"));
        var throughput = ReportTables.Throughputs(document, "\n") is { } delivered
            ? $"<div class=\"card gap\">{Html.Table(delivered)}</div>"
            : "";
        return Section(
            "The numbers",
            "Dots are medians, bars their intervals; the thin line runs on to the 95th percentile.",
            $"{charts}<div class=\"card gap\">{table}{SmallPrint(InstrumentText.Lines(document))}</div>{throughput}");
    }

    public static string Failures(MeasureDocument document) => ReportTables.Failures(document) is { } table
        ? Section(
            "What failed",
            "Failed exchanges are in none of the latencies. Below the table, the first message of each kind.",
            $"<div class=\"card\">{Html.Table(table)}{SmallPrint(ReportTables.FailureMessages(document))}</div>")
        : "";

    public static string Details(MeasureDocument document)
    {
        var open = document.Targets.Count == 1 ? " open" : "";
        var details = string.Concat(document.Targets.Where(target => target.Completed > 0).Select(target =>
        {
            var summary = $"{Html.Text(target.Name)}<span>{Html.Text(ReportTables.Totals(target))}</span>";
            return $"""
                <details{open}><summary>{summary}</summary>
                {Html.Table(ReportTables.Detail(target, "\n"))}</details>

                """;
        }));
        return details.Length == 0
            ? ""
            : Section("Every measure", "Median and 95th percentile with their intervals.", details);
    }

    internal static string Section(string title, string lead, string body) => $"""
        <section>
        <h2>{Html.Text(title)}</h2>
        <p class="lead">{Html.Text(lead)}</p>
        {body}
        </section>

        """;

    internal static string Grid(int columns, string content) => $"<div class=\"grid{columns}\">\n{content}</div>\n";

    private static string SmallPrint(IReadOnlyList<string> lines) =>
        $"<div class=\"instrument\">{string.Concat(lines.Select(line => $"<p>{Html.Text(line)}</p>"))}</div>";

    private static string Tag(MeasureDocument document, RecommendationDocument advice) =>
        document.Targets.Count < 2 ? ""
            : advice.Shown ? "<span class=\"tag\">shown by the data</span>"
            : "<span class=\"tag open\">not told apart from others</span>";

    // The name stands above the sentence already.
    private static string WithoutName(RecommendationDocument advice)
    {
        var lead = advice.Target + ": ";
        return advice.Sentence.StartsWith(lead, StringComparison.Ordinal)
            ? char.ToUpperInvariant(advice.Sentence[lead.Length]) + advice.Sentence[(lead.Length + 1)..]
            : advice.Sentence;
    }
}
