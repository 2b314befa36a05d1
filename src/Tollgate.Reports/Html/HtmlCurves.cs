using Tollgate.Measures.Catalog;
using Tollgate.Measures.Definitions;
using Tollgate.Measures.Distributions;
using Tollgate.Results;

namespace Tollgate.Reports.Html;

/// <summary>The sections that draw more than the document holds: distributions, and the run over time.</summary>
internal sealed class HtmlCurves(
    IReadOnlyList<TargetResult> measured, Palette palette)
{
    public string Distributions()
    {
        var drawn = measured;
        return drawn.Count == 0 ? "" : HtmlSections.Section(
            "How they spread",
            "The share of exchanges at or below each value. A steep line is a model that does the same every time.",
            Legend(drawn) + HtmlSections.Grid(
                3,
                string.Concat(MeasureCatalog.All.Where(static measure => measure.HasCurve)
                    .OrderBy(static measure => measure.Row?.Place ?? int.MaxValue)
                    .Select(measure => Distribution(measure, drawn)))));
    }

    public string OverTime()
    {
        var drawn = measured
            .Where(target => target.Measures.Curves.OverTime.Count > 2)
            .ToList();
        return drawn.Count == 0 ? "" : HtmlSections.Section(
            "Over the run",
            "By the instant at which an exchange was meant to leave. Drift here is in every number above.",
            Legend(drawn) + HtmlSections.Grid(
                3,
                Time("First token, mean", drawn, bin => bin.FirstTokenMeanMs)
                + Time("Longest gap", drawn, bin => bin.LongestGapMs)
                + Failed(drawn)));
    }

    private string Legend(IReadOnlyList<TargetResult> targets)
    {
        var items = targets.Select(target =>
        {
            var stroke = $"""stroke="{palette.Colour(target.Name)}" stroke-dasharray="{palette.Dash(target.Name)}" """;
            return $"""
                <li><svg viewBox="0 0 30 10" aria-hidden="true"><path class="line" d="M0 5H30" {stroke}/></svg>
                """ + $"{Html.Text(target.Name)}</li>";
        });
        return $"<ul class=\"legend\">{string.Concat(items)}</ul>\n";
    }

    private string Distribution(Measure measure, IReadOnlyList<TargetResult> targets)
    {
        var most = targets.SelectMany(target => target.Measures.Curves[measure].Values).DefaultIfEmpty(0).Max();
        var unit = ChartUnit.Of(measure.Unit) ?? ChartUnit.Duration(most);
        var series = targets
            .Select(target => new LineChart.Series(
                target.Name, Steps(target.Measures.Curves[measure], unit), Stepped: true))
            .ToList();
        var axes = new LineChart.Axes(
            unit.Name, "share of exchanges at or below", share => $"{share * 100:0}%", ZeroX: false);
        return LineChart.Draw(measure.Chart ?? measure.Title, series, axes, palette);
    }

    private static IReadOnlyList<(double X, double? Y)> Steps(Curve curve, ChartUnit unit) => curve.Values.Count == 0
        ? []
        : [(curve.Values[0] / unit.Divisor, 0), .. curve.Values.Select((value, i) =>
            (value / unit.Divisor, (double?)(i + 1.0) / curve.Values.Count))];

    private string Time(string title, IReadOnlyList<TargetResult> targets, Func<TimeBin, double?> figure)
    {
        var most = targets.SelectMany(target => target.Measures.Curves.OverTime).Max(figure) ?? 0;
        var unit = ChartUnit.Duration(most);
        return LineChart.Draw(title, Lines(targets, bin => figure(bin) / unit.Divisor), TimeAxes(unit.Name), palette);
    }

    private string Failed(IReadOnlyList<TargetResult> targets) => targets.All(target => target.Measures.Failed == 0)
        ? "<figure><figcaption>Failures</figcaption><p class=\"lead\">None.</p></figure>\n"
        : LineChart.Draw(
            "Failures", Lines(targets, bin => bin.Failed), TimeAxes("exchanges") with { Whole = true }, palette);

    // Where nothing was meant to leave, the line runs on; where all that left failed, it has a gap.
    private List<LineChart.Series> Lines(IReadOnlyList<TargetResult> targets, Func<TimeBin, double?> figure) =>
    [
        .. targets.Select(target => new LineChart.Series(
            target.Name,
            [.. target.Measures.Curves.OverTime
                .Where(bin => figure(bin) is not null || bin.Failed > 0)
                .Select(bin => (bin.StartMs / 1000, figure(bin)))],
            Stepped: false)),
    ];

    private static LineChart.Axes TimeAxes(string unit) =>
        new("seconds into the run", unit, ChartUnit.Plain, ZeroX: true);
}
