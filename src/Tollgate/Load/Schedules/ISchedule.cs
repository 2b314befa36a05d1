using Tollgate.Statistics;

namespace Tollgate.Load.Schedules;

/// <summary>When exchanges are to leave, whatever the answers do. Immutable.</summary>
internal interface ISchedule
{
    /// <summary>The departures in a second, over the schedule as a whole.</summary>
    double MeanPerSecond { get; }

    /// <summary>
    /// The departures in order of time; instants never fall. A function of the seed of <paramref name="random"/> alone.
    /// It may be endless.
    /// </summary>
    IEnumerable<Departure> Departures(RandomStream random);
}
