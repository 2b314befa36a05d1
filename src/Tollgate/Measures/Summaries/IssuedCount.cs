namespace Tollgate.Measures.Summaries;

/// <summary>What the record says of the exchanges of one target, beside those that it holds.</summary>
/// <param name="Issued">How many were asked for, warm-up apart; null where only their ends were counted.</param>
/// <param name="InFlight">How many of them were not over when the record ended.</param>
internal readonly record struct IssuedCount(long? Issued, long InFlight);
