namespace Tollgate.Load.Schedules;

/// <summary>
/// How many departures there are in a second, on average. Positive and finite; <c>default</c> is no rate.
/// </summary>
internal readonly record struct Rate
{
    /// <exception cref="ArgumentOutOfRangeException">It is not positive, or not finite.</exception>
    public Rate(double perSecond)
    {
        if (!double.IsFinite(perSecond) || perSecond <= 0)
        {
            throw new ArgumentOutOfRangeException(nameof(perSecond), perSecond, "A rate is positive and finite.");
        }

        PerSecond = perSecond;
    }

    public double PerSecond { get; }

    public override string ToString() => FormattableString.Invariant($"{PerSecond:0.######}/s");
}
