using Tollgate.Figures;
using Tollgate.Gate.Evidence;
using Tollgate.Gate.Judging;
using Tollgate.Reports.Json;
using Tollgate.Reports.Wording;
using Tollgate.Results;

namespace Tollgate.Reports.Html;

/// <summary>
/// One HTML file that needs nothing else: no script runs, nothing is fetched, charts are SVG. The document itself lies
/// in it as JSON, in the element with the id <c>tollgate-document</c>.
/// </summary>
internal static class HtmlReport
{
    /// <param name="writer">Where to; UTF-8.</param>
    /// <param name="report">What to show.</param>
    public static void Write(TextWriter writer, RunReport report)
    {
        var palette = new Palette(report.Targets);
        var title = Headline.Of(report);
        var css = report.Verdict is null ? HtmlStyle.Css : HtmlStyle.Css + HtmlVerdict.Css;
        writer.Write($"""
            {HtmlPage.Start(title, title, css, Headline.IsBad(report))}
            {Meta(report)}
            </header>
            <main>

            """);
        writer.Write(Warnings(report));
        writer.Write(report.Verdict is { } verdict ? HtmlVerdict.Section(verdict) : "");
        foreach (var section in report.Sections ?? [report])
        {
            writer.Write(Kind(section));
            Write(writer, section, palette);
        }

        writer.Write($"""
            </main>
            <footer>
            <p>Intervals are of 95%. A dash stands where the samples are too few to state a figure or a bound.
            Latencies are of completed exchanges; failures are counted apart and never
            enter them.</p>{FailureRules(report.Verdict)}
            <p>The whole document lies in this file as JSON, in the element tollgate-document.</p>
            </footer>
            <script type="application/json" id="tollgate-document">
            {MeasureDocument.Of(report).ToJson()}
            </script>
            </body>
            </html>

            """);
    }

    /// <summary>The whole file as text.</summary>
    public static string Render(RunReport report)
    {
        var writer = new StringWriter(CultureInfo.InvariantCulture) { NewLine = "\n" };
        Write(writer, report);
        return writer.ToString();
    }

    private static void Write(TextWriter writer, RunReport report, Palette palette)
    {
        var measured = report.Targets.Where(target => target.Measures.Completed > 0).ToList();
        var drawn = new HtmlCurves(measured, palette);
        writer.Write(HtmlRehearsal.Numbers(report));
        writer.Write(HtmlSections.Gap(report, palette));
        writer.Write(HtmlSections.Advice(report));
        writer.Write(HtmlSections.Numbers(report, measured, palette));
        writer.Write(drawn.Distributions());
        writer.Write(drawn.OverTime());
        writer.Write(HtmlSections.Failures(report));
        writer.Write(HtmlSections.Details(report));
        writer.Write(HtmlRehearsal.Calls(report));
    }

    private static string Kind(RunReport section) => section.Kind is { } kind
        ? $"<section class=\"kind\"><h2>{Html.Text(kind)}</h2><p class=\"lead\">{
            Html.Text(ReportTables.RunLine(section))}</p></section>\n"
        : "";

    private static string FailureRules(Verdict? verdict) => verdict is null
        ? ""
        : $"\n<p>Of the verdict: {Html.Text(string.Join(" ", verdict.FailureRules))}</p>";

    private static string Meta(RunReport report)
    {
        var exchanges = FigureText.Count(report.Targets.Sum(target => target.Measures.Issued));
        List<string> items =
        [
            Standing(report),
            Item($"run {report.Run}"),
            Item($"{exchanges} exchanges"),
        ];
        if (report.Load is { } load)
        {
            items.Add(Item(load));
        }

        if (report.Started is { } started)
        {
            items.Add(Item(started));
        }

        items.Add(Item($"seed {report.Seed.ToString(CultureInfo.InvariantCulture)}"));
        return $"<ul class=\"meta\">{string.Concat(items)}</ul>";
    }

    // Green is for a run that got through: totals that add up of failures alone are nothing to be pleased about.
    private static string Standing(RunReport report) =>
        report.IsAllFailed ? "<li class=\"bad\">not valid: nothing succeeded</li>"
        : !report.Valid ? "<li class=\"bad\">not valid</li>"
        : Headline.IsBad(report) ? "<li class=\"bad\">totals add up, but look at what failed</li>"
        : "<li class=\"good\">valid: totals add up</li>";

    private static string Item(string text) => $"<li>{Html.Text(text)}</li>";

    private static string Warnings(RunReport report)
    {
        if (report.Warnings.Count == 0)
        {
            return "";
        }

        var items = new StringBuilder();
        foreach (var warning in report.Warnings)
        {
            items.Append(Item(warning));
        }

        return $"""
            <section class="warnings" aria-label="Warnings"><h2>Before you believe this</h2>
            <ul>{items}</ul></section>

            """;
    }
}
