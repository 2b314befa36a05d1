using MathNet.Numerics;
using MathNet.Numerics.Distributions;

namespace Tollgate.Statistics;

/// <summary>
/// The upper tail of Student's t, by way of the regularized incomplete beta function I:
/// P(T &gt; t) = I(v / 2, 1 / 2; v / (v + t^2)) / 2 with v degrees of freedom (M. Abramowitz, I. A. Stegun, Handbook of
/// Mathematical Functions, 26.7.1). Working on the tail itself keeps its digits far out, where 1 less the distribution
/// function has none left.
/// </summary>
internal static class StudentTail
{
    // Beyond that many degrees of freedom the two agree to eight digits, and the normal one is quick.
    private const double NormalFrom = 1e8;
    private const int MaxSteps = 200;
    private const double Precision = 1e-13;

    /// <summary>P(T &gt; <paramref name="t"/>).</summary>
    /// <param name="degreesOfFreedom">Above 0.</param>
    /// <param name="t">0 or more.</param>
    public static double Probability(double degreesOfFreedom, double t)
    {
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(degreesOfFreedom);
        ArgumentOutOfRangeException.ThrowIfNegative(t);
        if (degreesOfFreedom > NormalFrom)
        {
            return Normal.CDF(0, 1, -t);
        }

        // Near the middle the other side of the function has the digits.
        var (half, square) = (degreesOfFreedom / 2, t * t);
        var sum = degreesOfFreedom + square;
        return square < 1
            ? 0.5 - (SpecialFunctions.BetaRegularized(0.5, half, square / sum) / 2)
            : SpecialFunctions.BetaRegularized(half, 0.5, degreesOfFreedom / sum) / 2;
    }

    /// <summary>The t with P(T &gt; t) = <paramref name="tail"/>.</summary>
    /// <param name="degreesOfFreedom">Above 0.</param>
    /// <param name="tail">Above 0, at most 0.5.</param>
    public static double Quantile(double degreesOfFreedom, double tail)
    {
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(degreesOfFreedom);
        if (tail is not (> 0 and <= 0.5))
        {
            throw new ArgumentOutOfRangeException(nameof(tail), tail, "An upper tail is above 0 and at most 0.5.");
        }

        if (degreesOfFreedom > NormalFrom)
        {
            return -Normal.InvCDF(0, 1, tail);
        }

        // Newton's method on the logarithms of both, within bounds that close in: ln P falls with ln t ever more
        // steeply, so that a step never goes far astray.
        double low = 0, high = 1;
        while (Probability(degreesOfFreedom, high) > tail)
        {
            (low, high) = (high, high * 4);
        }

        var t = (low + high) / 2;
        for (var step = 0; step < MaxSteps && high - low > Precision * high; step++)
        {
            var probability = Probability(degreesOfFreedom, t);
            (low, high) = probability > tail ? (t, high) : (low, t);
            var slope = t * StudentT.PDF(0, 1, degreesOfFreedom, t) / probability;
            var next = t * Math.Exp(Math.Log(probability / tail) / slope);
            if (Math.Abs(next - t) <= Precision * t)
            {
                return next;
            }

            t = next > low && next < high ? next : (low + high) / 2;
        }

        return t;
    }
}
