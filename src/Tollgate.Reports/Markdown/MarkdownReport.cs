using Tollgate.Figures;
using Tollgate.Measures.OfExchanges;
using Tollgate.Reports.Wording;
using Tollgate.Results;
using Tollgate.Scores.Catalog;

namespace Tollgate.Reports.Markdown;

/// <summary>
/// The document as Markdown, for a pull request or a wiki: GitHub's tables, nothing else beyond the core.
/// </summary>
internal static class MarkdownReport
{
    public static string Render(RunReport report)
    {
        var text = new StringBuilder();
        Paragraph(text, "# Tollgate: " + MarkdownText.Sentence(report.Run));
        Paragraph(text, MarkdownText.Sentence(ReportTables.RunLine(report)) + ".");
        if (Headline.IsBad(report))
        {
            Paragraph(text, $"**{MarkdownText.Sentence(Headline.Of(report))}.**");
        }
        else
        {
            Paragraph(text, "Valid: the totals add up.");
        }

        if (report.Sections is { } sections)
        {
            Paragraph(text, MarkdownText.Sentence(Headline.OfKinds(sections)) + ".");
            foreach (var section in sections)
            {
                Paragraph(text, "# " + MarkdownText.Sentence(section.Kind ?? ""));
                Paragraph(text, MarkdownText.Sentence(ReportTables.RunLine(section)) + ".");
                Body(text, section);
            }
        }
        else
        {
            Body(text, report);
        }

        Paragraph(text, "Intervals are of 95%. A dash stands where the samples are too few to state a figure or a "
            + "bound. Latencies are of completed exchanges; failures are counted apart and never enter them.");
        return text.ToString();
    }

    private static void Body(StringBuilder text, RunReport report)
    {
        Section(text, "Warnings", report.Warnings.Select(MarkdownText.Sentence));
        if (RehearsalTables.Has(report))
        {
            Table(text, RehearsalTables.Scores(report, " "));
            if (RehearsalTables.Errors(report) is { } errors)
            {
                Table(text, errors);
                Paragraph(text, ScoreErrors.MeasuredOn);
            }

            Table(text, RehearsalTables.Felt(report, " "));
            Section(text, "Where a turn's time goes", RehearsalTables.Parts(report).Select(MarkdownText.Sentence));
            Section(text, "How the calls ended", RehearsalTables.Endings(report).Select(MarkdownText.Sentence));
        }

        Numbers(text, report);
        Gap(text, report);
        if (report.Recommendations is { Count: > 0 } recommendations)
        {
            Section(text, "Recommended", recommendations.Select(advice =>
                $"**{ComparisonText.Name(advice.Workload)}**: {MarkdownText.Sentence(advice.Sentence)}"));
        }

        if (ReportTables.Failures(report) is { } failures)
        {
            Table(text, failures);
            Section(text, "First messages", ReportTables.FailureMessages(report).Select(MarkdownText.Sentence));
        }

        foreach (var target in report.Targets.Where(target => target.Measures.Completed > 0))
        {
            Table(text, ReportTables.Detail(target.Measures, " "));
        }
    }

    private static void Numbers(StringBuilder text, RunReport report)
    {
        Table(text, ReportTables.Overview(report, " "));
        if (ReportTables.Throughputs(report, " ") is { } throughput)
        {
            Table(text, throughput);
        }

        foreach (var line in InstrumentText.Lines(report))
        {
            Paragraph(text, MarkdownText.Sentence(line));
        }

        foreach (var target in report.Targets)
        {
            var totals = $"{target.Name}: {ReportTables.Totals(target.Measures)}";
            text.Append("- ").Append(MarkdownText.Sentence(totals)).Append('\n');
        }

        text.Append('\n');
    }

    private static void Gap(StringBuilder text, RunReport report)
    {
        if (report.Comparisons is not [var comparison, ..])
        {
            return;
        }

        Paragraph(text, $"## {MarkdownText.Sentence(ComparisonText.Headline(comparison))}");
        if (ComparisonText.Caution(comparison) is { } caution)
        {
            Paragraph(text, MarkdownText.Sentence(caution));
        }

        Table(text, new ReportTable(
            "", ["Part", "Difference"],
            [.. ComparisonText.Parts(comparison).Select(IReadOnlyList<string> (part) =>
                [part.Name, FigureText.Difference(part.Ms, part.Interval)])]));
        if (report.Comparisons.Count > 1)
        {
            Table(text, ComparisonText.Table(report.Comparisons, " "));
        }
    }

    private static void Section(StringBuilder text, string title, IEnumerable<string> items)
    {
        var lines = items.ToList();
        if (lines.Count == 0)
        {
            return;
        }

        Paragraph(text, "## " + title);
        foreach (var line in lines)
        {
            text.Append("- ").Append(line).Append('\n');
        }

        text.Append('\n');
    }

    private static void Table(StringBuilder text, ReportTable table)
    {
        if (table.Title.Length > 0)
        {
            Paragraph(text, "## " + MarkdownText.Sentence(table.Title));
        }

        Row(text, [.. table.Headers.Select(MarkdownText.Sentence)]);
        Row(text, [.. table.Headers.Select((_, column) => column == 0 ? "---" : "---:")]);
        foreach (var row in table.Rows)
        {
            Row(text, [.. row.Select(MarkdownText.Sentence)]);
        }

        text.Append('\n');
    }

    private static void Row(StringBuilder text, IReadOnlyList<string> cells) =>
        text.Append("| ").AppendJoin(" | ", cells).Append(" |\n");

    private static void Paragraph(StringBuilder text, string paragraph) => text.Append(paragraph).Append("\n\n");
}
