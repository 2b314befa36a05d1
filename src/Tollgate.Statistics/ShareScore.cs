namespace Tollgate.Statistics;

/// <summary>
/// The score interval of a share over clusters, or of a difference of two: a value m is ruled out where the one that
/// was observed is farther from it than t standard errors, as the binomial mixed model (<see cref="LogitNormal"/>) has
/// them if m is the truth and clusters differ as much as they seem to.
/// </summary>
/// <param name="observed">The share, or the difference.</param>
/// <param name="standardError">What it would be for a true value.</param>
/// <param name="t">How many standard errors.</param>
internal sealed class ShareScore(double observed, Func<double, double> standardError, double t)
{
    // A mean chance of 0 or 1 leaves no room for spread.
    private const double NearestToCertain = 1e-4;
    private const int MaxSteps = 40;
    private const double Precision = 1e-6;

    /// <summary>Of one side's share.</summary>
    public static ShareScore Of(ShareSide side, double t) =>
        new(side.Share, mean => Math.Sqrt(Variance(side, mean)), t);

    /// <summary>Of the candidate's share less the baseline's.</summary>
    /// <param name="b">The baseline.</param>
    /// <param name="c">The candidate.</param>
    /// <param name="r">The correlation of the two over clusters.</param>
    /// <param name="t">How many standard errors.</param>
    public static ShareScore Of(ShareSide b, ShareSide c, double r, double t)
    {
        var observed = c.Share - b.Share;
        return new ShareScore(
            observed,
            difference =>
            {
                // Both sides move half of the way, as least squares would have it of two that are measured alike.
                var move = (observed - difference) / 2;
                var own = Variance(b, b.Share + move);
                var other = Variance(c, c.Share - move);
                return Math.Sqrt(Math.Max(0, own + other - (2 * r * Math.Sqrt(own * other))));
            },
            t);
    }

    /// <summary>
    /// The bound if it is farther out than <paramref name="other"/>, up to <paramref name="end"/>; that one otherwise.
    /// </summary>
    /// <param name="other">A bound by another method: below what was observed, or above it.</param>
    /// <param name="end">The least or the greatest that a true value can be.</param>
    /// <param name="decideAt">
    /// Where it is given, the bound is only as exact as it takes to tell on which side of this value it lies.
    /// </param>
    public double Farther(double other, double end, double? decideAt)
    {
        if (decideAt is { } margin)
        {
            // What the other bound leaves open stays open; what it rules out needs one look.
            var isRuledOut = end < observed ? margin < other : margin > other;
            return !isRuledOut || IsRuledOut(margin) ? other : end;
        }

        // What lies beyond the other bound is ruled out already: one look there tells whether there is more to do.
        if (IsRuledOut(other))
        {
            return other;
        }

        double near = other, far = end;
        for (var i = 0; i < MaxSteps && Math.Abs(far - near) > Precision; i++)
        {
            var middle = (near + far) / 2;
            (near, far) = IsRuledOut(middle) ? (near, middle) : (middle, far);
        }

        return far;
    }

    private bool IsRuledOut(double value) => Math.Abs(observed - value) > t * standardError(value);

    private static double Variance(ShareSide side, double mean)
    {
        mean = Math.Clamp(mean, NearestToCertain, 1 - NearestToCertain);
        var between = LogitNormal.Variance(mean, side.Spread);
        return (between * side.SquaredTrials / (side.Trials * side.Trials))
            + (Math.Max(0, (mean * (1 - mean)) - between) / side.Trials);
    }
}
