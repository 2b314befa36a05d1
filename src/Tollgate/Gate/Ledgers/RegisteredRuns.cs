using Tollgate.Gate.Judging;
using Tollgate.Gate.Rubrics;

namespace Tollgate.Gate.Ledgers;

/// <summary>What a ledger knows of the runs that were registered under a rubric.</summary>
internal static class RegisteredRuns
{
    /// <summary>
    /// The registrations of runs that no verdict names, in the order of the ledger: under any rubric of this one's
    /// name, with whatever target, since a target's name can be chosen anew for each try.
    /// </summary>
    /// <param name="ledger">The ledger.</param>
    /// <param name="rubric">The rubric that judges now.</param>
    /// <param name="now">The registrations of the runs that it judges.</param>
    public static IReadOnlyList<LedgerEntry> NeverJudged(
        Ledger ledger, Rubric rubric, IReadOnlyCollection<long> now)
    {
        ArgumentNullException.ThrowIfNull(ledger);
        ArgumentNullException.ThrowIfNull(rubric);

        var digests = Digests(ledger, rubric);
        var judged = ledger.Entries.SelectMany(static entry => entry.Verdict?.Registered ?? [])
            .Select(static run => run.Entry).Concat(now).ToHashSet();
        return
        [
            .. ledger.Entries.Where(entry => entry.Run is { } run && digests.Contains(run.RubricDigest)
                && !judged.Contains(entry.Seq)),
        ];
    }

    /// <summary>
    /// The publications of a rubric's name in front of one, behind the last verdict by any of them: each had a seed of
    /// its own, and judged nothing.
    /// </summary>
    /// <param name="ledger">The ledger.</param>
    /// <param name="rubric">The rubric that judges now.</param>
    /// <param name="publication">The number of the entry that published it.</param>
    public static IReadOnlyList<LedgerEntry> Abandoned(Ledger ledger, Rubric rubric, long publication)
    {
        ArgumentNullException.ThrowIfNull(ledger);
        ArgumentNullException.ThrowIfNull(rubric);
        var digests = Digests(ledger, rubric);
        var last = ledger.Entries.LastOrDefault(entry => entry.Seq < publication
            && entry.Verdict is { } verdict && digests.Contains(verdict.RubricDigest))?.Seq ?? 0;
        return
        [
            .. ledger.Entries.Where(entry =>
                entry.Rubric?.Name == rubric.Name && entry.Seq > last && entry.Seq < publication),
        ];
    }

    // By the name, not by the digest alone: a rubric that was changed a little is another try at the same question.
    private static HashSet<string> Digests(Ledger ledger, Rubric rubric) => ledger.Entries
        .Select(static entry => entry.Rubric).OfType<LedgerRubric>().Where(one => one.Name == rubric.Name)
        .Select(static one => one.Digest).Append(rubric.Digest).ToHashSet(StringComparer.Ordinal);
}
