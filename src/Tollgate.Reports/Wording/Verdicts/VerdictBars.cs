using Tollgate.Gate.Judging;

namespace Tollgate.Reports.Wording.Verdicts;

/// <summary>The bars of all rows, and the part of the scale that has them in view.</summary>
internal sealed class VerdictBars
{
    // A bar that goes on beyond is cut, so that one wide interval does not squeeze the others.
    private const double FarthestLeft = -4;
    private const double FarthestRight = 6;
    private const double NearestEnd = 1.5;
    private const double Air = 1.08;

    public VerdictBars(Verdict verdict)
    {
        Bars = [.. verdict.Rows.Select(VerdictBar.Of)];
        var drawn = Bars.OfType<VerdictBar>().ToList();
        var least = drawn.SelectMany(Ends).DefaultIfEmpty(0).Min() * Air;
        var most = drawn.SelectMany(Ends).DefaultIfEmpty(0).Max() * Air;
        var farthestMark = drawn.Max(bar => bar.WinAt) * 1.25 ?? 0;
        Least = Math.Clamp(least, FarthestLeft, -NearestEnd);
        Most = Math.Max(Math.Clamp(most, NearestEnd, FarthestRight), farthestMark);
    }

    /// <summary>A bar a row, in their order; null where there is none to draw.</summary>
    public IReadOnlyList<VerdictBar?> Bars { get; }

    /// <summary>The left end of the scale, in margins of a bad loss.</summary>
    public double Least { get; }

    /// <summary>The right end.</summary>
    public double Most { get; }

    /// <summary>Where a place stands between the ends: 0 to 1 in view, less or more beyond.</summary>
    public double Place(double value) => (value - Least) / (Most - Least);

    /// <summary>Whether a bar goes on beyond the view on one side, or has no bound there.</summary>
    public bool GoesOn(VerdictBar bar, bool below)
    {
        foreach (var interval in new[] { bar.Win, bar.Loss })
        {
            if (interval is { Lower: null, Upper: null })
            {
                continue;
            }

            var end = below ? interval.Lower : interval.Upper;
            if (end is not { } bound || (below ? Place(bound) < 0 : Place(bound) > 1))
            {
                return true;
            }
        }

        return Place(bar.Value) is var place && (below ? place < 0 : place > 1);
    }

    private static IEnumerable<double> Ends(VerdictBar bar) => new[]
    {
        bar.Value, bar.Win.Lower, bar.Win.Upper, bar.Loss.Lower, bar.Loss.Upper,
    }.OfType<double>();
}
