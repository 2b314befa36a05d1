using Tollgate.Exchanges;
using Tollgate.Gate.Evidence;
using Tollgate.Measures.Readings;
using Tollgate.Scores.Outcomes;
using Tollgate.Tests.Measures;
using Tollgate.Transcripts;

namespace Tollgate.Tests.Gate;

/// <summary>How failures count: what <see cref="FailureRules"/> says.</summary>
public class EvidenceBuilderTests
{
    private const double Never = double.PositiveInfinity;

    private static readonly Dictionary<string, ScoreCount> NoScores = [];

    [Fact]
    public void Task_ThatFailed_IsSlowerThanEveryOther()
    {
        var task = Only(Tasks(Recorded.Failed(FailureKind.FirstTokenTimeout)));
        foreach (var measure in new[] { "first_token_ms", "first_token_from_intended_ms", "first_answer_ms", "wait_ms", "task_ms" })
        {
            task.Values[measure].ShouldBe([Never], measure);
        }

        task.Values["tokens_per_second"].ShouldBe([double.NegativeInfinity]);
        task.Values.Keys.ShouldNotContain("output_tokens");
        task.Values.Keys.ShouldNotContain("gap_ms");
        task.Sums["failures"].ShouldBe(new ScoreCount(1, 1));
        task.Sums["cost_per_session"].Count.ShouldBe(0, "it came to no end");
    }

    // It had its first token; it failed all the same.
    [Fact]
    public void Task_ThatFailedMidStream_HasNoFirstToken() =>
        Only(Tasks(Recorded.Completed(101, 151) with
        {
            Outcome = Outcome.Failed,
            Failure = new Failure(FailureKind.ResetMidStream, FailurePhase.Stream, "no"),
        })).Values["first_token_ms"].ShouldBe([Never]);

    [Fact]
    public void Task_ThatARetryMended_HasItsTimeAndAFailedAttempt()
    {
        var task = Only(Tasks(
            Recorded.Failed(), Recorded.Completed(101, 151).After(1000) with { Attempt = 2 }));
        task.Values["first_token_ms"].ShouldBe([Never, 100]);
        task.Values["first_answer_ms"].ShouldBe([Never, 100]);
        task.Values["wait_ms"].ShouldBe([1101], "from the first attempt");
        task.Values["task_ms"].ShouldBe([1151]);
        task.Sums["failures"].ShouldBe(new ScoreCount(1, 2));
        task.Sums["cost_per_session"].Count.ShouldBe(1);
    }

    [Fact]
    public void Task_ThatNoRetryMended_FailedOnceForEachAttempt()
    {
        var task = Only(Tasks(Recorded.Failed(), Recorded.Failed().After(1000) with { Attempt = 2 }));
        task.Values["first_token_ms"].ShouldBe([Never, Never]);
        task.Values["wait_ms"].ShouldBe([Never]);
        task.Values["task_ms"].ShouldBe([Never]);
    }

    [Fact]
    public void Task_ThatWasTakenBack_HasTheWaitsThatItCameTo()
    {
        var task = Only(Tasks(Recorded.Completed(101, 151) with { Outcome = Outcome.Cancelled }));
        task.Values["first_token_ms"].ShouldBe([100]);
        task.Values["first_token_from_intended_ms"].ShouldBe([101]);
        task.Values["first_answer_ms"].ShouldBe([100]);
        task.Values["wait_ms"].ShouldBe([101]);
        task.Values.Keys.ShouldNotContain("task_ms");
        task.Values.Keys.ShouldNotContain("tokens_per_second");
        task.Sums.GetValueOrDefault("cost_per_session").ShouldBe(default, "nobody knows what it would have come to");
        task.Sums["failures"].ShouldBe(new ScoreCount(0, 1));
        Only(Tasks(Recorded.Of() with { Outcome = Outcome.Cancelled })).Values.ShouldBeEmpty();
    }

    [Fact]
    public void Task_ThatWasTakenBackAfterAFailure_WaitedSinceItsFirstAttempt()
    {
        var task = Only(Tasks(Recorded.Failed(), Recorded.Completed(101, 151).After(1000) with
        {
            Attempt = 2, Outcome = Outcome.Cancelled,
        }));
        task.Values["first_token_ms"].ShouldBe([Never, 100]);
        task.Values["wait_ms"].ShouldBe([1101]);
    }

    [Fact]
    public void WarmUp_AndOtherTargets_AreInNothing() =>
        Tasks(Recorded.Completed(101) with { Warmup = true }, Recorded.Failed() with { Warmup = true },
            Recorded.Completed(101) with { Target = "other" }).Sessions.ShouldBeEmpty();

