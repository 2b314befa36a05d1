namespace Tollgate.Gate.Ledgers;

/// <summary>What a ledger knows of the runs that were registered under a rubric.</summary>
public static class RegisteredRuns
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

        // By the name, not by the digest alone: a rubric that was changed a little is another try at the same question.
        var digests = ledger.Entries.Where(entry => entry.Rubric?.Name == rubric.Name)
            .Select(static entry => entry.Rubric!.Digest).Append(rubric.Digest).ToHashSet(); // It was asked for.
        var judged = ledger.Entries.SelectMany(static entry => entry.Verdict?.Registered ?? [])
            .Select(static run => run.Entry).Concat(now).ToHashSet();
        return
        [
            .. ledger.Entries.Where(entry => entry.Run is { } run && digests.Contains(run.RubricDigest)
                && !judged.Contains(entry.Seq)),
        ];
    }
}
