using Tollgate.Gate.Judging;
using Tollgate.Gate.Rubrics;
using Tollgate.Reports.Wording.Verdicts;
using Tollgate.Statistics;

namespace Tollgate.Reports.Html;

/// <summary>A criterion's bar as SVG: the margins shaded, better to the right.</summary>
internal static class VerdictChart
{
    private const double Width = 640;
    private const double Height = 58;
    private const double Middle = 21;
    private const double Band = 40;

    public static string Draw(VerdictBars bars, VerdictBar bar, VerdictRow row, string? currency)
    {
        var canvas = new SvgCanvas(Width, Height);
        double Pixel(double value) => Math.Clamp(bars.Place(value), 0, 1) * Width;
        var figure = row.Criterion.Figure;
        var (badLoss, zero) = (Pixel(bar.BadLossAt), Pixel(0));
        canvas.Bar(0, 1, badLoss, Band, "var(--badbg)", "a bad loss");
        canvas.Text("tick", badLoss, Height - 2, badLoss < 130 ? "start" : "end", "bad loss "
            + VerdictText.Margin(figure, row.Criterion.BadLoss, currency));
        if (bar.WinAt is { } winAt)
        {
            var win = Pixel(winAt);
            canvas.Bar(win, 1, Width - win, Band, "var(--goodbg)", "a win");
            canvas.Text("tick", win, Height - 2, "start", "win " + VerdictText.Margin(figure, row.Criterion.Win, currency));
        }

        canvas.Line(zero, 0, zero, Band + 2, "class=\"zero\"");
        var colour = Colour(row.Outcome);
        Interval(canvas, bar.Loss.Lower, bar.Loss.Upper, Pixel, $"class=\"thin\" stroke=\"{colour}\"");
        Interval(canvas, bar.Win.Lower, bar.Win.Upper, Pixel, $"class=\"thick\" stroke=\"{colour}\"");
        var text = VerdictText.Change(row, currency);
        canvas.Dot(Math.Clamp(Pixel(bar.Value), 5, Width - 5), Middle, colour, text);
        Arrows(canvas, bars, bar);
        return canvas.Figure(null, "", $"{row.Criterion.Name}: change {text}, {VerdictText.Outcome(row.Outcome)}");
    }

    private static void Interval(
        SvgCanvas canvas, double? lower, double? upper, Func<double, double> pixel, string attributes)
    {
        if (lower is null && upper is null)
        {
            return;
        }

        var from = lower is { } low ? pixel(low) : 0;
        var to = upper is { } high ? pixel(high) : Width;
        canvas.Line(from, Middle, Math.Max(to, from + 1), Middle, attributes);
    }

    // What goes on beyond the view says so.
    private static void Arrows(SvgCanvas canvas, VerdictBars bars, VerdictBar bar)
    {
        foreach (var below in new[] { true, false })
        {
            if (bars.GoesOn(bar, below))
            {
                canvas.Text("value", below ? 0 : Width, Middle - 8, below ? "start" : "end", below ? "◂" : "▸");
            }
        }
    }

    private static string Colour(RowOutcome outcome) => outcome switch
    {
        RowOutcome.Won => "var(--good)",
        RowOutcome.Inferior or RowOutcome.OverTheLimit => "var(--bad)",
        RowOutcome.Open => "var(--warn)",
        _ => "var(--accent)",
    };
}
