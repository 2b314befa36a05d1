using System.Globalization;

namespace Tollgate.Workflows.Ledgers;

/// <summary>How sentences about a ledger say when something was.</summary>
public static class LedgerTimes
{
    /// <summary>UTC, to the second.</summary>
    public static string Text(DateTimeOffset at) =>
        at.UtcDateTime.ToString("yyyy-MM-dd HH:mm:ss 'UTC'", CultureInfo.InvariantCulture);
}
