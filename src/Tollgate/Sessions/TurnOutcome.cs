using Tollgate.Transcripts;

namespace Tollgate.Sessions;

/// <summary>How a turn ended.</summary>
/// <param name="Heard">What the caller heard of the agent in it.</param>
/// <param name="OverNs">The agent's last sound, or the instant at which the caller spoke into it.</param>
internal sealed record TurnOutcome(string Heard, long OverNs)
{
    /// <summary>The caller spoke into it.</summary>
    public bool Interrupted { get; init; }

    /// <summary>The caller broke in; false for the rest of a turn that was cut short.</summary>
    public bool BrokeIn { get; init; }

    /// <summary>The session ends with it; null where it goes on.</summary>
    public SessionEnding? Ends { get; init; }

    /// <summary>Why, in a sentence.</summary>
    public string Why { get; init; } = "";
}
