using Tollgate.Exchanges;
using Tollgate.Load;
using Tollgate.Load.Schedules;
using Tollgate.Sessions.CallerModels;
using Tollgate.Suites;
using Tollgate.Transport;

namespace Tollgate.Sessions;

/// <summary>Which sessions are held with whom, when, and how.</summary>
internal sealed record RehearsalSettings
{
    public required Suite Suite { get; init; }

    /// <summary>The sessions of the suite that are played; not empty.</summary>
    public required IReadOnlyList<SuiteSession> Sessions { get; init; }

    /// <summary>With whom, at the same time. Not empty; names are unique.</summary>
    public required IReadOnlyList<Target> Targets { get; init; }

    /// <summary>Whoever is sent anything: the targets, and the models that play the callers and adjudicate.</summary>
    public IReadOnlyList<Target> Reached =>
        [.. Targets, .. new[] { CallerModel?.Target, Adjudicator }.OfType<Target>()];

    /// <summary>Every random draw comes from it.</summary>
    public required ulong Seed { get; init; }

    /// <summary>How often each session is played; 1 or more.</summary>
    public int Repetitions { get; init; } = 1;

    /// <summary>
    /// When sessions start, whatever the ones before do; null where <see cref="Concurrency"/> says it.
    /// </summary>
    public ISchedule? Starts { get; init; }

    /// <summary>
    /// How many sessions of each target are under way at once, where there is no schedule; 1 or more.
    /// </summary>
    public int Concurrency { get; init; } = 8;

    /// <summary>
    /// How many times faster than people they speak, and tools answer; 1 for not at all. What a model takes is never
    /// hurried. Under virtual time there is no need for it.
    /// </summary>
    public double TimeScale { get; init; } = 1;

    /// <summary>The recogniser's word error rate in place of the sessions' own, 0 to 0.5; null for theirs.</summary>
    public double? Noise { get; init; }

    /// <summary>A gap between tokens above this is a stall.</summary>
    public TimeSpan Stall { get; init; } = TimeSpan.FromMilliseconds(250);

    public Timeouts Timeouts { get; init; } = Timeouts.Default;

    /// <summary>When a failed exchange is tried again; null for never.</summary>
    public RetryRule? Retry { get; init; }

    /// <summary>The sampling temperature, 0 to 2; null leaves it to the provider.</summary>
    public double? Temperature { get; init; }

    /// <summary>The suite's post-call questions are asked.</summary>
    public bool PostCall { get; init; } = true;

    /// <summary>The model that plays the callers; null where their agendas speak for themselves.</summary>
    public CallerModel? CallerModel { get; init; }

    /// <summary>
    /// A person who speaks for the callers: gets the agent's name and what was heard of it, and gives what is said, or
    /// null to hang up. It may block. Null where the callers speak for themselves.
    /// </summary>
    public Func<string, string, string?>? Person { get; init; }

    /// <summary>
    /// The model that rules on what the scores' rules cannot judge, when a call is over; null for none.
    /// </summary>
    public Target? Adjudicator { get; init; }

    /// <summary>
    /// The targets are simulated models, and these oracles tell them what to answer. Null for real ones, who get
    /// nothing but the conversation.
    /// </summary>
    public IOracleFactory? Oracles { get; init; }
}
