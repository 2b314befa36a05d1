using Tollgate.Gate.Rubrics;

namespace Tollgate.Reports.Html;

/// <summary>A chart in the making. Texts are encoded here; attributes are ours.</summary>
internal sealed class SvgCanvas(double width, double height)
{
    private readonly StringBuilder shapes = new();

    public void Line(double x1, double y1, double x2, double y2, string attributes) => shapes.Append(
        CultureInfo.InvariantCulture,
        $"""<line x1="{Html.N(x1)}" y1="{Html.N(y1)}" x2="{Html.N(x2)}" y2="{Html.N(y2)}" {attributes}/>""");

    /// <summary>
    /// Text of a class of the style sheet; <paramref name="anchor"/> is <c>start</c>, <c>middle</c> or <c>end</c>.
    /// </summary>
    public void Text(string kind, double x, double y, string anchor, string text) => shapes.Append(
        CultureInfo.InvariantCulture,
        $"""<text class="{kind}" x="{Html.N(x)}" y="{Html.N(y)}" text-anchor="{anchor}">{Html.Text(text)}</text>""");

    public void Dot(double x, double y, string colour, string title) => shapes.Append(
        CultureInfo.InvariantCulture,
        $"""<circle cx="{Html.N(x)}" cy="{Html.N(y)}" r="4.5" fill="{colour}">{Title(title)}</circle>""");

    public void Bar(double x, double y, double length, double thickness, string colour, string title)
    {
        var size = $"""width="{Html.N(length)}" height="{Html.N(thickness)}" """;
        shapes.Append(
            CultureInfo.InvariantCulture,
            $"""<rect x="{Html.N(x)}" y="{Html.N(y)}" {size}rx="3" fill="{colour}">{Title(title)}</rect>""");
    }

    public void Path(string path, string colour, string dash, string title)
    {
        var stroke = $"""stroke="{colour}" stroke-dasharray="{dash}" """;
        shapes.Append(
            CultureInfo.InvariantCulture, $"""<path class="line" d="{path}" {stroke}>{Title(title)}</path>""");
    }

    /// <summary>The chart in its frame.</summary>
    /// <param name="caption">Above it; null for none.</param>
    /// <param name="unit">Beside the caption.</param>
    /// <param name="description">For who cannot see it.</param>
    /// <param name="kind">The frame's class of the style sheet.</param>
    public string Figure(string? caption, string unit, string description, string kind = "")
    {
        var head = caption is null
            ? ""
            : $"<figcaption>{Html.Text(caption)} <span>{Html.Text(unit)}</span></figcaption>\n";
        var box = $"""viewBox="0 0 {Html.N(width)} {Html.N(height)}" """;
        return $"""
            <figure class="{kind}">{head}<svg {box}role="img" aria-label="{Html.Text(description)}">
            {shapes}</svg></figure>

            """;
    }

    private static string Title(string title) => $"<title>{Html.Text(title)}</title>";
}
