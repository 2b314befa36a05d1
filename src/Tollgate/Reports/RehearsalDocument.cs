namespace Tollgate.Reports;

/// <summary>
/// What came of one target's sessions, in the JSON document. Quantiles are of turns unless the key says otherwise, and
/// every interval comes from how much sessions differ. Turns that the caller spoke into are in no latency.
/// </summary>
public sealed record RehearsalDocument
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
    public CallerModelDocument? CallerModel { get; init; }

    /// <summary>What a model ruled of what the rules could not judge; null where none was asked.</summary>
    public RulingsDocument? Rulings { get; init; }

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
}
