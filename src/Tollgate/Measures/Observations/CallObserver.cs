using Tollgate.Measures.Definitions;
using Tollgate.Measures.Readings;
using Tollgate.Transcripts;

namespace Tollgate.Measures.Observations;

/// <summary>Draws the measures of one target's sessions, one at a time. Not thread-safe.</summary>
/// <param name="measures">What to draw; those of exchanges are passed over.</param>
/// <param name="budgetMs">The budget that perceived latency is held against, in milliseconds.</param>
/// <param name="sink">Who takes the observations.</param>
internal sealed class CallObserver(IEnumerable<Measure> measures, double budgetMs, IObservationSink sink)
{
    private readonly Measure[] ofCalls = [.. measures.Where(static one => one.DrawCall is not null)];
    private readonly Measure[] ofTurns = [.. measures.Where(static one => one.DrawTurn is not null)];

    /// <summary>Enters a session that is over.</summary>
    /// <returns>What its measures were drawn from.</returns>
    public CallReading Add(Transcript transcript)
    {
        var call = new CallReading(transcript, budgetMs);
        var session = new ObservedUnit(transcript.SessionId, null, null);
        foreach (var measure in ofCalls)
        {
            Observe(measure, session, measure.DrawCall!(call)); // That is what they were chosen by.
        }

        foreach (var timing in call.Whole)
        {
            var unit = session with { Turn = timing.Turn, IsBroken = timing.Turn == call.BrokenTurn };
            foreach (var measure in ofTurns)
            {
                Observe(measure, unit, measure.DrawTurn!(new TurnReading(timing, budgetMs)));
            }
        }

        if (call.BrokenTurn is { } broken)
        {
            foreach (var measure in ofTurns.Where(static one => one.WhenFailed == FailureCounts.Worst))
            {
                var unit = session with { Turn = broken, IsBroken = true };
                sink.Observe(new Observation(measure, unit, ObservationState.Failed));
            }
        }

        return call;
    }

    private void Observe(Measure measure, in ObservedUnit unit, double? value) => sink.Observe(value is { } drawn
        ? new Observation(measure, unit, ObservationState.Value, drawn)
        : new Observation(measure, unit, ObservationState.Missing));
}
