using System.Globalization;
using Tollgate.Figures;
using Tollgate.Measures.Costs;
using Tollgate.Measures.Distributions;
using Tollgate.Measures.Summaries;
using Tollgate.Statistics;

namespace Tollgate.Reports;

/// <summary>
/// The tables of every report. <c>between</c> stands between a figure and its interval: a space, or a line break
/// where room is short.
/// </summary>
internal static class ReportTables
{
    /// <summary>With more targets than that, there is the overview alone.</summary>
    public const int MaxDetailed = 3;

    /// <summary>What was run, such as <c>Run try-7, seed 7: open loop, 5/s</c>.</summary>
    public static string RunLine(MeasureDocument document) =>
        $"Run {document.Run}, seed {document.Seed.ToString(CultureInfo.InvariantCulture)}{
            (document.Load is { } load ? ": " + load : "")}";

    /// <summary>A row for each target.</summary>
    public static ReportTable Overview(MeasureDocument document, string between)
    {
        var currencies = document.Targets.Select(target => target.Cost?.Currency).OfType<string>().Distinct().ToList();
        var priced = currencies.Count > 0;
        List<string> headers = ["Target", "First token", "Tokens/s", "Output tokens", "Task time"];
        if (priced)
        {
            headers.Add(currencies is [var only] ? $"{only}/task" : "Cost/task");
        }

        return new ReportTable("Medians, with 95 % intervals", headers, [.. document.Targets.Select(
            IReadOnlyList<string> (target) =>
            {
                List<string> row =
                [
                    target.Name,
                    Duration(target.FirstTokenMs, between),
                    Number(target.TokensPerSecond, between),
                    Tokens(target.OutputTokens, between) + Mark(target.OutputTokens.Source),
                    Duration(target.TaskMs, between),
                ];
                if (priced)
                {
                    row.Add(Cost(target.Cost, currencies.Count == 1));
                }

                return row;
            })]);
    }

    /// <summary>A row for each measure of one target.</summary>
    public static ReportTable Detail(TargetDocument target, string between)
    {
        List<IReadOnlyList<string>> rows =
        [
            Durations("First token", target.FirstTokenMs, between),
            Durations("First answer", target.FirstAnswerMs, between),
            Durations("Wait", target.WaitMs, between),
            Durations("Gap a token", target.GapMs, between),
            Durations("Gap an event", target.EventGapMs, between),
            Numbers("Tokens/s", target.TokensPerSecond, between),
            [
                "Output tokens", FigureText.Count(target.OutputTokens.N), Tokens(target.OutputTokens, between),
                FigureText.Count(
                    target.OutputTokens.P95, QuantilesDocument.Interval(target.OutputTokens.P95Ci), between),
                FigureText.Count(target.OutputTokens.P99), FigureText.Count(target.OutputTokens.Max),
            ],
            Durations("Task time", target.TaskMs, between),
        ];
        if (target.ConnectMs.N > 0)
        {
            rows.Add(Durations("Connect", target.ConnectMs, between));
        }

        return new ReportTable(Title(target), ["", "n", "p50", "p95", "p99", "max"], rows);
    }

    /// <summary>A row for each kind of failure of each target; null where nothing failed.</summary>
    public static ReportTable? Failures(MeasureDocument document)
    {
        var rows = document.Targets.SelectMany(target => target.Failures.Select(IReadOnlyList<string> (failure) =>
        [
            target.Name,
            failure.Key.Replace('_', ' '),
            FigureText.Count(failure.Value),
            FigureText.Share(Proportions.Wilson(failure.Value, target.Completed + target.Failed)),
        ])).ToList();
        return rows.Count == 0
            ? null
            : new ReportTable("Failures", ["Target", "Failure", "Count", "Share of exchanges"], rows);
    }

    /// <summary>The first message of each kind of failure, with the target and the kind before it.</summary>
    public static IReadOnlyList<string> FailureMessages(MeasureDocument document) =>
    [
        .. document.Targets.SelectMany(target => target.FailureMessages.Select(failure =>
            $"{target.Name}, {failure.Key.Replace('_', ' ')}: {failure.Value}")),
    ];

    /// <summary>What became of each target's exchanges, such as <c>198 of 200 completed, 2 failed</c>.</summary>
    public static string Totals(TargetDocument target)
    {
        List<string> parts = [$"{FigureText.Count(target.Completed)} of {FigureText.Count(target.Issued)} completed"];
        AddCount(parts, target.Failed, "failed");
        AddCount(parts, target.Cancelled, "cancelled");
        AddCount(parts, target.InFlight, "in flight");
        AddCount(parts, target.Warmup, "to warm up");
        if (target.Goodput is { Share: { } share } goodput)
        {
            parts.Add($"goodput {FigureText.Share(new Estimate(share, QuantilesDocument.Interval(goodput.ShareCi)))}");
        }

        if (target.Stalls is { Count: > 0 } stalls)
        {
            parts.Add($"{FigureText.Count(stalls.Count)} stalls above {FigureText.Duration(stalls.LimitMs)}");
        }

        return string.Join(", ", parts);
    }

    /// <summary>What the one target of a report delivered, as a sentence; null where nothing completed.</summary>
    public static string? Throughput(TargetDocument target)
    {
        if (target.Throughput is not { } of)
        {
            return null;
        }

        var total = of.TotalTokensPerSecond is { } all
            ? $", {FigureText.Number(all, QuantilesDocument.Interval(of.TotalTokensPerSecondCi))} tokens/s in and out"
            : "";
        return $"Throughput: {FigureText.Number(
            of.RequestsPerSecond, QuantilesDocument.Interval(of.RequestsPerSecondCi))} requests/s, {FigureText.Number(
            of.OutputTokensPerSecond, QuantilesDocument.Interval(of.OutputTokensPerSecondCi))} output tokens/s{total
            }, over {FigureText.Duration(of.DurationS * 1000)}; {FigureText.Count(of.Concurrency)} at once at most, {
            FigureText.Number(of.MeanConcurrency)} on average.";
    }

    /// <summary>What each target delivered, a row each; null where nothing completed.</summary>
    public static ReportTable? Throughputs(MeasureDocument document, string between)
    {
        var measured = document.Targets.Where(target => target.Throughput is not null);
        var rows = measured.Select(IReadOnlyList<string> (target) =>
        {
            var of = target.Throughput!; // It was just asked.
            return
            [
                target.Name,
                FigureText.Number(of.RequestsPerSecond, QuantilesDocument.Interval(of.RequestsPerSecondCi), between),
                FigureText.Number(
                    of.OutputTokensPerSecond, QuantilesDocument.Interval(of.OutputTokensPerSecondCi), between),
                FigureText.Number(
                    of.TotalTokensPerSecond, QuantilesDocument.Interval(of.TotalTokensPerSecondCi), between),
                FigureText.Count(of.Concurrency),
                FigureText.Duration(of.DurationS * 1000),
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

    private static string Title(TargetDocument target) => string.Join(", ", new[]
    {
        target.Name, target.Model == target.Name ? null : target.Model, target.Wire, target.Region, target.Tier,
        target.Connections + " connections",
    }.OfType<string>());

    private static IReadOnlyList<string> Durations(string name, QuantilesDocument figures, string between) =>
    [
        name,
        FigureText.Count(figures.N),
        Duration(figures, between),
        FigureText.Duration(figures.P95, QuantilesDocument.Interval(figures.P95Ci), between),
        FigureText.Duration(figures.P99),
        FigureText.Duration(figures.Max),
    ];

    private static IReadOnlyList<string> Numbers(string name, QuantilesDocument figures, string between) =>
    [
        name,
        FigureText.Count(figures.N),
        Number(figures, between),
        FigureText.Number(figures.P95, QuantilesDocument.Interval(figures.P95Ci), between),
        FigureText.Number(figures.P99),
        FigureText.Number(figures.Max),
    ];

    private static string Duration(QuantilesDocument figures, string between) =>
        FigureText.Duration(figures.P50, QuantilesDocument.Interval(figures.P50Ci), between);

    private static string Number(QuantilesDocument figures, string between) =>
        FigureText.Number(figures.P50, QuantilesDocument.Interval(figures.P50Ci), between);

    private static string Tokens(QuantilesDocument figures, string between) =>
        FigureText.Count(figures.P50, QuantilesDocument.Interval(figures.P50Ci), between);

    private static string Cost(CostDocument? cost, bool oneCurrency) => cost is { PerSession: { } each }
        ? oneCurrency ? FigureText.Money(each) : FigureText.Money(each, cost.Currency)
        : FigureText.Unknown;

    private static string Mark(string source) => source is "estimated" or "mixed" ? " ~" : "";
}
