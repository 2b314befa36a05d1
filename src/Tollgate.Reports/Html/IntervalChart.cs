using Tollgate.Measures.Definitions;
using Tollgate.Measures.Distributions;
using Tollgate.Reports.Wording;
using Tollgate.Results;

namespace Tollgate.Reports.Html;

/// <summary>
/// A row a target: the median as a dot, its interval as a bar, a thin line on to the 95th percentile.
/// </summary>
internal static class IntervalChart
{
    private const double Width = 520;
    private const double Left = 8;
    private const double Right = 512;
    private const double RowHeight = 38;

    public static string Draw(Measure measure, IReadOnlyList<TargetResult> targets, Palette palette)
    {
        var title = measure.Chart ?? measure.Title;
        var figures = targets.Select(target => target.Measures[measure]).ToList();
        var most = figures.Max(Reach);
        var unit = ChartUnit.Of(measure.Unit) ?? ChartUnit.Duration(most);
        var scale = new ChartScale(0, most / unit.Divisor, Left, Right);
        var bottom = 8 + (targets.Count * RowHeight);
        var canvas = new SvgCanvas(Width, bottom + 22);
        foreach (var tick in scale.Ticks)
        {
            var x = scale.Pixel(tick);
            var anchor = tick == scale.Least ? "start" : tick == scale.Most ? "end" : "middle";
            canvas.Line(x, 4, x, bottom, "class=\"grid\"");
            canvas.Text("tick", x, bottom + 16, anchor, ChartUnit.Plain(tick));
        }

        for (var i = 0; i < targets.Count; i++)
        {
            var colour = palette.Colour(targets[i].Name);
            Row(canvas, targets[i].Name, figures[i], 8 + (i * RowHeight), colour, measure, value =>
                scale.Pixel(value / unit.Divisor));
        }

        return canvas.Figure(
            title, unit.Name, $"{title}, {unit.Name}: median with its 95% interval for each target");
    }

    private static void Row(
        SvgCanvas canvas, string name, QuantileSummary figure, double top, string colour, Measure measure,
        Func<double, double> pixel)
    {
        var interval = figure.P50Interval;
        var text = MeasureText.Of(measure, figure.P50, interval);
        canvas.Text("name", Left, top + 11, "start", name);
        canvas.Text("value", Right, top + 11, "end", text);
        if (figure.P50 is not { } median)
        {
            return;
        }

        var y = top + 23;
        var stroke = $"class=\"tail\" stroke=\"{colour}\"";
        if (figure.P95 is { } tail)
        {
            canvas.Line(pixel(median), y, pixel(tail), y, stroke);
            canvas.Line(pixel(tail), y - 4, pixel(tail), y + 4, stroke);
        }

        if (interval is { Lower: { } lower, Upper: { } upper })
        {
            var end = Math.Max(pixel(upper), pixel(lower) + 1);
            canvas.Line(pixel(lower), y, end, y, $"class=\"interval\" stroke=\"{colour}\"");
        }

        canvas.Dot(pixel(median), y, colour, $"{name}: {text}");
    }

    private static double Reach(QuantileSummary figure) =>
        Math.Max(figure.P95 ?? 0, Math.Max(figure.P50 ?? 0, figure.P50Interval.Upper ?? 0));
}
