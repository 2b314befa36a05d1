using Tollgate.Exchanges;
using Tollgate.Measures.Costs;
using Tollgate.Measures.Definitions;
using Tollgate.Measures.Readings;
using Tollgate.Measures.Summaries;
using Tollgate.Statistics;

namespace Tollgate.Tests.Measures;

public class TargetAccumulatorTests
{
    [Fact]
    public void Latencies_OfOneExchange_AreTheTablesDefinitions()
    {
        // Intended at 0, sent at 1; reasoning at 101, text at 151, a tool call at 201 and 251 ms.
        var exchange = Recorded.Of(
            Recorded.At(101, ArrivalKind.Reasoning), Recorded.At(151), Recorded.At(201, ArrivalKind.Tool),
            Recorded.At(251, ArrivalKind.Tool)) with { Usage = new Usage(100, 0, 0, 4, 1) };
        var measures = Measure(exchange);
        measures.FirstTokenMs.Max.ShouldBe(100);
        measures.FirstTokenFromIntendedMs.Max.ShouldBe(101);
        measures.FirstAnswerMs.Max.ShouldBe(150);
        measures.WaitMs.Max.ShouldBe(151);
        measures.TaskMs.Max.ShouldBe(251);
        measures.TokensPerSecond.Max.ShouldBe(3 / 0.150);
        measures.GapMs.N.ShouldBe(3);
        measures.GapMs.Max.ShouldBe(50);
        measures.Instrument.SendDelayMs.Max.ShouldBe(1);
        measures.OutputTokenSource.ShouldBe(TokenSource.Provider);
        measures.TaskParts.ShouldBe(new TaskPartMeans(0, 1, 100, 0, 100, 50));
    }

    [Fact]
    public void Gap_OfAnArrivalOfSeveralTokens_IsPerToken()
    {
        // 10 tokens over 40 characters: 4 characters are a token, 12 are three; a single character is still one.
        var exchange = Recorded.Of(
            Recorded.At(100), Recorded.At(130, characters: 12), Recorded.At(150, characters: 1),
            Recorded.At(160, characters: 23)) with { Usage = new Usage(1, 0, 0, 10, 0) };
        var gaps = Measure(exchange).GapMs;
        gaps.N.ShouldBe(3);
        gaps.Mean.ShouldNotBeNull().ShouldBe((10 + 20 + (10 / 5.75)) / 3, 1e-9);
    }

    [Fact]
    public void Gap_IntoAndWithinAGroup_IsLeftOutAndCounted_OutOfIt_IsExact()
    {
        // Arrivals at 100, then three in one read at 500, then 530 and 540: gaps 30 and 10 are numbers.
        var measures = Measure(Recorded.Of(
            Recorded.At(100), Recorded.At(500), Recorded.At(500, coalesced: true), Recorded.At(500, coalesced: true),
            Recorded.At(530), Recorded.At(540)));
        measures.GapMs.N.ShouldBe(2);
        measures.GapMs.Max.ShouldBe(30);
        measures.Instrument.Arrivals.ShouldBe(6);
        measures.Instrument.Coalesced.ShouldBe(2);
        measures.Instrument.BoundedGaps.ShouldBe(3);
        measures.Stalls.Count.ShouldBe(0);
        measures.Stalls.Possible.ShouldBe(1);
        measures.Instrument.BoundedFirstTokens.ShouldBe(0);
    }

    [Fact]
    public void FirstToken_InAGroup_IsCountedAsABound() =>
        Measure(Recorded.Of(Recorded.At(100), Recorded.At(100, coalesced: true), Recorded.At(120)))
            .Instrument.BoundedFirstTokens.ShouldBe(1);

    [Theory]
    [InlineData(250, 0)] // The bound itself is no stall.
    [InlineData(251, 1)]
    public void Stall_IsAGapAboveTheBound(double gapMs, long stalls)
    {
        var measures = Measure(Recorded.Completed(100, 100 + gapMs, 101 + gapMs));
        measures.Stalls.Count.ShouldBe(stalls);
        measures.Stalls.Exchanges.ShouldBe(stalls);
    }

