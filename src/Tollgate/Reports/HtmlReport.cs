using System.Globalization;
using System.Text;
using Tollgate.Figures;
using Tollgate.Gate;
using Tollgate.Gate.Gathering;
using Tollgate.Measures.Summaries;
using Tollgate.Reports.Verdicts;

namespace Tollgate.Reports;

/// <summary>
/// One HTML file that needs nothing else: no script runs, nothing is fetched, charts are SVG. The document itself lies
/// in it as JSON, in the element with the id <c>tollgate-document</c>.
/// </summary>
public static class HtmlReport
{
    /// <param name="writer">Where to; UTF-8.</param>
    /// <param name="document">What to show.</param>
    /// <param name="curves">What charts draw, by the target's name; a target without them is in none of those.</param>
    /// <param name="sessions">The sessions of rehearsals, by the target's name; null for none.</param>
    /// <param name="verdict">What a gate says; null for nothing.</param>
    public static void Write(
        TextWriter writer, MeasureDocument document, IReadOnlyDictionary<string, TargetCurves> curves,
        IReadOnlyDictionary<string, IReadOnlyList<RehearsedSession>>? sessions = null, Verdict? verdict = null)
    {
        var palette = new Palette(document.Targets);
        var title = document.Headline;
        var css = verdict is null ? HtmlStyle.Css : HtmlStyle.Css + HtmlVerdict.Css;
        writer.Write($"""
            {HtmlPage.Start(title, title, css, Headline.IsBad(document))}
            {Meta(document)}
            </header>
            <main>

            """);
        writer.Write(Warnings(document));
        writer.Write(verdict is null ? "" : HtmlVerdict.Section(verdict));
        foreach (var section in document.Sections ?? [document])
        {
            writer.Write(Kind(section));
            Write(writer, section, curves, sessions, palette);
        }

        writer.Write($"""
            </main>
            <footer>
            <p>Intervals are of 95 %. A dash stands where the samples are too few to state a figure or a bound.
            Latencies are of completed exchanges; failures are counted apart and never
            enter them.</p>{FailureRules(verdict)}
            <p>The whole document lies in this file as JSON, in the element tollgate-document.</p>
            </footer>
            <script type="application/json" id="tollgate-document">
            {document.ToJson()}
            </script>
            </body>
            </html>

            """);
    }

    private static void Write(
        TextWriter writer, MeasureDocument document, IReadOnlyDictionary<string, TargetCurves> curves,
        IReadOnlyDictionary<string, IReadOnlyList<RehearsedSession>>? sessions, Palette palette)
    {
        var measured = document.Targets.Where(target => target.Completed > 0).ToList();
        var drawn = new HtmlCurves(measured, curves, palette);
        writer.Write(HtmlRehearsal.Numbers(document));
        writer.Write(HtmlSections.Gap(document, palette));
        writer.Write(HtmlSections.Advice(document));
        writer.Write(HtmlSections.Numbers(document, measured, palette));
        writer.Write(drawn.Distributions());
        writer.Write(drawn.OverTime());
        writer.Write(HtmlSections.Failures(document));
        writer.Write(HtmlSections.Details(document));
        writer.Write(HtmlRehearsal.Calls(document, sessions));
    }

    private static string Kind(MeasureDocument section) => section.Kind is { } kind
        ? $"<section class=\"kind\"><h2>{Html.Text(kind)}</h2><p class=\"lead\">{
            Html.Text(ReportTables.RunLine(section))}</p></section>\n"
        : "";

    /// <summary>The whole file as text.</summary>
    public static string Render(MeasureDocument document, IReadOnlyDictionary<string, TargetCurves> curves)
    {
        var writer = new StringWriter(CultureInfo.InvariantCulture) { NewLine = "\n" };
        Write(writer, document, curves);
        return writer.ToString();
    }

    private static string FailureRules(Verdict? verdict) => verdict is null
        ? ""
        : $"\n<p>Of the verdict: {Html.Text(string.Join(" ", verdict.FailureRules))}</p>";

    private static string Meta(MeasureDocument document)
    {
        var exchanges = FigureText.Count(document.Targets.Sum(target => target.Issued));
        List<string> items =
        [
            Standing(document),
            Item($"run {document.Run}"),
            Item($"{exchanges} exchanges"),
        ];
        if (document.Load is { } load)
        {
            items.Add(Item(load));
        }

        if (document.Started is { } started)
        {
            items.Add(Item(started));
        }

        items.Add(Item($"seed {document.Seed.ToString(CultureInfo.InvariantCulture)}"));
        return $"<ul class=\"meta\">{string.Concat(items)}</ul>";
    }

    // Green is for a run that got through: totals that add up of failures alone are nothing to be pleased about.
    private static string Standing(MeasureDocument document) =>
        document.IsAllFailed ? "<li class=\"bad\">not valid: nothing succeeded</li>"
        : !document.Valid ? "<li class=\"bad\">not valid</li>"
        : Headline.IsBad(document) ? "<li class=\"bad\">totals add up, but look at what failed</li>"
        : "<li class=\"good\">valid: totals add up</li>";

    private static string Item(string text) => $"<li>{Html.Text(text)}</li>";

    private static string Warnings(MeasureDocument document)
    {
        if (document.Warnings.Count == 0)
        {
            return "";
        }

        var items = new StringBuilder();
        foreach (var warning in document.Warnings)
        {
            items.Append(Item(warning));
        }

        return $"""
            <section class="warnings" aria-label="Warnings"><h2>Before you believe this</h2>
            <ul>{items}</ul></section>

            """;
    }
}
