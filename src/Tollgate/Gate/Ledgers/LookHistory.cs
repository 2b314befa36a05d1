using Tollgate.Gate.Evidence;
using Tollgate.Gate.Judging;
using Tollgate.Gate.Rubrics;

namespace Tollgate.Gate.Ledgers;

/// <summary>What a ledger knows of earlier looks at the evidence that is to be judged.</summary>
/// <param name="Earlier">
/// How many pairs each earlier verdict by this rubric had whose runs are all among those of now, before the verdict on
/// just these where there is one: ascending.
/// </param>
/// <param name="Decided">The first of them that was no longer inconclusive; null where there is none.</param>
/// <param name="Same">The verdict on just these runs; null where there is none.</param>
/// <param name="Others">Verdicts by this rubric on the same two targets from other runs.</param>
internal sealed record LookHistory(
    IReadOnlyList<int> Earlier, LedgerVerdict? Decided, LedgerEntry? Same, int Others)
{
    /// <summary>
    /// Verdicts of other rubrics on these two targets that rest on any of the runs of now, known by its seal.
    /// </summary>
    public IReadOnlyList<LedgerVerdict> ByOtherRubrics { get; init; } = [];

    /// <summary>The same with baseline and candidate exchanged, by any rubric.</summary>
    public IReadOnlyList<LedgerVerdict> Exchanged { get; init; } = [];

    /// <summary>Whether two looks into a growing ledger saw the same.</summary>
    public bool IsAs(LookHistory other)
    {
        ArgumentNullException.ThrowIfNull(other);
        return Same?.Hash == other.Same?.Hash && Earlier.SequenceEqual(other.Earlier) && Others == other.Others
            && ByOtherRubrics.Count == other.ByOtherRubrics.Count && Exchanged.Count == other.Exchanged.Count;
    }

    /// <summary>Looks a candidate up.</summary>
    public static LookHistory Of(Ledger ledger, Rubric rubric, SideEvidence baseline, SideEvidence candidate)
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
        List<LedgerVerdict> byOtherRubrics = [], exchanged = [];
        foreach (var entry in ledger.Entries)
        {
            if (entry.Verdict is not { } verdict)
            {
                continue;
            }

            var (before, beside) = (Seals(verdict.BaselineRuns), Seals(verdict.CandidateRuns));
            if (verdict.Baseline == candidate.Target && verdict.Candidate == baseline.Target
                && (before.Overlaps(others) || beside.Overlaps(own)))
            {
                exchanged.Add(verdict);
            }

            if (verdict.Baseline != baseline.Target || verdict.Candidate != candidate.Target)
            {
                continue;
            }

            if (verdict.RubricDigest != rubric.Digest)
            {
                if (before.Overlaps(own) || beside.Overlaps(others))
                {
                    byOtherRubrics.Add(verdict);
                }

                continue;
            }

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

        return new LookHistory(
            [.. earlier.Select(static one => one.Sessions).Distinct().Order()],
            earlier.Find(static one => one.Outcome != VerdictOutcome.Inconclusive), same, elsewhere)
        {
            ByOtherRubrics = byOtherRubrics,
            Exchanged = exchanged,
        };
    }

    private static HashSet<string> Seals(IReadOnlyList<(string Name, string Seal)> runs) =>
        [.. runs.Select(static run => run.Seal)];
}
