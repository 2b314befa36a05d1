using Tollgate.Gate.Judging;
using Tollgate.Gate.Ledgers;

namespace Tollgate.Workflows.Ledgers;

/// <summary>Whether a ledger is whole: every hash, every signature, its end.</summary>
internal static class LedgerVerification
{
    /// <summary>
    /// Reads a ledger that must be whole. A head that is known from elsewhere does for the head file, and both must
    /// hold where both are there.
    /// </summary>
    /// <param name="known">An entry that was posted; null for none.</param>
    /// <param name="writeHead">Write the head file, once <paramref name="known"/> holds.</param>
    /// <param name="keys">
    /// The public keys that may sign: the first signs rubrics, all of them sign runs and verdicts. Empty where no
    /// signature is asked for.
    /// </param>
    /// <param name="stop">Ends the wait for other processes.</param>
    public static async Task<WorkflowResult<Ledger>> VerifyAsync(
        LedgerFile file, LedgerHead? known, bool writeHead, IReadOnlyList<string> keys, CancellationToken stop)
    {
        var (ledger, head, problem) = await file.ReadWithHeadAsync(stop);
        if (ledger is null)
        {
            return problem!; // Without a ledger there is a problem.
        }

        if (known is { } entry && ledger.CutOff(entry, "--head") is { } cut)
        {
            return WorkflowProblem.NotValid($"{file.Path}: {cut}");
        }

        // Cut down to nothing is a cut as well: no ledger without entries has any use.
        if (ledger.Entries.Count == 0 && head is null)
        {
            return WorkflowProblem.NotValid($"{file.Path}: there are no entries and no {file.Head.Path}; expected a ledger that `tollgate rubric publish` began");
        }

        if (file.CutOff(ledger, head) is { } behind)
        {
            return behind;
        }

        if (known is null && file.Headless(ledger, head) is { } headless)
        {
            return WorkflowProblem.NotValid($"{file.Path}: {headless}; expected that file beside the ledger, or `tollgate ledger verify --head N:HASH --write-head` with an entry that was posted");
        }

        if (writeHead && known is { } of && await file.WriteHeadAsync(of, stop) is { } unwritten)
        {
            return unwritten;
        }

        return keys.Count > 0 && LedgerSignatures.Stranger(ledger, keys[0], keys) is { } stranger
            ? WorkflowProblem.NotValid($"{file.Path}:{stranger.Seq}: {LedgerWords.Kind(stranger)} is {LedgerWords.SignedBy(stranger)}; expected a signature by key {string.Join(" or ", (stranger.Rubric is null ? keys : keys.Take(1)).Select(SigningKey.NameOf))}")
            : ledger;
    }
}
