namespace Tollgate.Transcripts;

/// <summary>
/// When the parts of a turn were, in nanoseconds on the call's clock. A turn's task begins when the caller stops
/// speaking and ends with its last token; <see cref="Parts"/> add up to that time exactly.
/// </summary>
public sealed record TurnTiming
{
    public required int Turn { get; init; }

    /// <summary>When the caller began to speak.</summary>
    public required long SpeechStartNs { get; init; }

    /// <summary>The caller's last sound.</summary>
    public required long SpeechEndNs { get; init; }

    /// <summary>The first audible word of the agent's; null where there was none.</summary>
    public long? AudibleNs { get; init; }

    /// <summary>The agent's last audible word, or where it was interrupted; null where there was none.</summary>
    public long? SpokenNs { get; init; }

    /// <summary>From sent to the first token of the turn's first exchange; null where none came.</summary>
    public long? FirstTokenNs { get; init; }

    /// <summary>
    /// From the first exchange's sent to the first clause that could be spoken; null where none came.
    /// </summary>
    public long? FirstClauseNs { get; init; }

    /// <summary>How often speech underran because the next word was not there.</summary>
    public int Underruns { get; init; }

    /// <summary>For how long in all.</summary>
    public long UnderrunNs { get; init; }

    /// <summary>
    /// The longest time after the caller's last sound in which the caller heard nothing and did not speak.
    /// </summary>
    public long DeadAirNs { get; init; }

    /// <summary>Gaps between tokens above the bound.</summary>
    public int Stalls { get; init; }

    /// <summary>
    /// Mean time per token of the turn's streams after their first tokens; null for fewer than two tokens.
    /// </summary>
    public double? GapMs { get; init; }

    /// <summary>The caller spoke into the reply: the turn's half stream is in no quantile.</summary>
    public bool Interrupted { get; init; }

    /// <summary>Where the time went.</summary>
    public TurnParts Parts { get; init; }
}
