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
    private readonly Dictionary<Measure, Gathered> gathered = [];

    public void Observe(in Observation observation)
    {
        if (observation.State != ObservationState.Value)
        {
            return;
        }

        var (measure, unit) = (observation.Measure, observation.Unit);
        var of = Of(measure);
        switch (measure.Kind)
        {
            case FigureKind.Quantile:
                (unit.IsFresh ? of.Fresh ??= new Samples() : of.Values ??= new Samples())
                    .Add(observation.Value, measure.IsClustered ? unit.Session : null);
                break;
            case FigureKind.Share:
                of.AddTrial(unit.Session ?? 0, observation.Value);
                break;
            default:
                of.Amounts.Add(observation.Value);
                break;
        }
    }

    public void ObserveAll(Measure measure, in ObservedUnit unit, ReadOnlySpan<double> values, int bounded)
    {
        var of = Of(measure);
        var cells = of.Cells ??= new ClusteredDistribution(DrawsOf(measure));
        cells.BeginCluster();
        cells.Add(values);
        of.Bounded += bounded;
    }

    /// <summary>How many values of the measure are only bounds, and left out.</summary>
    public long Bounded(Measure measure) => gathered.GetValueOrDefault(measure)?.Bounded ?? 0;

    /// <param name="measure">A measure of values.</param>
    /// <param name="withFresh">Those of connections that were opened for them count too.</param>
    public QuantileSummary Quantiles(Measure measure, bool withFresh) =>
        gathered.GetValueOrDefault(measure)?.Cells is { } counted
            ? counted.Summarize()
            : Samples(measure, withFresh)?.Summarize(DrawsOf(measure)) ?? QuantileSummary.Empty;

    /// <summary>The empirical distribution of a measure whose values are kept one by one.</summary>
    public Curve Curve(Measure measure, bool withFresh) =>
        Samples(measure, withFresh)?.ToCurve() ?? Distributions.Curve.Empty;

    /// <summary>A ratio of sums over sessions, resampled by session; null without a trial.</summary>
    public Estimate? Share(Measure measure) => gathered.GetValueOrDefault(measure)?.Trials is { Count: > 0 } trials
        ? ClusteredShare.Of(trials, DrawsOf(measure))
        : null;

    /// <summary>The mean over sessions; null with fewer than two.</summary>
    public Estimate? Mean(Measure measure) => gathered.GetValueOrDefault(measure)?.Amounts is { Count: >= 2 } all
        ? Means.Of(all.ToArray())
        : null;

    private RandomStream DrawsOf(Measure measure) => random.Fork(measure.Name);

    private Samples? Samples(Measure measure, bool withFresh)
    {
        var of = gathered.GetValueOrDefault(measure);
        if (!withFresh || of?.Fresh is not { } fresh)
        {
            return of?.Values;
        }

        var both = new Samples();
        if (of.Values is { } warm)
        {
            both.AddAll(warm);
        }

        both.AddAll(fresh);
        return both;
    }

    private Gathered Of(Measure measure)
    {
        if (!gathered.TryGetValue(measure, out var found))
        {
            gathered.Add(measure, found = new Gathered());
        }

        return found;
    }

    // Of one measure; which of it there is, is the measure's kind.
    private sealed class Gathered
    {
        private long lastSession;

        public Samples? Values { get; set; }

        public Samples? Fresh { get; set; }

        public ClusteredDistribution? Cells { get; set; }

        public long Bounded { get; set; }

        public List<(double Sum, double Count)> Trials { get; } = [];

        public List<double> Amounts { get; } = [];

        // Sessions come one after the other.
        public void AddTrial(long session, double hit)
        {
            if (Trials.Count > 0 && lastSession == session)
            {
                Trials[^1] = (Trials[^1].Sum + hit, Trials[^1].Count + 1);
            }
            else
            {
                Trials.Add((hit, 1));
                lastSession = session;
            }
        }
    }
}
