using Spectre.Console;
using Tollgate.Measures;

namespace Tollgate.Reports;

/// <summary>The document as a person reads it on a terminal, at 80 columns and up.</summary>
public static class TerminalReport
{
    // From this width on, an interval stands beside its number; below, under it.
    private const int Wide = 110;

    public static void Write(IAnsiConsole console, MeasureDocument document)
    {
        var between = console.Profile.Width >= Wide ? " " : "\n";
        if (document.Load is { } load)
        {
            Line(console, load, new Style(decoration: Decoration.Dim));
        }

        if (!document.Valid)
        {
            Line(console, "NOT VALID: the totals of this run do not add up.", new Style(Color.Red, decoration: Decoration.Bold));
        }

        Numbers(console, document, between);
        foreach (var line in InstrumentText.Lines(document))
        {
            Line(console, line, new Style(decoration: Decoration.Dim));
        }

        if (ReportTables.Failures(document) is { } failures)
        {
            Table(console, failures);
        }

        Gaps(console, document.Comparisons, between);
        Advice(console, document.Recommendations ?? []);
        if (document.Warnings.Count > 0)
        {
            Heading(console, "Warnings");
            foreach (var warning in document.Warnings)
            {
                Hanging(console, "! ", warning, new Style(Color.Yellow));
            }
        }
    }

    private static void Numbers(IAnsiConsole console, MeasureDocument document, string between)
    {
        if (document.Targets.Count > 1)
        {
            Table(console, ReportTables.Overview(document, between));
        }

        if (document.Targets.Count <= ReportTables.MostDetailed)
        {
            foreach (var target in document.Targets)
            {
                Table(console, ReportTables.Detail(target, between));
                Line(console, $"{ReportTables.Totals(target)}.");
            }
        }
        else
        {
            foreach (var group in document.Targets.GroupBy(ReportTables.Totals))
            {
                var who = group.Count() == document.Targets.Count
                    ? "Each target"
                    : string.Join(", ", group.Select(target => target.Name));
                Line(console, $"{who}: {group.Key}.");
            }
        }
    }

    private static void Gaps(IAnsiConsole console, IReadOnlyList<ComparisonDocument> comparisons, string between)
    {
        if (comparisons.Count == 0)
        {
            return;
        }

        Heading(console, GapText.Headline(comparisons[0]));
        console.Write(TerminalWaterfall.Of(comparisons[0], console.Profile.Width, console.Profile.Capabilities.Unicode));
        if (comparisons.Count > 1)
        {
            Table(console, GapText.Table(comparisons, between));
        }
    }

    private static void Advice(IAnsiConsole console, IReadOnlyList<RecommendationDocument> recommendations)
    {
        if (recommendations.Count == 0)
        {
            return;
        }

        Heading(console, "Recommended");
        foreach (var advice in recommendations)
        {
            Hanging(console, $"{Title(advice.Workload),-12} ", advice.Sentence, new Style(Color.Green));
        }
    }

    /// <summary>A workload's name as people say it.</summary>
    internal static string Title(string workload) => char.ToUpperInvariant(workload[0]) + workload[1..].Replace('_', ' ');

    private static void Table(IAnsiConsole console, ReportTable source)
    {
        Heading(console, source.Title);
        var table = new Table { Border = TableBorder.Simple, UseSafeBorder = true };
        for (var i = 0; i < source.Headers.Count; i++)
        {
            var column = new TableColumn(new Text(source.Headers[i], new Style(decoration: Decoration.Bold)));
            column.Alignment = i == 0 ? Justify.Left : Justify.Right;
            column.Padding = new Padding(i == 0 ? 0 : 1, 0, 1, 0);
            column.NoWrap = true;
            table.AddColumn(column);
        }

        foreach (var row in source.Rows)
        {
            table.AddRow(row.Select(cell => new Text(cell)));
        }

        console.Write(table);
    }

    private static void Heading(IAnsiConsole console, string text)
    {
        console.WriteLine();
        Line(console, text, new Style(decoration: Decoration.Bold));
    }

    private static void Hanging(IAnsiConsole console, string lead, string text, Style style)
    {
        var grid = new Grid();
        grid.AddColumn(new GridColumn { NoWrap = true, Width = lead.Length, Padding = new Padding(0, 0, 0, 0) });
        grid.AddColumn(new GridColumn { Padding = new Padding(0, 0, 0, 0) });
        grid.AddRow(new Text(lead, style), new Text(text));
        console.Write(grid);
    }

    private static void Line(IAnsiConsole console, string text, Style? style = null)
    {
        console.Write(new Text(text, style));
        console.WriteLine();
    }
}
