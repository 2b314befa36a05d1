namespace Tollgate.Cli;

/// <summary>Why a ledger could not be read or appended to.</summary>
/// <param name="Message">One sentence with the ledger's file.</param>
/// <param name="ExitCode">What the process says of it.</param>
internal sealed record LedgerProblem(string Message, int ExitCode);
