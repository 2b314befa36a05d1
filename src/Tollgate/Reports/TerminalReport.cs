using Spectre.Console;
using Tollgate.Unicode;

namespace Tollgate.Reports;

/// <summary>The document as a person reads it on a terminal, at 80 columns and up.</summary>
public static class TerminalReport
{
    private static readonly Style Plain = new();
    private static readonly Style Bold = new(decoration: Decoration.Bold);
    private static readonly Style Dim = new(decoration: Decoration.Dim);

    public static void Write(IAnsiConsole console, MeasureDocument document)
    {
        Line(console, ReportTables.RunLine(document), Dim);
        if (Headline.IsBad(document))
        {
            var alarm = new Style(Color.Red, decoration: Decoration.Bold);
            Line(console, (document.Valid ? "" : "NOT VALID. ") + document.Headline + ".", alarm);
        }

        if (document.Sections is not { } sections)
        {
            Body(console, document);
            return;
        }

        Line(console, Headline.OfKinds(sections) + ".", Bold);
        foreach (var section in sections)
        {
            console.WriteLine();
            console.Write(new Rule($"[bold]{Markup.Escape(section.Kind ?? "")}[/]").LeftJustified());
            Line(console, ReportTables.RunLine(section), Dim);
            Body(console, section);
        }
    }

    private static void Body(IAnsiConsole console, MeasureDocument document)
    {
        console.WriteLine();
        if (RehearsalTables.Has(document))
        {
            TerminalRehearsal.Write(console, document);
        }

        // Of rehearsals the requests' own times are in the other forms; beside other runs they are compared with those.
        if (document.Targets.Any(target => target.Rehearsal is null))
        {
            if (RehearsalTables.Has(document))
            {
                console.WriteLine();
            }

            Numbers(console, document);
        }

        if (ReportTables.Failures(document) is { } failures)
        {
            console.WriteLine();
            TerminalTable.Write(console, () => failures);
            foreach (var message in ReportTables.FailureMessages(document))
            {
                Line(console, message, Dim);
            }
        }

        Gaps(console, document.Comparisons);
        Advice(console, document.Recommendations ?? []);
        Warnings(console, document.Warnings);
    }

    private static void Numbers(IAnsiConsole console, MeasureDocument document)
    {
        if (document.Targets.Count > 1)
        {
            TerminalTable.Write(
                console,
                () => ReportTables.Overview(document, " "),
                () => ReportTables.Overview(document, "\n"));
        }

        if (document.Targets.Count > 1)
        {
            Throughput(console, document);
        }

        Instrument(console, document);
        if (document.Targets.Count <= ReportTables.MaxDetailed)
        {
            foreach (var (i, target) in document.Targets.Index())
            {
                if (i > 0 || document.Targets.Count > 1)
                {
                    console.WriteLine();
                }

                if (target.Completed > 0)
                {
                    TerminalTable.Write(
                        console, () => ReportTables.Detail(target, " "), () => ReportTables.Detail(target, "\n"));
                    Line(console, ReportTables.Totals(target) + ".", Plain);
                }
                else
                {
                    Line(console, $"{target.Name}: {ReportTables.Totals(target)}.", Plain);
                }
            }

            if (document.Targets.Count == 1)
            {
                Throughput(console, document);
                Instrument(console, document, always: true);
            }

            return;
        }

        foreach (var group in document.Targets.GroupBy(ReportTables.Totals))
        {
            var who = group.Count() == document.Targets.Count
                ? "Each target"
                : string.Join(", ", group.Select(target => target.Name));
            Line(console, $"{who}: {group.Key}.", Plain);
        }
    }

    private static void Throughput(IAnsiConsole console, MeasureDocument document)
    {
        if (document.Targets is [var only])
        {
            if (ReportTables.Throughput(only) is { } sentence)
            {
                Line(console, sentence, Plain);
            }
        }
        else if (ReportTables.Throughputs(document, " ") is { } wide
            && ReportTables.Throughputs(document, "\n") is { } narrow)
        {
            console.WriteLine();
            TerminalTable.Write(console, () => wide, () => narrow);
        }
    }

    // The instrument's error stands right under the first numbers that it touches.
    private static void Instrument(IAnsiConsole console, MeasureDocument document, bool always = false)
    {
        if (document.Targets.Count == 1 && !always)
        {
            return;
        }

        foreach (var line in InstrumentText.Lines(document))
        {
            Line(console, line, Dim);
        }
    }

    private static void Gaps(IAnsiConsole console, IReadOnlyList<ComparisonDocument> comparisons)
    {
        if (comparisons.Count == 0)
        {
            return;
        }

        console.WriteLine();
        Line(console, ComparisonText.Headline(comparisons[0]), Bold);
        if (ComparisonText.Caution(comparisons[0]) is { } caution)
        {
            Line(console, caution, new Style(Color.Yellow));
        }

        TerminalWaterfall.Write(console, comparisons[0]);
        if (comparisons.Count > 1)
        {
            console.WriteLine();
            TerminalTable.Write(
                console, () => ComparisonText.Table(comparisons, " "), () => ComparisonText.Table(comparisons, "\n"));
        }
    }

    private static void Advice(IAnsiConsole console, IReadOnlyList<RecommendationDocument> recommendations)
    {
        if (recommendations.Count == 0)
        {
            return;
        }

        console.WriteLine();
        Line(console, "Recommended", Bold);
        foreach (var advice in recommendations)
        {
            Hanging(console, $"{ComparisonText.Workload(advice.Workload),-12} ", advice.Sentence, new Style(Color.Green));
        }
    }

    private static void Warnings(IAnsiConsole console, IReadOnlyList<string> warnings)
    {
        if (warnings.Count == 0)
        {
            return;
        }

        console.WriteLine();
        Line(console, "Warnings", Bold);
        foreach (var warning in warnings)
        {
            Hanging(console, "! ", warning, new Style(Color.Yellow));
        }
    }

    private static void Hanging(IAnsiConsole console, string lead, string text, Style style)
    {
        var grid = new Grid();
        grid.AddColumn(new GridColumn { NoWrap = true, Width = lead.Length, Padding = new Padding(0, 0, 0, 0) });
        grid.AddColumn(new GridColumn { Padding = new Padding(0, 0, 0, 0) });
        grid.AddRow(new Text(lead, style), new Text(SafeText.Line(text)));
        console.Write(grid);
    }

    // One line: what a server says cannot look like a line of ours.
    private static void Line(IAnsiConsole console, string text, Style style) =>
        console.Write(new Text(SafeText.Line(text) + "\n", style));
}
