using Spectre.Console;

namespace Tollgate.Reports;

/// <summary>
/// Writes a table so that it fits: the widest of several wordings that the console has room for. Names stand left,
/// figures right, a cell may have several lines.
/// </summary>
internal static class TerminalTable
{
    private static readonly Style Dim = new(decoration: Decoration.Dim);

    /// <param name="console">Where to.</param>
    /// <param name="wordings">
    /// The same table, the widest wording first. If even the last does not fit, names are cut.
    /// </param>
    public static void Write(IAnsiConsole console, params Func<ReportTable>[] wordings)
    {
        var room = console.Profile.Width;
        ReportTable? table = null;
        int[] widths = [];
        var gap = 2;
        foreach (var wording in wordings)
        {
            table = wording();
            widths = Widths(table);
            if (Total(widths, gap) <= room)
            {
                break;
            }
        }

        if (table is null)
        {
            return;
        }

        gap = Total(widths, gap) <= room ? gap : 1;
        widths[0] = Math.Max(4, Math.Min(widths[0], room - (Total(widths, gap) - widths[0])));
        console.Write(new Text(table.Title + "\n", new Style(decoration: Decoration.Bold)));
        Row(console, table.Headers, widths, gap, Dim);
        var rule = console.Profile.Capabilities.Unicode ? '─' : '-';
        console.Write(new Text(new string(rule, Math.Min(room, Total(widths, gap))) + "\n", Dim));
        foreach (var row in table.Rows)
        {
            Row(console, row, widths, gap, null);
        }
    }

    private static void Row(IAnsiConsole console, IReadOnlyList<string> cells, int[] widths, int gap, Style? style)
    {
        var lines = cells.Select(cell => cell.Split('\n')).ToList();
        for (var line = 0; line < lines.Max(cell => cell.Length); line++)
        {
            var text = string.Join(new string(' ', gap), lines.Select((cell, column) =>
            {
                var part = line < cell.Length ? cell[line] : "";
                return column == 0 ? Cut(part, widths[0]).PadRight(widths[0]) : part.PadLeft(widths[column]);
            }));

            // The interval under a number is its small print.
            console.Write(new Text(text.TrimEnd() + "\n", style ?? (line > 0 ? Dim : null)));
        }
    }

    private static string Cut(string text, int width) => text.Length <= width ? text : text[..(width - 1)] + "…";

    private static int Total(int[] widths, int gap) => widths.Sum() + (gap * (widths.Length - 1));

    private static int[] Widths(ReportTable table) => [.. table.Headers.Select((header, column) =>
        table.Rows.Select(row => row[column]).Prepend(header).Max(cell => cell.Split('\n').Max(line => line.Length)))];
}
