using MathNet.Numerics.Distributions;

namespace Tollgate.Statistics;

/// <summary>
/// A figure of two sides that were measured on the same clusters, such as two models over the same scripted sessions,
/// with the intervals of each side, of their difference and of their ratio. Clusters are drawn with repetition, both
/// sides of one together; so what one cluster has in common on both sides cancels, and values of one cluster count as
/// what they are worth together.
/// <para>
/// The interval is the expanded percentile one (T. C. Hesterberg, What Teachers Should Know About the Bootstrap, The
/// American Statistician 69(4), 2015, section 3.4): quantiles of the resampled figure at Phi(-+ sqrt(n / (n - 1)) t),
/// with Student's t in place of the normal z. Its degrees of freedom are those of the spread of the clusters'
/// influences, 2 n / (k - 1) with their kurtosis k, at most n - 1: where few clusters carry the figure, as they do a
/// high quantile, it is wider for it. Samples may hold infinities, such as a wait that never ended.
/// </para>
/// </summary>
public sealed class PairedResamples
{
    // A tail with fewer replicates than that is not read off but drawn out from the one that has as many, as a normal
    // tail goes: needed for confidences close to 1, such as those of early looks.
    private const double FewestBeyond = 10;
    private const double LeastDegrees = 3;

    private readonly Replicates baseline, candidate, difference, ratio;
    private readonly int clusters;

    internal PairedResamples(
        int clusters, double baseline, double candidate, double[] baselines, double[] candidates,
        ReadOnlySpan<double> baselineInfluences, ReadOnlySpan<double> candidateInfluences)
    {
        this.clusters = clusters;
        Baseline = baseline;
        Candidate = candidate;
        var differences = new double[baselines.Length];
        var ratios = new double[baselines.Length];
        for (var r = 0; r < baselines.Length; r++)
        {
            differences[r] = candidates[r] - baselines[r];
            ratios[r] = candidates[r] / baselines[r];
        }

        var own = Degrees(baselineInfluences);
        var others = Degrees(candidateInfluences);
        var both = Degrees(Less(candidateInfluences, baselineInfluences));
        this.baseline = new Replicates(baselines, baseline, own);
        this.candidate = new Replicates(candidates, candidate, others);
        difference = new Replicates(differences, candidate - baseline, both);
        ratio = new Replicates(ratios, candidate / baseline, both);
    }

    /// <summary>The baseline's figure; infinite where it is that of a failure.</summary>
    public double Baseline { get; }

    /// <summary>The candidate's figure; infinite where it is that of a failure.</summary>
    public double Candidate { get; }

    public Interval BaselineInterval(double confidence) => baseline.At(confidence, clusters);

    public Interval CandidateInterval(double confidence) => candidate.At(confidence, clusters);

    /// <summary>
    /// Of candidate less baseline. A bound may be infinite on the far side: where the baseline failed throughout, the
    /// difference lies below -infinity.
    /// </summary>
    public Interval DifferenceInterval(double confidence) => difference.At(confidence, clusters);

    /// <summary>Of candidate over baseline; only of figures that are above zero.</summary>
    public Interval RatioInterval(double confidence) => ratio.At(confidence, clusters);

    // Both sides' influences in units of their own spread: what they are in the figure's unit cancels in the ratio.
    private static double[] Less(ReadOnlySpan<double> a, ReadOnlySpan<double> b)
    {
        var difference = new double[a.Length];
        double spreadA = Math.Sqrt(Squares(a)), spreadB = Math.Sqrt(Squares(b));
        for (var i = 0; i < a.Length; i++)
        {
            difference[i] = (spreadA > 0 ? a[i] / spreadA : 0) - (spreadB > 0 ? b[i] / spreadB : 0);
        }

        return difference;
    }

    private static double Degrees(ReadOnlySpan<double> influences)
    {
        var n = influences.Length;
        double squares = Squares(influences) / n, fourths = 0;
        foreach (var influence in influences)
        {
            fourths += influence * influence * influence * influence / n;
        }

        var most = Math.Max(LeastDegrees, n - 1);
        var kurtosis = squares > 0 ? fourths / (squares * squares) : 1;
        return kurtosis > 1 ? Math.Clamp(2 * n / (kurtosis - 1), LeastDegrees, most) : most;
    }

    private static double Squares(ReadOnlySpan<double> values)
    {
        double sum = 0;
        foreach (var value in values)
        {
            sum += value * value;
        }

        return sum;
    }

    /// <summary>What one figure came to in each resample.</summary>
    private sealed class Replicates
    {
        private readonly double[] sorted;
        private readonly double estimate;
        private readonly double degrees;

        // Infinity less infinity is anything: it is below every lower bound and above every upper one. NaN sorts first.
        private readonly int undefined;

        public Replicates(double[] values, double estimate, double degrees)
        {
            sorted = values;
            Array.Sort(sorted);
            this.estimate = estimate;
            this.degrees = degrees;
            while (undefined < sorted.Length && double.IsNaN(sorted[undefined]))
            {
                undefined++;
            }
        }

        public Interval At(double confidence, int clusters)
        {
            var z = Means.StudentQuantile(degrees, confidence) * Math.Sqrt(clusters / (clusters - 1.0));
            var lower = Tail(z, below: true);
            var upper = Tail(z, below: false);
            return new Interval(
                double.IsNaN(lower) || double.IsNegativeInfinity(lower) ? null : lower,
                double.IsNaN(upper) || double.IsPositiveInfinity(upper) ? null : upper);
        }

        private double Tail(double z, bool below)
        {
            var tail = Normal.CDF(0, 1, -z);
            var least = FewestBeyond / sorted.Length;
            if (tail >= least)
            {
                return Read(tail, below);
            }

            var read = Read(least, below);
            return estimate + ((read - estimate) * z / -Normal.InvCDF(0, 1, least));
        }

        private double Read(double tail, bool below)
        {
            if (below)
            {
                return Quantiles.OfSorted(sorted, tail);
            }

            var rank = Quantiles.Rank(sorted.Length, 1 - tail) + undefined;
            return rank > sorted.Length ? double.NaN : sorted[rank - 1];
        }
    }
}
