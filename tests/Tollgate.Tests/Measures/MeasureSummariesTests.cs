using Tollgate.Figures;
using Tollgate.Measures.Definitions;
using Tollgate.Measures.Distributions;
using Tollgate.Measures.Observations;
using Tollgate.Statistics;

namespace Tollgate.Tests.Measures;

public class MeasureSummariesTests
{
    // Of each kind that draws: kept values, counted ones and shares.
    [Fact]
    public void OneMeasureMore_LeavesEveryOtherIntervalAsItWas()
    {
        var (kept, counted, share) = (Of("kept_ms"), Of("counted_ms"), Of("share", FigureKind.Share));
        var (before, after) = (new MeasureSummaries(new RandomStream(1)), new MeasureSummaries(new RandomStream(1)));
        var random = new RandomStream(2);
        var added = (Kept: Of("a_kept_ms"), Counted: Of("a_counted_ms"), Share: Of("a_share", FigureKind.Share));
        for (var i = 0; i < 400; i++)
        {
            var unit = new ObservedUnit(Session: i / 4, Task: i, Turn: null);
            var value = random.NextDouble();
            Enter(after, unit, value, added.Kept, added.Counted, added.Share);
            Enter(after, unit, value, kept, counted, share);
            Enter(before, unit, value, kept, counted, share);
        }

        after.Quantiles(kept, withFresh: false).ShouldBe(before.Quantiles(kept, withFresh: false));
        after.Quantiles(counted, withFresh: false).ShouldBe(before.Quantiles(counted, withFresh: false));
        after.Share(share).ShouldBe(before.Share(share));
        after.Quantiles(kept, withFresh: false).P50Interval
            .ShouldNotBe(after.Quantiles(added.Kept, withFresh: false).P50Interval, "each has a stream of its own");
    }

    private static void Enter(
        MeasureSummaries to, ObservedUnit unit, double value, Measure kept, Measure counted, Measure share)
    {
        to.Observe(new Observation(kept, unit, ObservationState.Value, value));
        to.ObserveAll(counted, unit, [value, value / 2], 0);
        to.Observe(new Observation(share, unit, ObservationState.Value, value < 0.5 ? 1 : 0));
    }

    private static Measure Of(string name, FigureKind kind = FigureKind.Quantile) =>
        new() { Name = name, Title = name, Of = MeasuredOf.Turn, Kind = kind, IsClustered = true };
}
