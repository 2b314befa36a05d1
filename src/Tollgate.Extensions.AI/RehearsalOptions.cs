using Tollgate.Load;
using Tollgate.Time;
using Tollgate.Transport;

namespace Tollgate.Extensions.AI;

/// <summary>Which calls are held with an agent, and how. Every default is that of <c>tollgate rehearse</c>.</summary>
public sealed record RehearsalOptions
{
    /// <summary>The agent's name in results; null for its model's name, or <c>agent</c>.</summary>
    public string? Name { get; init; }

    /// <summary>Only these sessions of the suite, by name; empty for all.</summary>
    public IReadOnlyList<string> Sessions { get; init; } = [];

    /// <summary>Draw this many callers from the suite's population instead, 1 to 10,000; null for none.</summary>
    public int? Calls { get; init; }

    /// <summary>Every random draw comes from it.</summary>
    public ulong Seed { get; init; } = 1;

    /// <summary>How often each session is played; 1 or more.</summary>
    public int Repetitions { get; init; } = 1;

    /// <summary>How many calls are under way at once; 1 or more.</summary>
    public int Concurrency { get; init; } = 8;

    /// <summary>
    /// Speed up callers and tools by this factor; 1 for not at all. The time that the agent takes is
    /// never scaled. Virtual time needs no scale.
    /// </summary>
    public double TimeScale { get; init; } = 1;

    /// <summary>The recogniser's word error rate in place of the sessions' own, 0 to 0.5; null for theirs.</summary>
    public double? Noise { get; init; }

    /// <summary>The sampling temperature, 0 to 2; null leaves it to the client.</summary>
    public double? Temperature { get; init; }

    /// <summary>How long an exchange may take.</summary>
    public Timeouts Timeouts { get; init; } = Timeouts.Default;

    /// <summary>When a failed exchange is tried again; null for never.</summary>
    public RetryRule? Retry { get; init; }

    /// <summary>Ask the suite's questions about a finished call.</summary>
    public bool PostCall { get; init; } = true;

    /// <summary>
    /// The time that passes in the calls: null for the system's clock, or a <see cref="VirtualTime"/> for a client
    /// that answers in process and waits by that clock alone.
    /// </summary>
    public VirtualTime? Time { get; init; }

    /// <summary>
    /// Where the calls are recorded; it must not exist. Null for nowhere: the file is deleted when its numbers are
    /// read.
    /// </summary>
    public string? RunFile { get; init; }
}
