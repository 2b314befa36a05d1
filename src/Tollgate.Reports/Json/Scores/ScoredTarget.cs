using System.Text.Json.Serialization;
using Tollgate.Reports.Json.Figures;
using Tollgate.Scores.Catalog;

namespace Tollgate.Reports.Json.Scores;

/// <summary>What one target's transcripts were worth, in the JSON document of `score`.</summary>
internal sealed record ScoredTarget
{
    /// <summary>Empty where the transcripts name none.</summary>
    public required string Name { get; init; }

    public long Sessions { get; init; }

    /// <summary>Sessions by how they ended, in snake case.</summary>
    public required IReadOnlyDictionary<string, long> Endings { get; init; }

    /// <summary>The scores as they were summed up, in the order of their names.</summary>
    [JsonIgnore]
    public IReadOnlyList<ScoreLine> Lines { get; init; } = [];

    /// <summary>The scores by name.</summary>
    public required IReadOnlyDictionary<string, ScoreDocument> Scores { get; init; }

    /// <summary>From the caller's last sound to the agent's first, where the transcripts have timings.</summary>
    public required QuantilesDocument PerceivedLatencyMs { get; init; }

    /// <summary>Of each session the longest silence, where the transcripts have timings.</summary>
    public required QuantilesDocument DeadAirMs { get; init; }

    /// <summary>Each session with everything that was scored in it.</summary>
    public required IReadOnlyList<SessionDocument> SessionList { get; init; }
}
