using Tollgate.Exchanges;
using Tollgate.Figures;
using Tollgate.Gate.Reading;
using Tollgate.Input;
using Tollgate.Measures.Costs;
using Tollgate.Measures.Definitions;
using Tollgate.Measures.OfCalls;
using Tollgate.Measures.Summaries;
using Tollgate.Results;
using Tollgate.Scores.Catalog;
using Tollgate.Scores.Definitions;
using Tollgate.Scores.Words;
using Tollgate.Statistics;
using Tollgate.Transcripts;

namespace Tollgate.Reports.Wording;

/// <summary>What a rehearsal came to, in tables of words.</summary>
internal static class RehearsalTables
{
    // The order in which a person asks.
    private static readonly ScoreDefinition[] Order = [.. ScoreCatalog.All.OrderBy(static score => score.Place)];

    public static bool Has(RunReport report) => report.Targets.Any(target => target.Rehearsal is not null);

    /// <summary>One row a score, one column a target.</summary>
    public static ReportTable Scores(RunReport report, string between)
    {
        var targets = report.Targets.Where(target => target.Rehearsal is not null).ToList();
        return Scores(
            [.. targets.Select(target => (target.Name, target.Rehearsal!.Scores))], [Cost(targets)], between);
    }

    /// <summary>The same of any scores.</summary>
    /// <param name="targets">Each with its scores.</param>
    /// <param name="further">Rows that follow.</param>
    /// <param name="between">What stands between a number and its interval.</param>
    public static ReportTable Scores(
        IReadOnlyList<(string Name, IReadOnlyList<ScoreLine> Scores)> targets,
        IReadOnlyList<IReadOnlyList<string>> further, string between)
    {
        var shown = Order.Where(score => targets.Any(target => target.Scores.Any(line => line.Name == score.Name)));
        return new ReportTable(
            "What callers got, with 95% intervals",
            ["Score", .. targets.Select(target => target.Name)],
            [
                .. shown.Select(IReadOnlyList<string> (score) =>
                [
                    Words(score),
                    .. targets.Select(target =>
                        Cell(target.Scores.FirstOrDefault(line => line.Name == score.Name), score, between)),
                ]),
                .. further,
            ]);
    }

    /// <summary>One row a figure, one column a target: medians, 95th percentiles, shares and means.</summary>
    public static ReportTable Felt(RunReport report, string between)
    {
        var targets = report.Targets.Where(target => target.Rehearsal is not null).ToList();
        var budget = FigureText.Duration(targets[0].Rehearsal!.Measures.BudgetMs);
        return new ReportTable(
            "What callers felt",
            ["Measure", .. targets.Select(target => target.Name)],
            [
                .. MeasureText.Rows.Where(static measure => measure.Group == MeasureGroup.Call)
                    .SelectMany(measure => Felt(measure, between))
                    .Select(IReadOnlyList<string> (row) =>
                    [
                        row.Title.Replace("{budget}", budget, StringComparison.Ordinal),
                        .. targets.Select(target => row.Cell(target.Rehearsal!.Measures)),
                    ]),
            ]);
    }

