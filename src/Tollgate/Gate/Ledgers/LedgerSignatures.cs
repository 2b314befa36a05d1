using Tollgate.Gate.Rubrics;

namespace Tollgate.Gate.Ledgers;

/// <summary>Which entries of a ledger must be signed, and by whom.</summary>
internal static class LedgerSignatures
{
    /// <summary>
    /// The first entry without the signature that it needs; null where every one has it. Rubrics need that of the
    /// publisher wherever they stand. From the first signed entry on, every entry needs a signature: otherwise anybody
    /// could append an unsigned verdict behind a signed rubric, and work its hash out.
    /// </summary>
    /// <param name="ledger">The ledger.</param>
    /// <param name="publisher">The key of rubrics: SPKI in base64.</param>
    /// <param name="signers">The keys of runs and verdicts.</param>
    public static LedgerEntry? Stranger(Ledger ledger, string publisher, IReadOnlyCollection<string> signers)
    {
        ArgumentNullException.ThrowIfNull(ledger);
        ArgumentNullException.ThrowIfNull(signers);
        var isSigned = false;
        foreach (var entry in ledger.Entries)
        {
            isSigned |= entry.PublicKey is not null;
            var isRight = entry.Rubric is not null
                ? entry.PublicKey == publisher
                : !isSigned || (entry.PublicKey is { } key && signers.Contains(key));
            if (!isRight)
            {
                return entry;
            }
        }

        return null;
    }
}