    // A failure counts, whatever became of its connection; the latency of one that was opened does not.
    [Fact]
    public void FreshConnections_AreLeftOut_AndFailuresAreNot()
    {
        static Exchange Fresh(Exchange exchange) =>
            exchange with { Timeline = exchange.Timeline with { ConnectStartNs = 0, ConnectedNs = 1 } };
        var evidence = Tasks(
            Recorded.Completed(101) with { TaskId = 1 }, Fresh(Recorded.Completed(901)) with { TaskId = 2 },
            Fresh(Recorded.Failed()) with { TaskId = 3 }, Fresh(Recorded.Completed(701) with { Outcome = Outcome.Cancelled }) with { TaskId = 4 });
        evidence.Sessions.SelectMany(task => task.Values.GetValueOrDefault("first_token_ms") ?? []).ShouldBe([100, Never]);
        evidence.Sessions.SelectMany(task => task.Values.GetValueOrDefault("wait_ms") ?? []).ShouldBe([101, Never]);
    }

    [Fact]
    public void Goodput_IsOfWhatCompletedOrFailed()
    {
        var builder = new EvidenceBuilder(
            Recorded.Target(), new MeasureSettings { Limits = new Limits { FirstTokenMs = 150 } }, null);
        foreach (var (exchange, task) in new[]
        {
            (Recorded.Completed(101), 1), (Recorded.Completed(201), 2), (Recorded.Failed(), 3),
            (Recorded.Completed(101) with { Outcome = Outcome.Cancelled }, 4),
        })
        {
            builder.Add(exchange with { TaskId = task });
        }

        var evidence = builder.Build([]);
        evidence.Figures.ShouldContain("goodput");
        evidence.Sessions.Select(task => task.Sums.GetValueOrDefault("goodput"))
            .ShouldBe([new ScoreCount(1, 1), new ScoreCount(0, 1), new ScoreCount(0, 1), default]);
    }

    // The turns' requests, by their number: 0 is after the call.
    [Fact]
    public void Rehearsal_TakesEachRequestOfATurn_AndNoneAfterTheCall()
    {
        var session = Only(Rehearse(
            EvidenceRuns.Call(1, [EvidenceRuns.Turn(1, 700)]),
            (1, Recorded.Completed(101, 151)), (1, Recorded.Completed(201, 251)), (0, Recorded.Completed(901, 951)),
            (0, Recorded.Failed())));
        session.Values["first_token_ms"].ShouldBe([100, 200]);
        session.Values["first_answer_ms"].ShouldBe([100, 200]);
        session.Values["wait_ms"].ShouldBe([101, 201]);
        session.Values["gap_ms"].ShouldBe([50, 50]);
        session.Values["tokens_per_second"].Length.ShouldBe(2);
        session.Values["task_ms"].ShouldBe([1050], "the turn's");
        session.Values["perceived_ms"].ShouldBe([700]);
        session.Sums["failures"].ShouldBe(new ScoreCount(1, 4), "what is asked after the call can fail as well");
    }

    [Theory]
    [InlineData(SessionEnding.Failed)]
    [InlineData(SessionEnding.HungUp)]
    public void Turn_InWhichACallBrokeOff_IsSlowerThanEveryOther(SessionEnding ending)
    {
        var session = Only(Rehearse(EvidenceRuns.Call(
            1, [EvidenceRuns.Turn(1, 700), EvidenceRuns.Turn(2, 9000)], ending)));
        session.Values["perceived_ms"].ShouldBe([700, Never]);
        session.Values["first_clause_ms"].ShouldBe([466.666667, Never]);
        session.Values["task_ms"].ShouldBe([1050, Never]);
        session.Values["dead_air_ms"].ShouldBe([9001], "the caller did wait that long");
        session.Sums["within_budget"].ShouldBe(new ScoreCount(1, 2));
        session.Sums["cost_per_session"].Count.ShouldBe(0);
    }

    [Theory]
    [InlineData(SessionEnding.Finished, 1.0)]
    [InlineData(SessionEnding.OffScript, 1.0)]
    [InlineData(SessionEnding.Bounded, 1.0)]
    [InlineData(SessionEnding.Failed, 0.0)]
    [InlineData(SessionEnding.HungUp, 0.0)]
    [InlineData(SessionEnding.Stopped, null)] // its cost is in neither
    public void Cost_IsOverSessionsThatReachedAnEnd(SessionEnding ending, double? count)
    {
        var session = Only(Rehearse(
            EvidenceRuns.Call(1, [EvidenceRuns.Turn(1, 700)], ending),
            (1, Recorded.Completed(101, 151) with { Usage = new Usage(1000, 0, 0, 100, 0) }),
            (1, Recorded.Failed() with { Usage = new Usage(1000, 0, 0, 0, 0) }),
            (0, Recorded.Completed(101, 151) with { Usage = new Usage(990, 0, 0, 1, 0) })));
        session.Sums.GetValueOrDefault("cost_per_session").Count.ShouldBe(count ?? 0);
        session.Sums.GetValueOrDefault("cost_per_session").Sum.ShouldBe(count is null ? 0 : 0.004, 1e-12);
    }

