using Tollgate.Figures;
using Tollgate.Gate.Reading;
using Tollgate.Gate.Rubrics;
using Tollgate.Measures.Readings;
using Tollgate.Scores.Claims.World;
using Tollgate.Statistics;

namespace Tollgate.Gate.Judging;

/// <summary>The verdict in words: what it is, why, and what is to be said of a row.</summary>
internal static class Reasons
{
    // A share this near to all or nothing is told as a bound: how bad it could still be.
    private const double BoundConfidence = 0.95;

    // bench/results/coverage.md: with fewer the intervals cover 99% and more.
    private const int FewFaults = 5;

    public static string Summary(
        Rubric rubric, VerdictOutcome outcome, IReadOnlyList<VerdictRow> rows, string baseline, string candidate)
    {
        var wins = rows.Count(static row => row.Outcome == RowOutcome.Won);
        var won = $"{wins} of {rows.Count} won, {rubric.Wins} needed";
        return outcome switch
        {
            VerdictOutcome.Adopt => $"{candidate} can replace {baseline}: {won}, and nothing is badly lost.",
            VerdictOutcome.Reject => $"{candidate} should not replace {baseline}: {
                (Broken(rows) is { Count: > 0 } broken ? Fault(broken) : $"too few wins are within reach ({won})")}.",
            _ => $"The evidence does not decide between {candidate} and {baseline}: {won}.",
        };
    }

    public static IReadOnlyList<string> Why(
        Rubric rubric, VerdictOutcome outcome, IReadOnlyList<VerdictRow> rows, SampleSize size, string? currency)
    {
        var why = new List<string>();
        if (rubric.InterimLooks == LookDesign.Once && size.Pairs < rubric.PlannedSessions)
        {
            why.Add($"{size.Pairs} of the {rubric.PlannedSessions} planned pairs are there, and the rubric looks once, when all are.");
        }
        else if (size.Pairs < rubric.MinSessions)
        {
            why.Add($"{size.Pairs} pairs are fewer than the {rubric.MinSessions} that the rubric wants before any verdict.");
        }

        if (size.Scripts < rubric.PlannedScripts)
        {
            why.Add($"{size.Scripts} {(size.Scripts == 1 ? "script is" : "scripts are")} fewer than the {rubric.PlannedScripts} that the rubric plans.");
        }

        foreach (var row in Broken(rows))
        {
            why.Add(row.Outcome == RowOutcome.OverTheLimit
                ? $"{row.Criterion.Name} breaks its limit: {Candidate(row, currency)}, and the rubric wants {Limits(row.Criterion, currency)}."
                : $"{row.Criterion.Name} is badly lost: {Change(row, row.Criterion.BadLoss, currency)}, and worse by more than {Margin(row, row.Criterion.BadLoss, currency)} is a bad loss.");
        }

        var possible = VerdictRule.PossibleWins(rows);
        var ruledOut = rows.Where(static row => row.Win == ClaimStatus.Refuted)
            .Select(static row => row.Criterion.Name).ToList();
        if (possible < rubric.Wins && outcome == VerdictOutcome.Reject)
        {
            why.Add(possible == 0
                ? $"No win is within reach, and {rubric.Wins} are needed: all are ruled out."
                : $"At most {possible} {(possible == 1 ? "win is" : "wins are")} within reach, and {rubric.Wins} are needed: a win on {Names(ruledOut)} is ruled out.");
        }

        if (OnlyByErrors(rubric, outcome, rows, size) is { } otherwise)
        {
            why.Add($"The scores' own errors leave it open; observed alone it would be {(otherwise == VerdictOutcome.Adopt ? "an adopt" : "a reject")}.");
        }

        foreach (var row in rows)
        {
            if (Sentence(row, outcome, currency) is { } sentence)
            {
                why.Add(CorrectedRow.OpenedByError(row) is { } opened ? $"{sentence} {opened}" : sentence);
            }
        }

        return why;
    }

    /// <summary>How bad a share without a fault, or nearly so, could still be: 0 of 59 bounds it below 5%.</summary>
    public static IEnumerable<string> Notes(VerdictRow row)
    {
        if (row is { IsShare: true, Observed: null, Candidate: { N: > 0 } candidate })
        {
            var bound = Proportions.UpperBound(0, candidate.N, BoundConfidence);
            if (candidate.Hits == 0)
            {
                yield return FormattableString.Invariant($"The candidate has 0 of {candidate.N:#,##0}: were its trials independent, the share would be below {Percent(bound)} at 95% confidence.");
            }
            else if (candidate.Hits == candidate.N)
            {
                yield return row.Criterion.Better == BetterWhen.Higher
                    ? FormattableString.Invariant($"The candidate has no fault in {candidate.N:#,##0}: were its trials independent, the share of faults would be below {Percent(bound)} at 95% confidence.")
                    : FormattableString.Invariant($"The candidate has {candidate.N:#,##0} of {candidate.N:#,##0}: were its trials independent, the share would be above {Percent(1 - bound)} at 95% confidence.");
            }
        }

        if (row is { IsShare: true, Baseline: { N: > 0 } own, Candidate: { N: > 0 } other }
            && row.Difference is not null && Rarer(own) < FewFaults && Rarer(other) < FewFaults)
        {
            yield return $"Fewer than {FewFaults} on either side went the rarer way: the interval covers at least what it says, and is wider than more trials would make it.";
        }

        foreach (var (side, name) in new[] { (row.Baseline, "baseline"), (row.Candidate, "candidate") })
        {
            if (side is { Value: null, N: > 0 } && row.Criterion.Figure.Kind == FigureKind.Quantile)
            {
                yield return FormattableString.Invariant($"The {name} has no such quantile: {side.Failed:#,##0} of {side.N:#,##0} failed, and they count as worse than every answer.");
            }
        }
    }

    // What the verdict would be if the observed shares were the true ones; null where it is inconclusive anyhow.
    private static VerdictOutcome? OnlyByErrors(
        Rubric rubric, VerdictOutcome outcome, IReadOnlyList<VerdictRow> rows, SampleSize size) =>
        outcome == VerdictOutcome.Inconclusive
        && VerdictRule.Decide(rubric, [.. rows.Select(static row => row.Observed ?? row)], size)
            is not VerdictOutcome.Inconclusive and var otherwise
            ? otherwise
            : null;

    private static double Rarer(SideValue side) => Math.Min(side.Hits, side.N - side.Hits);

    private static string? Sentence(VerdictRow row, VerdictOutcome outcome, string? currency)
    {
        var criterion = row.Criterion;
        var wins = $"a win is more than {Margin(row, criterion.Win, currency)}";
        return row.Outcome switch
        {
            RowOutcome.Won when row.Limits == ClaimStatus.Open =>
                $"{criterion.Name} is won, but it is not shown to have {Limits(criterion, currency)}: {Candidate(row, currency)}.",
            RowOutcome.Won => $"{criterion.Name} is won: {Change(row, criterion.Win, currency)}, and {wins}.",
            RowOutcome.NonInferior when row.Limits == ClaimStatus.Open =>
                $"{criterion.Name} is not badly lost, but it is not shown to have {Limits(criterion, currency)}: {Candidate(row, currency)}.",
            RowOutcome.NonInferior => $"{criterion.Name} is {(row.Win == ClaimStatus.Refuted ? "not won" : "not shown to be won")} and not badly lost: {Change(row, criterion.BadLoss, currency)}; {wins}, worse by {Margin(row, criterion.BadLoss, currency)} a bad loss.",
            RowOutcome.Open when row.Difference is null => $"{criterion.Name} is open: {Lower(row.Notes.FirstOrDefault()) ?? "there is no interval"}",
            RowOutcome.Open when outcome != VerdictOutcome.Reject =>
                $"{criterion.Name} is open: {Change(row, criterion.BadLoss, currency)}; {wins}, worse by {Margin(row, criterion.BadLoss, currency)} a bad loss, and the interval does not decide.",
            _ => null,
        };
    }

    private static List<VerdictRow> Broken(IReadOnlyList<VerdictRow> rows) =>
        [.. rows.Where(static row => row.Outcome is RowOutcome.Inferior or RowOutcome.OverTheLimit)];

    private static string Fault(List<VerdictRow> broken) => string.Join(", ", broken.Select(row =>
        row.Outcome == RowOutcome.Inferior
            ? $"{row.Criterion.Name} is badly lost"
            : $"{row.Criterion.Name} breaks its limit"));

    private static string Change(VerdictRow row, Margin margin, string? currency) =>
        margin.Relative && row.Change is { } change ? Amounts.Change(change)
        : row.Difference is { } difference && double.IsFinite(difference.Value)
            ? Amounts.Difference(row.Criterion.Figure.Unit, difference, currency)
            : "it has no value because too much failed";

    private static string Candidate(VerdictRow row, string? currency) => row.Candidate is { } side
        ? "the candidate has " + Amounts.Value(row.Criterion.Figure.Unit, side.Value, side.Interval, currency)
        : "the candidate has none";

    private static string Margin(VerdictRow row, Margin margin, string? currency) =>
        AmountText.Of(margin, row.Criterion.Figure.Unit, currency);

    private static string Limits(Criterion criterion, string? currency)
    {
        var most = criterion.AtMost is { } ceiling
            ? "at most " + AmountText.Of(ceiling, criterion.Figure.Unit, currency)
            : null;
        var least = criterion.AtLeast is { } floor
            ? "at least " + AmountText.Of(floor, criterion.Figure.Unit, currency)
            : null;
        return string.Join(" and ", new[] { most, least }.Where(static one => one is not null));
    }

    private static string Names(List<string> names) => names.Count <= 1
        ? string.Concat(names)
        : $"{string.Join(", ", names.SkipLast(1))} and {names[^1]}";

    private static string? Lower(string? sentence) =>
        sentence is null ? null : char.ToLowerInvariant(sentence[0]) + sentence[1..];

    private static string Percent(double share) => FormattableString.Invariant($"{share * 100:0.##}%");
}
