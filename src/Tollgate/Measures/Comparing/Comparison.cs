using Tollgate.Statistics;

namespace Tollgate.Measures.Comparing;

/// <summary>
/// Why the candidate's mean task takes longer or shorter than the baseline's. A mean task time is
/// T = F + N S: F from the task's start to the first token, N the tokens after it, S the stream's time for each token
/// (all streams' time over all their tokens). So the difference splits without a rest,
/// dT = dF + N* dS + S* dN, with N* and S* the means of the two targets: the Shapley value of the two factors.
/// All in milliseconds, candidate less baseline; intervals are of 95%.
/// </summary>
internal sealed record Comparison
{
    public required string Baseline { get; init; }

    public required string Candidate { get; init; }

    public required double BaselineMeanMs { get; init; }

    public required double CandidateMeanMs { get; init; }

    /// <summary>
    /// Candidate less baseline; exactly the sum of the parts, taken in the order in which they stand here.
    /// </summary>
    public required double TaskMsDifference { get; init; }

    public Interval TaskMsDifferenceInterval { get; init; }

    /// <summary>What the wait for the first token adds: send delay and retries are in it.</summary>
    public required double FirstTokenMs { get; init; }

    public Interval FirstTokenInterval { get; init; }

    /// <summary>What the rate adds.</summary>
    public required double RateMs { get; init; }

    public Interval RateInterval { get; init; }

    /// <summary>What the number of tokens adds.</summary>
    public required double TokensMs { get; init; }

    public Interval TokensInterval { get; init; }

    public ComparisonBasis Basis { get; init; }

    /// <summary>
    /// Whether the data show a direction: only where the interval of the difference excludes 0, and never between two
    /// moments.
    /// </summary>
    public Direction Direction =>
        Basis != ComparisonBasis.TwoMoments && TaskMsDifferenceInterval is { Lower: { } lower, Upper: { } upper }
            ? lower > 0 ? Direction.Slower : upper < 0 ? Direction.Faster : Direction.NotShown
            : Direction.NotShown;
}
