using Tollgate.Statistics;

namespace Tollgate.Measures.Definitions;

/// <summary>A measure's rows in the tables for people.</summary>
/// <param name="Place">The less, the further up; two rows of one place stand in the catalog's order.</param>
internal sealed record MeasureRow(int Place)
{
    /// <summary>There is a row only where there is a value.</summary>
    public bool OnlyWithValues { get; init; }

    /// <summary>Of calls: a row with the median.</summary>
    public bool Median { get; init; }

    /// <summary>Of calls: a row with the 95th percentile.</summary>
    public bool Tail { get; init; }

    /// <summary>Of calls: whether the figures have their intervals beside them.</summary>
    public bool Interval { get; init; } = true;
}
