namespace Tollgate.Statistics;

/// <summary>
/// Trials in clusters whose chances differ: on the logit they are normal, logit p = c + s z. The spread s is estimated by
/// maximum likelihood for a given mean chance (the binomial mixed model of J. Stiratelli, N. Laird, J. H. Ware, Biometrics
/// 40, 1984, 961-971, with an intercept alone). It sees clusters that are much better or much worse than the others, and
/// so tells how many bad ones may be missing from a sample that happens to hold none.
/// </summary>
public static class LogitNormal
{
    // Equal steps and not Gauss's nodes: with hundreds of trials a cluster's likelihood is narrower than those stand apart.
    private const int Nodes = 61;
    private const double Farthest = 4.5;
    private const int NewtonSteps = 40;

    private static readonly double[] Spreads =
        [0, 0.25, 0.5, 0.75, 1, 1.25, 1.5, 1.75, 2, 2.5, 3, 3.5, 4, 5];

    private static readonly double[] Abscissas =
        [.. Enumerable.Range(0, Nodes).Select(static k => Farthest * ((2.0 * k / (Nodes - 1)) - 1))];

    private static readonly double[] Weights = Normalized(
        [.. Abscissas.Select(static z => Math.Exp(-z * z / 2))]);

    /// <summary>The variance of clusters' chances around their mean, at the most likely spread.</summary>
    /// <param name="clusters">Hits and trials of each; those without trials say nothing.</param>
    /// <param name="mean">The mean chance, above 0 and below 1.</param>
    public static double Variance(IReadOnlyList<(double Sum, double Count)> clusters, double mean) =>
        Variance(Counted(clusters), mean);

    /// <summary>The clusters that differ, each with how many are like it: those alike are equally likely.</summary>
    internal static IReadOnlyList<(double Hits, double Trials, int Times)> Counted(
        IReadOnlyList<(double Sum, double Count)> clusters) =>
        [.. clusters.Where(static one => one.Count > 0).CountBy(static one => one)
            .Select(static one => (one.Key.Sum, one.Key.Count, one.Value))];

    internal static double Variance(IReadOnlyList<(double Hits, double Trials, int Times)> clusters, double mean)
    {
        double best = double.NegativeInfinity, variance = 0;
        var chances = new double[Nodes];
        foreach (var spread in Spreads)
        {
            Chances(mean, spread, chances);
            var likelihood = LogLikelihood(clusters, chances);
            if (likelihood > best)
            {
                best = likelihood;
                variance = VarianceOf(chances, mean);
            }
            else if (likelihood < best - 2)
            {
                // It has one peak, and this is far beyond it.
                break;
            }
        }

        return variance;
    }

    /// <summary>The centre c of the law whose mean chance is <paramref name="mean"/>.</summary>
    /// <param name="mean">Above 0 and below 1.</param>
    /// <param name="spread">Of the chances on the logit, 0 or more.</param>
    public static double Centre(double mean, double spread) => Chances(mean, spread, new double[Nodes]);

    // The chance at each node, for a law whose mean is as given, and its centre: by Newton's method within bounds.
    private static double Chances(double mean, double spread, double[] chances)
    {
        double low = -40, high = 40;

        // (J. Zeger, K.-Y. Liang, P. Albert, Biometrics 44, 1988): logit mean is about c / sqrt(1 + 0.346 s^2).
        var centre = Math.Log(mean / (1 - mean)) * Math.Sqrt(1 + (0.346 * spread * spread));
        for (var step = 0; step < NewtonSteps; step++)
        {
            double sum = 0, slope = 0;
            for (var k = 0; k < Nodes; k++)
            {
                var chance = 1 / (1 + Math.Exp(-(centre + (spread * Abscissas[k]))));
                chances[k] = chance;
                sum += Weights[k] * chance;
                slope += Weights[k] * chance * (1 - chance);
            }

            if (Math.Abs(sum - mean) < 1e-10 * Math.Min(mean, 1 - mean))
            {
                break;
            }

            (low, high) = sum < mean ? (centre, high) : (low, centre);
            var next = centre - ((sum - mean) / slope);
            centre = next > low && next < high ? next : (low + high) / 2;
        }

        return centre;
    }

    private static double LogLikelihood(
        IReadOnlyList<(double Hits, double Trials, int Times)> clusters, double[] chances)
    {
        Span<double> hit = stackalloc double[Nodes], miss = stackalloc double[Nodes], term = stackalloc double[Nodes];
        for (var k = 0; k < Nodes; k++)
        {
            hit[k] = Math.Log(Math.Max(chances[k], double.Epsilon));
            miss[k] = Math.Log(Math.Max(1 - chances[k], double.Epsilon));
        }

        double sum = 0;
        for (var i = 0; i < clusters.Count; i++)
        {
            var (hits, trials, times) = clusters[i];
            var most = double.NegativeInfinity;
            for (var k = 0; k < Nodes; k++)
            {
                term[k] = (hits * hit[k]) + ((trials - hits) * miss[k]);
                most = Math.Max(most, term[k]);
            }

            double likelihood = 0;
            for (var k = 0; k < Nodes; k++)
            {
                var below = term[k] - most;
                likelihood += below > -40 ? Weights[k] * Math.Exp(below) : 0;
            }

            sum += times * (most + Math.Log(likelihood));
        }

        return sum;
    }

    private static double VarianceOf(double[] chances, double mean)
    {
        double sum = 0;
        for (var k = 0; k < Nodes; k++)
        {
            sum += Weights[k] * (chances[k] - mean) * (chances[k] - mean);
        }

        return sum;
    }

    private static double[] Normalized(double[] weights)
    {
        var sum = weights.Sum();
        return [.. weights.Select(weight => weight / sum)];
    }
}
