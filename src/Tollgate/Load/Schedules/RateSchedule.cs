using Tollgate.Statistics;

namespace Tollgate.Load.Schedules;

/// <summary>
/// An endless schedule at a rate. With gaps g₁, g₂ ... of mean 1 and u(n) = g₁ + ... + g(n), departure n leaves at
/// t(n) = Λ⁻¹(u(n)), where Λ(t) = ∫₀ᵗ λ(s) ds is the number of departures that are due by t and λ(s) the rate at s:
/// time rescaling, as in Çinlar, Introduction to Stochastic Processes (1975), 4.7. Without a ramp t(n) = u(n) / λ.
/// </summary>
/// <remarks>
/// λ is in departures a second, t in seconds from the start, u has no unit. Gaps are 1 (<see
/// cref="ArrivalShape.Constant"/>, whose first departure is at 0), exponential (<see cref="ArrivalShape.Poisson"/>)
/// or gamma of shape k = 1/cv² and scale cv² (<see cref="ArrivalShape.Gamma"/>).
/// </remarks>
public sealed record RateSchedule : ISchedule
{
    private readonly double cv = 1;
    private readonly TimeSpan ramp;

    /// <summary>λ, once the ramp is over.</summary>
    public required Rate Rate { get; init; }

    public ArrivalShape Shape { get; init; }

    /// <summary>
    /// The coefficient of variation of gamma gaps: their standard deviation over their mean; 0.01 to 100, 1 is Poisson.
    /// The other shapes do not read it.
    /// </summary>
    public double Cv
    {
        get => cv;
        init
        {
            ArgumentOutOfRangeException.ThrowIfLessThan(value, 0.01);
            ArgumentOutOfRangeException.ThrowIfGreaterThan(value, 100);
            cv = value;
        }
    }

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
        ArgumentNullException.ThrowIfNull(random);
        var due = Shape == ArrivalShape.Constant ? 0 : Gap(random);
        while (SecondsAt(due) * 1e9 < long.MaxValue)
        {
            yield return new Departure((long)Math.Round(SecondsAt(due) * 1e9), null);
            due += Gap(random);
        }
    }

    private double Gap(RandomStream random) => Shape switch
    {
        ArrivalShape.Constant => 1,
        ArrivalShape.Poisson => random.NextExponential(),
        ArrivalShape.Gamma => random.NextGamma(1 / (Cv * Cv)) * Cv * Cv,
        _ => throw new InvalidOperationException($"There is no arrival shape {Shape}."),
    };

    // Λ(t) = λt²/2R while t < R, then λ(t - R/2).
    private double SecondsAt(double due)
    {
        var rampSeconds = Ramp.TotalSeconds;
        return due < Rate.PerSecond * rampSeconds / 2
            ? Math.Sqrt(2 * due * rampSeconds / Rate.PerSecond)
            : (due / Rate.PerSecond) + (rampSeconds / 2);
    }
}
