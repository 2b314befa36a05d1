using System.Text;
using Tollgate.Measures;

namespace Tollgate.Reports;

/// <summary>The way from the baseline's mean task time to the candidate's, part by part.</summary>
internal static class WaterfallChart
{
    private const double Width = 1080;
    private const double Left = 250;
    private const double Right = 850;
    private const double RowHeight = 44;
    private const double BarHeight = 24;

    public static string Draw(ComparisonDocument comparison, Palette palette)
    {
        var parts = GapText.Parts(comparison);
        var start = comparison.BaselineTaskMs;
        var most = Math.Max(comparison.CandidateTaskMs, Math.Max(
            start, parts.Max(part => start + Math.Max(part.FromMs, part.FromMs + part.Ms))));
        var unit = ChartUnit.Duration(most);
        var scale = new ChartScale(0, most / unit.Divisor, Left, Right);
        double X(double ms) => scale.Pixel(ms / unit.Divisor);

        var svg = new StringBuilder();
        var bottom = 8 + (5 * RowHeight);
        foreach (var tick in scale.Ticks)
        {
            var x = Html.N(scale.Pixel(tick));
            svg.Append($"""<line class="grid" x1="{x}" x2="{x}" y1="4" y2="{Html.N(bottom - 6)}"/>""");
            svg.Append($"""<text class="tick" x="{x}" y="{Html.N(bottom + 12)}" text-anchor="middle">{Html.Text(new ChartUnit(1, "").Label(tick))}</text>""");
        }

        svg.Append($"""<text class="axis" x="{Html.N(Right + 16)}" y="{Html.N(bottom + 12)}">{Html.Text(unit.Name)}, mean task time</text>""");
        Bar(svg, 0, comparison.Baseline, X(0), X(start), palette.Colour(comparison.Baseline), FigureText.Duration(start));
        for (var i = 0; i < 3; i++)
        {
            var part = parts[i];
            var (from, to) = (X(start + part.FromMs), X(start + part.FromMs + part.Ms));
            Bar(
                svg, i + 1, PartName(part.Name), Math.Min(from, to), Math.Max(from, to), part.Ms > 0 ? "var(--bad)" : "var(--good)",
                FigureText.Difference(part.Ms, part.Interval));
            var y = 8 + ((i + 1) * RowHeight);
            svg.Append($"""<line class="joint" x1="{Html.N(from)}" x2="{Html.N(from)}" y1="{Html.N(y - RowHeight + BarHeight)}" y2="{Html.N(y)}"/>""");
        }

        Bar(
            svg, 4, comparison.Candidate, X(0), X(comparison.CandidateTaskMs), palette.Colour(comparison.Candidate),
            FigureText.Duration(comparison.CandidateTaskMs));
        var words = string.Join("; ", parts.Take(3).Select(part =>
            $"{PartName(part.Name)} {FigureText.Difference(part.Ms, part.Interval)}"));
        return $"""
            <figure class="wide"><svg viewBox="0 0 {Html.N(Width)} {Html.N(bottom + 20)}" role="img" aria-label="{Html.Text($"{GapText.Headline(comparison)}: {words}")}">{svg}</svg></figure>

            """;
    }

    private static string PartName(string part) => part switch
    {
        "first token" => "wait for the first token",
        "rate" => "time for each token",
        _ => "number of tokens",
    };

    private static void Bar(StringBuilder svg, int row, string name, double from, double to, string colour, string value)
    {
        var y = 8 + (row * RowHeight);
        svg.Append($"""<text class="name" x="{Html.N(Left - 12)}" y="{Html.N(y + 16)}" text-anchor="end">{Html.Text(name)}</text>""");
        svg.Append($"""<rect fill="{colour}" x="{Html.N(from)}" y="{Html.N(y)}" width="{Html.N(Math.Max(2, to - from))}" height="{Html.N(BarHeight)}" rx="3"><title>{Html.Text($"{name}: {value}")}</title></rect>""");
        svg.Append($"""<text class="value" x="{Html.N(Math.Max(to, from + 2) + 10)}" y="{Html.N(y + 16)}">{Html.Text(value)}</text>""");
    }
}
