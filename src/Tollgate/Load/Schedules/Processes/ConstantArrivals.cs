using Tollgate.Statistics;

namespace Tollgate.Load.Schedules.Processes;

/// <summary>All gaps are the same.</summary>
internal sealed class ConstantArrivals : ArrivalProcess
{
    public override string Name => "constant";

    public override string Description => "evenly spaced";

    public override bool StartsAtOnce => true;

    public override double Gap(RandomStream random, IReadOnlyList<double> settings) => 1;
}
