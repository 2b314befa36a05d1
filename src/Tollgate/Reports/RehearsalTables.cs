using System.Globalization;
using Tollgate.Figures;
using Tollgate.Measures.Costs;
using Tollgate.Measures.Summaries;
using Tollgate.Scores.Calls;
using Tollgate.Scores.Catalog;
using Tollgate.Scores.Definitions;
using Tollgate.Scores.Words;
using Tollgate.Statistics;

namespace Tollgate.Reports;

/// <summary>What a rehearsal came to, in tables of words.</summary>
internal static class RehearsalTables
{
    // The order in which a person asks.
    private static readonly ScoreDefinition[] Order = [.. ScoreCatalog.All.OrderBy(static score => score.Place)];

    public static bool Has(MeasureDocument document) => document.Targets.Any(target => target.Rehearsal is not null);

    /// <summary>One row a score, one column a target.</summary>
    public static ReportTable Scores(MeasureDocument document, string between)
    {
        var targets = document.Targets.Where(target => target.Rehearsal is not null).ToList();
        return Scores([.. targets.Select(target => (target.Name, target.Rehearsal!.Scores))], [Cost(targets)], between);
    }

    /// <summary>The same of any scores.</summary>
    /// <param name="targets">Each with its scores by name.</param>
    /// <param name="further">Rows that follow.</param>
    /// <param name="between">What stands between a number and its interval.</param>
    public static ReportTable Scores(
        IReadOnlyList<(string Name, IReadOnlyDictionary<string, ScoreDocument> Scores)> targets,
        IReadOnlyList<IReadOnlyList<string>> further, string between)
    {
        var names = Order.Where(score => targets.Any(target => target.Scores.ContainsKey(score.Name)));
        return new ReportTable(
            "What callers got, with 95 % intervals",
            ["Score", .. targets.Select(target => target.Name)],
            [
                .. names.Select(IReadOnlyList<string> (score) =>
                [
                    Words(score),
                    .. targets.Select(target => Cell(target.Scores.GetValueOrDefault(score.Name), score, between)),
                ]),
                .. further,
            ]);
    }

    /// <summary>One row a measure, one column a target: medians and 95th percentiles.</summary>
    public static ReportTable Felt(MeasureDocument document, string between)
    {
        var targets = document.Targets.Where(target => target.Rehearsal is not null).ToList();
        IReadOnlyList<string> Row(string name, Func<RehearsalDocument, string> cell) =>
            [name, .. targets.Select(target => cell(target.Rehearsal!))];
        string P50(QuantilesDocument q) => FigureText.Duration(q.P50, QuantilesDocument.Interval(q.P50Ci), between);
        string P95(QuantilesDocument q) => FigureText.Duration(q.P95, QuantilesDocument.Interval(q.P95Ci), between);
        return new ReportTable(
            "What callers felt",
            ["Measure", .. targets.Select(target => target.Name)],
            [
                Row("Perceived latency, p50", r => P50(r.PerceivedLatencyMs)),
                Row("Perceived latency, p95", r => P95(r.PerceivedLatencyMs)),
                Row($"Within {FigureText.Duration(targets[0].Rehearsal!.BudgetMs)}", r => Share(r.WithinBudget, between)),
                Row("First token, p95", r => P95(r.FirstTokenMs)),
                Row("First clause, p50", r => P50(r.FirstClauseMs)),
                Row("Turn's task time, p50", r => P50(r.TaskMs)),
                Row("Turn's task time, p95", r => P95(r.TaskMs)),
                Row("Longest silence, p50", r => P50(r.DeadAirMs)),
                Row("Speech ran dry, turns", r => Share(r.Underruns.Share, between)),
                Row("Drift over the call", r => r.DriftMs is { } drift
                    ? FigureText.Difference(drift.Value, drift.ToEstimate().Interval)
                    : FigureText.Unknown),
                Row("Length of a call, p50", r => FigureText.Duration(r.SessionSeconds.P50 * 1000)),
            ]);
    }

    /// <summary>
    /// How often the scores were wrong themselves when they were measured: one row a score; null where no score that is
    /// shown was measured.
    /// </summary>
    public static ReportTable? Errors(MeasureDocument document)
    {
        var shown = document.Targets.SelectMany(static target => target.Rehearsal?.Scores.Keys ?? []).ToHashSet();
        var rows = Order.Where(score => shown.Contains(score.Name))
            .Select(static score => (Words: score.Title, Error: ScoreErrors.Of(score.Name)))
            .Where(static one => one.Error is not null)
            .Select(static IReadOnlyList<string> (one) =>
            [
                one.Words,
                one.Error!.Of > 0 ? Share(one.Error.Found, one.Error.Of) : FigureText.Unknown, // It was measured.
                one.Error.Honest > 0 ? Share(one.Error.Charged, one.Error.Honest) : FigureText.Unknown,
                one.Error.Unit,
            ]).ToList();
        return rows.Count == 0 ? null : new ReportTable(
            "How often the scores err", ["Score", "Faults found", "Right ones charged", "Counted in"], rows);

        static string Share(int some, int all) => string.Create(
            CultureInfo.InvariantCulture, $"{some} of {all} ({100.0 * some / all:0.#} %)");
    }

