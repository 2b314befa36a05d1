using Tollgate.Figures;
using Tollgate.Gate.Rubrics;
using Tollgate.Statistics;

namespace Tollgate.Gate.Judging;

/// <summary>How much of a difference's variance is between scripts.</summary>
internal static class ScriptPart
{
    /// <summary>
    /// 1 - V_w / V, with V the variance of the difference between clusters that are scripts and V_w that between the
    /// repeats within them, both of the sessions' influences: what is left of the variance after any number of repeats
    /// of the same scripts. Between 0 and 1; 1 where no script was played twice, since nothing shows otherwise.
    /// </summary>
    public static double Of(Figure figure, RowData data)
    {
        if (data.Scripts is not { } scripts)
        {
            return 1;
        }

        var influences = figure.Kind == FigureKind.Quantile
            ? Less(OfQuantile(data.BaselineValues, figure.Quantile), OfQuantile(data.CandidateValues, figure.Quantile))
            : Less(OfSums(data.BaselineSums), OfSums(data.CandidateSums));
        double between = 0, within = 0;
        var count = 0;
        foreach (var script in scripts.Zip(influences).GroupBy(static one => one.First, static one => one.Second))
        {
            double[] own = [.. script];
            var (sum, mean) = (own.Sum(), own.Average());
            count++;
            between += sum * sum;
            within += own.Length < 2
                ? sum * sum
                : own.Sum(one => (one - mean) * (one - mean)) * own.Length / (own.Length - 1);
        }

        between *= count / Math.Max(1.0, count - 1);
        return between > 0 ? Math.Clamp(1 - (within / between), 0, 1) : 0;
    }

    private static double[] OfSums(IReadOnlyList<(double Sum, double Count)> sums)
    {
        var count = sums.Sum(static one => one.Count);
        var mean = sums.Sum(static one => one.Sum) / count;
        return [.. sums.Select(one => (one.Sum - (mean * one.Count)) / count)];
    }

    private static double[] OfQuantile(IReadOnlyList<double[]> values, double p)
    {
        double[] sorted = [.. values.SelectMany(static one => one).Order()];
        var quantile = Quantiles.OfSorted(sorted, p);
        var share = (double)sorted.Count(value => value <= quantile) / sorted.Length;
        double[] influences = [.. values.Select(one =>
            one.Count(value => value <= quantile) - (share * one.Length))];
        var spread = Math.Sqrt(influences.Sum(static one => one * one));
        return spread > 0 ? [.. influences.Select(one => one / spread)] : influences;
    }

    private static double[] Less(double[] baseline, double[] candidate) =>
        [.. candidate.Zip(baseline, static (c, b) => c - b)];
}
