namespace Tollgate.Statistics;

/// <summary>
/// Trials in clusters whose chances differ: on the logit they are normal, logit p = c + s z (the binomial mixed model
/// of R. Stiratelli, N. Laird, J. H. Ware, Biometrics 40, 1984, 961-971, with an intercept alone). The spread s is what
/// all clusters show on the logit, and so tells how many bad ones may be missing from a sample that happens to hold
/// none.
/// </summary>
internal static class LogitNormal
{
    // Equal steps and not Gauss's nodes: with hundreds of trials a cluster's likelihood is narrower than those stand
    // apart.
    private const int Nodes = 61;
    private const double Farthest = 4.5;
    private const int NewtonSteps = 40;

    // By how much a log-likelihood may fall: what rules out a spread by about 1.4 standard errors.
    private const double Support = 1;

    private static readonly double[] Spreads =
        [0, 0.25, 0.5, 0.75, 1, 1.25, 1.5, 1.75, 2, 2.5, 3, 3.5, 4, 5];

    private static readonly double[] Abscissas =
        [.. Enumerable.Range(0, Nodes).Select(static k => Farthest * ((2.0 * k / (Nodes - 1)) - 1))];

    private static readonly double[] Weights = Normalized(
        [.. Abscissas.Select(static z => Math.Exp(-z * z / 2))]);

    /// <summary>
    /// The greatest spread that the clusters bear out: of those whose likelihood, with the mean at what was observed,
    /// is within <see cref="Support"/> of the greatest.
    /// </summary>
    /// <param name="clusters">Hits and trials of each, with a trial in all; those without trials say nothing.</param>
    public static double Spread(IReadOnlyList<(double Sum, double Count)> clusters)
    {
        var counted = clusters.Where(static one => one.Count > 0).CountBy(static one => one)
            .Select(static one => (one.Key.Sum, one.Key.Count, one.Value)).ToList();
        var (hits, trials) = (clusters.Sum(static one => one.Sum), clusters.Sum(static one => one.Count));

        // Half a trial each way: where all are hits there is a likelihood too.
        var mean = (hits + 0.5) / (trials + 1);
        double best = double.NegativeInfinity, spread = 0;
        var chances = new double[Nodes];
        foreach (var one in Spreads)
        {
            Chances(mean, one, chances);
            var likelihood = LogLikelihood(counted, chances);
            best = Math.Max(best, likelihood);
            if (likelihood < best - Support)
            {
                // It has one peak, and this is beyond it.
                break;
            }

            spread = one;
        }

        return spread;
    }

    /// <summary>The variance of the chances around their mean.</summary>
    /// <param name="mean">Above 0 and below 1.</param>
    /// <param name="spread">Of the chances on the logit, 0 or more.</param>
    public static double Variance(double mean, double spread)
    {
        Span<double> chances = stackalloc double[Nodes];
        Chances(mean, spread, chances);
        double sum = 0;
        for (var k = 0; k < Nodes; k++)
        {
            sum += Weights[k] * (chances[k] - mean) * (chances[k] - mean);
        }

        return sum;
    }

    /// <summary>The mean chance of the law whose centre is <paramref name="centre"/>.</summary>
    /// <param name="centre">On the logit.</param>
    /// <param name="spread">Of the chances on the logit, 0 or more.</param>
    public static double Mean(double centre, double spread)
    {
        double sum = 0;
        for (var k = 0; k < Nodes; k++)
        {
            sum += Weights[k] / (1 + Math.Exp(-(centre + (spread * Abscissas[k]))));
        }

        return sum;
    }

    /// <summary>The centre c of the law whose mean chance is <paramref name="mean"/>.</summary>
    /// <param name="mean">Above 0 and below 1.</param>
    /// <param name="spread">Of the chances on the logit, 0 or more.</param>
    public static double Centre(double mean, double spread) => Chances(mean, spread, stackalloc double[Nodes]);

    // The chance at each node, for a law whose mean is as given, and its centre: by Newton's method within bounds.
    private static double Chances(double mean, double spread, Span<double> chances)
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
        List<(double Hits, double Trials, int Times)> clusters, double[] chances)
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

    private static double[] Normalized(double[] weights)
    {
        var sum = weights.Sum();
        return [.. weights.Select(weight => weight / sum)];
    }
}
