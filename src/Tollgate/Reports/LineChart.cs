using System.Text;

namespace Tollgate.Reports;

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
    /// <param name="Points">In the order in which they are joined.</param>
    /// <param name="Stepped">Joined by steps, as an empirical distribution is.</param>
    internal sealed record Series(string Name, IReadOnlyList<(double X, double Y)> Points, bool Stepped);

    /// <param name="X">The name of the horizontal axis.</param>
    /// <param name="Y">The name of the vertical axis.</param>
    /// <param name="Label">How a value on the vertical axis is written.</param>
    /// <param name="ZeroX">The horizontal axis begins at 0.</param>
    /// <param name="Whole">The vertical axis counts: its ticks are whole numbers.</param>
    internal sealed record Axes(string X, string Y, Func<double, string> Label, bool ZeroX, bool Whole = false);

    public static string Draw(string title, IReadOnlyList<Series> series, Axes axes, Palette palette, string? description = null)
    {
        var points = series.SelectMany(line => line.Points).ToList();
        if (points.Count == 0)
        {
            return "";
        }

        var horizontal = new ChartScale(axes.ZeroX ? 0 : points.Min(p => p.X), points.Max(p => p.X), Left, Right);
        var vertical = new ChartScale(0, points.Max(p => p.Y), Bottom, Top, 4, axes.Whole ? 1 : 0);
        var svg = new StringBuilder();
        foreach (var tick in vertical.Ticks)
        {
            var y = vertical.Pixel(tick);
            svg.Append($"""<line class="grid" x1="{Html.N(Left)}" x2="{Html.N(Right)}" y1="{Html.N(y)}" y2="{Html.N(y)}"/>""");
            svg.Append($"""<text class="tick" x="{Html.N(Left - 6)}" y="{Html.N(y + 4)}" text-anchor="end">{Html.Text(axes.Label(tick))}</text>""");
        }

        foreach (var tick in horizontal.Ticks)
        {
            var x = Html.N(horizontal.Pixel(tick));
            svg.Append($"""<text class="tick" x="{x}" y="{Html.N(Bottom + 17)}" text-anchor="middle">{Html.Text(new ChartUnit(1, "").Label(tick))}</text>""");
        }

        svg.Append($"""<text class="axis" x="{Html.N(Right)}" y="{Html.N(Height - 3)}" text-anchor="end">{Html.Text(axes.X)}</text>""");
        foreach (var line in series)
        {
            Draw(svg, line, horizontal, vertical, palette);
        }

        return $"""
            <figure><figcaption>{Html.Text(title)} <span>{Html.Text(axes.Y)}</span></figcaption>
            <svg viewBox="0 0 {Html.N(Width)} {Html.N(Height)}" role="img" aria-label="{Html.Text(description ?? $"{title}: {axes.Y} by {axes.X}")}">{svg}</svg></figure>

            """;
    }

    private static void Draw(StringBuilder svg, Series line, ChartScale horizontal, ChartScale vertical, Palette palette)
    {
        if (line.Points.Count == 0)
        {
            return;
        }

        var path = new StringBuilder();
        foreach (var (x, y) in line.Points)
        {
            var (px, py) = (Html.N(horizontal.Pixel(x)), Html.N(vertical.Pixel(y)));
            path.Append(path.Length == 0 ? $"M{px} {py}" : line.Stepped ? $"H{px}V{py}" : $"L{px} {py}");
        }

        svg.Append($"""<path d="{path}" fill="none" stroke="{palette.Colour(line.Name)}" stroke-width="2" stroke-linejoin="round" stroke-dasharray="{palette.Dash(line.Name)}"><title>{Html.Text(line.Name)}</title></path>""");
    }
}
