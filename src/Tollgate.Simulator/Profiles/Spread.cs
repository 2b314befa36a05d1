using Tollgate.Statistics;

namespace Tollgate.Simulator.Profiles;

/// <summary>
/// A positive quantity that varies from exchange to exchange, or a constant. The draw is a two-piece log-normal that
/// hits all three quantiles: x = p50 * exp(s * z), with z standard normal and s = ln(p50/p5)/1.645 below the median and
/// ln(p95/p50)/1.645 above it. <c>default</c> is the constant 0.
/// </summary>
/// <param name="P5">The 5th percentile, in the quantity's own unit.</param>
/// <param name="P50">The median; at least <paramref name="P5"/>.</param>
/// <param name="P95">The 95th percentile; at least <paramref name="P50"/>.</param>
internal readonly record struct Spread(double P5, double P50, double P95)
{
    /// <summary>The 95th percentile of the standard normal.</summary>
    private const double Z95 = 1.6448536269514722;

    /// <summary>A quantity that never varies.</summary>
    public static Spread Constant(double value) => new(value, value, value);

    /// <summary>A spread whose median is the geometric mean of its ends.</summary>
    public static Spread Between(double p5, double p95) => new(p5, Math.Sqrt(p5 * p95), p95);

    /// <summary>
    /// One draw. Constants take one from the stream as well, so that a profile's edit shifts no other draw.
    /// </summary>
    public double Draw(RandomStream random)
    {
        var z = random.NextGaussian();
        if (P5 == P95)
        {
            return P50;
        }

        return P50 * Math.Exp(z / Z95 * (z < 0 ? Math.Log(P50 / P5) : Math.Log(P95 / P50)));
    }
}
