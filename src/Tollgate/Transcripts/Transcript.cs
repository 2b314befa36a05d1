namespace Tollgate.Transcripts;

/// <summary>
/// Everything that was said and done in one session, as a person could read it and as scores are drawn from it.
/// Immutable. Instants are nanoseconds of the call's own clock: 0 is when the agent picked up.
/// </summary>
public sealed record Transcript
{
    /// <summary>The suite's name.</summary>
    public required string Suite { get; init; }

    /// <summary>The session's name in the suite.</summary>
    public required string Session { get; init; }

    /// <summary>Its number in the run, the same for every target; exchanges carry it.</summary>
    public long SessionId { get; init; }

    /// <summary>0 for the first time that the run plays the session, 1 for the second ...</summary>
    public int Repetition { get; init; }

    /// <summary>The target's name; empty for a transcript that was recorded elsewhere and names none.</summary>
    public string Target { get; init; } = "";

    /// <summary>What all chance in it came from.</summary>
    public ulong Seed { get; init; }

    /// <summary>The recogniser's word error rate.</summary>
    public double Noise { get; init; }

    public required SessionEnding Ending { get; init; }

    /// <summary>Why it ended, in a sentence.</summary>
    public string EndingWhy { get; init; } = "";

    /// <summary>All that happened, in order of time.</summary>
    public required IReadOnlyList<TranscriptEntry> Entries { get; init; }

    /// <summary>When each turn's parts were, where timings are known; in order.</summary>
    public IReadOnlyList<TurnTiming> Turns { get; init; } = [];

    /// <summary>What the model answered to the post-call questions; null where it was not asked.</summary>
    public PostCallAnswer? PostCall { get; init; }

    /// <summary>What a simulated model spoiled on purpose; no score looks at it. Empty for real ones.</summary>
    public IReadOnlyList<PlannedFault> Planted { get; init; } = [];

    /// <summary>What a model ruled of sentences that the rules could not judge; empty where none was asked.</summary>
    public IReadOnlyList<Ruling> Rulings { get; init; } = [];

    /// <summary>The call's length, or null where timings are not known.</summary>
    public long? LengthNs { get; init; }
}
