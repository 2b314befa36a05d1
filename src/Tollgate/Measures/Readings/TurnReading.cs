using Tollgate.Transcripts;

namespace Tollgate.Measures.Readings;

/// <summary>A turn that the caller did not speak into, as measures are drawn from it.</summary>
/// <param name="Timing">When its parts were.</param>
/// <param name="BudgetMs">The budget that perceived latency is held against, in milliseconds.</param>
internal readonly record struct TurnReading(TurnTiming Timing, double BudgetMs)
{
    /// <summary>From the caller's last sound to the agent's first audible word; null where nothing was heard.</summary>
    public long? PerceivedNs => Timing.AudibleNs - Timing.SpeechEndNs;
}
