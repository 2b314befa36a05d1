using Tollgate.Statistics;

namespace Tollgate.Load.Schedules.Processes;

/// <summary>
/// Bursts: independent callers for a while, then nobody for a while, and again. With bursts of a seconds, pauses of b
/// and period P = a + b, a departure that would leave at t under a steady rate leaves at
/// p(t) = P⌊t/P⌋ + (t mod P) · a/P: each period keeps its departures, squeezed into its burst. So the mean rate is the
/// stated one, and the rate within a burst is P/a times it.
/// </summary>
internal sealed class OnOffArrivals : ArrivalProcess
{
    public override string Name => "on_off";

    public override string Description => "bursts with pauses between them";

    public override IReadOnlyList<ArrivalSetting> Settings { get; } =
    [
        new("burst", true, 0.001, 86_400, 10, "On-off arrivals: length of a burst (default: 10s)."),
        new("pause", true, 0.001, 86_400, 10, "On-off arrivals: pause between bursts (default: 10s)."),
    ];

    public override double Gap(RandomStream random, IReadOnlyList<double> settings) => random.NextExponential();

    public override double Place(double seconds, IReadOnlyList<double> settings)
    {
        var (on, period) = (settings[0], settings[0] + settings[1]);
        var begun = Math.Floor(seconds / period);
        return (begun * period) + ((seconds - (begun * period)) * on / period);
    }
}
