using MathNet.Numerics.Distributions;

namespace Tollgate.Statistics;

/// <summary>
/// A figure of two sides that were measured on the same units, such as two models over the same scripts, with the
/// intervals of each side, of their difference and of their ratio. Units are drawn again (<see cref="UnitSampling"/>),
/// both sides of one together: what a unit has in common on both sides cancels, and the values of one unit count as
/// what they are worth together.
/// <para>
/// The interval is the expanded percentile one (T. C. Hesterberg, What Teachers Should Know About the Bootstrap, The
/// American Statistician 69(4), 2015, section 3.4): quantiles of the resampled figure at Phi(-+ sqrt(n / (n - 1)) t),
/// with Student's t in place of the normal z. Its degrees of freedom are Satterthwaite's for the spread of the units'
/// influences: where few units carry the figure, as they do a high quantile, it is wider for it. Where the influences
/// are skewed, t grows on the side of the long tail by g (2 t^2 + 1) / 6 with the skewness g of their sum (N. J.
/// Johnson, JASA 73, 1978, 536-544; P. Hall, The Bootstrap and Edgeworth Expansion, 1992, section 3.5): a small sample
/// may lack the units of the long tail. It never shrinks. Samples may hold infinities, such as a wait that never ended.
/// </para>
/// </summary>
internal sealed class PairedResamples
{
    // A tail with fewer replicates than that is not read off but drawn out from the one that has as many, as a normal
    // tail goes: needed for confidences close to 1, such as those of early looks.
    private const double MinBeyond = 10;

    private readonly Replicates baseline, candidate, difference, ratio;

    internal PairedResamples(
        UnitSampling sampling, double baseline, double candidate, double[] baselines, double[] candidates,
        double[] baselineInfluences, double[] candidateInfluences)
    {
        Baseline = baseline;
        Candidate = candidate;
        var differences = new double[baselines.Length];
        var ratios = new double[baselines.Length];
        for (var r = 0; r < baselines.Length; r++)
        {
            differences[r] = candidates[r] - baselines[r];
            ratios[r] = candidates[r] / baselines[r];
        }

        var both = Less(sampling, candidateInfluences, baselineInfluences);
        this.baseline = new Replicates(baselines, baseline, sampling, baselineInfluences);
        this.candidate = new Replicates(candidates, candidate, sampling, candidateInfluences);
        difference = new Replicates(differences, candidate - baseline, sampling, both);
        ratio = new Replicates(ratios, candidate / baseline, sampling, both);
    }

    /// <summary>The baseline's figure; infinite where it is that of a failure.</summary>
    public double Baseline { get; }

    /// <summary>The candidate's figure; infinite where it is that of a failure.</summary>
    public double Candidate { get; }

    public Interval BaselineInterval(double confidence) => baseline.At(confidence);

    public Interval CandidateInterval(double confidence) => candidate.At(confidence);

    /// <summary>
    /// Of candidate less baseline. A bound may be infinite on the far side: where the baseline failed throughout, the
    /// difference lies below -infinity.
    /// </summary>
    public Interval DifferenceInterval(double confidence) => difference.At(confidence);

    /// <summary>Of candidate over baseline; only of figures that are above zero.</summary>
    public Interval RatioInterval(double confidence) => ratio.At(confidence);

    // Both sides' influences in units of their own spread: what they are in the figure's unit cancels in the ratio.
    private static double[] Less(UnitSampling sampling, double[] a, double[] b)
    {
        var difference = new double[a.Length];
        var (spreadA, spreadB) = (
            Math.Sqrt(sampling.VarianceParts(a).Sum()), Math.Sqrt(sampling.VarianceParts(b).Sum()));
        for (var i = 0; i < a.Length; i++)
        {
            difference[i] = (spreadA > 0 ? a[i] / spreadA : 0) - (spreadB > 0 ? b[i] / spreadB : 0);
        }

        return difference;
    }

    /// <summary>What one figure came to in each resample.</summary>
    private sealed class Replicates
    {
        private readonly double[] sorted;
        private readonly double estimate;
        private readonly double degrees;
        private readonly double expansion;
        private readonly double skewness;

        // Infinity less infinity is anything: it is below every lower bound and above every upper one. NaN sorts first.
        private readonly int undefined;

        public Replicates(double[] values, double estimate, UnitSampling sampling, double[] influences)
        {
            sorted = values;
            Array.Sort(sorted);
            this.estimate = estimate;
            degrees = sampling.DegreesOf(sampling.VarianceParts(influences));
            expansion = sampling.Expansion;
            skewness = sampling.Skewness(influences);
            while (undefined < sorted.Length && double.IsNaN(sorted[undefined]))
            {
                undefined++;
            }
        }

        public Interval At(double confidence)
        {
            var t = Means.StudentQuantile(degrees, confidence);
            var skewed = skewness * ((2 * t * t) + 1) / 6;
            var lower = Tail((t + Math.Max(0, -skewed)) * expansion, below: true);
            var upper = Tail((t + Math.Max(0, skewed)) * expansion, below: false);
            return new Interval(
                double.IsNaN(lower) || double.IsNegativeInfinity(lower) ? null : lower,
                double.IsNaN(upper) || double.IsPositiveInfinity(upper) ? null : upper);
        }

        private double Tail(double z, bool below)
        {
            var tail = Normal.CDF(0, 1, -z);
            var least = MinBeyond / sorted.Length;
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
