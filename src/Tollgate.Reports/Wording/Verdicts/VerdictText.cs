using Tollgate.Exchanges;
using Tollgate.Figures;
using Tollgate.Gate.Judging;
using Tollgate.Gate.Reading;
using Tollgate.Gate.Rubrics;
using Tollgate.Measures.Readings;
using Tollgate.Scores.Claims.World;

namespace Tollgate.Reports.Wording.Verdicts;

/// <summary>What the forms of a verdict say in the same words.</summary>
internal static class VerdictText
{
    private const int ShownDigits = 12;

    public static string Headline(VerdictOutcome outcome) => outcome switch
    {
        VerdictOutcome.Adopt => "ADOPT",
        VerdictOutcome.Reject => "REJECT",
        _ => "INCONCLUSIVE",
    };

    public static string Outcome(RowOutcome outcome) => outcome switch
    {
        RowOutcome.Won => "won",
        RowOutcome.NonInferior => "held",
        RowOutcome.Inferior => "badly lost",
        RowOutcome.OverTheLimit => "limit broken",
        RowOutcome.LeftOut => "left out",
        _ => "open",
    };

    /// <summary>Such as <c>first_token_ms.p95</c>, and what it is of where the rubric calls it otherwise.</summary>
    public static string Name(Criterion criterion) => criterion.Name == criterion.Figure.FullName
        ? criterion.Name
        : $"{criterion.Name} ({criterion.Figure.FullName})";

    public static string Side(VerdictRow row, SideValue? side, string? currency) => side is null
        ? FigureText.Unknown
        : Amounts.Value(row.Criterion.Figure.Unit, side.Value, side.Interval, currency);

    /// <summary>
    /// The difference in the terms of the margins: a share of the baseline's value, an amount, or both where the two
    /// margins are not of one kind. A dash where there is none.
    /// </summary>
    public static string Change(VerdictRow row, string? currency)
    {
        var criterion = row.Criterion;
        List<string> said = [];
        if ((criterion.Win.Relative || criterion.BadLoss.Relative) && row.Change is { } change)
        {
            said.Add(Amounts.Change(change));
        }

        if ((!criterion.Win.Relative || !criterion.BadLoss.Relative) && row.Difference is { } difference)
        {
            said.Add(Amounts.Difference(criterion.Figure.Unit, difference, currency));
        }

        return said.Count == 0 ? FigureText.Unknown : string.Join(", ", said);
    }

    public static string Margin(Figure figure, Margin margin, string? currency) =>
        AmountText.Of(margin, figure.Unit, currency);

