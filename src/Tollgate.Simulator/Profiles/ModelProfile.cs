using Tollgate.Exchanges;

namespace Tollgate.Simulator.Profiles;

/// <summary>How a simulated model behaves. Immutable.</summary>
internal sealed record ModelProfile
{
    /// <summary>The model's id, as requests spell it.</summary>
    public required string Name { get; init; }

    /// <summary>Milliseconds from the request to the first token, queueing and the region's share left out.</summary>
    public required Spread FirstTokenMs { get; init; }

    /// <summary>Tokens a second of one stream, while the load is below the knee.</summary>
    public required Spread TokensPerSecond { get; init; }

    /// <summary>How many tokens an answer has where the request sets no lower limit; reasoning included.</summary>
    public required Spread OutputTokens { get; init; }

    /// <summary>
    /// Coefficient of variation of the gaps between tokens: their standard deviation over their mean.
    /// </summary>
    public double GapCv { get; init; }

    public Reasoning Reasoning { get; init; } = Reasoning.None;

    public Capacity Capacity { get; init; } = Capacity.Unbounded;

    public RateLimits Limits { get; init; } = RateLimits.None;

    /// <summary>What its tokens cost; null where the profile does not say.</summary>
    public Price? Price { get; init; }
}