    /// <summary>
    /// How often the scores were wrong themselves when they were measured: one row a score; null where no score that is
    /// shown was measured.
    /// </summary>
    public static ReportTable? Errors(RunReport report)
    {
        var shown = report.Targets.SelectMany(static target => target.Rehearsal?.Scores ?? [])
            .Select(static line => line.Name).ToHashSet();
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
            CultureInfo.InvariantCulture, $"{some} of {all} ({100.0 * some / all:0.#}%)");
    }

    /// <summary>Where the time of a mean turn went, a sentence for each target.</summary>
    public static IEnumerable<string> Parts(RunReport report)
    {
        foreach (var target in report.Targets)
        {
            if (target.Rehearsal?.Measures.Parts is not { } parts)
            {
                continue;
            }

            var all = new[]
            {
                ("hearing", parts.HearingMs), ("retries", parts.RetriesMs), ("send delay", parts.SendDelayMs),
                ("first tokens", parts.FirstTokenMs), ("reasoning", parts.ReasoningMs),
                ("writing tool calls", parts.ToolWritingMs), ("tools", parts.ToolRunMs), ("output", parts.OutputMs),
            };
            var shown = all.Where(part => part.Item2 >= 0.5).Select(part => $"{part.Item1} {FigureText.Duration(part.Item2)}");
            yield return $"{target.Name}: a turn takes {FigureText.Duration(all.Sum(part => part.Item2))} on average: {string.Join(" + ", shown)}.";
        }
    }

    /// <summary>How the calls of each target ended, a sentence each.</summary>
    public static IEnumerable<string> Endings(RunReport report)
    {
        foreach (var target in report.Targets)
        {
            if (target.Rehearsal is not { Measures: var measures } rehearsal)
            {
                continue;
            }

            var ends = string.Join(", ", measures.Endings.OrderByDescending(ending => ending.Value)
                .Select(ending => $"{FigureText.Count(ending.Value)} {SnakeCase.Words(ending.Key)}"));
            yield return $"{target.Name}: {FigureText.Count(measures.Sessions)} calls,"
                + $" {FigureText.Count(measures.Turns)} turns ({FigureText.Count(measures.Interrupted)} spoken into); {ends}.";
            if (rehearsal.CallerModel is { } caller)
            {
                var failed = caller.Failed > 0 ? $", {FigureText.Count(caller.Failed)} of them because it gave no answer" : "";
                yield return $"  the callers were played by {report.Suite?.Caller ?? "a model"}: {FigureText.Count(caller.Lines)} lines,"
                    + $" {FigureText.Count(caller.ByAgenda)} of them in the agenda's words{failed}.";
            }

            if (rehearsal.Rulings is { } rulings)
            {
                yield return $"  {rulings.Model} ruled on what the rules cannot judge: {FigureText.Count(rulings.Grounded)} sentences grounded,"
                    + $" {FigureText.Count(rulings.Invented)} invented, {FigureText.Count(rulings.Contradicted)} contradicted,"
                    + $" {FigureText.Count(rulings.Undecided)} still undecided.";
            }

            foreach (var (ending, reason) in measures.EndingWhys)
            {
                yield return $"  {SnakeCase.Words(ending)}, the first: {reason}";
            }
        }
    }

    /// <summary>The sessions of which a person wants to know why, the worst first.</summary>
    public static IReadOnlyList<(string Target, RehearsedSession Session)> Worst(RunReport report, int most) =>
    [
        .. report.Targets.Where(target => target.Rehearsal is not null)
            .SelectMany(target => target.Rehearsal!.Sessions.Select(session => (target.Name, session)))
            .Where(one => one.session.Findings.Count > 0 || one.session.Transcript.Ending != SessionEnding.Finished)
            .OrderByDescending(one => one.session.Transcript.Ending == SessionEnding.Finished ? 0 : 1)
            .ThenByDescending(one => one.session.Findings.Count)
            .Take(most),
    ];

    // The rows of one measure: what stands before each, and what it says of a target.
    private static IEnumerable<(string Title, Func<SessionMeasures, string> Cell)> Felt(Measure measure, string between)
    {
        var row = measure.Row!; // That is what it was chosen by.
        switch (measure.Kind)
        {
            case FigureKind.Share:
                yield return (measure.Title, of => Share(of.Estimates.GetValueOrDefault(measure), between));
                break;
            case FigureKind.Mean:
                yield return (measure.Title, of => of.Estimates.GetValueOrDefault(measure) is { } mean
                    ? FigureText.Difference(mean.Value, mean.Interval)
                    : FigureText.Unknown);
                break;
            default:
                if (row.Median)
                {
                    yield return ($"{measure.Title}, p50", of => row.Interval
                        ? MeasureText.Of(measure, of[measure].P50, of[measure].P50Interval, between)
                        : MeasureText.Of(measure, of[measure].P50));
                }

                if (row.Tail)
                {
                    yield return ($"{measure.Title}, p95", of =>
                        MeasureText.Of(measure, of[measure].P95, of[measure].P95Interval, between));
                }

                break;
        }
    }

    private static string Words(ScoreDefinition score) =>
        score.HigherIsBetter || !score.IsShare ? score.Title : $"{score.Title} ↓";

    private static IReadOnlyList<string> Cost(List<TargetResult> targets) =>
    [
        CostPerSession.Measure.Title,
        .. targets.Select(target => target.Measures.Cost is { PerSession: { } each } cost
            ? FigureText.Money(each, cost.Currency)
            : FigureText.Unknown),
    ];

    private static string Cell(ScoreLine? line, ScoreDefinition score, string between) =>
        line is null ? FigureText.Unknown
        : score.IsShare ? Percent(line.Estimate, between)
        : FigureText.Number(line.Estimate.Value, line.Estimate.Interval, between);

    private static string Share(Estimate? share, string between) =>
        share is { } given ? Percent(given, between) : FigureText.Unknown;

    private static string Percent(Estimate share, string between)
    {
        string P(double? value) => value is { } v
            ? (v * 100).ToString("0.0", CultureInfo.InvariantCulture)
            : FigureText.Unknown;
        return $"{P(share.Value)}%{between}[{P(share.Interval.Lower)}, {P(share.Interval.Upper)}]";
    }
}
