namespace Tollgate.Reports.Json.Scores;

/// <summary>One session of one target, in the JSON document.</summary>
internal sealed record SessionDocument
{
    public long Id { get; init; }

    public required string Session { get; init; }

    public int Repetition { get; init; }

    public required string Ending { get; init; }

    public string EndingReason { get; init; } = "";

    public double? Seconds { get; init; }

    /// <summary>What each score counted here: a sum and out of how many.</summary>
    public required IReadOnlyDictionary<string, IReadOnlyList<double>> Scores { get; init; }

    /// <summary>
    /// What was scored; in a rehearsal's document only what was not right, in that of `score` all of it.
    /// </summary>
    public required IReadOnlyList<ScoredDocument> Findings { get; init; }
}
