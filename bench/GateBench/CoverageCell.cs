using Tollgate.Statistics;

namespace Tollgate.GateBench;

/// <summary>How often an interval covered the truth, over many simulated data sets of one kind and size.</summary>
internal sealed class CoverageCell(string figure, string shape, int sessions)
{
    private int covered, below, above, stated, sets;
    private double widths;

    public string Figure { get; } = figure;

    public string Shape { get; } = shape;

    public int Sessions { get; } = sessions;

    public int Sets => sets;

    /// <summary>Data sets for which there was an interval.</summary>
    public int Stated => stated;

    /// <summary>The interval lies above the truth.</summary>
    public double TooHigh => (double)above / stated;

    /// <summary>The interval lies below the truth.</summary>
    public double TooLow => (double)below / stated;

    public Estimate Coverage => Proportions.Wilson(covered, stated);

    public double MeanWidth => widths / stated;

    /// <summary>
    /// The failures that are expected on a side where the figure is a share near 0 or 1; null for other figures. With
    /// few, what can come out is a handful of values, and no interval covers 95 % of them.
    /// </summary>
    public double? ExpectedFaults { get; init; }

    public void Add(Interval interval, double truth)
    {
        lock (this)
        {
            sets++;
            if (!interval.IsBounded)
            {
                return;
            }

            stated++;
            below += interval.Upper < truth ? 1 : 0;
            above += interval.Lower > truth ? 1 : 0;
            covered += interval.Contains(truth) ? 1 : 0;
            widths += interval.Upper!.Value - interval.Lower!.Value; // It is bounded.
        }
    }
}
