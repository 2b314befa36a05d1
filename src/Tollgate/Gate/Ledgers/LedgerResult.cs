using Tollgate.Input;

namespace Tollgate.Gate.Ledgers;

/// <summary>What came of reading a ledger: the ledger, or the first place where it is broken.</summary>
/// <param name="Ledger">The ledger; null where it is broken.</param>
/// <param name="Error">Where, and why; null where there is a ledger.</param>
public sealed record LedgerResult(Ledger? Ledger, InputError? Error);
