using Tollgate.Gate.Judging;

namespace Tollgate.Reports.Json.Scores;

/// <summary>Something that was scored, in the JSON document.</summary>
internal sealed record ScoredDocument
{
    /// <summary>The score that it counts in.</summary>
    public required string Score { get; init; }

    /// <summary>Its turn; 0 for the session as a whole.</summary>
    public int Turn { get; init; }

    /// <summary>Whether it is as it should be; null where it is not counted.</summary>
    public bool? Right { get; init; }

    /// <summary>What became of it, for a call: <c>right</c>, <c>wrong_arguments</c>, <c>missing</c> ...</summary>
    public string? Verdict { get; init; }

    public string? Tool { get; init; }

    /// <summary>Why, in a sentence.</summary>
    public required string Reason { get; init; }

    public string? Found { get; init; }

    public string? Expected { get; init; }

    /// <summary>Its place among the transcript's entries, from 0; null for none.</summary>
    public int? Entry { get; init; }

    /// <summary>Of a call, what became of each argument.</summary>
    public IReadOnlyList<ArgumentDocument>? Arguments { get; init; }
}
