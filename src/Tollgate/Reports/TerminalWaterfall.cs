using Spectre.Console;
using Spectre.Console.Rendering;
using Tollgate.Measures;

namespace Tollgate.Reports;

/// <summary>The split of a difference as bars, each beginning where the one before it ends.</summary>
internal static class TerminalWaterfall
{
    private const int FewestBars = 10;
    private const int MostBars = 48;

    public static IRenderable Of(ComparisonDocument comparison, int width, bool unicode)
    {
        var parts = GapText.Parts(comparison);
        var figures = parts.Select(part => FigureText.Difference(part.Ms, part.Interval)).ToList();
        var room = Math.Clamp(width - 16 - figures.Max(figure => figure.Length), FewestBars, MostBars);
        var least = Math.Min(0, parts.Min(part => Math.Min(part.FromMs, part.FromMs + part.Ms)));
        var most = Math.Max(0, parts.Max(part => Math.Max(part.FromMs, part.FromMs + part.Ms)));
        var scale = most > least ? room / (most - least) : 0;

        var grid = new Grid();
        grid.AddColumn(new GridColumn { NoWrap = true, Padding = new Padding(2, 0, 2, 0) });
        grid.AddColumn(new GridColumn { NoWrap = true, Alignment = Justify.Left, Padding = new Padding(0, 0, 2, 0) });
        grid.AddColumn(new GridColumn { NoWrap = true, Padding = new Padding(0, 0, 0, 0) });
        for (var i = 0; i < parts.Count; i++)
        {
            var part = parts[i];
            var whole = i == parts.Count - 1;
            var start = (int)Math.Round((Math.Min(part.FromMs, part.FromMs + part.Ms) - least) * scale);
            var end = (int)Math.Round((Math.Max(part.FromMs, part.FromMs + part.Ms) - least) * scale);
            var symbol = (unicode, whole) switch { (true, true) => '█', (true, false) => '▓', (false, true) => '#', _ => '=' };

            // A part too small for a cell still leaves a mark where it is.
            var bar = new string(' ', start)
                + (end > start ? new string(symbol, end - start) : part.Ms == 0 ? "" : unicode ? "▏" : "|");
            grid.AddRow(
                new Text(whole ? "= " + part.Name : "  " + part.Name),
                new Text(figures[i], whole ? new Style(decoration: Decoration.Bold) : null),
                new Text(bar, new Style(part.Ms > 0 ? Color.Red : Color.Green)));
        }

        return grid;
    }
}
