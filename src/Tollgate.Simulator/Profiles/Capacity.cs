namespace Tollgate.Simulator.Profiles;

/// <summary>How a model's servers in one region bear load.</summary>
/// <param name="Streams">
/// The most exchanges served at once; those beyond it wait in the order in which they came.
/// </param>
/// <param name="Knee">The number of active streams up to which each has its full rate.</param>
/// <param name="Slope">
/// How fast the rate falls beyond the knee; 0 for never, 1 for a fixed sum over all streams.
/// </param>
internal sealed record Capacity(int Streams, int Knee, double Slope)
{
    /// <summary>As many as come, each at its full rate.</summary>
    public static Capacity Unbounded { get; } = new(int.MaxValue, int.MaxValue, 0);

    /// <summary>What each stream's rate is multiplied by: min(1, knee / active) ^ slope.</summary>
    public double RateFactor(int active) => active <= Knee ? 1 : Math.Pow((double)Knee / active, Slope);
}