    /// <summary>Where the time of a mean turn went, a sentence for each target.</summary>
    public static IEnumerable<string> Parts(MeasureDocument document)
    {
        foreach (var target in document.Targets)
        {
            if (target.Rehearsal?.TaskPartsMs is not { } parts)
            {
                continue;
            }

            var all = new[]
            {
                ("hearing", parts.Hearing), ("retries", parts.Retries), ("send delay", parts.SendDelay),
                ("first tokens", parts.FirstToken), ("reasoning", parts.Reasoning),
                ("writing tool calls", parts.ToolWriting), ("tools", parts.ToolRun), ("output", parts.Output),
            };
            var shown = all.Where(part => part.Item2 >= 0.5).Select(part => $"{part.Item1} {FigureText.Duration(part.Item2)}");
            yield return $"{target.Name}: a turn takes {FigureText.Duration(all.Sum(part => part.Item2))} on average: {string.Join(" + ", shown)}.";
        }
    }

    /// <summary>How the calls of each target ended, a sentence each.</summary>
    public static IEnumerable<string> Endings(MeasureDocument document)
    {
        foreach (var target in document.Targets)
        {
            if (target.Rehearsal is not { } rehearsal)
            {
                continue;
            }

            var ends = string.Join(", ", rehearsal.Endings.OrderByDescending(ending => ending.Value)
                .Select(ending => $"{FigureText.Count(ending.Value)} {ending.Key.Replace('_', ' ')}"));
            yield return $"{target.Name}: {FigureText.Count(rehearsal.Sessions)} calls,"
                + $" {FigureText.Count(rehearsal.Turns)} turns ({FigureText.Count(rehearsal.InterruptedTurns)} spoken into); {ends}.";
            if (rehearsal.CallerModel is { } caller)
            {
                var failed = caller.Failed > 0 ? $", {FigureText.Count(caller.Failed)} of them because it gave no answer" : "";
                yield return $"  the callers were played by {document.Suite?.Caller ?? "a model"}: {FigureText.Count(caller.Lines)} lines,"
                    + $" {FigureText.Count(caller.ByAgenda)} of them in the agenda's words{failed}.";
            }

            if (rehearsal.Rulings is { } rulings)
            {
                yield return $"  {rulings.Model} ruled on what the rules cannot judge: {FigureText.Count(rulings.Grounded)} sentences grounded,"
                    + $" {FigureText.Count(rulings.Invented)} invented, {FigureText.Count(rulings.Contradicted)} contradicted,"
                    + $" {FigureText.Count(rulings.Undecided)} still undecided.";
            }

            foreach (var (ending, reason) in rehearsal.EndingReasons)
            {
                yield return $"  {ending.Replace('_', ' ')}, the first: {reason}";
            }
        }
    }

    /// <summary>The sessions of which a person wants to know why, the worst first.</summary>
    public static IReadOnlyList<(string Target, SessionDocument Session)> Worst(MeasureDocument document, int most) =>
    [
        .. document.Targets.Where(target => target.Rehearsal is not null)
            .SelectMany(target => target.Rehearsal!.SessionList.Select(session => (target.Name, session)))
            .Where(one => one.session.Findings.Count > 0 || one.session.Ending != "finished")
            .OrderByDescending(one => one.session.Ending == "finished" ? 0 : 1)
            .ThenByDescending(one => one.session.Findings.Count)
            .Take(most),
    ];

    private static string Words(ScoreDefinition score) =>
        score.HigherIsBetter || !score.IsShare ? score.Title : $"{score.Title} ↓";

    private static IReadOnlyList<string> Cost(List<TargetDocument> targets) =>
    [
        "Cost of a call",
        .. targets.Select(target => target.Cost is { PerSession: { } each } cost
            ? FigureText.Money(each, cost.Currency)
            : FigureText.Unknown),
    ];

    private static string Cell(ScoreDocument? score, ScoreDefinition of, string between) =>
        score is null ? FigureText.Unknown
        : !of.IsShare
            ? FigureText.Number(score.Value, QuantilesDocument.Interval(score.Ci), between)
        : Percent(new Estimate(score.Value, QuantilesDocument.Interval(score.Ci)), between);

    private static string Share(EstimateDocument? share, string between) =>
        share is null ? FigureText.Unknown : Percent(share.ToEstimate(), between);

    private static string Percent(Estimate share, string between)
    {
        string P(double? value) => value is { } v
            ? (v * 100).ToString("0.0", CultureInfo.InvariantCulture)
            : FigureText.Unknown;
        return $"{P(share.Value)} %{between}[{P(share.Interval.Lower)}, {P(share.Interval.Upper)}]";
    }
}