    [Fact]
    public void Rate_HiddenReasoning_IsNotInIt()
    {
        // 110 tokens, 60 of them hidden: 50 streamed over five arrivals of equal length, 40 after the first in 0.4 s.
        var exchange = Recorded.Completed(100, 200, 300, 400, 500) with { Usage = new Usage(1, 0, 0, 110, 60) };
        var measures = Measure(exchange);
        measures.TokensPerSecond.Max.ShouldNotBeNull().ShouldBe(100, 1e-9);
        measures.OutputTokenSum.ShouldBe(110);
    }

    [Fact]
    public void Rate_StreamedReasoning_IsInIt()
    {
        var exchange = Recorded.Of(Recorded.At(100, ArrivalKind.Reasoning), Recorded.At(200)) with
        {
            Usage = new Usage(1, 0, 0, 20, 10),
        };
        Measure(exchange).TokensPerSecond.Max.ShouldNotBeNull().ShouldBe(100, 1e-9);
    }

    [Fact]
    public void Rate_WithoutAProvidersCount_IsEstimatedAndMarked()
    {
        // 3 arrivals of 4 characters: 3 tokens, 2 of them after the first, in 20 ms.
        var measures = Measure(Recorded.Completed(100, 110, 120));
        measures.TokensPerSecond.Max.ShouldNotBeNull().ShouldBe(100, 1e-9);
        measures.OutputTokenSource.ShouldBe(TokenSource.Estimated);
        measures.OutputTokenSum.ShouldBe(3);
    }

    [Fact]
    public void Rate_OfASingleArrival_IsNone() => Measure(Recorded.Completed(100)).TokensPerSecond.N.ShouldBe(0);

    [Fact]
    public void Failed_NeverEntersALatency_AndIsCountedByKind()
    {
        var failed = Recorded.Completed(100, 5000) with
        {
            Outcome = Outcome.Failed,
            Failure = new Failure(FailureKind.ResetMidStream, FailurePhase.Stream, "reset"),
        };
        var measures = Measure(
            failed, Recorded.Failed() with { TaskId = 1 }, Recorded.Completed(50, 60) with { TaskId = 2 });
        measures.FirstTokenMs.N.ShouldBe(1);
        measures.GapMs.N.ShouldBe(1);
        measures.TaskMs.N.ShouldBe(1);
        measures.Failed.ShouldBe(2);
        measures.Failures[FailureKind.ResetMidStream].ShouldBe(1);
        measures.Failures[FailureKind.RateLimited].ShouldBe(1);
    }

    [Fact]
    public void Warmup_IsInNoNumber()
    {
        var measures = Measure(Recorded.Completed(100, 110) with { Warmup = true });
        measures.Warmup.ShouldBe(1);
        measures.Issued.ShouldBe(0);
        measures.FirstTokenMs.N.ShouldBe(0);
    }

    [Fact]
    public void Totals_AddUp_OrTheRunIsNotValid()
    {
        var accumulator = new TargetAccumulator(Recorded.Target(), new MeasureSettings(), new RandomStream(1));
        accumulator.Add(Recorded.Completed(100, 110));
        accumulator.Add(Recorded.Failed() with { TaskId = 1 });
        accumulator.Add(Recorded.Completed(100) with { TaskId = 2, Outcome = Outcome.Cancelled });
        accumulator.Measure(4, 1).AddsUp.ShouldBeTrue();
        accumulator.Measure(5, 1).AddsUp.ShouldBeFalse();
        DataWarnings.Of(accumulator.Measure(5, 1)).First().ShouldContain("not valid");
        accumulator.Measure().Issued.ShouldBe(3);
    }

    [Fact]
    public void FreshConnection_InAWarmRun_IsKeptApart()
    {
        var measures = Measure(Fresh(Recorded.Completed(300, 310)), Recorded.Completed(100, 110) with { TaskId = 1 });
        measures.FreshConnections.ShouldBe(1);
        measures.FirstTokenMs.N.ShouldBe(1);
        measures.FirstTokenMs.Max.ShouldBe(99);
        measures.WaitMs.N.ShouldBe(1);
        measures.TaskMs.N.ShouldBe(1);
        measures.ConnectMs.Max.ShouldNotBeNull().ShouldBe(0.5, 1e-9);
        measures.Cold.ShouldBeFalse();
    }

