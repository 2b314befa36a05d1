using Tollgate.Measures.Distributions;

namespace Tollgate.Reports.Json.Figures;

/// <summary>
/// What a target delivered over the run, by its completed exchanges: output tokens as <c>output_tokens</c> counts them,
/// total tokens with those of the prompts. Intervals come from slices of the run's time.
/// </summary>
internal sealed record ThroughputDocument
{
    public double RequestsPerSecond { get; init; }

    public IReadOnlyList<double?> RequestsPerSecondCi { get; init; } = [null, null];

    public double OutputTokensPerSecond { get; init; }

    public IReadOnlyList<double?> OutputTokensPerSecondCi { get; init; } = [null, null];

    /// <summary>Null where an exchange came without a count of its input.</summary>
    public double? TotalTokensPerSecond { get; init; }

    public IReadOnlyList<double?> TotalTokensPerSecondCi { get; init; } = [null, null];

    /// <summary>From the first intended start to the last end, in seconds.</summary>
    public double DurationS { get; init; }

    /// <summary>The most exchanges in flight at one instant.</summary>
    public long Concurrency { get; init; }

    /// <summary>Exchanges in flight on average over the duration.</summary>
    public double MeanConcurrency { get; init; }

    internal static ThroughputDocument Of(Throughput throughput) => new()
    {
        RequestsPerSecond = Math.Round(throughput.RequestsPerSecond.Value, 6),
        RequestsPerSecondCi = QuantilesDocument.Pair(throughput.RequestsPerSecond.Interval),
        OutputTokensPerSecond = Math.Round(throughput.OutputTokensPerSecond.Value, 6),
        OutputTokensPerSecondCi = QuantilesDocument.Pair(throughput.OutputTokensPerSecond.Interval),
        TotalTokensPerSecond = QuantilesDocument.Rounded(throughput.TotalTokensPerSecond?.Value),
        TotalTokensPerSecondCi = throughput.TotalTokensPerSecond is { } total
            ? QuantilesDocument.Pair(total.Interval)
            : [null, null],
        DurationS = Math.Round(throughput.Seconds, 6),
        Concurrency = throughput.Concurrency,
        MeanConcurrency = Math.Round(throughput.MeanConcurrency, 3),
    };
}
