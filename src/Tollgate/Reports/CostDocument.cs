namespace Tollgate.Reports;

/// <summary>What the tokens cost, failed and repeated attempts included.</summary>
/// <param name="Currency">ISO 4217.</param>
/// <param name="Total">All of it.</param>
/// <param name="PerSession">For each task; null where none began.</param>
/// <param name="Uncounted">Exchanges with output of which no count came: not in the total.</param>
public sealed record CostDocument(string Currency, decimal Total, decimal? PerSession, long Uncounted);
