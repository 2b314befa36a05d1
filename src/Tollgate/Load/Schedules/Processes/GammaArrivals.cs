using Tollgate.Statistics;

namespace Tollgate.Load.Schedules.Processes;

/// <summary>
/// Gamma gaps of shape k = 1/cv² and scale cv², where cv is their coefficient of variation: above 1 they come in
/// bursts, at 1 they are exponential.
/// </summary>
internal sealed class GammaArrivals : ArrivalProcess
{
    public override string Name => "gamma";

    public override string Description => "bursty or regular, by --cv";

    public override IReadOnlyList<ArrivalSetting> Settings { get; } =
    [
        new("cv", false, 0.01, 100, 1, "Gamma arrivals: standard deviation of the gaps over their mean."),
    ];

    public override double Gap(RandomStream random, IReadOnlyList<double> settings)
    {
        var cv = settings[0];
        return random.NextGamma(1 / (cv * cv)) * cv * cv;
    }
}
