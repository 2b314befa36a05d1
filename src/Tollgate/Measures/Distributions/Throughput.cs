using Tollgate.Statistics;

namespace Tollgate.Measures.Distributions;

/// <summary>
/// What a target delivered over the whole run, by its completed exchanges. The intervals are of 95% and come from how
/// much equal slices of the run's time differ (the method of batch means: A. M. Law, Simulation Modeling and Analysis,
/// 5th ed., 9.5.3).
/// </summary>
internal sealed record Throughput
{
    /// <summary>
    /// From the first intended start to the end of the last exchange that completed or failed, in seconds.
    /// </summary>
    public required double Seconds { get; init; }

    /// <summary>Completed exchanges for each second.</summary>
    public required Estimate RequestsPerSecond { get; init; }

    /// <summary>Output tokens of completed exchanges for each second.</summary>
    public required Estimate OutputTokensPerSecond { get; init; }

    /// <summary>
    /// Input and output tokens of completed exchanges for each second; null where an exchange came without the
    /// provider's count of its input.
    /// </summary>
    public Estimate? TotalTokensPerSecond { get; init; }

    /// <summary>The most exchanges that were with the target at one instant, whatever became of them.</summary>
    public required long Concurrency { get; init; }

    /// <summary>How many were with it on average over the time.</summary>
    public required double MeanConcurrency { get; init; }
}
