using Spectre.Console;
using Tollgate.Reports.Wording.Verdicts;
using Tollgate.Statistics;

namespace Tollgate.Reports.Terminal;

/// <summary>A criterion's bar in the cells of a terminal.</summary>
internal sealed class TerminalBar(VerdictBars bars, int width, bool unicode)
{
    private enum Ink : byte
    {
        None,
        Mark,
        Thin,
        Thick,
    }

    /// <summary>The line above the bars: which way is better, where nothing changes, where a bad loss begins.</summary>
    public string Head()
    {
        var line = new char[width];
        Array.Fill(line, ' ');
        Put(line, width - 8, unicode ? "better ▸" : "better >");
        Put(line, Cell(0), "0");
        const string BadLoss = "bad loss";
        var left = Math.Max(0, Cell(-1) - (BadLoss.Length / 2));
        if (bars.Bars.Any(bar => bar?.BadLossAt == -1) && left + BadLoss.Length < Cell(0))
        {
            Put(line, left, BadLoss);
        }
        else if (Cell(0) > 8)
        {
            Put(line, 0, unicode ? "◂ worse" : "< worse");
        }

        return new string(line);
    }

    /// <summary>What the signs mean, and what the rows have in common.</summary>
    public static IReadOnlyList<string> Legend(bool unicode) =>
    [
        unicode
            ? "┆ margins of a bad loss and a win   ━ interval for the win   ─ for the loss"
            : ": margins of a bad loss and a win   = interval for the win   - for the loss",
        "Each row is drawn in its own margin of a bad loss, so that rows can be compared.",
    ];

    /// <summary>Pieces of one style each, together as wide as was asked for.</summary>
    public IEnumerable<(string Text, Style Style)> Draw(VerdictBar bar, Style style)
    {
        var symbols = Symbols(bar);
        var marks = new Style(decoration: Decoration.Dim);
        var start = 0;
        for (var i = 1; i <= width; i++)
        {
            if (i < width && symbols[i].IsMark == symbols[start].IsMark)
            {
                continue;
            }

            var text = string.Concat(symbols[start..i].Select(symbol => symbol.Symbol));
            yield return (text, symbols[start].IsMark ? marks : style);
            start = i;
        }
    }

    private (char Symbol, bool IsMark)[] Symbols(VerdictBar bar)
    {
        var ink = new Ink[width];
        Fill(ink, bar, bar.Loss, Ink.Thin);
        Fill(ink, bar, bar.Win, Ink.Thick);
        var zero = Cell(0);
        var margins = new HashSet<int> { Cell(bar.BadLossAt) };
        if (bar.WinAt is { } win)
        {
            margins.Add(Cell(win));
        }

        margins.Remove(zero);
        var symbols = new (char, bool)[width];
        for (var i = 0; i < width; i++)
        {
            symbols[i] = (Symbol(ink[i], i == zero, margins.Contains(i)), ink[i] == Ink.None);
        }

        // What goes on beyond the view, or has no bound there, ends in an arrow.
        if (bars.GoesOn(bar, below: true))
        {
            symbols[0] = (unicode ? '◂' : '<', false);
        }

        if (bars.GoesOn(bar, below: false))
        {
            symbols[^1] = (unicode ? '▸' : '>', false);
        }

        // Beside an arrow it is farther off than can be drawn.
        var point = bars.Place(bar.Value) switch
        {
            < 0 => 1,
            > 1 => width - 2,
            _ => Cell(bar.Value),
        };
        symbols[point] = (unicode ? '●' : 'o', false);
        return symbols;
    }

    // Lines that cross stay both to be seen.
    private char Symbol(Ink ink, bool zero, bool margin) => (ink, zero, margin) switch
    {
        (Ink.Thick, true, _) => unicode ? '┿' : '+',
        (Ink.Thick, _, true) => unicode ? '┿' : '+',
        (Ink.Thick, _, _) => unicode ? '━' : '=',
        (Ink.Thin, true, _) => unicode ? '┼' : '+',
        (Ink.Thin, _, true) => unicode ? '┼' : '+',
        (Ink.Thin, _, _) => unicode ? '─' : '-',
        (_, true, _) => unicode ? '│' : '|',
        (_, _, true) => unicode ? '┆' : ':',
        _ => ' ',
    };

    private void Fill(Ink[] ink, VerdictBar bar, Interval interval, Ink with)
    {
        if (interval is { Lower: null, Upper: null })
        {
            return;
        }

        double[] marks = [bar.BadLossAt, 0, bar.WinAt ?? 0];
        var from = interval.Lower is { } lower ? Cell(lower) : 0;
        var to = interval.Upper is { } upper ? Cell(upper) : width - 1;

        // An end that a mark does not reach is not drawn upon it, though both fall into one cell: it would look
        // crossed.
        if (marks.Any(mark => mark < interval.Lower && Cell(mark) == from))
        {
            from++;
        }

        if (marks.Any(mark => mark > interval.Upper && Cell(mark) == to))
        {
            to--;
        }

        for (var i = from; i <= to; i++)
        {
            ink[i] = with;
        }
    }

    private int Cell(double value) =>
        (int)Math.Round(Math.Clamp(bars.Place(value), 0, 1) * (width - 1), MidpointRounding.AwayFromZero);

    private static void Put(char[] line, int at, string text) => text.CopyTo(line.AsSpan(at));
}
