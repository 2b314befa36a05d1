using Tollgate.Statistics;

namespace Tollgate.LoadBench;

/// <summary>One number from several repetitions: their median, the least and the most.</summary>
internal readonly record struct Figure(double Median, double Min, double Max)
{
    /// <exception cref="ArgumentOutOfRangeException">There are none.</exception>
    public static Figure Of(IEnumerable<double> repetitions)
    {
        var sorted = repetitions.Order().ToArray();
        return new Figure(Quantiles.OfSorted(sorted, 0.5), sorted[0], sorted[^1]);
    }

    /// <summary>A quantile of samples in any order.</summary>
    public static double Quantile(IEnumerable<double> samples, double p) => Quantiles.OfSorted(samples.Order().ToArray(), p);
}
