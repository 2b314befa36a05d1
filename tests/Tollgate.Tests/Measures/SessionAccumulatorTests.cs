using Tollgate.Measures.Definitions;
using Tollgate.Measures.Distributions;
using Tollgate.Measures.Summaries;
using Tollgate.Statistics;
using Tollgate.Transcripts;

namespace Tollgate.Tests.Measures;

public class SessionAccumulatorTests
{
    private const double BudgetMs = 800;

    [Fact]
    public void Add_ATurn_IsMeasuredFromTheCallersLastSound()
    {
        var measured = Measure(Session(1, Turn(700) with
        {
            FirstTokenNs = Ns(400), FirstClauseNs = Ns(500), DeadAirNs = Ns(710), Stalls = 3,
            Underruns = 2, UnderrunNs = Ns(90), Parts = new TurnParts(Ns(1), Ns(2), Ns(3), Ns(4), Ns(5), Ns(6), Ns(7), Ns(8)),
        }));
        measured.PerceivedMs.Max.ShouldBe(700);
        measured.FirstTokenMs.Max.ShouldBe(400);
        measured.FirstClauseMs.Max.ShouldBe(500);
        measured.TaskMs.Max.ShouldBe(36);
        measured.Parts.ShouldBe(new TurnPartMeans(1, 2, 3, 4, 5, 6, 7, 8));
        measured.DeadAirMs.Max.ShouldBe(710);
        measured.Stalls.ShouldBe(3);
        (measured.Underruns.Count, measured.Underruns.Turns, measured.Underruns.TotalMs).ShouldBe((2, 1, 90));
        measured.LengthS.Max.ShouldBe(60);
    }

    // A turn that was spoken into is counted, and its silence was heard; its half latency pollutes nothing.
    [Fact]
    public void Add_AnInterruptedTurn_IsInNoLatency()
    {
        var into = Turn(5000) with
        {
            Interrupted = true, FirstTokenNs = Ns(4000), FirstClauseNs = Ns(4500), DeadAirNs = Ns(5000),
            Underruns = 7, UnderrunNs = Ns(70), Stalls = 9, GapMs = 99, Parts = new TurnParts(0, 0, 0, Ns(4000), 0, 0, 0, 0),
        };
        var measured = Measure(Session(1, Turn(700) with { FirstTokenNs = Ns(400), DeadAirNs = Ns(700) }, into));
        (measured.Turns, measured.Interrupted).ShouldBe((2, 1));
        measured.TurnsPerSession.Max.ShouldBe(2);
        foreach (var summary in new[] { measured.PerceivedMs, measured.FirstTokenMs, measured.TaskMs })
        {
            (summary.N, summary.Max < 1000).ShouldBe((1, true));
        }

        measured.FirstClauseMs.N.ShouldBe(0);
        measured.WithinBudget.ShouldNotBeNull().Value.ShouldBe(1);
        (measured.Stalls, measured.Underruns.Count, measured.Underruns.TotalMs).ShouldBe((0, 0, 0));
        measured.DeadAirMs.Max.ShouldBe(5000);
    }

    [Theory]
    [InlineData(new[] { 700.0, 800, 801, 900 }, 0.5)] // the budget itself keeps it
    [InlineData(new[] { 700.0, double.NaN }, 1.0)] // a turn that nobody heard is late in nothing
    [InlineData(new[] { 900.0 }, 0.0)]
    public void WithinBudget_IsTheShareOfTurnsThatWereHeardInTime(double[] perceivedMs, double share) =>
        Measure(Session(1, [.. perceivedMs.Select(Turn)])).WithinBudget.ShouldNotBeNull().Value.ShouldBe(share);

    [Fact]
    public void WithinBudget_WhereNothingWasHeard_IsNone()
    {
        Measure(Session(1, Turn(double.NaN))).WithinBudget.ShouldBeNull();
        Measure(Session(1)).WithinBudget.ShouldBeNull();
    }

    [Fact]
    public void DeadAir_IsTheLongestOfEachSession()
    {
        var measured = Measure(
            Session(1, Turn(1) with { DeadAirNs = Ns(300) }, Turn(1) with { DeadAirNs = Ns(900) }),
            Session(2, Turn(1) with { DeadAirNs = Ns(500) }));
        measured.DeadAirMs.N.ShouldBe(2);
        measured.DeadAirMs.Mean.ShouldBe(700);
    }

