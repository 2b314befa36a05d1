namespace Tollgate.Measures.Distributions;

/// <summary>An empirical distribution, thinned for drawing.</summary>
/// <param name="Values">The quantiles at 1/m, 2/m ... 1, where m is their number; at most <see cref="Points"/>.</param>
/// <param name="N">How many samples it stands for.</param>
internal sealed record Curve(IReadOnlyList<double> Values, long N)
{
    /// <summary>The most points that a curve has.</summary>
    public const int Points = 200;

    /// <summary>No samples.</summary>
    public static Curve Empty { get; } = new([], 0);
}
