namespace Tollgate.Statistics;

/// <summary>
/// The range in which the true value lies with the stated confidence. A side is null where the samples are too few to
/// bound it there; <c>default</c> bounds nothing.
/// </summary>
/// <param name="Lower">The lower bound, in the unit of the samples; null for none.</param>
/// <param name="Upper">The upper bound, in the unit of the samples; null for none.</param>
public readonly record struct Interval(double? Lower, double? Upper)
{
    /// <summary>No bound on either side.</summary>
    public static Interval None => default;

    /// <summary>Whether both sides are bounded.</summary>
    public bool IsBounded => Lower is not null && Upper is not null;

    /// <summary>Whether <paramref name="value"/> is not ruled out. A side without a bound rules nothing out.</summary>
    public bool Contains(double value) => !(value < Lower) && !(value > Upper);

    /// <summary>Whether the two ranges share a value. A side without a bound reaches as far as it takes.</summary>
    public bool Overlaps(Interval other) => !(Upper < other.Lower) && !(other.Upper < Lower);

    /// <summary>Both bounds times a positive <paramref name="factor"/>.</summary>
    public Interval Scale(double factor)
    {
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(factor);
        return new Interval(Lower * factor, Upper * factor);
    }
}
