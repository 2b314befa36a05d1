using MathNet.Numerics.Distributions;
using Tollgate.Statistics;

namespace Tollgate.GateBench;

/// <summary>A law of first tokens: its sessions, and where its quantiles really are.</summary>
internal sealed record ValueShape(string Name, double Between, double Within, double SlowShare, double SlowFactor)
{
    /// <summary>How much slower the candidate is.</summary>
    public const double Factor = 1.25;

    // What a script adds is the same on both sides: 0.36 of the variance between sessions.
    private const double Script = 0.6;
    private const double Own = 0.8;

    public static IReadOnlyList<ValueShape> All { get; } =
    [
        new("log-normal, independent", 0, 0.6, 0, 1),
        new("log-normal, clustered (half the variance is the session's)", 0.45, 0.45, 0, 1),
        new("bimodal (12 % take 3.5 times as long), clustered", 0.2, 0.2, 0.12, 3.5),
    ];

    /// <summary>The quantile of the baseline, by bisection.</summary>
    public double Quantile(double p)
    {
        var spread = Math.Sqrt((Between * Between) + (Within * Within));
        double low = 1e-6, high = 1e6;
        for (var i = 0; i < 200; i++)
        {
            var middle = Math.Sqrt(low * high);
            var below = ((1 - SlowShare) * Normal.CDF(0, spread, Math.Log(middle)))
                + (SlowShare * Normal.CDF(0, spread, Math.Log(middle / SlowFactor)));
            (low, high) = below < p ? (middle, high) : (low, middle);
        }

        return low;
    }

    /// <summary>Sessions of 8 to 20 turns.</summary>
    public (double[][] Baseline, double[][] Candidate) Draw(int sessions, RandomStream random)
    {
        var baseline = new double[sessions][];
        var candidate = new double[sessions][];
        for (var i = 0; i < sessions; i++)
        {
            var turns = 8 + random.Next(13);
            var script = random.NextGaussian();
            baseline[i] = Session(turns, script, 1, random);
            candidate[i] = Session(turns, script, Factor, random);
        }

        return (baseline, candidate);
    }

    private double[] Session(int turns, double script, double scale, RandomStream random)
    {
        var own = Between * ((Script * script) + (Own * random.NextGaussian()));
        var values = new double[turns];
        for (var t = 0; t < turns; t++)
        {
            var slow = random.NextDouble() < SlowShare ? SlowFactor : 1;
            values[t] = scale * slow * Math.Exp(own + (Within * random.NextGaussian()));
        }

        return values;
    }
}
