using Tollgate.Exchanges;
using Tollgate.Figures;
using Tollgate.Input;
using Tollgate.Measures.Costs;
using Tollgate.Measures.Definitions;
using Tollgate.Measures.Distributions;
using Tollgate.Measures.Readings;
using Tollgate.Measures.Summaries;
using Tollgate.Results;
using Tollgate.Statistics;

namespace Tollgate.Reports.Wording;

/// <summary>
/// The tables of every report. <c>between</c> stands between a figure and its interval: a space, or a line break
/// where room is short.
/// </summary>
internal static class ReportTables
{
    /// <summary>With more targets than that, there is the overview alone.</summary>
    public const int MaxDetailed = 3;

    /// <summary>What was run, such as <c>Run try-7, seed 7: open loop, 5/s</c>.</summary>
    public static string RunLine(RunReport report) =>
        $"Run {report.Run}, seed {report.Seed.ToString(CultureInfo.InvariantCulture)}{
            (report.Load is { } load ? ": " + load : "")}";

    /// <summary>A row for each target.</summary>
    public static ReportTable Overview(RunReport report, string between)
    {
        var targets = report.Targets.Select(static target => target.Measures);
        var currencies = targets.Select(target => target.Cost?.Currency).OfType<string>().Distinct().ToList();
        var priced = currencies.Count > 0;
        List<string> headers = ["Target", .. MeasureText.Charted.Select(static measure => measure.Title)];
        if (priced)
        {
            headers.Add(currencies is [var only] ? $"{only}/task" : "Cost/task");
        }

        return new ReportTable("Medians, with 95% intervals", headers, [.. targets.Select(
            IReadOnlyList<string> (target) =>
            {
                List<string> row =
                [
                    target.Target.Name,
                    .. MeasureText.Charted.Select(measure => Median(target, measure, between) + Mark(target, measure)),
                ];
                if (priced)
                {
                    row.Add(Cost(target.Cost, currencies.Count == 1));
                }

                return row;
            })]);
    }

    /// <summary>A row for each measure of one target.</summary>
    public static ReportTable Detail(TargetMeasures target, string between) => new(
        Title(target), ["", "n", "p50", "p95", "p99", "max"],
        [
            .. MeasureText.Rows
                .Where(measure => measure.Group is MeasureGroup.Answer or MeasureGroup.Connection
                    && (target[measure].N > 0 || measure.Row is { OnlyWithValues: false }))
                .Select(IReadOnlyList<string> (measure) =>
                {
                    var figures = target[measure];
                    return
                    [
                        measure.Title,
                        FigureText.Count(figures.N),
                        Median(target, measure, between),
                        MeasureText.Of(measure, figures.P95, figures.P95Interval, between),
                        MeasureText.Of(measure, figures.P99),
                        MeasureText.Of(measure, figures.Max),
                    ];
                }),
        ]);

    /// <summary>A row for each kind of failure of each target; null where nothing failed.</summary>
    public static ReportTable? Failures(RunReport report)
    {
        var rows = report.Targets.SelectMany(target => target.Measures.Failures.Select(
            IReadOnlyList<string> (failure) =>
        [
            target.Name,
            SnakeCase.Words(failure.Key),
            SnakeCase.Words(Failure.PartyOf(failure.Key)),
            FigureText.Count(failure.Value),
            FigureText.Share(Proportions.Wilson(failure.Value, target.Measures.Completed + target.Measures.Failed)),
        ])).ToList();
        return rows.Count == 0
            ? null
            : new ReportTable("Failures", ["Target", "Failure", "Who failed", "Count", "Share of exchanges"], rows);
    }

    /// <summary>The first message of each kind of failure, with the target and the kind before it.</summary>
    public static IReadOnlyList<string> FailureMessages(RunReport report) =>
    [
        .. report.Targets.SelectMany(target => target.Measures.FailureMessages.Select(failure =>
            $"{target.Name}, {SnakeCase.Words(failure.Key)}: {failure.Value}")),
    ];

    /// <summary>What became of each target's exchanges, such as <c>198 of 200 completed, 2 failed</c>.</summary>
    public static string Totals(TargetMeasures target)
    {
        List<string> parts = [$"{FigureText.Count(target.Completed)} of {FigureText.Count(target.Issued)} completed"];
        AddCount(parts, target.Failed, "failed");
        AddCount(parts, target.Cancelled, "cancelled");
        AddCount(parts, target.InFlight, "in flight");
        AddCount(parts, target.Warmup, "to warm up");
        if (target.Goodput is { Share: { } share })
        {
            parts.Add($"goodput {FigureText.Share(share)}");
        }

        if (target.Stalls is { Count: > 0 } stalls)
        {
            parts.Add($"{FigureText.Count(stalls.Count)} stalls above {FigureText.Duration(stalls.LimitMs)}");
        }

        return string.Join(", ", parts);
    }

    /// <summary>What the one target of a report delivered, as a sentence; null where nothing completed.</summary>
    public static string? Throughput(TargetMeasures target)
    {
        if (target.Throughput is not { } of)
        {
            return null;
        }

        var total = of.TotalTokensPerSecond is { } all
            ? $", {FigureText.Number(all.Value, all.Interval)} tokens/s in and out"
            : "";
        return $"Throughput: {FigureText.Number(
            of.RequestsPerSecond.Value, of.RequestsPerSecond.Interval)} requests/s, {FigureText.Number(
            of.OutputTokensPerSecond.Value, of.OutputTokensPerSecond.Interval)} output tokens/s{total
            }, over {FigureText.Duration(of.Seconds * 1000)}; {FigureText.Count(of.Concurrency)} at once at most, {
            FigureText.Number(of.MeanConcurrency)} on average.";
    }

    /// <summary>What each target delivered, a row each; null where nothing completed.</summary>
    public static ReportTable? Throughputs(RunReport report, string between)
    {
        var measured = report.Targets.Where(target => target.Measures.Throughput is not null);
        var rows = measured.Select(IReadOnlyList<string> (target) =>
        {
            var of = target.Measures.Throughput!; // It was just asked.
            return
            [
                target.Name,
                FigureText.Number(of.RequestsPerSecond.Value, of.RequestsPerSecond.Interval, between),
                FigureText.Number(of.OutputTokensPerSecond.Value, of.OutputTokensPerSecond.Interval, between),
                FigureText.Number(
                    of.TotalTokensPerSecond?.Value, of.TotalTokensPerSecond?.Interval ?? Interval.None, between),
                FigureText.Count(of.Concurrency),
                FigureText.Duration(of.Seconds * 1000),
            ];
        }).ToList();
        return rows.Count == 0 ? null : new ReportTable(
            "Throughput", ["Target", "Requests/s", "Output tokens/s", "All tokens/s", "Most at once", "Duration"], rows);
    }

    private static void AddCount(List<string> parts, long count, string what)
    {
        if (count > 0)
        {
            parts.Add($"{FigureText.Count(count)} {what}");
        }
    }

    private static string Title(TargetMeasures of) => string.Join(", ", new[]
    {
        of.Target.Name, of.Target.Model == of.Target.Name ? null : of.Target.Model, of.Target.Wire, of.Target.Region,
        of.Target.Tier, (of.Cold ? "cold" : "warm") + " connections",
    }.OfType<string>());

    private static string Median(TargetMeasures target, Measure measure, string between) =>
        MeasureText.Of(measure, target[measure].P50, target[measure].P50Interval, between);

    private static string Cost(Cost? cost, bool oneCurrency) => cost is { PerSession: { } each }
        ? oneCurrency ? FigureText.Money(each) : FigureText.Money(each, cost.Currency)
        : FigureText.Unknown;

    // Tokens that nobody counted are estimated.
    private static string Mark(TargetMeasures target, Measure measure) => measure.Unit == FigureUnit.Tokens
        && target.OutputTokenSource is TokenSource.Estimated or TokenSource.Mixed ? " ~" : "";
}
