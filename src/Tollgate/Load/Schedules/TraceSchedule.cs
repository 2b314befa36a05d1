using Tollgate.Load.Traces;
using Tollgate.Statistics;

namespace Tollgate.Load.Schedules;

/// <summary>A trace's own instants, faster or slower: t = offset / speed. It draws nothing.</summary>
internal sealed record TraceSchedule : ISchedule
{
    /// <param name="trace">The requests.</param>
    /// <param name="speed">How many times faster than they once came; positive and finite.</param>
    public TraceSchedule(Trace trace, double speed = 1)
    {
        if (!double.IsFinite(speed) || speed <= 0)
        {
            throw new ArgumentOutOfRangeException(nameof(speed), speed, "A speed is positive and finite.");
        }

        Trace = trace;
        Speed = speed;
    }

    public Trace Trace { get; }

    public double Speed { get; }

    /// <summary>Requests over the time from the start to the last one, and a second at least.</summary>
    public double MeanPerSecond => Trace.Entries.Count / Math.Max(1, Trace.Length.TotalSeconds / Speed);

    public IEnumerable<Departure> Departures(RandomStream random) =>
        Trace.Entries.Select(entry => new Departure((long)Math.Round(entry.OffsetNs / Speed), entry.Size));
}