    // The provider does not say what it read for a stream that was cut: the session's exchange before tells.
    [Fact]
    public void Cost_OfACutStream_IsEstimatedAsInTheReport()
    {
        var cut = Recorded.Completed(101, 151) with { Outcome = Outcome.Cancelled };
        var known = Recorded.Completed(101, 151) with { Usage = new Usage(1000, 0, 0, 100, 0) };
        var session = Only(Rehearse(EvidenceRuns.Call(1, [EvidenceRuns.Turn(1, 700)]), (1, known), (1, cut)));

        // 1,000 in and 100 out; then 1,100 in and 8 characters, which are 2 tokens.
        session.Sums["cost_per_session"].Sum.ShouldBe((1000 + (100 * 10) + 1100 + (2 * 10)) / 1e6, 1e-12);
    }

    [Fact]
    public void Request_ThatTheCallerHungUpOn_Failed()
    {
        var cut = Recorded.Completed(101, 151) with { Outcome = Outcome.Cancelled };
        var session = Only(Rehearse(
            EvidenceRuns.Call(1, [EvidenceRuns.Turn(1, 700), EvidenceRuns.Turn(2, 9000)], SessionEnding.HungUp),
            (1, cut), (2, Recorded.Of() with { Outcome = Outcome.Cancelled })));
        session.Values["first_token_ms"].ShouldBe([100, Never], "the first was spoken into, the second hung up on");
        session.Values["wait_ms"].ShouldBe([101, Never]);
        session.Values["tokens_per_second"].ShouldBe([double.NegativeInfinity]);
        session.Values["task_ms"].ShouldBe([1050, Never], "once: a request of a rehearsal is no task");
    }

    // The caller's barge-in is the script's: the turn's half latency pollutes nothing, as in the report.
    [Fact]
    public void Turn_ThatWasSpokenInto_IsInNoLatency() =>
        Only(Rehearse(EvidenceRuns.Call(1, [EvidenceRuns.Turn(1, 700), EvidenceRuns.Turn(2, 800) with { Interrupted = true }])))
            .Values["perceived_ms"].ShouldBe([700]);

    [Fact]
    public void Sessions_AreInOrderOfTheirNumbers()
    {
        var builder = New(800);
        foreach (var id in new[] { 9L, 2, 5 })
        {
            builder.Add(EvidenceRuns.Call(id, [], target: "t"), new Dictionary<string, ScoreCount> { ["goals"] = new(id, 9) });
        }

        var evidence = builder.Build([("x", "ff")], place: 2);
        evidence.Sessions.Select(session => session.Id - (2L << 40)).ShouldBe([2, 5, 9]);
        evidence.Sessions.Select(session => session.Sums["goals"].Sum).ShouldBe([2, 5, 9]);
        evidence.Runs.ShouldBe([("x", "ff")]);
        Should.Throw<InvalidOperationException>(() => builder.Build([]));
    }

    [Fact]
    public void Conventions_AreWholeSentences() => FailureRules.All.ShouldAllBe(
        sentence => sentence.EndsWith('.') && char.IsUpper(sentence[0]) && !sentence.Contains('\n'));

    private static EvidenceBuilder New(double? budgetMs) =>
        new(Recorded.Target(price: Recorded.Price), new MeasureSettings(), budgetMs);

    private static SessionEvidence Only(SideEvidence evidence) => evidence.Sessions.ShouldHaveSingleItem();

    private static SideEvidence Tasks(params Exchange[] exchanges)
    {
        var builder = New(null);
        foreach (var exchange in exchanges)
        {
            builder.Add(exchange);
        }

        return builder.Build([]);
    }

    // A call, and its requests by their turn, each a task of its own.
    private static SideEvidence Rehearse(Transcript call, params (int Turn, Exchange Exchange)[] exchanges)
    {
        var builder = New(800);
        foreach (var (index, (turn, exchange)) in exchanges.Index())
        {
            builder.Add(exchange with { TaskId = index, Turn = new SessionTurn(call.SessionId, turn) });
        }

        builder.Add(call with { Target = "t" }, NoScores);
        return builder.Build([]);
    }
}
