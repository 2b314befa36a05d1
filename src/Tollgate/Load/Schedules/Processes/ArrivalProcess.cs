using Tollgate.Statistics;

namespace Tollgate.Load.Schedules.Processes;

/// <summary>
/// How the departures of an open loop are spaced about their mean rate. It has no state: settings are handed in, in the
/// order of <see cref="Settings"/>.
/// </summary>
internal abstract class ArrivalProcess
{
    /// <summary>Its name in plans and flags, such as <c>poisson</c>.</summary>
    public abstract string Name { get; }

    /// <summary>One phrase for help texts.</summary>
    public abstract string Description { get; }

    /// <summary>What can be set; each key is of one process alone.</summary>
    public virtual IReadOnlyList<ArrivalSetting> Settings => [];

    /// <summary>The first departure is at once, and not after a gap.</summary>
    public virtual bool StartsAtOnce => false;

    /// <summary>Draws the gap between two departures, in units of the mean gap: its mean is 1.</summary>
    public abstract double Gap(RandomStream random, IReadOnlyList<double> settings);

    /// <summary>
    /// Where a departure goes that would leave at <paramref name="seconds"/> after the start if the rate were steady.
    /// Never falls as <paramref name="seconds"/> rises.
    /// </summary>
    public virtual double Place(double seconds, IReadOnlyList<double> settings) => seconds;
}
