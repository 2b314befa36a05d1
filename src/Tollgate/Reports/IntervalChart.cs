using Tollgate.Figures;

namespace Tollgate.Reports;

/// <summary>
/// A row a target: the median as a dot, its interval as a bar, a thin line on to the 95th percentile.
/// </summary>
internal static class IntervalChart
{
    private const double Width = 520;
    private const double Left = 8;
    private const double Right = 512;
    private const double RowHeight = 38;

    /// <param name="Title">What it shows.</param>
    /// <param name="Measure">Which measure.</param>
    /// <param name="Unit">Of its values; null for durations, which choose by their size.</param>
    internal sealed record Subject(
        string Title, Func<TargetDocument, QuantilesDocument> Measure, ChartUnit? Unit = null);

    public static string Draw(Subject subject, IReadOnlyList<TargetDocument> targets, Palette palette)
    {
        var figures = targets.Select(subject.Measure).ToList();
        var most = figures.Max(Reach);
        var unit = subject.Unit ?? ChartUnit.Duration(most);
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
            Row(canvas, targets[i].Name, figures[i], 8 + (i * RowHeight), colour, subject.Unit, value =>
                scale.Pixel(value / unit.Divisor));
        }

        return canvas.Figure(
            subject.Title, unit.Name, $"{subject.Title}, {unit.Name}: median with its 95 % interval for each target");
    }

    private static void Row(
        SvgCanvas canvas, string name, QuantilesDocument figure, double top, string colour, ChartUnit? unit,
        Func<double, double> pixel)
    {
        var interval = QuantilesDocument.Interval(figure.P50Ci);
        var text = unit is null ? FigureText.Duration(figure.P50, interval)
            : unit == ChartUnit.Tokens ? FigureText.Count(figure.P50, interval)
            : FigureText.Number(figure.P50, interval);
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

    private static double Reach(QuantilesDocument figure) =>
        Math.Max(figure.P95 ?? 0, Math.Max(figure.P50 ?? 0, figure.P50Ci[1] ?? 0));
}
