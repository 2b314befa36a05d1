namespace Tollgate.Measures;

/// <summary>What the tokens cost: every attempt's that the provider counted, whether it completed or not.</summary>
/// <param name="Currency">ISO 4217.</param>
/// <param name="Total">All of it.</param>
/// <param name="PerSession">For each session of a rehearsal, else for each task; null where none began.</param>
/// <param name="Uncounted">
/// Exchanges that sent output without a count of tokens, or were cut short before the last count: what was not counted
/// is not in the cost.
/// </param>
public sealed record Cost(string Currency, decimal Total, decimal? PerSession, long Uncounted);
