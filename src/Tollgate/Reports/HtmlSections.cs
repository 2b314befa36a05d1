using Tollgate.Measures;

namespace Tollgate.Reports;

/// <summary>The sections of the page; each is empty where it has nothing to show.</summary>
internal static class HtmlSections
{
    public static string Gap(MeasureDocument document, Palette palette)
    {
        if (document.Comparison is not { } comparison)
        {
            return "";
        }

        var further = document.Comparisons.Count > 1
            ? $"<div class=\"card gap\">{Html.Table(GapText.Table(document.Comparisons, "\n"))}</div>"
            : "";
        return $"""
            <section>
            <h2>Where the difference comes from</h2>
            <p class="lead">{Html.Text($"{GapText.Headline(comparison)}: a difference of {FigureText.Difference(comparison.TaskMsDifference, QuantilesDocument.Interval(comparison.TaskMsDifferenceCi))}. The parts add up to it exactly.")}</p>
            {WaterfallChart.Draw(comparison, palette)}{further}
            </section>

            """;
    }

    public static string Advice(MeasureDocument document)
    {
        if (document.Recommendations is not { Count: > 0 } recommendations)
        {
            return "";
        }

        var cards = string.Concat(recommendations.Select(advice => $"""
            <div class="card advice"><h3>{Html.Text(GapText.Workload(advice.Workload))}</h3>
            <strong>{Html.Text(advice.Target)}</strong>
            {Tag(document, advice)}
            <p>{Html.Text(WithoutName(advice))}</p></div>

            """));
        return $"<section><h2>What to use it for</h2>\n<p class=\"lead\">By these numbers alone.</p>\n<div class=\"grid3\">\n{cards}</div></section>\n";
    }

    public static string Numbers(MeasureDocument document, IReadOnlyList<TargetDocument> measured, Palette palette)
    {
        var charts = measured.Count == 0 ? "" : $"""
            <div class="grid2">
            {IntervalChart.Draw("First token", measured, target => target.FirstTokenMs, true, default, palette)}{IntervalChart.Draw("Rate", measured, target => target.TokensPerSecond, false, ChartUnit.TokensPerSecond, palette)}{IntervalChart.Draw("Output", measured, target => target.OutputTokens, false, ChartUnit.Tokens, palette)}{IntervalChart.Draw("Task time", measured, target => target.TaskMs, true, default, palette)}</div>
            """;
        var instrument = string.Concat(InstrumentText.Lines(document).Select(line => $"<p>{Html.Text(line)}</p>"));
        return $"""
            <section>
            <h2>The numbers</h2>
            <p class="lead">Dots are medians, bars their intervals; the thin line runs on to the 95th percentile.</p>
            {charts}
            <div class="card gap">{Html.Table(ReportTables.Overview(document, "\n"))}<div class="instrument">{instrument}</div></div>
            </section>

            """;
    }

    public static string Distributions(
        IReadOnlyList<TargetDocument> measured, IReadOnlyDictionary<string, TargetCurves> curves, Palette palette)
    {
        var drawn = measured.Where(target => curves.ContainsKey(target.Name)).ToList();
        if (drawn.Count == 0)
        {
            return "";
        }

        return $"""
            <section>
            <h2>How they spread</h2>
            <p class="lead">The share of exchanges at or below each value. A steep line is a model that does the same every time.</p>
            {Legend(drawn, palette)}
            <div class="grid3">
            {Distribution("First token", drawn, target => curves[target.Name].FirstTokenMs, true, palette)}{Distribution("Rate", drawn, target => curves[target.Name].TokensPerSecond, false, palette)}{Distribution("Task time", drawn, target => curves[target.Name].TaskMs, true, palette)}</div>
            </section>

            """;
    }

    public static string OverTime(
        IReadOnlyList<TargetDocument> measured, IReadOnlyDictionary<string, TargetCurves> curves, Palette palette)
    {
        var drawn = measured.Where(target => curves.TryGetValue(target.Name, out var known) && known.OverTime.Count > 2).ToList();
        if (drawn.Count == 0)
        {
            return "";
        }

        return $"""
            <section>
            <h2>Over the run</h2>
            <p class="lead">By the instant at which an exchange was meant to leave. Drift here is in every number above.</p>
            {Legend(drawn, palette)}
            <div class="grid3">
            {Time("First token, mean", drawn, curves, bin => bin.FirstTokenMeanMs, palette)}{Time("Longest gap", drawn, curves, bin => bin.LongestGapMs, palette)}{Failed(drawn, curves, palette)}</div>
            </section>

            """;
    }

