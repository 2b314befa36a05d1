using Tollgate.Figures;
using Tollgate.Measures.Comparing;
using Tollgate.Reports.Wording;

namespace Tollgate.Reports.Html;

/// <summary>The way from the baseline's mean task time to the candidate's, part by part.</summary>
internal static class WaterfallChart
{
    private const double Width = 1080;
    private const double Left = 250;
    private const double Right = 850;
    private const double Top = 8;
    private const double RowHeight = 44;
    private const double BarHeight = 24;
    private const double Bottom = Top + (5 * RowHeight);

    public static string Draw(Comparison comparison, Palette palette)
    {
        var parts = ComparisonText.Parts(comparison);
        var start = comparison.BaselineMeanMs;
        var most = Math.Max(comparison.CandidateMeanMs, Math.Max(
            start, parts.Take(3).Max(part => start + Math.Max(part.FromMs, part.FromMs + part.Ms))));
        var unit = ChartUnit.Duration(most);
        var scale = new ChartScale(0, most / unit.Divisor, Left, Right);
        double X(double ms) => scale.Pixel(ms / unit.Divisor);

        var canvas = new SvgCanvas(Width, Bottom + 20);
        foreach (var tick in scale.Ticks)
        {
            canvas.Line(scale.Pixel(tick), 4, scale.Pixel(tick), Bottom - 6, "class=\"grid\"");
            canvas.Text("tick", scale.Pixel(tick), Bottom + 12, "middle", ChartUnit.Plain(tick));
        }

        canvas.Text("axis", Right + 16, Bottom + 12, "start", $"{unit.Name}, mean task time");
        Bar(canvas, 0, comparison.Baseline, X(0), X(start), palette.Colour(comparison.Baseline),
            FigureText.Duration(start));
        for (var i = 0; i < 3; i++)
        {
            var part = parts[i];
            var (from, to) = (X(start + part.FromMs), X(start + part.FromMs + part.Ms));
            Bar(canvas, i + 1, PartName(part.Name), Math.Min(from, to), Math.Max(from, to),
                part.Ms > 0 ? "var(--bad)" : "var(--good)", FigureText.Difference(part.Ms, part.Interval));
            var y = Top + ((i + 1) * RowHeight);
            canvas.Line(from, y - RowHeight + BarHeight, from, y, "class=\"joint\"");
        }

        Bar(canvas, 4, comparison.Candidate, X(0), X(comparison.CandidateMeanMs), palette.Colour(comparison.Candidate),
            FigureText.Duration(comparison.CandidateMeanMs));
        var words = string.Join("; ", parts.Take(3).Select(part =>
            $"{PartName(part.Name)} {FigureText.Difference(part.Ms, part.Interval)}"));
        return canvas.Figure(null, "", $"{ComparisonText.Headline(comparison)}: {words}", "wide");
    }

    private static string PartName(string part) => part switch
    {
        "first token" => "wait for the first token",
        "rate" => "time for each token",
        _ => "number of tokens",
    };

    private static void Bar(
        SvgCanvas canvas, int row, string name, double from, double to, string colour, string value)
    {
        var y = Top + (row * RowHeight);
        canvas.Text("name", Left - 12, y + 16, "end", name);
        canvas.Bar(from, y, Math.Max(2, to - from), BarHeight, colour, $"{name}: {value}");
        canvas.Text("value", Math.Max(to, from + 2) + 10, y + 16, "start", value);
    }
}
