using Tollgate.Gate.Evidence;
using Tollgate.Gate.Judging;
using Tollgate.Gate.Ledgers;
using Tollgate.Gate.Reading;
using Tollgate.Gate.Rubrics;
using Tollgate.Runs;

namespace Tollgate.Workflows.Ledgers;

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
            return (null, $"{file}: its comments or its layout were changed since it was published on {LedgerWords.Time(same.At)}; expected the file as it was, or `tollgate rubric publish` before new runs.");
        }

        return (null, ledger.LastNamed(rubric.Name) is { Rubric: { } before } named
            ? $"{file}: this is not the rubric {rubric.Name} that was published on {LedgerWords.Time(named.At)}: {string.Join(", ", RubricForm.Differences(before.Canonical, rubric.Canonical))} differ; expected the published one, or `tollgate rubric publish` before new runs."
            : $"{file}: the rubric {rubric.Name} is not in {ledgerFile}; expected `tollgate rubric publish` before the runs.");
    }

    /// <summary>The entry that published it to the letter and is the last of its name; or why there is none.</summary>
    public static (LedgerEntry? Entry, string Error) InForce(
        Ledger ledger, Rubric rubric, string file, string ledgerFile) =>
        ledger.LastNamed(rubric.Name) is not { } last || last.Rubric?.Is(ledger.AsPublished(rubric)) == true
            ? (ledger.LastNamed(rubric.Name), $"{file}: the rubric {rubric.Name} is not in {ledgerFile}; expected `tollgate rubric publish` before the runs.")
            : ledger.Publication(ledger.AsPublished(rubric)) is { } own
                ? (null, $"{file}: the rubric {rubric.Name} of entry {own.Seq} was replaced by that of entry {last.Seq}; expected the one in force, or `tollgate rubric publish`, which publishes this one anew.")
                : Find(ledger, rubric, file, ledgerFile);

    /// <summary>Why a verdict cannot stand beside the one on just these runs; null where it says the same.</summary>
    public static string? Contradiction(LedgerEntry same, Verdict verdict, string ledgerFile)
    {
        var (before, now) = (same.Verdict!.Outcome, verdict.Outcome); // The entry was found by its verdict.
        return before == now ? null
            : $"{ledgerFile}: entry {same.Seq} says {Word(before)} of just these runs, and this would be {Word(now)}, by another Tollgate; expected what was given the first time.";
    }

    /// <summary>What earlier verdicts mean for this one: whole sentences.</summary>
    public static IEnumerable<string> Warnings(LookHistory series, Rubric rubric)
    {
        if (series.ByOtherRubrics.Count > 0)
        {
            var rubrics = series.ByOtherRubrics.Select(static verdict => verdict.RubricDigest).Distinct().Count();
            yield return Judged($", by {rubrics} other {(rubrics == 1 ? "rubric" : "rubrics")}", series.ByOtherRubrics);
        }

        if (series.Exchanged.Count > 0)
        {
            yield return Judged(" with baseline and candidate exchanged", series.Exchanged);
        }

        if (series.Decided is { } decided)
        {
            yield return $"An earlier look, at {decided.Sessions} pairs, ended with {Word(decided.Outcome)}: that was the verdict, and this one comes after it.";
        }

        if (rubric.InterimLooks is LookDesign.ObrienFleming or LookDesign.Pocock
            && series.Earlier.Any(pairs => pairs >= rubric.PlannedSessions))
        {
            yield return $"All {rubric.PlannedSessions} planned pairs were looked at before: nothing is left to spend, and this look can hardly conclude anything.";
        }

        if (series.Others > 0)
        {
            yield return $"{(series.Others == 1 ? "One other verdict" : $"{series.Others} other verdicts")} on these two by this rubric {(series.Others == 1 ? "stands" : "stand")} in the ledger, from other runs: repeating a comparison until it fits errs more often than the rubric says.";
        }
    }

    /// <summary>Runs that nobody registered before they began, as one sentence; null where there are none.</summary>
    /// <param name="runs">Every run once.</param>
    public static string? Unregistered(IReadOnlyList<RunFile> runs)
    {
        var some = runs.Where(static run => run.Info.Registration is null).ToList();
        var seeds = some.Select(static run => run.Info.Seed).Distinct().ToList();
        return some.Count == 0 ? null
            : $"{Listed(some.Select(static run => run.Name).Distinct())} {(some.Count == 1 ? "was" : "were")} not registered before {(some.Count == 1 ? "it" : "they")} began: nobody can tell how many other runs or seeds were tried, and the {(seeds.Count == 1 ? "seed" : "seeds")} {Listed(seeds.Select(static seed => seed.ToString(CultureInfo.InvariantCulture)))} {(seeds.Count == 1 ? "was" : "were")} free to choose. `--rubric` registers a run.";
    }

    /// <summary>Registered runs that no verdict names, as one sentence; null where there are none.</summary>
    public static string? NeverJudged(
        IReadOnlyList<LedgerEntry> runs, Rubric rubric, SideEvidence baseline, SideEvidence candidate)
    {
        string[] targets = [baseline.Target, candidate.Target];
        var these = runs.Count(run => run.Run?.Targets.Any(targets.Contains) == true);
        var (some, were) = runs.Count == 1 ? ("One other registered run", "was") : ($"{runs.Count} other registered runs", "were");
        return runs.Count == 0 ? null
            : $"{some} under the rubric {rubric.Name} {were} started and never judged ({(runs.Count == 1 ? "entry" : "entries")} {Listed(runs.Select(static run => run.Seq.ToString(CultureInfo.InvariantCulture)))}), {these} with {baseline.Target} or {candidate.Target}.";
    }

    /// <summary>Publications of the name that judged nothing, as one sentence; null where there are none.</summary>
    public static string? Abandoned(IReadOnlyList<LedgerEntry> publications, Rubric rubric) => publications.Count == 0
        ? null
        : $"A rubric {rubric.Name} was published {(publications.Count == 1 ? "once" : $"{publications.Count} times")} before this one without a verdict ({(publications.Count == 1 ? "entry" : "entries")} {Listed(publications.Select(static one => one.Seq.ToString(CultureInfo.InvariantCulture)))}): each publication has a seed of its own.";

    private static string Judged(string how, IReadOnlyList<LedgerVerdict> verdicts)
    {
        var outcomes = verdicts.GroupBy(static verdict => verdict.Outcome).OrderBy(static group => group.Key)
            .Select(static group => $"{Word(group.Key)} {group.Count()}");
        return $"These runs were judged {(verdicts.Count == 1 ? "once" : $"{verdicts.Count} times")} before{how}: {string.Join(", ", outcomes)}.";
    }

    private static string Listed(IEnumerable<string> items)
    {
        var all = items.ToList();
        return all.Count <= 1 ? string.Concat(all) : $"{string.Join(", ", all[..^1])} and {all[^1]}";
    }

    private static string Word(VerdictOutcome outcome) => outcome.ToString().ToLowerInvariant();
}
