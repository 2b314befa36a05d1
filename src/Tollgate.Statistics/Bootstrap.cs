using MathNet.Numerics.Distributions;

namespace Tollgate.Statistics;

/// <summary>
/// Intervals by resampling whole units with repetition, each stratum for itself. A unit is whatever is independent of
/// the others: a sample, or a cluster such as a task or a session whose rows the statistic looks up. Everything is
/// reproducible from the seed of the stream.
/// </summary>
internal static class Bootstrap
{
    /// <summary>With fewer units than that in a stratum there is no bound: resampling so few says too little.</summary>
    public const int MinUnits = 8;

    /// <summary>
    /// The bias-corrected and accelerated interval for each of several figures (B. Efron, JASA 82, 1987; acceleration
    /// over strata as A. C. Davison and D. V. Hinkley, Bootstrap Methods, 1997, section 5.3):
    /// quantiles of the resampled figures at Phi(z0 + (z0 + z) / (1 - a (z0 + z))), with z0 from the share of resamples
    /// below the estimate and a from the jackknife.
    /// </summary>
    /// <param name="strata">How many units each stratum has.</param>
    /// <param name="figures">How many figures <paramref name="statistic"/> writes.</param>
    /// <param name="statistic">What to compute.</param>
    /// <param name="random">Where the draws come from.</param>
    /// <param name="confidence">Between 0 and 1.</param>
    /// <param name="resamples">How often to resample.</param>
    public static Interval[] BiasCorrected(
        ReadOnlySpan<int> strata, int figures, ResampleStatistic statistic, RandomStream random,
        double confidence = 0.95, int resamples = 2000)
    {
        var intervals = new Interval[figures];
        if (TooFew(strata))
        {
            return intervals;
        }

        var estimate = new double[figures];
        statistic(Everyone(strata), estimate);
        var replicates = Resample(strata, figures, statistic, random, resamples);
        var acceleration = Acceleration(strata, figures, statistic);
        var z = Normal.InvCDF(0, 1, 1 - OrderStatistics.Tail(confidence));
        for (var f = 0; f < figures; f++)
        {
            var bias = Bias(replicates[f], estimate[f]);
            intervals[f] = new Interval(
                Adjusted(replicates[f], bias, acceleration[f], -z), Adjusted(replicates[f], bias, acceleration[f], z));
        }

        return intervals;
    }

    /// <summary>The plain percentile interval for each of several figures. Parameters as above.</summary>
    public static Interval[] Percentile(
        ReadOnlySpan<int> strata, int figures, ResampleStatistic statistic, RandomStream random,
        double confidence = 0.95, int resamples = 2000)
    {
        var intervals = new Interval[figures];
        if (TooFew(strata))
        {
            return intervals;
        }

        var tail = OrderStatistics.Tail(confidence);
        var replicates = Resample(strata, figures, statistic, random, resamples);
        for (var f = 0; f < figures; f++)
        {
            intervals[f] = new Interval(
                Quantiles.OfSorted(replicates[f], tail), Quantiles.OfSorted(replicates[f], 1 - tail));
        }

        return intervals;
    }

    private static bool TooFew(ReadOnlySpan<int> strata)
    {
        foreach (var units in strata)
        {
            if (units < MinUnits)
            {
                return true;
            }
        }

        return strata.IsEmpty;
    }

    private static int[] Everyone(ReadOnlySpan<int> strata)
    {
        var total = 0;
        foreach (var units in strata)
        {
            total += units;
        }

        var everyone = new int[total];
        for (var i = 0; i < total; i++)
        {
            everyone[i] = i;
        }

        return everyone;
    }

    // Replicates of each figure, sorted.
    private static double[][] Resample(
        ReadOnlySpan<int> strata, int figures, ResampleStatistic statistic, RandomStream random, int resamples)
    {
        var replicates = new double[figures][];
        for (var f = 0; f < figures; f++)
        {
            replicates[f] = new double[resamples];
        }

        var drawn = Everyone(strata);
        var results = new double[figures];
        for (var r = 0; r < resamples; r++)
        {
            var first = 0;
            foreach (var units in strata)
            {
                for (var i = first; i < first + units; i++)
                {
                    drawn[i] = first + random.Next(units);
                }

                first += units;
            }

            statistic(drawn, results);
            for (var f = 0; f < figures; f++)
            {
                replicates[f][r] = results[f];
            }
        }

        foreach (var row in replicates)
        {
            Array.Sort(row);
        }

        return replicates;
    }

    // a = (1/6) sum_k sum_i (l_ki / n_k)^3 / (sum_k sum_i (l_ki / n_k)^2)^(3/2), with the jackknife influences
    // l_ki = (n_k - 1) (mean over j of the figure without j - the figure without i).
    private static double[] Acceleration(ReadOnlySpan<int> strata, int figures, ResampleStatistic statistic)
    {
        var cubes = new double[figures];
        var squares = new double[figures];
        var everyone = Everyone(strata);
        var first = 0;
        foreach (var units in strata)
        {
            var leftOut = new double[units, figures];
            var means = new double[figures];
            var results = new double[figures];
            for (var i = 0; i < units; i++)
            {
                int[] without = [.. everyone.AsSpan(0, first + i), .. everyone.AsSpan(first + i + 1)];
                statistic(without, results);
                for (var f = 0; f < figures; f++)
                {
                    leftOut[i, f] = results[f];
                    means[f] += results[f] / units;
                }
            }

            for (var i = 0; i < units; i++)
            {
                for (var f = 0; f < figures; f++)
                {
                    var influence = (units - 1) * (means[f] - leftOut[i, f]) / units;
                    squares[f] += influence * influence;
                    cubes[f] += influence * influence * influence;
                }
            }

            first += units;
        }

        var acceleration = new double[figures];
        for (var f = 0; f < figures; f++)
        {
            acceleration[f] = squares[f] > 0 ? cubes[f] / (6 * Math.Pow(squares[f], 1.5)) : 0;
        }

        return acceleration;
    }

    private static double Bias(double[] sorted, double estimate)
    {
        double below = 0;
        foreach (var value in sorted)
        {
            below += value < estimate ? 1 : value == estimate ? 0.5 : 0;
        }

        return Normal.InvCDF(0, 1, Math.Clamp(below / sorted.Length, 0.5 / sorted.Length, 1 - (0.5 / sorted.Length)));
    }

    private static double Adjusted(double[] sorted, double bias, double acceleration, double z)
    {
        var shifted = bias + ((bias + z) / (1 - (acceleration * (bias + z))));
        return Quantiles.OfSorted(sorted, Normal.CDF(0, 1, shifted));
    }
}
