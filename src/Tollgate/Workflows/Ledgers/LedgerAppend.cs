using Tollgate.Gate.Ledgers;

namespace Tollgate.Workflows.Ledgers;

/// <summary>What came of appending to a ledger.</summary>
/// <param name="Before">The ledger as it was; null where there is a problem.</param>
/// <param name="Entry">What was appended; null where nothing was to be.</param>
/// <param name="Problem">Why nothing could be; null where nothing went wrong.</param>
public sealed record LedgerAppend(Ledger? Before, LedgerEntry? Entry, WorkflowProblem? Problem);
