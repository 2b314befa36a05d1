using Tollgate.Exchanges;
using Tollgate.Measures.Distributions;
using Tollgate.Statistics;

namespace Tollgate.Tests.Measures;

public sealed class ThroughputTests
{
    private const long SecondNs = 1_000_000_000;

    [Fact]
    public void Measure_SteadyService_HasItsRatesAndTightIntervals()
    {
        // One ends every 100 ms for 20 s, two at once, 10 output and 90 input tokens each.
        var book = new ThroughputBook();
        for (var i = 0; i < 200; i++)
        {
            book.Add(Of(i * SecondNs / 10, SecondNs / 5), 10);
        }

        var measured = book.Measure().ShouldNotBeNull();

        measured.Seconds.ShouldBe(20.1, 1e-9);
        measured.RequestsPerSecond.Value.ShouldBe(200 / 20.1, 1e-9);
        measured.OutputTokensPerSecond.Value.ShouldBe(2000 / 20.1, 1e-9);
        measured.TotalTokensPerSecond.ShouldNotBeNull().Value.ShouldBe(20_000 / 20.1, 1e-6);
        measured.RequestsPerSecond.Interval.Lower.ShouldNotBeNull().ShouldBeInRange(9.6, 200 / 20.1);
        measured.RequestsPerSecond.Interval.Upper.ShouldNotBeNull().ShouldBeInRange(200 / 20.1, 10.3);
        measured.Concurrency.ShouldBe(2);
        measured.MeanConcurrency.ShouldBe(40 / 20.1, 1e-9);
    }

    [Fact]
    public void Measure_InputUncounted_HasNoTotal()
    {
        var book = new ThroughputBook();
        book.Add(Of(0, SecondNs), 10);
        book.Add(Of(0, SecondNs) with { Usage = null }, 10);

        book.Measure().ShouldNotBeNull().TotalTokensPerSecond.ShouldBeNull();
    }

    [Fact]
    public void Measure_FailuresAndCancellations_CountInTheLoadAndInNoRate()
    {
        var book = new ThroughputBook();
        book.Add(Of(0, SecondNs), 10);
        book.Add(Of(0, 2 * SecondNs) with { Outcome = Outcome.Failed }, null);
        book.Add(Of(0, 9 * SecondNs) with { Outcome = Outcome.Cancelled }, null);

        var measured = book.Measure().ShouldNotBeNull();

        measured.Seconds.ShouldBe(2, 1e-9);
        measured.RequestsPerSecond.Value.ShouldBe(0.5, 1e-9);
        measured.RequestsPerSecond.Interval.ShouldBe(Interval.None);
        measured.Concurrency.ShouldBe(3);
    }

    [Fact]
    public void Measure_NothingCompleted_IsNull()
    {
        var book = new ThroughputBook();
        book.Add(Of(0, SecondNs) with { Outcome = Outcome.Failed }, null);

        book.Measure().ShouldBeNull();
    }

    // The truth is known here: departures of a Poisson process are one again. 2,000 runs tell 95% from 93%.
    [Fact]
    public void Measure_PoissonLoad_IntervalsCoverTheRate()
    {
        const int Runs = 2000;
        var random = new RandomStream(7);
        var covered = 0;
        for (var run = 0; run < Runs; run++)
        {
            var book = new ThroughputBook();
            double at = 0;
            while ((at += random.NextExponential() / 10) < 40)
            {
                book.Add(Of((long)(at * 1e9), 1), 10);
            }

            var interval = book.Measure().ShouldNotBeNull().RequestsPerSecond.Interval;
            covered += interval.Lower <= 10 && interval.Upper >= 10 ? 1 : 0;
        }

        ((double)covered / Runs).ShouldBeInRange(0.935, 0.965);
    }

    private static Exchange Of(long fromNs, long lengthNs) => Recorded.Completed(1, 2) with
    {
        Usage = new Usage(90, 0, 0, 10, 0),
        Timeline = Recorded.Completed(1, 2).Timeline with
        {
            IntendedNs = fromNs, SentNs = fromNs, OverNs = fromNs + lengthNs,
        },
    };
}
