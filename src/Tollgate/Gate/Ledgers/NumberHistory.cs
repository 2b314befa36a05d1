using Tollgate.Gate.Evidence;
using Tollgate.Gate.Judging;
using Tollgate.Gate.Rubrics;

namespace Tollgate.Gate.Ledgers;

/// <summary>
/// What the ledger knows of a team's numbers for the runs that are to be judged: a later look goes over the values of
/// the earlier ones and more, and never over others in their place.
/// </summary>
/// <param name="Refusals">Values that are not those that this rubric judged before: whole sentences.</param>
/// <param name="Warnings">The same for other rubrics, and what cannot be told: whole sentences.</param>
internal sealed record NumberHistory(IReadOnlyList<string> Refusals, IReadOnlyList<string> Warnings)
{
    private const int ShortDigest = 12;

    /// <summary>Looks the numbers of a rubric up.</summary>
    public static NumberHistory Of(Ledger ledger, Rubric rubric, SideEvidence baseline, SideEvidence candidate)
    {
        ArgumentNullException.ThrowIfNull(ledger);
        ArgumentNullException.ThrowIfNull(rubric);
        ArgumentNullException.ThrowIfNull(baseline);
        ArgumentNullException.ThrowIfNull(candidate);
        List<string> refusals = [], warnings = [];
        var names = rubric.Criteria.Where(static one => one.Figure.Source == FigureSource.Number)
            .Select(static one => one.Figure.Name).Distinct().ToList();
        foreach (var entry in ledger.Entries)
        {
            if (entry.Verdict is not { } verdict)
            {
                continue;
            }

            var isOwn = verdict.RubricDigest == rubric.Digest;
            foreach (var (side, run, name) in from side in new[] { baseline, candidate }
                                              from run in side.Runs
                                              from name in names
                                              where WasJudged(verdict, side.Target, run.Seal)
                                              select (side, run, name))
            {
                var before = verdict.Numbers.FirstOrDefault(one =>
                    one.Number == name && one.Target == side.Target && one.Seal == run.Seal)?.Digest;
                var now = side.Numbers.FirstOrDefault(one => one.Number == name && one.Seal == run.Seal)?.Digest;
                if (before is null && now is not null && isOwn)
                {
                    warnings.Add($"Entry {entry.Seq} judged {run.Name} with {side.Target} without a digest of {name}: whether its values are the same now cannot be told.");
                }
                else if (before is not null && before != now)
                {
                    (isOwn ? refusals : warnings).Add($"{name}: the values for {run.Name} with {side.Target} are not those of entry {entry.Seq}, SHA-256 {Short(before)} there and {(now is null ? "none" : Short(now))} now{(isOwn ? "; expected the values that were judged then" : "")}.");
                }
            }
        }

        return new NumberHistory(refusals, [.. warnings.Distinct()]);
    }

    private static bool WasJudged(LedgerVerdict verdict, string target, string seal) =>
        (verdict.Baseline == target && verdict.BaselineRuns.Any(run => run.Seal == seal))
        || (verdict.Candidate == target && verdict.CandidateRuns.Any(run => run.Seal == seal));

    private static string Short(string digest) => digest.Length <= ShortDigest ? digest : digest[..ShortDigest];
}
