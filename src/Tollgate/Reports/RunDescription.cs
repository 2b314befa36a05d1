namespace Tollgate.Reports;

/// <summary>What a report says of the run beside its numbers.</summary>
public sealed record RunDescription
{
    /// <summary>The run's name.</summary>
    public required string Run { get; init; }

    public required ulong Seed { get; init; }

    /// <summary>When it began, in ISO 8601; null where it is not to be told.</summary>
    public string? Started { get; init; }

    /// <summary>The load in words.</summary>
    public string? Load { get; init; }

    /// <summary>Further reasons to doubt the numbers, from who carried out the run: whole sentences.</summary>
    public IReadOnlyList<string> Warnings { get; init; } = [];

    /// <summary>Whether whoever carried out the run holds it to be valid.</summary>
    public bool Valid { get; init; } = true;
}
