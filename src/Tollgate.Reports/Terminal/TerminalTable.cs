using Spectre.Console;
using Tollgate.Reports.Wording;
using Tollgate.Suites.Briefs;

namespace Tollgate.Reports.Terminal;

/// <summary>
/// Writes a table so that it fits: the widest of several wordings that the console has room for. Names stand left,
/// figures right, a cell may have several lines.
/// </summary>
internal static class TerminalTable
{
    private static readonly Style Dim = new(decoration: Decoration.Dim);

    /// <param name="console">Where to.</param>
    /// <param name="wordings">
    /// The same table, the widest wording first. If even the last does not fit, its last columns stand below the
    /// others, and then names are cut; no column is left out.
    /// </param>
    public static void Write(IAnsiConsole console, params Func<ReportTable>[] wordings)
    {
        var room = console.Profile.Width;
        ReportTable? table = null;
        foreach (var wording in wordings)
        {
            table = wording();
            if (Total(Widths(table), 2) <= room)
            {
                break;
            }
        }

        if (table is null)
        {
            return;
        }

        console.Write(new Text(table.Title + "\n", new Style(decoration: Decoration.Bold)));
        foreach (var (i, part) in Parts(table, room).Index())
        {
            if (i > 0)
            {
                console.WriteLine();
            }

            WritePart(console, part, room);
        }
    }

    // The first column stands before each part.
    private static IEnumerable<ReportTable> Parts(ReportTable table, int room)
    {
        var widths = Widths(table);
        for (int from = 1, to; from < widths.Length; from = to)
        {
            var total = widths[0];
            for (to = from; to < widths.Length && (to == from || total + 1 + widths[to] <= room); to++)
            {
                total += 1 + widths[to];
            }

            int[] columns = [0, .. Enumerable.Range(from, to - from)];
            yield return new ReportTable(
                "", [.. columns.Select(column => table.Headers[column])],
                [.. table.Rows.Select(IReadOnlyList<string> (row) => [.. columns.Select(column => row[column])])]);
        }
    }

    private static void WritePart(IAnsiConsole console, ReportTable table, int room)
    {
        var widths = Widths(table);
        var gap = Total(widths, 2) <= room ? 2 : 1;
        widths[0] = Math.Max(4, Math.Min(widths[0], room - (Total(widths, gap) - widths[0])));
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
            console.Write(new Text(text.TrimEnd() + "\n", style ?? (line > 0 ? Dim : Style.Plain)));
        }
    }

    private static string Cut(string text, int width) => text.Length <= width ? text : text[..(width - 1)] + "…";

    private static int Total(int[] widths, int gap) => widths.Sum() + (gap * (widths.Length - 1));

    private static int[] Widths(ReportTable table) => [.. table.Headers.Select((header, column) =>
        table.Rows.Select(row => row[column]).Prepend(header).Max(cell => cell.Split('\n').Max(line => line.Length)))];
}
