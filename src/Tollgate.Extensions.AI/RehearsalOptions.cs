using Tollgate.Load;
using Tollgate.Time;
using Tollgate.Transport;

namespace Tollgate.Extensions.AI;

/// <summary>Which calls to play with an agent, and how. The defaults are those of <c>tollgate rehearse</c>.</summary>
public sealed record RehearsalOptions
{
    /// <summary>The agent's name in results; null for its model's name, or <c>agent</c>.</summary>
    public string? Name { get; init; }

    /// <summary>Names of the suite's sessions to play; empty for all.</summary>
    public IReadOnlyList<string> Sessions { get; init; } = [];

    /// <summary>Number of callers to draw from the suite's population instead, 1 to 10,000; null for none.</summary>
    public int? Calls { get; init; }

    /// <summary>Seed of all random draws.</summary>
    public ulong Seed { get; init; } = 1;

    /// <summary>Times to play each session; 1 or more.</summary>
    public int Repetitions { get; init; } = 1;

    /// <summary>Concurrent calls; 1 or more.</summary>
    public int Concurrency { get; init; } = 8;

    /// <summary>
    /// Speeds up callers and tools by this factor, 1 or more. The agent's own time is never scaled. Virtual time needs
    /// no scale.
    /// </summary>
    public double TimeScale { get; init; } = 1;

    /// <summary>The recogniser's word error rate in place of the sessions' own, 0 to 0.5; null for theirs.</summary>
    public double? Noise { get; init; }

    /// <summary>The sampling temperature, 0 to 2; null leaves it to the client.</summary>
    public double? Temperature { get; init; }

    /// <summary>Maximum durations of an exchange and its phases.</summary>
    public Timeouts Timeouts { get; init; } = Timeouts.Default;

    /// <summary>When to retry a failed exchange; null for never.</summary>
    public RetryRule? Retry { get; init; }

    /// <summary>Whether to ask the suite's post-call questions.</summary>
    public bool PostCall { get; init; } = true;

    /// <summary>
    /// The clock of the calls: null for the system's, or a <see cref="VirtualTime"/> for a client that answers in
    /// process and waits on that clock only.
    /// </summary>
    public VirtualTime? Time { get; init; }

    /// <summary>
    /// Run file to write; it must not exist. Null keeps none.
    /// </summary>
    public string? RunFile { get; init; }
}