    /// <summary>Such as <c>win by more than 10%, bad loss by more than 15%</c>.</summary>
    public static string Margins(VerdictRow row, string? currency)
    {
        var criterion = row.Criterion;
        return $"win by more than {Margin(criterion.Figure, criterion.Win, currency)}, bad loss by more than {
            Margin(criterion.Figure, criterion.BadLoss, currency)}";
    }

    /// <summary>Such as <c>at most 800 ms: kept</c>; null where the rubric sets no limit.</summary>
    public static string? Limits(VerdictRow row, string? currency)
    {
        List<string> bounds = [];
        if (row.Criterion.AtMost is { } most)
        {
            bounds.Add("at most " + Limit(row, most, currency));
        }

        if (row.Criterion.AtLeast is { } least)
        {
            bounds.Add("at least " + Limit(row, least, currency));
        }

        var standing = row.Limits switch
        {
            ClaimStatus.Demonstrated => "kept",
            ClaimStatus.Refuted => "broken",
            _ => "not shown",
        };
        return bounds.Count == 0 ? null : $"{string.Join(" and ", bounds)}: {standing}";
    }

    /// <summary>
    /// How much there is: for shares the trials, else the values; with what failed. Null for nothing.
    /// </summary>
    public static string? Counts(VerdictRow row)
    {
        if (row is not { Baseline: { } baseline, Candidate: { } candidate })
        {
            return null;
        }

        var counts = row.IsShare
            ? $"{Plain(baseline.Hits)} of {Plain(baseline.N)} → {Plain(candidate.Hits)} of {Plain(candidate.N)}"
            : $"n {Plain(baseline.N)} → {Plain(candidate.N)}";
        return baseline.Failed + candidate.Failed == 0
            ? counts
            : $"{counts}, failed {Plain(baseline.Failed)} → {Plain(candidate.Failed)}";
    }

    /// <summary>Such as <c>3 of 4 won, 3 needed, over 240 pairs of sessions</c>.</summary>
    public static string Tally(Verdict verdict)
    {
        var leftOut = verdict.Rows.Count(row => row.Outcome == RowOutcome.LeftOut);
        var without = leftOut > 0 ? $", {leftOut} left out" : "";
        return $"{verdict.Wins} of {verdict.Rows.Count} won{without}, {verdict.Rubric.Wins} needed, over {
            Plain(verdict.Sessions)} {Pairs(verdict, verdict.Sessions)}{(Repeats(verdict) is { } repeats ? $" ({repeats})" : "")}";
    }

    /// <summary>Which look it is, and what intervals it has.</summary>
    public static string Look(Verdict verdict)
    {
        var look = verdict.Look;
        var intervals = look.Confidence == look.LossConfidence
            ? $"intervals of {Percent(look.Confidence)}"
            : $"intervals of {Percent(look.Confidence)} for wins and {Percent(look.LossConfidence)} for losses";
        var planned = Plain(verdict.Rubric.PlannedSessions);
        return look.Design switch
        {
            LookDesign.Once => $"one look, {intervals}",
            LookDesign.AlwaysValid => $"look {look.Number}, always valid, {intervals} that hold at all sizes at once",
            LookDesign.ObrienFleming => $"look {look.Number} by O'Brien and Fleming's spending, at {
                Percent(look.Information)} of the {planned} planned, {intervals}",
            _ => $"look {look.Number} by Pocock's spending, at {Percent(look.Information)} of the {planned} planned, {
                intervals}",
        };
    }

    /// <summary>Such as <c>26 scripts x 12</c>; null for tasks, of which each is one of its own.</summary>
    public static string? Repeats(Verdict verdict) => verdict.Unit == "session" ? verdict.Scripts.ToString() : null;

    /// <summary>What the verdict claims, as a sentence.</summary>
    public static string Claim(Verdict verdict) => (verdict.Rubric.Claim, verdict.Unit) switch
    {
        (RubricClaim.CallsLikeThese, "session") =>
            $"Calls like these: the {verdict.Scripts.Scripts} scripts are a sample, and the script is the unit ({verdict.Scripts}).",
        (RubricClaim.TheseScripts, "session") =>
            $"These {verdict.Scripts.Scripts} scripts and no others: what is left to chance is between their repeats ({verdict.Scripts}).",
        _ => "Tasks like these: each task is a unit of its own.",
    };

    /// <summary>What would settle it, as a sentence; null where it is settled.</summary>
    public static string? Settle(Verdict verdict) => verdict switch
    {
        { Outcome: not VerdictOutcome.Inconclusive } => null,
        { More: { } more } when verdict.Rows.Any(static row => row.Needed is not null) =>
            $"{Further(verdict, more)} would give every criterion an interval; whether they settle it cannot be foreseen.",
        { More: { } more } =>
            $"{Further(verdict, more)} would probably settle it: four times in five, if things are as they look now.",
        _ when verdict.Sessions < verdict.Rubric.PlannedSessions =>
            $"{Plain(verdict.Rubric.PlannedSessions - verdict.Sessions)} of the planned {Pairs(verdict, 2)} are still to come.",
        _ => $"Probably no number of further {Pairs(verdict, 2)} within reach would settle it.",
    };

    private static string Further(Verdict verdict, FurtherEvidence more) =>
        verdict.Unit != "session" || verdict.Rubric.Claim == RubricClaim.TheseScripts
            ? $"{Plain(more.Pairs)} more {Pairs(verdict, more.Pairs)}"
        : more.Scripts == 0
            ? $"{Plain(more.Pairs)} more {Pairs(verdict, more.Pairs)} of the same scripts"
        : $"{Plain(more.Scripts)} more {(more.Scripts == 1 ? "script" : "scripts")} ({Plain(more.Pairs)} more {Pairs(verdict, more.Pairs)})";

    /// <summary>Where the verdict stands in the ledger, in pieces; none before it was appended.</summary>
    public static IReadOnlyList<string> Record(Verdict verdict) => verdict.Record is not { } record ? [] :
    [
        $"rubric published {Time(record.PublishedAt)} as entry {record.Publication.Seq} of {record.Ledger}",
        $"this verdict is entry {record.Entry.Seq}, {(record.Key is { } key ? $"signed by key {key}" : "not signed")}",
    ];

    /// <summary>The ledger's head after the verdict; null before it was appended.</summary>
    public static string? Head(Verdict verdict) => verdict.Record is { } record ? $"head {record.Entry}" : null;

    /// <summary>A run with the start of its seal, and the entry that registered it where one did.</summary>
    public static string Run(Verdict verdict, (string Name, string Seal) run, string seal) =>
        verdict.Record is not { } record ? $"{run.Name} {seal}"
        : record.Registered.TryGetValue(run.Seal, out var entry) ? $"{run.Name} {seal}, registered as entry {entry}"
        : $"{run.Name} {seal}, not registered";

    /// <summary>The first digits of a digest: enough to tell two apart by eye.</summary>
    public static string Short(string digest) => digest.Length <= ShownDigits ? digest : digest[..ShownDigits];

    private static string Time(DateTimeOffset at) =>
        at.UtcDateTime.ToString("yyyy-MM-dd HH:mm:ss 'UTC'", CultureInfo.InvariantCulture);

    private static string Pairs(Verdict verdict, int pairs) =>
        pairs == 1 ? $"pair of {verdict.Unit}s" : $"pairs of {verdict.Unit}s";

    private static string Limit(VerdictRow row, double limit, string? currency) =>
        AmountText.Of(limit, row.Criterion.Figure.Unit, currency);

    private static string Plain(double number) => number.ToString("#,##0.#", CultureInfo.InvariantCulture);

    private static string Percent(double share) =>
        (share * 100).ToString("0.##", CultureInfo.InvariantCulture) + "%";
}
