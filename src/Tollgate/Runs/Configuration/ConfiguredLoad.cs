using Tollgate.Load.Schedules;

namespace Tollgate.Runs.Configuration;

/// <summary>When a measured load's exchanges left: by a trace, at a rate, or in a closed loop.</summary>
public sealed record ConfiguredLoad
{
    /// <summary>The trace's file; null where none was replayed.</summary>
    public string? Trace { get; init; }

    public double? Speed { get; init; }

    public TimeSpan? From { get; init; }

    public TimeSpan? For { get; init; }

    /// <summary>Departures to each target; null where none were scheduled.</summary>
    public Rate? Rate { get; init; }

    public ArrivalShape? Arrivals { get; init; }

    public double? Cv { get; init; }

    public TimeSpan? Ramp { get; init; }

    /// <summary>Callers for each target; null outside of a closed loop.</summary>
    public int? Concurrency { get; init; }

    public TimeSpan? Stagger { get; init; }
}
