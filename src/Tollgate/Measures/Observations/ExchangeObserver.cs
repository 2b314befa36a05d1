using Tollgate.Exchanges;
using Tollgate.Measures.Costs;
using Tollgate.Measures.Definitions;
using Tollgate.Measures.Readings;

namespace Tollgate.Measures.Observations;

/// <summary>
/// Draws the measures of one target's exchanges: takes these one at a time, in the order in which they ended, and keeps
/// none. Not thread-safe.
/// </summary>
/// <param name="measures">What to draw; those of turns and sessions are passed over.</param>
/// <param name="settings">How the run's numbers are drawn.</param>
/// <param name="price">The target's; null for none.</param>
/// <param name="sink">Who takes the observations.</param>
internal sealed class ExchangeObserver(
    IEnumerable<Measure> measures, MeasureSettings settings, Price? price, IObservationSink sink)
{
    private readonly Measure[] measures = [.. measures.Where(static one => one.IsOfExchanges)];
    private readonly ConnectionTally connections = new();
    private readonly ValueBuffer buffer = new();

    public TaskBook Tasks { get; } = new();

    public CostBook Costs { get; } = new(price);

    /// <inheritdoc cref="ConnectionTally.KeepsNone"/>
    public bool KeepsNone => connections.KeepsNone;

    /// <summary>Enters an exchange that is over and is no warm-up.</summary>
    /// <returns>What its measures were drawn from.</returns>
    public ExchangeReading Add(Exchange exchange)
    {
        var spent = Costs.Add(exchange);
        var reading = new ExchangeReading(exchange, Tasks.Enter(exchange), settings) { Spent = spent };
        connections.Add(reading);
        foreach (var measure in measures)
        {
            Observe(measure, reading);
        }

        return reading;
    }

    /// <summary>Observes what only the end of the record tells: the tasks that no retry mended.</summary>
    public void Finish()
    {
        foreach (var (number, task) in Tasks.Open.Where(static task => task.Value.Last == Outcome.Failed))
        {
            var unit = new ObservedUnit(task.Turn?.Session, number, task.Turn?.Turn);
            foreach (var measure in measures.Where(static one =>
                one is { Of: MeasuredOf.Task, WhenFailed: FailureCounts.Worst }))
            {
                sink.Observe(new Observation(measure, unit, ObservationState.Failed));
            }
        }
    }

    private void Observe(Measure measure, ExchangeReading reading)
    {
        var exchange = reading.Exchange;
        var unit = new ObservedUnit(exchange.Turn?.Session, exchange.TaskId, exchange.Turn?.Turn)
        {
            IsFresh = measure.IsWarm && (measure.Of == MeasuredOf.Task ? reading.IsTaskFresh : reading.IsFresh),
        };
        if (measure.OfEveryOutcome || reading.IsMeasured)
        {
            Draw(measure, reading, unit);
        }
        else if (exchange.Outcome == Outcome.Failed)
        {
            // A task may yet be mended by a retry.
            if (measure is { Of: MeasuredOf.Exchange, WhenFailed: FailureCounts.Worst })
            {
                sink.Observe(new Observation(measure, unit, ObservationState.Failed));
            }
        }
        else if (exchange.Outcome == Outcome.Cancelled
            && (measure.CountsCancelled || measure.WhenFailed == FailureCounts.Worst))
        {
            var value = measure.CountsCancelled && reading.IsSound ? measure.Draw?.Invoke(reading) : null;
            sink.Observe(new Observation(measure, unit, ObservationState.Cancelled, value ?? double.NaN));
        }
    }

    private void Draw(Measure measure, ExchangeReading reading, in ObservedUnit unit)
    {
        if (measure.DrawAll is { } drawAll)
        {
            buffer.Clear();
            drawAll(reading, buffer);
            sink.ObserveAll(measure, unit, buffer.Values, buffer.Bounded);
        }
        else if (measure.Draw?.Invoke(reading) is { } value)
        {
            sink.Observe(new Observation(measure, unit, ObservationState.Value, value));
        }
        else if (!measure.OfEveryOutcome)
        {
            sink.Observe(new Observation(measure, unit, ObservationState.Missing));
        }
    }
}
