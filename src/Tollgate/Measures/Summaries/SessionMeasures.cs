using Tollgate.Measures.Definitions;
using Tollgate.Measures.Distributions;
using Tollgate.Statistics;
using Tollgate.Transcripts;

namespace Tollgate.Measures.Summaries;

/// <summary>
/// What callers felt in the sessions of one target. Quantiles are of turns, or of sessions where it is said, and their
/// intervals come from how much sessions differ. Turns that the caller spoke into are in none of the latencies.
/// </summary>
internal sealed record SessionMeasures
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

    /// <summary>The budget that perceived latency is held against, in milliseconds.</summary>
    public double BudgetMs { get; init; }

    /// <summary>The values of each measure of turns and sessions in figures, in the measure's unit.</summary>
    public IReadOnlyDictionary<Measure, QuantileSummary> Values { get; init; } =
        new Dictionary<Measure, QuantileSummary>();

    /// <summary>Those that are shares of turns or means over sessions; null without a trial, or with too few.</summary>
    public IReadOnlyDictionary<Measure, Estimate?> Estimates { get; init; } = new Dictionary<Measure, Estimate?>();

    /// <summary>The figures of a measure's values; empty where it has none.</summary>
    public QuantileSummary this[Measure measure] => Values.GetValueOrDefault(measure) ?? QuantileSummary.Empty;

    /// <summary>Where the time of a turn's task went, mean milliseconds; null where there was no turn.</summary>
    public TurnPartMeans? Parts { get; init; }

    /// <summary>Turns in which speech underran, and how often and for how long in all.</summary>
    public required Underruns Underruns { get; init; }

    /// <summary>Gaps between tokens above the bound, over all turns.</summary>
    public long Stalls { get; init; }
}
