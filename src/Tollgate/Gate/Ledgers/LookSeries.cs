namespace Tollgate.Gate.Ledgers;

/// <summary>What a ledger knows of earlier looks at the evidence that is to be judged.</summary>
/// <param name="Earlier">
/// How many pairs each earlier verdict by this rubric had whose runs are all among those of now, before the verdict on
/// just these where there is one: ascending.
/// </param>
/// <param name="Decided">The first of them that was no longer inconclusive; null where there is none.</param>
/// <param name="Same">The verdict on just these runs; null where there is none.</param>
/// <param name="Others">Verdicts by this rubric on the same two targets from other runs.</param>
public sealed record LookSeries(
    IReadOnlyList<int> Earlier, LedgerVerdict? Decided, LedgerEntry? Same, int Others)
{
    /// <summary>Looks a candidate up.</summary>
    public static LookSeries Of(Ledger ledger, Rubric rubric, Evidence baseline, Evidence candidate)
    {
        ArgumentNullException.ThrowIfNull(ledger);
        ArgumentNullException.ThrowIfNull(rubric);
        ArgumentNullException.ThrowIfNull(baseline);
        ArgumentNullException.ThrowIfNull(candidate);
        var own = Seals(baseline.Runs);
        var others = Seals(candidate.Runs);
        List<LedgerVerdict> earlier = [];
        LedgerEntry? same = null;
        var elsewhere = 0;
        foreach (var entry in ledger.Entries)
        {
            if (entry.Verdict is not { } verdict || verdict.RubricDigest != rubric.Digest
                || verdict.Baseline != baseline.Target || verdict.Candidate != candidate.Target)
            {
                continue;
            }

            var (before, beside) = (Seals(verdict.BaselineRuns), Seals(verdict.CandidateRuns));
            if (before.SetEquals(own) && beside.SetEquals(others))
            {
                same ??= entry;
            }
            else if (same is null && before.IsSubsetOf(own) && beside.IsSubsetOf(others))
            {
                earlier.Add(verdict);
            }
            else
            {
                elsewhere++;
            }
        }

        return new LookSeries(
            [.. earlier.Select(static one => one.Sessions).Distinct().Order()],
            earlier.Find(static one => one.Outcome != VerdictOutcome.Inconclusive), same, elsewhere);
    }

    private static HashSet<string> Seals(IReadOnlyList<(string Name, string Seal)> runs) =>
        [.. runs.Select(static run => run.Seal)];
}
