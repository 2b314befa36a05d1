using Tollgate.Gate.Evidence;

namespace Tollgate.Gate.Ledgers;

/// <summary>The values of a team's number that a verdict rested on, as a ledger holds them.</summary>
/// <param name="Number">The number's name.</param>
/// <param name="Target">The target of the side.</param>
/// <param name="Seal">The run's seal.</param>
/// <param name="Digest">As <see cref="NumberDigest"/> has it.</param>
public sealed record LedgerNumber(string Number, string Target, string Seal, string Digest);
