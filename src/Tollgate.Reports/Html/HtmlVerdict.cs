using Tollgate.Gate.Evidence;
using Tollgate.Gate.Judging;
using Tollgate.Gate.Rubrics;
using Tollgate.Reports.Json.Verdicts;
using Tollgate.Reports.Wording;
using Tollgate.Reports.Wording.Verdicts;

namespace Tollgate.Reports.Html;

/// <summary>
/// A verdict as HTML: a section for a report, or a page of its own that needs nothing else. No script runs; the
/// document lies in the page as JSON, in the element with the id <c>tollgate-verdict</c>.
/// </summary>
internal static class HtmlVerdict
{
    /// <summary>What <see cref="Section"/> needs in the page's style sheet, beside that of <see
    /// cref="HtmlReport"/>.</summary>
    public static string Css => VerdictStyle.Css;

    /// <summary>A whole page.</summary>
    /// <param name="writer">Where to; UTF-8.</param>
    /// <param name="verdict">What to show.</param>
    public static void Write(TextWriter writer, Verdict verdict)
    {
        var title = $"{verdict.Candidate} against {verdict.Baseline}";
        writer.Write($"""
            {HtmlPage.Start($"{VerdictText.Headline(verdict.Outcome)}: {title}", title, $"{HtmlStyle.Css}\n{Css}")}
            </header>
            <main>
            {Section(verdict)}
            </main>
            <footer>
            {string.Concat(verdict.FailureRules.Select(Paragraph))}
            <p>The whole verdict lies in this file as JSON, in the element tollgate-verdict.</p>
            </footer>
            <script type="application/json" id="tollgate-verdict">
            {VerdictDocument.Of(verdict).ToJson()}
            </script>
            </body>
            </html>

            """);
    }

    /// <summary>The whole page as text.</summary>
    public static string Render(Verdict verdict)
    {
        var writer = new StringWriter(CultureInfo.InvariantCulture) { NewLine = "\n" };
        Write(writer, verdict);
        return writer.ToString();
    }

    /// <summary>The verdict, its criteria and why: for a page that has <see cref="Css"/> in its style sheet.</summary>
    public static string Section(Verdict verdict)
    {
        var kind = verdict.Outcome switch
        {
            VerdictOutcome.Adopt => "verdict adopt",
            VerdictOutcome.Reject => "verdict reject",
            _ => "verdict",
        };
        return $"""
            <section class="{kind}">
            <b>{VerdictText.Headline(verdict.Outcome)}</b>
            <p>{Html.Text(verdict.Summary)}</p>
            <p>{Html.Text(VerdictText.Tally(verdict))}; {Html.Text(VerdictText.Look(verdict))}.</p>
            <p>{Html.Text(VerdictText.Claim(verdict))}</p>
            </section>
            {Warnings(verdict)}{Criteria(verdict)}{List("Why", verdict.Why)}{Settle(verdict)}{Sources(verdict)}
            """;
    }

    private static string Criteria(Verdict verdict)
    {
        var bars = new VerdictBars(verdict);
        var rows = string.Concat(verdict.Rows.Zip(bars.Bars).Select(pair =>
            Criterion(verdict, pair.First, pair.Second is { } bar
                ? VerdictChart.Draw(bars, bar, pair.First, verdict.Currency)
                : "<p class=\"small\">There is no interval to draw.</p>")));
        return HtmlSections.Section(
            "The criteria",
            "The change from baseline to candidate. Thick: the interval that shows a win; thin: the one that shows that "
                + "nothing is badly lost. Each is drawn in its own margin of a bad loss, so that they can be compared.",
            $"""
            <div class="card criteria">
            <div class="criterion head"><div></div>
            <div class="direction"><span>◂ worse</span><span>better ▸</span></div></div>
            {rows}</div>
            """);
    }

    private static string Criterion(Verdict verdict, VerdictRow row, string chart)
    {
        var currency = verdict.Currency;
        string?[] small =
        [
            row.Criterion.Name == row.Criterion.Figure.FullName ? null : row.Criterion.Figure.FullName,
            VerdictText.Counts(row), VerdictText.Limits(row, currency),
        ];
        var values = row.Baseline is null && row.Candidate is null
            ? ""
            : $"<p>{Html.Text(VerdictText.Side(row, row.Baseline, currency))} → {
                Html.Text(VerdictText.Side(row, row.Candidate, currency))}</p><p>{
                Html.Text(VerdictText.Change(row, currency))}</p>";
        return $"""
            <div class="criterion"><div><h3>{Html.Text(row.Criterion.Name)} {Tag(row.Outcome)}</h3>
            {values}
            {string.Concat(small.OfType<string>().Concat(row.Notes).Select(Small))}</div>
            {chart}</div>

            """;
    }

    private static string Tag(RowOutcome outcome)
    {
        var kind = outcome switch
        {
            RowOutcome.Won => "tag",
            RowOutcome.Inferior or RowOutcome.OverTheLimit => "tag bad",
            RowOutcome.Open => "tag open",
            _ => "tag plain",
        };
        return $"<span class=\"{kind}\">{VerdictText.Outcome(outcome)}</span>";
    }

    private static string Settle(Verdict verdict) =>
        VerdictText.Settle(verdict) is { } settle ? List("What would settle it", [settle]) : "";

    private static string Warnings(Verdict verdict) => verdict.Warnings.Count == 0 ? "" : $"""
        <section class="warnings" aria-label="Warnings"><h2>Before you believe this</h2>
        <ul>{Items(verdict.Warnings)}</ul></section>

        """;

    private static string List(string title, IReadOnlyList<string> sentences) => sentences.Count == 0 ? "" : $"""
        <section><h2>{title}</h2><ul class="why">{Items(sentences)}</ul></section>

        """;

    private static string Sources(Verdict verdict)
    {
        List<string> lines = [$"rubric {verdict.Rubric.Name}: {verdict.Rubric.Digest}"];
        lines.AddRange(verdict.BaselineRuns.Select(run =>
            $"baseline {verdict.Baseline}: {VerdictText.Run(verdict, run, run.Seal)}"));
        lines.AddRange(verdict.CandidateRuns.Select(run =>
            $"candidate {verdict.Candidate}: {VerdictText.Run(verdict, run, run.Seal)}"));
        lines.AddRange((verdict.Record?.Numbers ?? []).Select(static number =>
            $"{number.Number} of {number.Target} for {number.Run}, {number.File}: {number.Digest}"));
        if (VerdictText.Head(verdict) is { } head)
        {
            lines.AddRange([string.Join("; ", VerdictText.Record(verdict)), head]);
        }

        return HtmlSections.Section(
            "What it rests on", "SHA-256 of the rubric as it was published, of each run file, and of the numbers that the team brought; and the place in the ledger.",
            $"<div class=\"seal\">{string.Concat(lines.Select(Paragraph))}</div>");
    }

    private static string Items(IEnumerable<string> sentences) =>
        string.Concat(sentences.Select(sentence => $"<li>{Html.Text(sentence)}</li>"));

    private static string Paragraph(string text) => $"<p>{Html.Text(text)}</p>";

    private static string Small(string text) => $"<p class=\"small\">{Html.Text(text)}</p>";
}
