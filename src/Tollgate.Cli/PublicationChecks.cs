using Tollgate.Gate;
using Tollgate.Gate.Ledgers;
using Tollgate.Gate.Reading;
using Tollgate.Runs;

namespace Tollgate.Cli;

/// <summary>Whether a rubric was published, and whether it was before the runs that it is to judge.</summary>
internal static class PublicationChecks
{
    /// <summary>The entry that published it to the letter; or why there is none, as one sentence.</summary>
    public static (LedgerEntry? Entry, string Error) Find(Ledger ledger, Rubric rubric, string file, string ledgerFile)
    {
        if (ledger.Publication(rubric) is { } entry)
        {
            return (entry, "");
        }

        if (ledger.Publication(rubric.Digest) is { } same)
        {
            return (null, $"{file}: its comments or its layout were changed since it was published on {LedgerText.Time(same.At)}; expected the file as it was, or `tollgate rubric publish` before new runs.");
        }

        return (null, ledger.LastNamed(rubric.Name) is { Rubric: { } before } named
            ? $"{file}: this is not the rubric {rubric.Name} that was published on {LedgerText.Time(named.At)}: {string.Join(", ", RubricForm.Differences(before.Canonical, rubric.Canonical))} differ; expected the published one, or `tollgate rubric publish` before new runs."
            : $"{file}: the rubric {rubric.Name} is not in {ledgerFile}; expected `tollgate rubric publish` before the runs.");
    }

    /// <summary>The runs that began before it was published, a sentence each.</summary>
    public static IEnumerable<string> Before(LedgerEntry publication, IEnumerable<RunFile> runs) =>
        runs.Where(run => run.Info.StartedAt < publication.At).Select(run => run.Path).Distinct()
            .Select(path => $"{path}: the run began before the rubric was published on {LedgerText.Time(publication.At)}; expected a rubric that was there before its first number.");

    /// <summary>Why a verdict cannot stand beside the one on just these runs; null where it says the same.</summary>
    public static string? Contradiction(LedgerEntry same, Verdict verdict, string ledgerFile)
    {
        var (before, now) = (same.Verdict!.Outcome, verdict.Outcome); // The entry was found by its verdict.
        return before == now ? null
            : $"{ledgerFile}: entry {same.Seq} says {Word(before)} of just these runs, and this would be {Word(now)}, by another --seed, another --number or another Tollgate; expected what was given the first time.";
    }

    /// <summary>What earlier verdicts mean for this one: whole sentences.</summary>
    public static IEnumerable<string> Warnings(LookSeries series, Rubric rubric)
    {
        if (series.Decided is { } decided)
        {
            yield return $"An earlier look, at {decided.Sessions} pairs, ended with {Word(decided.Outcome)}: that was the verdict, and this one comes after it.";
        }

        if (rubric.Looks is LookDesign.ObrienFleming or LookDesign.Pocock
            && series.Earlier.Any(pairs => pairs >= rubric.PlannedSessions))
        {
            yield return $"All {rubric.PlannedSessions} planned pairs were looked at before: nothing is left to spend, and this look can hardly conclude anything.";
        }

        if (series.Others > 0)
        {
            yield return $"{(series.Others == 1 ? "One other verdict" : $"{series.Others} other verdicts")} on these two by this rubric {(series.Others == 1 ? "stands" : "stand")} in the ledger, from other runs: whoever tries again and again until it fits errs more often than the rubric says.";
        }
    }

    private static string Word(VerdictOutcome outcome) => outcome.ToString().ToLowerInvariant();
}
