using Tollgate.Exchanges;
using Tollgate.Load.Prompts;
using Tollgate.Load.Schedules;
using Tollgate.Transport;

namespace Tollgate.Load;

/// <summary>What a run sends, to whom, when, and until when.</summary>
internal sealed record LoadSettings
{
    /// <summary>Whom it goes to, at the same time. Not empty; names are unique.</summary>
    public required IReadOnlyList<Target> Targets { get; init; }

    public required LoadMode Mode { get; init; }

    public required IPromptSource Prompts { get; init; }

    /// <summary>Every random draw comes from it.</summary>
    public required ulong Seed { get; init; }

    /// <summary>The tasks of each target that count, warm-up not among them; null for no limit.</summary>
    public long? Requests { get; init; }

    /// <summary>
    /// For so long after the warm-up tasks begin; null for no limit. What is under way then is awaited.
    /// </summary>
    public TimeSpan? For { get; init; }

    public WarmUp WarmUp { get; init; }

    public Timeouts Timeouts { get; init; } = Timeouts.Default;

    /// <summary>When a failed exchange is tried again; null for never.</summary>
    public RetryRule? Retry { get; init; }

    /// <summary>
    /// The tasks of one target that may be under way at once in an open loop, those that wait for their next attempt
    /// among them; 1 or more. A departure beyond it is recorded as <see cref="FailureKind.NotSent"/>.
    /// </summary>
    public int MaxInFlight { get; init; } = 10_000;

    /// <inheritdoc cref="ExchangeRequest.Cold"/>
    public bool Cold { get; init; }

    /// <inheritdoc cref="ExchangeRequest.KeepContent"/>
    public bool KeepContent { get; init; }

    /// <summary>
    /// An exchange is handed over this long before it is to leave, so that the system's timers need no precision: the
    /// exchanger waits for the instant itself.
    /// </summary>
    public TimeSpan Lead { get; init; } = TimeSpan.FromMilliseconds(25);

    /// <summary>Throws where the settings make no sense: they were to be checked before.</summary>
    /// <exception cref="ArgumentException">Says what is wrong.</exception>
    internal void Check()
    {
        Require(Targets.Count > 0, "a target");
        Require(Targets.DistinctBy(target => target.Name).Count() == Targets.Count, "targets of different names");
        Require(Mode is not ClosedLoop { Concurrency: < 1 }, "a concurrency of 1 or more");
        Require(
            Mode is not ClosedLoop closed
                || (closed.Stagger >= TimeSpan.Zero && closed.PauseAfterFailure >= TimeSpan.Zero),
            "a stagger and a pause that are not negative");
        Require(MaxInFlight >= 1, "a bound of 1 or more on what is in flight");
        Require(Requests is not < 0, "a number of requests that is not negative");
        Require(For is null || For >= TimeSpan.Zero, "a duration that is not negative");
        Require(WarmUp.Tasks >= 0 && WarmUp.Length >= TimeSpan.Zero, "a warm-up that is not negative");
        Require(Lead >= TimeSpan.Zero, "a lead that is not negative");
        Require(
            Requests is not null || For is not null || Mode is OpenLoop { Schedule: TraceSchedule },
            "a number of requests or a duration, since the load has no end of its own");
    }

    private static void Require(bool met, string what)
    {
        if (!met)
        {
            throw new ArgumentException($"A load needs {what}.");
        }
    }
}