    // First tokens of a session's turns, in milliseconds; the drift is the last third's mean less the first third's.
    [Theory]
    [InlineData(new[] { 100.0, 200, 300, 400, 500, 600 }, 400.0)] // (500 + 600) / 2 - (100 + 200) / 2
    [InlineData(new[] { 600.0, 500, 400, 300, 200, 100 }, -400.0)]
    [InlineData(new[] { 100.0, 100, 900, 900, 900, 900, 100, 100 }, 0.0)] // the middle says nothing: thirds of 8 are 2
    [InlineData(new[] { 100.0, 200, 300, 400, 500 }, null)] // five are too few
    [InlineData(new[] { 100.0, double.NaN, 200, 300, 400, 500 }, null)] // five that had one
    public void Drift_IsOfThirdsOfASession(double[] firstTokenMs, double? drift)
    {
        TurnTiming[] turns = [.. firstTokenMs.Select(ms => Turn(700) with
        {
            FirstTokenNs = double.IsNaN(ms) ? null : Ns(ms), GapMs = double.IsNaN(ms) ? null : ms / 10,
        })];
        var measured = Measure(Session(1, turns), Session(2, turns));
        (measured.DriftMs is null).ShouldBe(drift is null);
        measured.DriftMs?.Value.ShouldBe(drift ?? double.NaN, 1e-9);
        measured.GapDriftMs?.Value.ShouldBe((drift ?? double.NaN) / 10, 1e-9);
        Measure(Session(1, turns)).DriftMs.ShouldBeNull("one session has no interval");
    }

    [Fact]
    public void Drift_LeavesOutTurnsThatWereSpokenInto()
    {
        var turns = Enumerable.Range(1, 6).Select(i => Turn(700) with { FirstTokenNs = Ns(i) }).ToList();
        turns.Insert(0, Turn(700) with { FirstTokenNs = Ns(90_000), Interrupted = true });
        Measure(Session(1, [.. turns]), Session(2, [.. turns])).DriftMs.ShouldNotBeNull().Value.ShouldBe(4, 1e-9);
    }

    // The turns of a session are alike: 120 of twelve sessions say no more than twelve.
    [Fact]
    public void Intervals_TakeSessionsForTheUnits()
    {
        var sessions = Enumerable.Range(0, 12).Select(i => Session(i, [.. Enumerable.Repeat(
            Turn(i * 100) with { FirstTokenNs = Ns(i * 100), Parts = new TurnParts(0, 0, 0, Ns(i * 100), 0, 0, 0, 0) }, 10)]));
        var measured = Measure([.. sessions]);
        var independent = new Samples();
        Enumerable.Range(0, 120).ToList().ForEach(i => independent.Add(i / 10 * 100));
        var width = Width(independent.Summarize(new RandomStream(1)));
        foreach (var summary in new[] { measured.PerceivedMs, measured.FirstTokenMs, measured.TaskMs })
        {
            Width(summary).ShouldBeGreaterThan(2 * width);
        }

        double Width(QuantileSummary of) =>
            of.MeanInterval.Upper.ShouldNotBeNull() - of.MeanInterval.Lower.ShouldNotBeNull();
    }

    [Fact]
    public void Endings_AreCountedAndTheFirstReasonOfEachIsKept()
    {
        var measured = Measure(
            Session(1, Turn(1)),
            Session(2) with { Ending = SessionEnding.Failed, EndingWhy = "status 500" },
            Session(3) with { Ending = SessionEnding.Failed, EndingWhy = "status 503", LengthNs = null });
        measured.Sessions.ShouldBe(3);
        measured.Endings.ShouldBe(
            new Dictionary<SessionEnding, long> { [SessionEnding.Finished] = 1, [SessionEnding.Failed] = 2 }, ignoreOrder: true);
        measured.EndingWhys.ShouldHaveSingleItem().Value.ShouldBe("status 500");
        measured.TurnsPerSession.N.ShouldBe(1, "sessions that had none say nothing of turns");
        measured.LengthS.N.ShouldBe(2);
    }

    private static SessionMeasures Measure(params Transcript[] sessions)
    {
        var accumulator = new SessionAccumulator(BudgetMs, new RandomStream(1));
        foreach (var session in sessions)
        {
            accumulator.Add(session);
        }

        return accumulator.Measure();
    }

    private static Transcript Session(long id, params TurnTiming[] turns) => new()
    {
        Suite = "s",
        Session = "call",
        SessionId = id,
        Ending = SessionEnding.Finished,
        EndingWhy = "Done.",
        Entries = [],
        Turns = turns,
        LengthNs = Ns(60_000),
    };

    // NaN: nothing was heard.
    private static TurnTiming Turn(double perceivedMs) => new()
    {
        Turn = 1,
        SpeechStartNs = Ns(1000),
        SpeechEndNs = Ns(3000),
        AudibleNs = double.IsNaN(perceivedMs) ? null : Ns(3000 + perceivedMs),
    };

    private static long Ns(double ms) => Recorded.Ns(ms);
}
