namespace Tollgate.Reports.Html;

/// <summary>Lines over two axes, a line for each target.</summary>
internal static class LineChart
{
    private const double Width = 352;
    private const double Height = 232;
    private const double Left = 42;
    private const double Right = 342;
    private const double Top = 12;
    private const double Bottom = 190;

    /// <param name="Name">The target.</param>
    /// <param name="Points">
    /// In the order in which they are joined; one without a Y is a gap: what stands before it is not joined to what
    /// follows.
    /// </param>
    /// <param name="Stepped">Joined by steps, as an empirical distribution is.</param>
    internal sealed record Series(string Name, IReadOnlyList<(double X, double? Y)> Points, bool Stepped);

    /// <param name="X">The name of the horizontal axis.</param>
    /// <param name="Y">The name of the vertical axis.</param>
    /// <param name="Label">How a value on the vertical axis is written.</param>
    /// <param name="ZeroX">The horizontal axis begins at 0.</param>
    /// <param name="Whole">The vertical axis counts: its ticks are whole numbers.</param>
    internal sealed record Axes(string X, string Y, Func<double, string> Label, bool ZeroX, bool Whole = false);

    public static string Draw(string title, IReadOnlyList<Series> series, Axes axes, Palette palette)
    {
        var points = series.SelectMany(line => line.Points).ToList();
        if (!points.Exists(point => point.Y is not null))
        {
            return "";
        }

        var horizontal = new ChartScale(axes.ZeroX ? 0 : points.Min(p => p.X), points.Max(p => p.X), Left, Right);
        var vertical = new ChartScale(0, points.Max(p => p.Y) ?? 0, Bottom, Top, 4, axes.Whole ? 1 : 0);
        var canvas = new SvgCanvas(Width, Height);
        foreach (var tick in vertical.Ticks)
        {
            var y = vertical.Pixel(tick);
            canvas.Line(Left, y, Right, y, "class=\"grid\"");
            canvas.Text("tick", Left - 6, y + 4, "end", axes.Label(tick));
        }

        foreach (var tick in horizontal.Ticks)
        {
            canvas.Text("tick", horizontal.Pixel(tick), Bottom + 17, "middle", ChartUnit.Plain(tick));
        }

        canvas.Text("axis", Right, Height - 3, "end", axes.X);
        foreach (var line in series.Where(line => line.Points.Count > 0))
        {
            canvas.Path(
                Path(line, horizontal, vertical), palette.Colour(line.Name), palette.Dash(line.Name), line.Name);
        }

        return canvas.Figure(title, axes.Y, $"{title}: {axes.Y} by {axes.X}");
    }

    private static string Path(Series line, ChartScale horizontal, ChartScale vertical)
    {
        var path = new StringBuilder();
        var begins = true;
        foreach (var (x, y) in line.Points)
        {
            if (y is not { } height)
            {
                begins = true;
                continue;
            }

            // The stroke of no length is a dot where nothing follows: its ends are round.
            var (px, py) = (Html.N(horizontal.Pixel(x)), Html.N(vertical.Pixel(height)));
            path.Append(begins ? $"M{px} {py}h0" : line.Stepped ? $"H{px}V{py}" : $"L{px} {py}");
            begins = false;
        }

        return path.ToString();
    }
}
