using Tollgate.Gate.Ledgers;

namespace Tollgate.Workflows.Ledgers;

/// <summary>How sentences about a ledger name its entries, and when they were.</summary>
internal static class LedgerWords
{
    /// <summary>UTC, to the second.</summary>
    public static string Time(DateTimeOffset at) =>
        at.UtcDateTime.ToString("yyyy-MM-dd HH:mm:ss 'UTC'", CultureInfo.InvariantCulture);

    /// <summary>Whose signature an entry has.</summary>
    public static string SignedBy(LedgerEntry entry) =>
        entry.PublicKey is { } key ? $"signed by key {SigningKey.NameOf(key)}" : "not signed";

    /// <summary>What an entry holds, as a sentence's subject.</summary>
    public static string Kind(LedgerEntry entry) =>
        entry.Rubric is { } rubric ? $"the rubric {rubric.Name}" : entry.Run is null ? "the verdict" : "the run";
}
