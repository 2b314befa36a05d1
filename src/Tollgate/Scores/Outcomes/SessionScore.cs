using Tollgate.Transcripts;

namespace Tollgate.Scores.Outcomes;

/// <summary>All that was scored in one session. Immutable.</summary>
public sealed record SessionScore
{
    public required string Suite { get; init; }

    public required string Session { get; init; }

    /// <inheritdoc cref="Transcript.SessionId"/>
    public long SessionId { get; init; }

    /// <inheritdoc cref="Transcript.Repetition"/>
    public int Repetition { get; init; }

    public string Target { get; init; } = "";

    public SessionEnding Ending { get; init; }

    /// <summary>Each call that was expected or made, in the transcript's order; what was not made comes last.</summary>
    public required IReadOnlyList<CallScore> Calls { get; init; }

    /// <summary>Everything else, in order of turn.</summary>
    public required IReadOnlyList<ScoredItem> Items { get; init; }

    /// <summary>The sentences of the agents that the rules cannot judge, and nobody ruled on.</summary>
    public IReadOnlyList<OpenClaim> Open { get; init; } = [];

    /// <summary>How many expected calls are not counted because the session never came to them.</summary>
    public int NotReached { get; init; }

    /// <summary>
    /// What each score counted, by its name; a score without trials counted 0 of 0.
    /// </summary>
    public required IReadOnlyDictionary<string, ScoreCount> Counts { get; init; }
}
