using System.Text.Json.Serialization;
using Tollgate.Input;
using Tollgate.Measures.OfCalls;
using Tollgate.Measures.Summaries;
using Tollgate.Reports.Json.Figures;
using Tollgate.Reports.Json.Scores;
using Tollgate.Results;
using Tollgate.Scores.Words;
using Tollgate.Sessions.CallerModels;

namespace Tollgate.Reports.Json;

/// <summary>
/// What came of one target's sessions, in the JSON document. Quantiles are of turns unless the key says otherwise, and
/// every interval comes from how much sessions differ. Turns that the caller spoke into are in no latency.
/// </summary>
internal sealed record RehearsalDocument
{
    public long Sessions { get; init; }

    /// <summary>Sessions by how they ended, in snake case; only what occurred.</summary>
    public required IReadOnlyDictionary<string, long> Endings { get; init; }

    /// <summary>The first reason of each ending but the good one.</summary>
    public required IReadOnlyDictionary<string, string> EndingReasons { get; init; }

    /// <summary>The scores by name.</summary>
    public required IReadOnlyDictionary<string, ScoreDocument> Scores { get; init; }

    public long Turns { get; init; }

    public long InterruptedTurns { get; init; }

    /// <summary>What the model that played the callers came to; null where none did.</summary>
    public CallerModelTally? CallerModel { get; init; }

    /// <summary>What a model ruled of what the rules could not judge; null where none was asked.</summary>
    public RulingTally? Rulings { get; init; }

    public required QuantilesDocument SessionSeconds { get; init; }

    public required QuantilesDocument TurnsPerSession { get; init; }

    /// <summary>From the caller's last sound to the agent's first audible word.</summary>
    public required QuantilesDocument PerceivedLatencyMs { get; init; }

    public double BudgetMs { get; init; }

    public EstimateDocument? WithinBudget { get; init; }

    public required QuantilesDocument FirstTokenMs { get; init; }

    public required QuantilesDocument FirstClauseMs { get; init; }

    /// <summary>From the caller's last sound to the turn's last token.</summary>
    public required QuantilesDocument TaskMs { get; init; }

    /// <summary>The mean parts of it; they add up to its mean.</summary>
    public TurnPartsDocument? TaskPartsMs { get; init; }

    /// <summary>Of each session the longest silence.</summary>
    public required QuantilesDocument DeadAirMs { get; init; }

    public required UnderrunsDocument Underruns { get; init; }

    public long Stalls { get; init; }

    /// <summary>The last third's mean first token less the first third's.</summary>
    public EstimateDocument? DriftMs { get; init; }

    /// <summary>The same of the mean time a token.</summary>
    public EstimateDocument? GapDriftMs { get; init; }

    /// <summary>Each session with what went wrong in it.</summary>
    public required IReadOnlyList<SessionDocument> SessionList { get; init; }

    /// <summary>Measures of the catalog that have no property above, by their keys; null for none.</summary>
    [JsonExtensionData]
    public Dictionary<string, JsonElement>? Further { get; set; }

    internal static RehearsalDocument Of(RehearsalResult rehearsal)
    {
        var measured = rehearsal.Measures;
        return new RehearsalDocument
        {
            Sessions = measured.Sessions,
            Endings = measured.Endings.ToDictionary(ending => SnakeCase.Of(ending.Key), ending => ending.Value),
            EndingReasons = measured.EndingWhys.ToDictionary(
                ending => SnakeCase.Of(ending.Key), ending => ending.Value),
            Scores = rehearsal.Scores.ToDictionary(line => line.Name, ScoreDocument.Of),
            Turns = measured.Turns,
            InterruptedTurns = measured.Interrupted,
            CallerModel = rehearsal.CallerModel,
            Rulings = rehearsal.Rulings,
            SessionSeconds = QuantilesDocument.Of(measured[Length.Measure]),
            TurnsPerSession = QuantilesDocument.Of(measured[Tollgate.Measures.OfCalls.TurnsPerSession.Measure]),
            PerceivedLatencyMs = QuantilesDocument.Of(measured[PerceivedLatency.Measure]),
            BudgetMs = measured.BudgetMs,
            WithinBudget = EstimateDocument.Of(measured.Estimates[Tollgate.Measures.OfCalls.WithinBudget.Measure]),
            FirstTokenMs = QuantilesDocument.Of(measured[TurnFirstToken.Measure]),
            FirstClauseMs = QuantilesDocument.Of(measured[FirstClause.Measure]),
            TaskMs = QuantilesDocument.Of(measured[TurnTaskTime.Measure]),
            TaskPartsMs = measured.Parts is { } parts
                ? new TurnPartsDocument(
                    parts.HearingMs, parts.RetriesMs, parts.SendDelayMs, parts.FirstTokenMs, parts.ReasoningMs,
                    parts.ToolWritingMs, parts.OutputMs, parts.ToolRunMs)
                : null,
            DeadAirMs = QuantilesDocument.Of(measured[DeadAir.Measure]),
            Underruns = new UnderrunsDocument(
                measured.Underruns.Count, measured.Underruns.Turns, EstimateDocument.Of(measured.Underruns.Share),
                Math.Round(measured.Underruns.TotalMs, 3)),
            Stalls = measured.Stalls,
            DriftMs = EstimateDocument.Of(measured.Estimates[Drift.Measure]),
            GapDriftMs = EstimateDocument.Of(measured.Estimates[GapDrift.Measure]),
            SessionList = [.. rehearsal.Sessions.Select(SessionFindings.Of)],
            Further = FurtherMeasures.Of(measured),
        };
    }
}
