using Spectre.Console;
using Tollgate.Advice;
using Tollgate.Measures.Comparing;
using Tollgate.Measures.Distributions;
using Tollgate.Reports.Wording;
using Tollgate.Results;
using Tollgate.Unicode;

namespace Tollgate.Reports.Terminal;

/// <summary>The document as a person reads it on a terminal, at 80 columns and up.</summary>
internal static class TerminalReport
{
    private static readonly Style Plain = new();
    private static readonly Style Bold = new(decoration: Decoration.Bold);
    private static readonly Style Dim = new(decoration: Decoration.Dim);

    public static void Write(IAnsiConsole console, RunReport report)
    {
        Line(console, ReportTables.RunLine(report), Dim);
        if (Headline.IsBad(report))
        {
            var alarm = new Style(Color.Red, decoration: Decoration.Bold);
            Line(console, (report.Valid ? "" : "NOT VALID. ") + Headline.Of(report) + ".", alarm);
        }

        if (report.Sections is not { } sections)
        {
            Body(console, report);
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

    private static void Body(IAnsiConsole console, RunReport report)
    {
        console.WriteLine();
        if (RehearsalTables.Has(report))
        {
            TerminalRehearsal.Write(console, report);
        }

        // Of rehearsals the requests' own times are in the other forms; beside other runs they are compared with those.
        if (report.Targets.Any(target => target.Rehearsal is null))
        {
            if (RehearsalTables.Has(report))
            {
                console.WriteLine();
            }

            Numbers(console, report);
        }

        if (ReportTables.Failures(report) is { } failures)
        {
            console.WriteLine();
            TerminalTable.Write(console, () => failures);
            foreach (var message in ReportTables.FailureMessages(report))
            {
                Line(console, message, Dim);
            }
        }

        Gaps(console, report.Comparisons);
        Advice(console, report.Recommendations ?? []);
        Warnings(console, report.Warnings);
    }

    private static void Numbers(IAnsiConsole console, RunReport report)
    {
        if (report.Targets.Count > 1)
        {
            TerminalTable.Write(
                console,
                () => ReportTables.Overview(report, " "),
                () => ReportTables.Overview(report, "\n"));
        }

        if (report.Targets.Count > 1)
        {
            Throughput(console, report);
        }

        Instrument(console, report);
        if (report.Targets.Count <= ReportTables.MaxDetailed)
        {
            foreach (var (i, target) in report.Targets.Index())
            {
                if (i > 0 || report.Targets.Count > 1)
                {
                    console.WriteLine();
                }

                if (target.Measures.Completed > 0)
                {
                    TerminalTable.Write(
                        console, () => ReportTables.Detail(target.Measures, " "),
                        () => ReportTables.Detail(target.Measures, "\n"));
                    Line(console, ReportTables.Totals(target.Measures) + ".", Plain);
                }
                else
                {
                    Line(console, $"{target.Name}: {ReportTables.Totals(target.Measures)}.", Plain);
                }
            }

            if (report.Targets.Count == 1)
            {
                Throughput(console, report);
                Instrument(console, report, always: true);
            }

            return;
        }

        foreach (var group in report.Targets.GroupBy(target => ReportTables.Totals(target.Measures)))
        {
            var who = group.Count() == report.Targets.Count
                ? "Each target"
                : string.Join(", ", group.Select(target => target.Name));
            Line(console, $"{who}: {group.Key}.", Plain);
        }
    }

    private static void Throughput(IAnsiConsole console, RunReport report)
    {
        if (report.Targets is [var only])
        {
            if (ReportTables.Throughput(only.Measures) is { } sentence)
            {
                Line(console, sentence, Plain);
            }
        }
        else if (ReportTables.Throughputs(report, " ") is { } wide
            && ReportTables.Throughputs(report, "\n") is { } narrow)
        {
            console.WriteLine();
            TerminalTable.Write(console, () => wide, () => narrow);
        }
    }

    // The instrument's error stands right under the first numbers that it touches.
    private static void Instrument(IAnsiConsole console, RunReport report, bool always = false)
    {
        if (report.Targets.Count == 1 && !always)
        {
            return;
        }

        foreach (var line in InstrumentText.Lines(report))
        {
            Line(console, line, Dim);
        }
    }

    private static void Gaps(IAnsiConsole console, IReadOnlyList<Comparison> comparisons)
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

    private static void Advice(IAnsiConsole console, IReadOnlyList<Recommendation> recommendations)
    {
        if (recommendations.Count == 0)
        {
            return;
        }

        console.WriteLine();
        Line(console, "Recommended", Bold);
        foreach (var advice in recommendations)
        {
            Hanging(console, $"{ComparisonText.Name(advice.Workload),-12} ", advice.Sentence, new Style(Color.Green));
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