    [Fact]
    public void FreshConnection_InAColdRun_IsTheRule()
    {
        var measures = Measure(new MeasureSettings { Cold = true }, Fresh(Recorded.Completed(300, 310)));
        measures.FirstTokenMs.N.ShouldBe(1);
        measures.Cold.ShouldBeTrue();
    }

    [Fact]
    public void FreshConnection_WhereTheServerKeepsNone_IsAllThereIs()
    {
        var measures = Measure(
            Fresh(Recorded.Completed(300, 310)), Fresh(Recorded.Completed(300, 310)) with { TaskId = 1 });
        measures.FirstTokenMs.N.ShouldBe(2);
        measures.Cold.ShouldBeTrue();
    }

    // One connection was opened ahead of the load; of those after it the server had closed some.
    [Theory]
    [InlineData(1, 2, true, 4)] // Most were closed: all are of one kind.
    [InlineData(2, 2, false, 3)] // Half: the kept ones are still the rule.
    [InlineData(0, 0, false, 1)]
    public void FreshConnection_InThePlaceOfOneThatTheServerClosed_CountsWhereThatIsTheRule(
        int reused, int replaced, bool keepsNone, int n)
    {
        var exchanges = new List<Exchange> { Recorded.Completed(100, 110) };
        exchanges.AddRange(Enumerable.Repeat(
            Recorded.Completed(100, 110) with { Remarks = ExchangeRemarks.ConnectionReused }, reused));
        exchanges.AddRange(Enumerable.Repeat(
            Fresh(Recorded.Completed(300, 310)) with { Remarks = ExchangeRemarks.ConnectionReplaced }, replaced));
        var measures = Measure([.. exchanges.Select((exchange, task) => exchange with { TaskId = task })]);
        measures.Cold.ShouldBe(keepsNone);
        ((long[])[measures.FirstTokenMs.N, measures.WaitMs.N, measures.TaskMs.N, measures.TaskRows.Count])
            .ShouldAllBe(count => count == n);
        measures.Instrument.SendDelayMs.N.ShouldBe(n);
        DataWarnings.Of(measures).Count(doubt => doubt.Contains("as with --cold")).ShouldBe(keepsNone ? 1 : 0);
    }

    [Fact]
    public void Contradiction_AnArrivalBeforeTheSend_IsInNoLatency()
    {
        var measures = Measure(Recorded.Completed(0.5, 10));
        measures.Completed.ShouldBe(1);
        measures.FirstTokenMs.N.ShouldBe(0);
        measures.Instrument.Contradictions.ShouldBe(1);
        DataWarnings.Of(measures).ShouldContain(doubt => doubt.Contains("contradict"));
    }

    [Fact]
    public void Lag_IsOneForEachRead()
    {
        var lag = Measure(Recorded.Of(
            Recorded.At(100, lagNs: 20_000), Recorded.At(100, coalesced: true, lagNs: 20_000),
            Recorded.At(110, lagNs: 40_000))).Instrument.LagMs;
        lag.N.ShouldBe(2);
        lag.Max.ShouldBe(0.04);
    }

    [Fact]
    public void Cost_CountsFailedAndRepeatedAttempts()
    {
        var usage = new Usage(1_000_000, 0, 0, 100_000, 0);
        var accumulator = new TargetAccumulator(
            Recorded.Target(price: Recorded.Price), new MeasureSettings(), new RandomStream(1));
        accumulator.Add(Recorded.Failed() with { Usage = usage });
        accumulator.Add(Recorded.Completed(2100, 2110).After(1) with { Attempt = 2, Usage = usage });
        accumulator.Add(Recorded.Completed(100, 110) with { TaskId = 1 });
        var cost = accumulator.Measure().Cost.ShouldNotBeNull();
        cost.Total.ShouldBe(4);
        cost.PerSession.ShouldBe(2);
        cost.Uncounted.ShouldBe(1);
        Measure(Recorded.Completed(100)).Cost.ShouldBeNull();
    }

