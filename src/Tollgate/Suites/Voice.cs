namespace Tollgate.Suites;

/// <summary>The telephone: how fast people speak, and what stands between a caller's words and the agent's.</summary>
public sealed record Voice
{
    /// <summary>How fast both speak; words a minute, 60 to 400.</summary>
    public double WordsPerMinute { get; init; } = 150;

    /// <summary>From the caller's last sound until the turn is taken for over.</summary>
    public TimeSpan Endpointing { get; init; } = TimeSpan.FromMilliseconds(200);

    /// <summary>From there until the recogniser's text is there.</summary>
    public TimeSpan Recognition { get; init; } = TimeSpan.FromMilliseconds(80);

    /// <summary>From a clause's text to its first sound.</summary>
    public TimeSpan Synthesis { get; init; } = TimeSpan.FromMilliseconds(120);

    /// <summary>The telephone network, both ways together.</summary>
    public TimeSpan Network { get; init; } = TimeSpan.FromMilliseconds(60);

    /// <summary>From the agent's last word until the caller speaks.</summary>
    public TimeSpan CallerPause { get; init; } = TimeSpan.FromMilliseconds(400);

    /// <summary>What a caller takes for a natural answer: perceived latency up to this is within budget.</summary>
    public TimeSpan Budget { get; init; } = TimeSpan.FromMilliseconds(800);

    /// <summary>A caller who hears nothing for so long hangs up.</summary>
    public TimeSpan HangUpTimeout { get; init; } = TimeSpan.FromSeconds(30);
}
