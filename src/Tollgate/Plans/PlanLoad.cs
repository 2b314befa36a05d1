using Tollgate.Load.Schedules;

namespace Tollgate.Plans;

/// <summary>
/// When a plan's exchanges leave. At most one of <see cref="Concurrency"/>, <see cref="Rate"/> and <see
/// cref="TraceFile"/> is given; where none is, one caller asks after another.
/// </summary>
internal sealed record PlanLoad
{
    /// <summary>Callers for each target, in a closed loop; 1 to 100,000.</summary>
    public int? Concurrency { get; init; }

    /// <summary>With <see cref="Concurrency"/>: see <see cref="ClosedLoop.Stagger"/>.</summary>
    public TimeSpan Stagger { get; init; } = TimeSpan.FromSeconds(1);

    /// <summary>Departures to each target, in an open loop.</summary>
    public Rate? Rate { get; init; }

    /// <summary>With <see cref="Rate"/>: how departures are spaced.</summary>
    public Arrivals Arrivals { get; init; } = Arrivals.Default;

    /// <summary>With <see cref="Rate"/>: see <see cref="RateSchedule.Ramp"/>.</summary>
    public TimeSpan Ramp { get; init; }

    /// <summary>The trace to replay, in an open loop.</summary>
    public string? TraceFile { get; init; }

    /// <summary>With a trace: how many times faster than it once was; positive.</summary>
    public double Speed { get; init; } = 1;

    /// <summary>With a trace: where its window starts, in the trace's own time.</summary>
    public TimeSpan From { get; init; }

    /// <summary>With a trace: how long its window is, in the trace's own time; null for the rest.</summary>
    public TimeSpan? For { get; init; }
}
