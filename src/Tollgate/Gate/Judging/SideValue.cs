using Tollgate.Statistics;

namespace Tollgate.Gate.Judging;

/// <summary>What one side has of a figure.</summary>
public sealed record SideValue
{
    /// <summary>In the figure's unit; null where there is none, because more failed than the quantile leaves.</summary>
    public required double? Value { get; init; }

    /// <summary>At the rubric's confidence of a win.</summary>
    public required Interval Interval { get; init; }

    /// <summary>Values or trials, failed ones among them.</summary>
    public required long N { get; init; }

    /// <summary>Those that failed, and count as worse than every other; or that were charged as wrong.</summary>
    public long Failed { get; init; }

    /// <summary>For a share: the trials that were right, or whatever it counts.</summary>
    public double Hits { get; init; }
}
