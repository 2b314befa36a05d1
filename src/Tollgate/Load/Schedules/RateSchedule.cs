using Tollgate.Load.Schedules.Processes;
using Tollgate.Statistics;

namespace Tollgate.Load.Schedules;

/// <summary>
/// An endless schedule at a rate. With gaps g₁, g₂ ... of mean 1 and u(n) = g₁ + ... + g(n), departure n leaves at
/// t(n) = p(Λ⁻¹(u(n))), where Λ(t) = ∫₀ᵗ λ(s) ds is the number of departures that are due by t, λ(s) the rate at s, and
/// p the process's own placement (<see cref="ArrivalProcess.Place"/>): time rescaling, as in Çinlar, Introduction to
/// Stochastic Processes (1975), 4.7. Without a ramp and with p(t) = t, t(n) = u(n) / λ.
/// </summary>
/// <remarks>λ is in departures a second, t in seconds from the start, u has no unit.</remarks>
internal sealed record RateSchedule : ISchedule
{
    private readonly TimeSpan ramp;

    /// <summary>λ, once the ramp is over.</summary>
    public required Rate Rate { get; init; }

    /// <summary>How departures are spaced about it.</summary>
    public required Arrivals Arrivals { get; init; }

    /// <summary>For so long λ(s) rises in a straight line from 0 to <see cref="Rate"/>; zero for no ramp.</summary>
    public TimeSpan Ramp
    {
        get => ramp;
        init
        {
            ArgumentOutOfRangeException.ThrowIfLessThan(value, TimeSpan.Zero);
            ramp = value;
        }
    }

    /// <summary>The rate once the ramp is over.</summary>
    public double MeanPerSecond => Rate.PerSecond;

    public IEnumerable<Departure> Departures(RandomStream random)
    {
        var process = Arrivals.Process;
        var settings = Arrivals.Settings;
        var due = process.StartsAtOnce ? 0 : process.Gap(random, settings);
        while (process.Place(SecondsAt(due), settings) is var seconds && seconds * 1e9 < long.MaxValue)
        {
            yield return new Departure((long)Math.Round(seconds * 1e9), null);
            due += process.Gap(random, settings);
        }
    }

    // Λ(t) = λt²/2R while t < R, then λ(t - R/2).
    private double SecondsAt(double due)
    {
        var rampSeconds = Ramp.TotalSeconds;
        return due < Rate.PerSecond * rampSeconds / 2
            ? Math.Sqrt(2 * due * rampSeconds / Rate.PerSecond)
            : (due / Rate.PerSecond) + (rampSeconds / 2);
    }
}
