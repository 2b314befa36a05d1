namespace Tollgate.Suites;

/// <summary>What bounds a session, whatever the model does. Each is 1 or more.</summary>
public sealed record SessionLimits
{
    /// <summary>The turns of a session.</summary>
    public int Turns { get; init; } = 60;

    /// <summary>The exchanges of one turn: a model that calls tools for ever is stopped here.</summary>
    public int ExchangesPerTurn { get; init; } = 8;

    /// <summary>The calls of one exchange that are carried out; the others are answered with an error.</summary>
    public int CallsPerExchange { get; init; } = 8;

    /// <summary>The most tokens that one reply may have.</summary>
    public int MaxTokens { get; init; } = 600;
}
