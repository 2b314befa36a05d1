using MathNet.Numerics.Distributions;

namespace Tollgate.Statistics;

/// <summary>
/// Bounds for looking at evidence before it is all there, so that the chance that any look errs is the one that was
/// stated. The spending functions are those of K. K. G. Lan and D. L. DeMets (Biometrika 70, 1983, 659-663); the bounds
/// come from the recursive integration of P. Armitage, C. K. McPherson and B. C. Rowe (JRSS A 132, 1969, 235-244) on
/// the grid of C. Jennison and B. W. Turnbull (Group Sequential Methods, 2000, section 19.3).
/// </summary>
internal static class GroupSequential
{
    /// <summary>No bound is above it: what lies beyond, 6e-16, is as good as nothing.</summary>
    public const double Highest = 8;

    // Jennison and Turnbull's r: the grid has 6 r - 1 points, and as many between them.
    private const int Fineness = 24;

    /// <summary>What may be spent up to information <paramref name="t"/>.</summary>
    /// <param name="function">How.</param>
    /// <param name="alpha">The one-sided error in all, between 0 and 0.5.</param>
    /// <param name="t">Information so far over that planned; from 1 on all is spent.</param>
    public static double Spent(SpendingFunction function, double alpha, double t)
    {
        if (t >= 1)
        {
            return alpha;
        }

        return t <= 0 ? 0 : function switch
        {
            SpendingFunction.ObrienFleming => 2 * Normal.CDF(0, 1, Normal.InvCDF(0, 1, alpha / 2) / Math.Sqrt(t)),
            _ => alpha * Math.Log(1 + ((Math.E - 1) * t)),
        };
    }

    /// <summary>
    /// The bound of the standardised statistic at each look: crossed for the first time at look k with just the
    /// probability that is spent between look k - 1 and k, if there is no difference.
    /// </summary>
    /// <param name="information">At each look over that planned: above 0, ascending.</param>
    /// <param name="alpha">The one-sided error in all, between 0 and 0.5.</param>
    /// <param name="function">How it is spent.</param>
    public static double[] Bounds(IReadOnlyList<double> information, double alpha, SpendingFunction function)
    {
        if (alpha is not (> 0 and < 0.5))
        {
            throw new ArgumentOutOfRangeException(nameof(alpha), alpha, "A one-sided error lies between 0 and 0.5.");
        }

        var bounds = new double[information.Count];
        double spent = 0, before = 0;
        double[] points = [], weights = [];
        for (var k = 0; k < bounds.Length; k++)
        {
            var now = information[k];
            ArgumentOutOfRangeException.ThrowIfLessThanOrEqual(now, before);
            var until = Spent(function, alpha, now);
            var toSpend = Math.Max(0, until - spent);
            bounds[k] = k == 0
                ? Math.Min(Highest, toSpend > 0 ? -Normal.InvCDF(0, 1, toSpend) : Highest)
                : Solve(points, weights, before, now, toSpend);
            (points, weights) = k == 0
                ? Density(bounds[0], static z => Normal.PDF(0, 1, z))
                : Next(points, weights, before, now, bounds[k]);
            spent = until;
            before = now;
        }

        return bounds;
    }

    // The chance to have gone on until now and to be above the bound now.
    private static double Beyond(double[] points, double[] weights, double before, double now, double bound)
    {
        var step = Math.Sqrt(now - before);
        double sum = 0;
        for (var i = 0; i < points.Length; i++)
        {
            sum += weights[i] * Normal.CDF(0, 1, ((points[i] * Math.Sqrt(before)) - (bound * Math.Sqrt(now))) / step);
        }

        return sum;
    }

    private static double Solve(double[] points, double[] weights, double before, double now, double toSpend)
    {
        double low = -Highest, high = Highest;
        for (var i = 0; i < 80; i++)
        {
            var middle = (low + high) / 2;
            if (Beyond(points, weights, before, now, middle) > toSpend)
            {
                low = middle;
            }
            else
            {
                high = middle;
            }
        }

        return high;
    }

    private static (double[] Points, double[] Weights) Next(
        double[] points, double[] weights, double before, double now, double bound)
    {
        var step = Math.Sqrt(now - before);
        return Density(bound, z =>
        {
            double sum = 0;
            for (var i = 0; i < points.Length; i++)
            {
                var distance = ((z * Math.Sqrt(now)) - (points[i] * Math.Sqrt(before))) / step;
                sum += weights[i] * Normal.PDF(0, 1, distance);
            }

            return sum * Math.Sqrt(now) / step;
        });
    }

    // Simpson's rule on Jennison and Turnbull's grid, cut off at the bound: each point's weight times the density.
    private static (double[] Points, double[] Weights) Density(double bound, Func<double, double> density)
    {
        const int r = Fineness;
        var knots = new List<double>();
        for (var i = 1; i < 6 * r; i++)
        {
            var x = i < r ? -3 - (4 * Math.Log((double)r / i))
                : i <= 5 * r ? -3 + (3.0 * (i - r) / (2 * r))
                : 3 + (4 * Math.Log((double)r / ((6 * r) - i)));
            if (x < bound)
            {
                knots.Add(x);
            }
        }

        knots.Add(bound);
        var points = new double[(2 * knots.Count) - 1];
        var weights = new double[points.Length];
        for (var i = 0; i < knots.Count; i++)
        {
            points[2 * i] = knots[i];
            if (i + 1 < knots.Count)
            {
                var width = knots[i + 1] - knots[i];
                points[(2 * i) + 1] = knots[i] + (width / 2);
                weights[2 * i] += width / 6;
                weights[(2 * i) + 1] += 4 * width / 6;
                weights[(2 * i) + 2] += width / 6;
            }
        }

        for (var i = 0; i < points.Length; i++)
        {
            weights[i] *= density(points[i]);
        }

        return (points, weights);
    }
}