    public static string Failures(MeasureDocument document)
    {
        if (ReportTables.Failures(document) is not { } table)
        {
            return "";
        }

        var messages = string.Concat(ReportTables.FailureMessages(document).Select(line => $"<p>{Html.Text(line)}</p>"));
        return $"""
            <section><h2>What failed</h2>
            <p class="lead">Failed exchanges are in none of the latencies. Below the table, the first message of each kind.</p>
            <div class="card">{Html.Table(table)}<div class="instrument">{messages}</div></div></section>

            """;
    }

    public static string Details(MeasureDocument document)
    {
        var details = string.Concat(document.Targets.Where(target => target.Completed > 0).Select(target => $"""
            <details{(document.Targets.Count == 1 ? " open" : "")}><summary>{Html.Text(target.Name)}<span>{Html.Text(ReportTables.Totals(target))}</span></summary>
            {Html.Table(ReportTables.Detail(target, "\n"))}</details>

            """));
        return details.Length == 0 ? "" : $"<section><h2>Every measure</h2>\n<p class=\"lead\">Median and 95th percentile with their intervals.</p>\n{details}</section>\n";
    }

    private static string Tag(MeasureDocument document, RecommendationDocument advice) => document.Targets.Count < 2 ? ""
        : advice.Shown ? "<span class=\"tag\">shown by the data</span>"
        : "<span class=\"tag open\">not told apart from others</span>";

    private static string WithoutName(RecommendationDocument advice)
    {
        var lead = advice.Target + ": ";
        return advice.Sentence.StartsWith(lead, StringComparison.Ordinal)
            ? char.ToUpperInvariant(advice.Sentence[lead.Length]) + advice.Sentence[(lead.Length + 1)..]
            : advice.Sentence;
    }

    private static string Legend(IReadOnlyList<TargetDocument> targets, Palette palette) =>
        $"<ul class=\"legend\">{string.Concat(targets.Select(target => $"""
            <li><svg viewBox="0 0 30 10" aria-hidden="true"><line x1="0" x2="30" y1="5" y2="5" stroke-width="2.5" stroke="{palette.Colour(target.Name)}" stroke-dasharray="{palette.Dash(target.Name)}"/></svg>{Html.Text(target.Name)}</li>
            """))}</ul>";

    private static string Distribution(
        string title, IReadOnlyList<TargetDocument> targets, Func<TargetDocument, Curve> curve, bool duration, Palette palette)
    {
        var most = targets.SelectMany(target => curve(target).Values).DefaultIfEmpty(0).Max();
        var unit = duration ? ChartUnit.Duration(most) : ChartUnit.TokensPerSecond;
        var series = targets.Select(target => new LineChart.Series(target.Name, Steps(curve(target), unit), true)).ToList();
        return LineChart.Draw(
            title, series,
            new LineChart.Axes(unit.Name, "share of exchanges at or below", share => $"{share * 100:0} %", ZeroX: false), palette);
    }

    private static IReadOnlyList<(double X, double Y)> Steps(Curve curve, ChartUnit unit) => curve.Values.Count == 0
        ? []
        : [(curve.Values[0] / unit.Divisor, 0), .. curve.Values.Select((value, i) =>
            (value / unit.Divisor, (i + 1.0) / curve.Values.Count))];

    private static string Time(
        string title, IReadOnlyList<TargetDocument> targets, IReadOnlyDictionary<string, TargetCurves> curves,
        Func<TimeBin, double?> figure, Palette palette)
    {
        var most = targets.SelectMany(target => curves[target.Name].OverTime).Max(figure) ?? 0;
        var unit = ChartUnit.Duration(most);
        return LineChart.Draw(title, Lines(targets, curves, bin => figure(bin) / unit.Divisor), TimeAxes(unit.Name), palette);
    }

    private static string Failed(
        IReadOnlyList<TargetDocument> targets, IReadOnlyDictionary<string, TargetCurves> curves, Palette palette) =>
        targets.All(target => target.Failed == 0)
            ? "<figure><figcaption>Failures</figcaption><p class=\"lead\">None.</p></figure>\n"
            : LineChart.Draw("Failures", Lines(targets, curves, bin => bin.Failed), TimeAxes("exchanges") with { Whole = true }, palette);

    private static List<LineChart.Series> Lines(
        IReadOnlyList<TargetDocument> targets, IReadOnlyDictionary<string, TargetCurves> curves, Func<TimeBin, double?> figure) =>
        [.. targets.Select(target => new LineChart.Series(
            target.Name,
            [.. curves[target.Name].OverTime
                .Where(bin => figure(bin) is not null)
                .Select(bin => (bin.StartMs / 1000, figure(bin) ?? 0))],
            false))];

    private static LineChart.Axes TimeAxes(string unit) =>
        new("seconds into the run", unit, value => new ChartUnit(1, "").Label(value), ZeroX: true);
}
