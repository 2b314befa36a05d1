using System.Text.Json.Serialization;
using Tollgate.Reports.Json.Figures;
using Tollgate.Scores.Catalog;

namespace Tollgate.Reports.Json.Scores;

/// <summary>One score of one target in the JSON document.</summary>
/// <param name="Value">The ratio of the sums over sessions; of turns, their mean.</param>
/// <param name="Ci">Its interval, of 95%.</param>
/// <param name="Sum">What was counted: hits, faults, or the sum of what is averaged.</param>
/// <param name="Count">Out of how many.</param>
/// <param name="Sessions">The sessions that had a trial of it.</param>
/// <param name="HigherIsBetter">Whether more of it is better.</param>
internal sealed record ScoreDocument(
    double Value, IReadOnlyList<double?> Ci, double Sum, double Count, int Sessions, bool HigherIsBetter)
{
    /// <summary>
    /// Where rules could not tell some trials: the value were all of them right, and were all of them wrong. Null where
    /// they could tell all.
    /// </summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public IReadOnlyList<double>? Undecided { get; init; }

    /// <summary>How often the score was wrong itself when it was measured; null where it was not.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public ScoreErrorDocument? Error { get; init; }

    internal static ScoreDocument Of(ScoreLine line) => new(
        Math.Round(line.Estimate.Value, 6), QuantilesDocument.Pair(line.Estimate.Interval), line.Total.Sum,
        line.Total.Count, line.Sessions, ScoreCatalog.HigherIsBetter(line.Name))
    {
        Error = ScoreErrorDocument.Of(line.Name),
        Undecided = line.Total is { Undecided: > 0, Count: > 0 } total
            ? [Math.Round(total.Sum / total.Count, 6),
                Math.Round(Math.Min(total.Count, total.Sum + total.Undecided) / total.Count, 6)]
            : null,
    };
}
