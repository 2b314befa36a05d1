using System.Text;
using Tollgate.Measures;
using Tollgate.Statistics;

namespace Tollgate.Reports;

/// <summary>A row for each target: the median as a dot, its interval as a bar, a thin line on to the 95th percentile.</summary>
internal static class IntervalChart
{
    private const double Width = 520;
    private const double Left = 8;
    private const double Right = 512;
    private const double RowHeight = 38;

    public static string Draw(
        string title, IReadOnlyList<TargetDocument> targets, Func<TargetDocument, QuantilesDocument> measure,
        bool duration, ChartUnit unit, Palette palette)
    {
        var figures = targets.Select(measure).ToList();
        var most = figures.Max(figure => Reach(figure));
        unit = duration ? ChartUnit.Duration(most) : unit;
        var scale = new ChartScale(0, most / unit.Divisor, Left, Right);
        var bottom = 8 + (targets.Count * RowHeight);
        var svg = new StringBuilder();
        foreach (var tick in scale.Ticks)
        {
            var x = Html.N(scale.Pixel(tick));
            var anchor = tick == scale.Least ? "start" : tick == scale.Most ? "end" : "middle";
            svg.Append($"""<line class="grid" x1="{x}" x2="{x}" y1="4" y2="{Html.N(bottom)}"/>""");
            svg.Append($"""<text class="tick" x="{x}" y="{Html.N(bottom + 16)}" text-anchor="{anchor}">{Html.Text(new ChartUnit(1, "").Label(tick))}</text>""");
        }

        for (var i = 0; i < targets.Count; i++)
        {
            Row(svg, targets[i].Name, figures[i], 8 + (i * RowHeight), scale, unit, duration, palette);
        }

        var label = $"{title}, {unit.Name}: median with its 95 % interval for each target";
        return $"""
            <figure><figcaption>{Html.Text(title)} <span>{Html.Text(unit.Name)}</span></figcaption>
            <svg viewBox="0 0 {Html.N(Width)} {Html.N(bottom + 22)}" role="img" aria-label="{Html.Text(label)}">{svg}</svg></figure>

            """;
    }

    private static void Row(
        StringBuilder svg, string name, QuantilesDocument figure, double top, ChartScale scale, ChartUnit unit,
        bool duration, Palette palette)
    {
        var interval = QuantilesDocument.Interval(figure.P50Ci);
        var text = duration ? FigureText.Duration(figure.P50, interval)
            : unit == ChartUnit.Tokens ? FigureText.Count(figure.P50, interval)
            : FigureText.Number(figure.P50, interval);
        svg.Append($"""<text class="name" x="{Html.N(Left)}" y="{Html.N(top + 11)}">{Html.Text(name)}</text>""");
        svg.Append($"""<text class="value" x="{Html.N(Right)}" y="{Html.N(top + 11)}" text-anchor="end">{Html.Text(text)}</text>""");
        if (figure.P50 is not { } median)
        {
            return;
        }

        var y = Html.N(top + 23);
        var colour = palette.Colour(name);
        double Pixel(double value) => scale.Pixel(value / unit.Divisor);
        if (figure.P95 is { } tail)
        {
            svg.Append($"""<line x1="{Html.N(Pixel(median))}" x2="{Html.N(Pixel(tail))}" y1="{y}" y2="{y}" stroke="{colour}" stroke-width="1.5" opacity=".45"/>""");
            svg.Append($"""<line x1="{Html.N(Pixel(tail))}" x2="{Html.N(Pixel(tail))}" y1="{Html.N(top + 19)}" y2="{Html.N(top + 27)}" stroke="{colour}" stroke-width="1.5" opacity=".45"/>""");
        }

        if (interval is { Lower: { } lower, Upper: { } upper })
        {
            svg.Append($"""<line x1="{Html.N(Pixel(lower))}" x2="{Html.N(Math.Max(Pixel(upper), Pixel(lower) + 1))}" y1="{y}" y2="{y}" stroke="{colour}" stroke-width="7" stroke-linecap="round" opacity=".35"/>""");
        }

        svg.Append($"""<circle cx="{Html.N(Pixel(median))}" cy="{y}" r="4.5" fill="{colour}"><title>{Html.Text($"{name}: {text}")}</title></circle>""");
    }

    private static double Reach(QuantilesDocument figure) =>
        Math.Max(figure.P95 ?? 0, Math.Max(figure.P50 ?? 0, figure.P50Ci[1] ?? 0));
}
