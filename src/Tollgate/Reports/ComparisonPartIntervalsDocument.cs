namespace Tollgate.Reports;

/// <summary>The intervals of the parts of a difference, in milliseconds.</summary>
public sealed record ComparisonPartIntervalsDocument(
    IReadOnlyList<double?> FirstToken, IReadOnlyList<double?> Rate, IReadOnlyList<double?> Tokens);
