using System.Net;
using Tollgate.Reports.Wording;
using Tollgate.Unicode;

namespace Tollgate.Reports.Html;

/// <summary>Encoding for markup: nothing from outside reaches a page but through here.</summary>
internal static class Html
{
    /// <summary>Text, encoded for element content and for quoted attributes.</summary>
    public static string Text(string? text) => WebUtility.HtmlEncode(SafeText.Lines(text ?? ""));

    /// <summary>A coordinate, to a hundredth.</summary>
    public static string N(double value) => Math.Round(value, 2).ToString("0.##", CultureInfo.InvariantCulture);

    /// <summary>A table with a caption, scoped headers and figures to the right.</summary>
    public static string Table(ReportTable table)
    {
        var head = string.Concat(table.Headers.Select(header => $"<th scope=\"col\">{Text(header)}</th>"));
        var rows = string.Concat(table.Rows.Select(row =>
            $"<tr><th scope=\"row\">{Text(row[0])}</th>{string.Concat(row.Skip(1).Select(Cell))}</tr>\n"));
        return $"""
            <div class="scroll"><table>
            <caption>{Text(table.Title)}</caption>
            <thead><tr>{head}</tr></thead>
            <tbody>
            {rows}</tbody>
            </table></div>

            """;
    }

    // The interval after a line break is the small print under its figure.
    private static string Cell(string cell)
    {
        var lines = cell.Split('\n', 2);
        return lines.Length == 1
            ? $"<td>{Text(cell)}</td>"
            : $"<td>{Text(lines[0])}<small>{Text(lines[1])}</small></td>";
    }
}
