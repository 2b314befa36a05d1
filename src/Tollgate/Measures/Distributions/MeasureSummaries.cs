using Tollgate.Figures;
using Tollgate.Measures.Definitions;
using Tollgate.Measures.Observations;
using Tollgate.Statistics;

namespace Tollgate.Measures.Distributions;

/// <summary>
/// Sums up observations by measure: quantiles of values, shares of turns, means of sessions. What failed or was
/// cancelled is in none. Not thread-safe.
/// </summary>
/// <param name="random">
/// What intervals are drawn from. Each measure has a stream of its own by its name, so that no other shifts its interval.
/// </param>
internal sealed class MeasureSummaries(RandomStream random) : IObservationSink
{
    private readonly Dictionary<Measure, Samples> values = [];
    private readonly Dictionary<Measure, Samples> freshValues = [];
    private readonly Dictionary<Measure, ClusteredDistribution> cells = [];
    private readonly Dictionary<Measure, long> bounded = [];
    private readonly Dictionary<Measure, List<(double Sum, double Count)>> trials = [];
    private readonly Dictionary<Measure, List<double>> amounts = [];
    private readonly Dictionary<Measure, long> lastSession = [];

    public void Observe(in Observation observation)
    {
        if (observation.State != ObservationState.Value)
        {
            return;
        }

        var (measure, unit) = (observation.Measure, observation.Unit);
        switch (measure.Kind)
        {
            case FigureKind.Quantile:
                Of(unit.IsFresh ? freshValues : values, measure)
                    .Add(observation.Value, measure.IsClustered ? unit.Session : null);
                break;
            case FigureKind.Share:
                AddTrial(measure, unit.Session ?? 0, observation.Value);
                break;
            default:
                Of(amounts, measure).Add(observation.Value);
                break;
        }
    }

    public void ObserveAll(Measure measure, in ObservedUnit unit, ReadOnlySpan<double> values, int bounded)
    {
        if (!cells.TryGetValue(measure, out var to))
        {
            cells.Add(measure, to = new ClusteredDistribution(DrawsOf(measure)));
        }

        to.BeginCluster();
        foreach (var value in values)
        {
            to.Add(value);
        }

        this.bounded[measure] = Bounded(measure) + bounded;
    }

    /// <summary>How many values of the measure are only bounds, and left out.</summary>
    public long Bounded(Measure measure) => bounded.GetValueOrDefault(measure);

    /// <param name="measure">A measure of values.</param>
    /// <param name="withFresh">Those of connections that were opened for them count too.</param>
    public QuantileSummary Quantiles(Measure measure, bool withFresh) => cells.TryGetValue(measure, out var counted)
        ? counted.Summarize()
        : Samples(measure, withFresh)?.Summarize(DrawsOf(measure)) ?? QuantileSummary.Empty;

    /// <summary>The empirical distribution of a measure whose values are kept one by one.</summary>
    public Curve Curve(Measure measure, bool withFresh) =>
        Samples(measure, withFresh)?.ToCurve() ?? Distributions.Curve.Empty;

    /// <summary>A ratio of sums over sessions, resampled by session; null without a trial.</summary>
    public Estimate? Share(Measure measure) => trials.TryGetValue(measure, out var counts)
        ? ClusteredShare.Of(counts, DrawsOf(measure))
        : null;

    /// <summary>The mean over sessions; null with fewer than two.</summary>
    public Estimate? Mean(Measure measure) => amounts.TryGetValue(measure, out var all) && all.Count >= 2
        ? Means.Of(all.ToArray())
        : null;

    private RandomStream DrawsOf(Measure measure) => random.Fork(measure.Name);

    private Samples? Samples(Measure measure, bool withFresh)
    {
        if (!withFresh || !freshValues.TryGetValue(measure, out var fresh))
        {
            return values.GetValueOrDefault(measure);
        }

        var both = new Samples();
        if (values.TryGetValue(measure, out var warm))
        {
            both.AddAll(warm);
        }

        both.AddAll(fresh);
        return both;
    }

    // Sessions come one after the other.
    private void AddTrial(Measure measure, long session, double hit)
    {
        var counts = Of(trials, measure);
        if (counts.Count > 0 && lastSession[measure] == session)
        {
            counts[^1] = (counts[^1].Sum + hit, counts[^1].Count + 1);
        }
        else
        {
            counts.Add((hit, 1));
            lastSession[measure] = session;
        }
    }

    private static T Of<T>(Dictionary<Measure, T> from, Measure measure)
        where T : new()
    {
        if (!from.TryGetValue(measure, out var found))
        {
            from.Add(measure, found = new T());
        }

        return found;
    }
}
