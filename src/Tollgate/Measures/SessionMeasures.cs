using Tollgate.Statistics;
using Tollgate.Transcripts;

namespace Tollgate.Measures;

/// <summary>
/// What callers felt in the sessions of one target. Quantiles are of turns, or of sessions where it is said, and their
/// intervals come from how much sessions differ. Turns that the caller spoke into are in none of the latencies.
/// </summary>
public sealed record SessionMeasures
{
    /// <summary>The sessions that are over.</summary>
    public long Sessions { get; init; }

    /// <summary>How they ended; only what occurred.</summary>
    public required IReadOnlyDictionary<SessionEnding, long> Endings { get; init; }

    /// <summary>The first sentence of each ending but the good one.</summary>
    public required IReadOnlyDictionary<SessionEnding, string> EndingWhys { get; init; }

    /// <summary>The turns of all sessions, those that were spoken into among them.</summary>
    public long Turns { get; init; }

    /// <summary>Turns that the caller spoke into.</summary>
    public long Interrupted { get; init; }

    /// <summary>How long sessions took, in seconds.</summary>
    public required QuantileSummary LengthS { get; init; }

    /// <summary>Turns of a session.</summary>
    public required QuantileSummary TurnsPerSession { get; init; }

    /// <summary>From the caller's last sound to the agent's first audible word.</summary>
    public required QuantileSummary PerceivedMs { get; init; }

    /// <summary>The budget that perceived latency is held against, in milliseconds.</summary>
    public double BudgetMs { get; init; }

    /// <summary>The share of turns within the budget; null where no turn was heard.</summary>
    public Estimate? WithinBudget { get; init; }

    /// <summary>From sent to the first token of a turn's first exchange.</summary>
    public required QuantileSummary FirstTokenMs { get; init; }

    /// <summary>
    /// From the first exchange's sent to the first clause that could be spoken, tools that ran before included.
    /// </summary>
    public required QuantileSummary FirstClauseMs { get; init; }

    /// <summary>From the caller's last sound to the turn's last token.</summary>
    public required QuantileSummary TaskMs { get; init; }

    /// <summary>Where the time of a turn's task went, mean milliseconds; null where there was no turn.</summary>
    public TurnPartMeans? Parts { get; init; }

    /// <summary>Of each session the longest time in which the caller heard nothing and did not speak.</summary>
    public required QuantileSummary DeadAirMs { get; init; }

    /// <summary>Turns in which the speech ran dry, and how often and for how long in all.</summary>
    public required Underruns Underruns { get; init; }

    /// <summary>Gaps between tokens above the bound, over all turns.</summary>
    public long Stalls { get; init; }

    /// <summary>
    /// The mean first token of a session's last third less that of its first, in milliseconds: above zero it gets
    /// slower as the call goes on. Null with too few sessions of six turns or more.
    /// </summary>
    public Estimate? DriftMs { get; init; }

    /// <summary>The same of the mean time a token.</summary>
    public Estimate? GapDriftMs { get; init; }
}
