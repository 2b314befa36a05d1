using Spectre.Console;
using Tollgate.Figures;
using Tollgate.Measures.Comparing;
using Tollgate.Reports.Wording;

namespace Tollgate.Reports.Terminal;

/// <summary>The split of a difference as bars, each beginning where the one before it ends.</summary>
internal static class TerminalWaterfall
{
    private const int MinBars = 8;
    private const int MaxBars = 48;
    private const int NameWidth = 17;

    public static void Write(IAnsiConsole console, Comparison comparison)
    {
        var parts = ComparisonText.Parts(comparison);
        var figures = parts.Select(part => FigureText.Difference(part.Ms, part.Interval)).ToList();
        var figureWidth = figures.Max(figure => figure.Length) + 2;
        var room = Math.Clamp(console.Profile.Width - NameWidth - figureWidth - 1, MinBars, MaxBars);
        var least = Math.Min(0, parts.Min(part => Math.Min(part.FromMs, part.FromMs + part.Ms)));
        var most = Math.Max(0, parts.Max(part => Math.Max(part.FromMs, part.FromMs + part.Ms)));
        var scale = most > least ? room / (most - least) : 0;
        var unicode = console.Profile.Capabilities.Unicode;
        for (var i = 0; i < parts.Count; i++)
        {
            var part = parts[i];
            var whole = i == parts.Count - 1;
            var start = (int)Math.Round((Math.Min(part.FromMs, part.FromMs + part.Ms) - least) * scale);
            var end = (int)Math.Round((Math.Max(part.FromMs, part.FromMs + part.Ms) - least) * scale);
            var symbol = whole ? unicode ? '█' : '#' : unicode ? '▓' : '=';

            // A part too small for a cell still leaves a mark where it is.
            var bar = new string(' ', start) + (end > start ? new string(symbol, end - start) : unicode ? "▏" : "|");
            var style = new Style(decoration: whole ? Decoration.Bold : Decoration.None);
            console.Write(new Text($"  {(whole ? "=" : " ")} {part.Name}".PadRight(NameWidth), style));
            console.Write(new Text(figures[i].PadRight(figureWidth), style));
            console.Write(new Text(bar + "\n", new Style(part.Ms > 0 ? Color.Red : Color.Green)));
        }
    }
}
