using Tollgate.Advice;
using Tollgate.Figures;
using Tollgate.Measures.OfExchanges;
using Tollgate.Reports.Wording;
using Tollgate.Results;

namespace Tollgate.Reports.Html;

/// <summary>The sections of the page; each is empty where it has nothing to show.</summary>
internal static class HtmlSections
{
    public static string Gap(RunReport report, Palette palette)
    {
        if (report.Comparisons is not [var comparison, ..])
        {
            return "";
        }

        var difference = FigureText.Difference(comparison.TaskMsDifference, comparison.TaskMsDifferenceInterval);
        var further = report.Comparisons.Count > 1
            ? $"<div class=\"card gap\">{Html.Table(ComparisonText.Table(report.Comparisons, "\n"))}</div>"
            : "";
        return Section(
            "Where the difference comes from",
            $"{ComparisonText.Headline(comparison)}: a difference of {difference}. The parts add up to it exactly.",
            WaterfallChart.Draw(comparison, palette)
                + SmallPrint(ComparisonText.Caution(comparison) is { } caution ? [caution] : []) + further);
    }

    public static string Advice(RunReport report)
    {
        if (report.Recommendations is not { Count: > 0 } recommendations)
        {
            return "";
        }

        var cards = string.Concat(recommendations.Select(advice => $"""
            <div class="card advice"><h3>{Html.Text(ComparisonText.Name(advice.Workload))}</h3>
            <strong>{Html.Text(advice.Target)}</strong>
            {Tag(report, advice)}
            <p>{Html.Text(WithoutName(advice))}</p></div>

            """));
        return Section("What to use it for", "By these numbers alone.", Grid(3, cards));
    }

    public static string Numbers(RunReport report, IReadOnlyList<TargetResult> measured, Palette palette)
    {
        if (measured.Count == 0)
        {
            return "";
        }

        var charts = Grid(
            2, string.Concat(MeasureText.Charted.Select(measure => IntervalChart.Draw(measure, measured, palette))));
        var table = Html.Table(ReportTables.Overview(report, "\n"));
        var throughput = ReportTables.Throughputs(report, "\n") is { } delivered
            ? $"<div class=\"card gap\">{Html.Table(delivered)}</div>"
            : "";
        return Section(
            "The numbers",
            "Dots are medians, bars their intervals; the thin line runs on to the 95th percentile.",
            $"{charts}<div class=\"card gap\">{table}{SmallPrint(InstrumentText.Lines(report))}</div>{throughput}");
    }

    public static string Failures(RunReport report) => ReportTables.Failures(report) is { } table
        ? Section(
            "What failed",
            "Failed exchanges are in none of the latencies. Below the table, the first message of each kind.",
            $"<div class=\"card\">{Html.Table(table)}{SmallPrint(ReportTables.FailureMessages(report))}</div>")
        : "";

    public static string Details(RunReport report)
    {
        var open = report.Targets.Count == 1 ? " open" : "";
        var details = string.Concat(report.Targets.Where(target => target.Measures.Completed > 0).Select(target =>
        {
            var summary = $"{Html.Text(target.Name)}<span>{Html.Text(ReportTables.Totals(target.Measures))}</span>";
            return $"""
                <details{open}><summary>{summary}</summary>
                {Html.Table(ReportTables.Detail(target.Measures, "\n"))}</details>

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

    private static string Tag(RunReport report, Recommendation advice) =>
        report.Targets.Count < 2 ? ""
            : advice.Shown ? "<span class=\"tag\">shown by the data</span>"
            : "<span class=\"tag open\">not told apart from others</span>";

    // The name stands above the sentence already.
    private static string WithoutName(Recommendation advice)
    {
        var lead = advice.Target + ": ";
        return advice.Sentence.StartsWith(lead, StringComparison.Ordinal)
            ? char.ToUpperInvariant(advice.Sentence[lead.Length]) + advice.Sentence[(lead.Length + 1)..]
            : advice.Sentence;
    }
}