    [Fact]
    public void Goodput_FailedKeptNothing_CancelledIsNotAsked()
    {
        var settings = new MeasureSettings { Limits = new Limits { FirstTokenMs = 200, GapMs = 50, TotalMs = 400 } };
        var goodput = Measure(
            settings,
            Recorded.Completed(200, 250, 300), // keeps all, to the bound
            Recorded.Completed(201, 250) with { TaskId = 1 }, // first token late
            Recorded.Completed(100, 151) with { TaskId = 2 }, // gap too long
            Recorded.Completed([.. Enumerable.Range(0, 14).Select(i => 100 + (i * 25.0))]) with { TaskId = 3 }, // total
            Recorded.Failed() with { TaskId = 4 },
            Recorded.Completed(1) with { TaskId = 5, Outcome = Outcome.Cancelled }).Goodput.ShouldNotBeNull();
        goodput.Good.ShouldBe(1);
        goodput.Of.ShouldBe(5);
        goodput.Share.ShouldNotBeNull().Value.ShouldBe(0.2);
    }

    [Fact]
    public void Goodput_TaskLimit_IsOfTheTaskWithItsRepetitions()
    {
        var settings = new MeasureSettings { Limits = new Limits { TotalMs = 1000 } };
        var goodput = Measure(
            settings, Recorded.Failed(), Recorded.Completed(200, 210).After(2000) with { Attempt = 2 }).Goodput;
        goodput.ShouldNotBeNull().Good.ShouldBe(0);
        goodput.Of.ShouldBe(2);
    }

    [Fact]
    public void FreshConnections_OfThoseThatFailedToOpenOne_AreNone()
    {
        var refused = Recorded.Failed(FailureKind.ConnectionRefused);
        var measures = Measure(
            refused with { Timeline = refused.Timeline with { ConnectStartNs = 0, SentNs = null } },
            Fresh(Recorded.Completed(300, 310)) with { TaskId = 1 }, Recorded.Completed(100, 110) with { TaskId = 2 });
        measures.FreshConnections.ShouldBe(1);
        DataWarnings.Of(measures).ShouldContain(doubt => doubt.Contains("1 exchange opened a connection and is left out"));
    }

    // The count with which a stream begins is not that of what it sent.
    [Theory]
    [InlineData(Outcome.Completed, 3, 0)]
    [InlineData(Outcome.Failed, 3, 0)]
    [InlineData(Outcome.Failed, 1, 1)]
    [InlineData(Outcome.Cancelled, 1, 1)]
    public void Cost_OfAStreamCutShort_IsMarkedAsNotWhole(Outcome outcome, long counted, long uncounted)
    {
        var accumulator = new TargetAccumulator(
            Recorded.Target(price: Recorded.Price), new MeasureSettings(), new RandomStream(1));
        accumulator.Add(Recorded.Completed(100, 110, 120) with
        {
            Outcome = outcome, Usage = new Usage(1_000_000, 0, 0, counted, 0),
        });
        var cost = accumulator.Measure().Cost.ShouldNotBeNull();
        cost.Total.ShouldBeGreaterThanOrEqualTo(1);
        cost.Uncounted.ShouldBe(uncounted);
    }

    [Fact]
    public void Doubts_OfAFewLateSends_SayTheMostAndNoQuantile()
    {
        var late = Recorded.Completed(100, 110);
        var measures = Measure(late with { Timeline = late.Timeline with { SentNs = Recorded.Ns(30) } });
        DataWarnings.Of(measures).ShouldContain("t: requests left late: behind schedule by up to 30.0 ms.");
    }

    internal static Exchange Fresh(Exchange exchange) => exchange with
    {
        Timeline = exchange.Timeline with { ConnectStartNs = 0, ConnectedNs = Recorded.Ns(0.5) },
    };

    internal static TargetMeasures Measure(params Exchange[] exchanges) => Measure(new MeasureSettings(), exchanges);

    private static TargetMeasures Measure(MeasureSettings settings, params Exchange[] exchanges)
    {
        var accumulator = new TargetAccumulator(Recorded.Target(), settings, new RandomStream(1));
        foreach (var exchange in exchanges)
        {
            accumulator.Add(exchange);
        }

        return accumulator.Measure();
    }
}
