using Tollgate.Measures.Summaries;
using Tollgate.Scores.Catalog;
using Tollgate.Scores.Words;

namespace Tollgate.Results;

/// <summary>What came of one target's sessions.</summary>
/// <param name="Measures">What their callers felt.</param>
/// <param name="Scores">Each score that has a trial, in the order of their names.</param>
/// <param name="Sessions">In the order of their numbers.</param>
internal sealed record RehearsalResult(
    SessionMeasures Measures, IReadOnlyList<ScoreLine> Scores, IReadOnlyList<RehearsedSession> Sessions)
{
    /// <summary>What the model that played the callers came to; null where none did.</summary>
    public CallerModelTally? CallerModel { get; init; }

    /// <summary>What a model ruled of what the rules could not judge; null where none was asked.</summary>
    public RulingTally? Rulings { get; init; }

    /// <summary>The score of that name; null where it has no trial.</summary>
    public ScoreLine? Find(string score) => Scores.FirstOrDefault(line => line.Name == score);
}
