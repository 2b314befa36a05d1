using Tollgate.Scores.Catalog;

namespace Tollgate.Reports.Json.Scores;

/// <summary>How often a score was wrong itself when it was measured, in the JSON document.</summary>
/// <param name="Found">Faults that it found, and faults that were there.</param>
/// <param name="Charged">Right trials that it charged, and right trials.</param>
/// <param name="Unit">What a trial is here.</param>
/// <param name="MeasuredOn">On what, in one sentence.</param>
internal sealed record ScoreErrorDocument(
    IReadOnlyList<int> Found, IReadOnlyList<int> Charged, string Unit, string MeasuredOn)
{
    /// <summary>Null where the score's error was not measured.</summary>
    internal static ScoreErrorDocument? Of(string score) => ScoreErrors.Of(score) is { } error
        ? new ScoreErrorDocument(
            [error.Found, error.Of], [error.Charged, error.Honest], error.Unit, ScoreErrors.MeasuredOn)
        : null;
}
