using Tollgate.Statistics;

namespace Tollgate.Load.Schedules.Processes;

/// <summary>Exponential gaps: many independent callers.</summary>
internal sealed class PoissonArrivals : ArrivalProcess
{
    public override string Name => "poisson";

    public override string Description => "independent callers";

    public override double Gap(RandomStream random, IReadOnlyList<double> settings) => random.NextExponential();
}
