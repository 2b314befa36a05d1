using System.Globalization;
using System.Text;
using Tollgate.Gate;
using Tollgate.Measures;

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
        var measured = document.Targets.Where(target => target.Completed > 0).ToList();
        var drawn = new HtmlCurves(measured, curves, palette);
        var title = Title(document);
        var css = verdict is null ? HtmlStyle.Css : HtmlStyle.Css + HtmlVerdict.Css;
        writer.Write($"""
            {HtmlPage.Start(title, title, css)}
            {Meta(document)}
            </header>
            <main>

            """);
        writer.Write(Warnings(document));
        writer.Write(verdict is null ? "" : HtmlVerdict.Section(verdict));
        writer.Write(HtmlRehearsal.Numbers(document));
        writer.Write(HtmlSections.Gap(document, palette));
        writer.Write(HtmlSections.Advice(document));
        writer.Write(HtmlSections.Numbers(document, measured, palette));
        writer.Write(drawn.Distributions());
        writer.Write(drawn.OverTime());
        writer.Write(HtmlSections.Failures(document));
        writer.Write(HtmlSections.Details(document));
        writer.Write(HtmlRehearsal.Calls(document, sessions));
        writer.Write($"""
            </main>
            <footer>
            <p>Intervals are of 95 %. A dash stands where the samples are too few to state a figure or a bound.
            Latencies are of completed exchanges; failures are counted apart and never
            enter them.</p>{Conventions(verdict)}
            <p>The whole document lies in this file as JSON, in the element tollgate-document.</p>
            </footer>
            <script type="application/json" id="tollgate-document">
            {document.ToJson()}
            </script>
            </body>
            </html>

            """);
    }

    /// <summary>The whole file as text.</summary>
    public static string Render(MeasureDocument document, IReadOnlyDictionary<string, TargetCurves> curves)
    {
        var writer = new StringWriter(CultureInfo.InvariantCulture) { NewLine = "\n" };
        Write(writer, document, curves);
        return writer.ToString();
    }

    private static string Conventions(Verdict? verdict) => verdict is null
        ? ""
        : $"\n<p>Of the verdict: {Html.Text(string.Join(" ", verdict.Conventions))}</p>";

    private static string Title(MeasureDocument document)
    {
        if (document.Suite is { } suite)
        {
            var who = string.Join(" and ", document.Targets.Select(target => target.Name));
            return $"{document.Targets.Sum(target => target.Rehearsal?.Sessions ?? 0):#,##0} calls of {suite.Name} with {who}";
        }

        if (document.Comparison is { } comparison)
        {
            var difference = FigureText.Duration(Math.Abs(comparison.TaskMsDifference));
            return comparison.Direction switch
            {
                "slower" => $"{comparison.Candidate} takes {difference} longer for a task than {comparison.Baseline}",
                "faster" => $"{comparison.Candidate} finishes a task {difference} sooner than {comparison.Baseline}",
                _ => $"No difference in task time shown between {comparison.Baseline} and {comparison.Candidate}",
            };
        }

        return document.Targets is [var only]
            ? $"{only.Name}, measured"
            : $"{document.Targets.Count} targets, measured";
    }

    private static string Meta(MeasureDocument document)
    {
        var exchanges = FigureText.Count(document.Targets.Sum(target => target.Issued));
        List<string> items =
        [
            document.Valid
                ? "<li class=\"good\">valid: totals add up</li>"
                : "<li class=\"bad\">not valid: totals do not add up</li>",
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
