using Tollgate.Exchanges;
using Tollgate.Simulator.InProcess;
using Tollgate.Simulator.Profiles;
using Tollgate.Transport;

namespace Tollgate.Simulator.Tests.InProcess;

public class SimulatedExchangerTests
{
    private const long Ms = 1_000_000;
    private readonly ManualTime time = new();

    public static TheoryData<string, FailureKind, FailurePhase> Faults => new()
    {
        { "reset-before-headers", FailureKind.ResetBeforeHeaders, FailurePhase.Headers },
        { "reset-mid-stream", FailureKind.ResetMidStream, FailurePhase.Stream },
        { "malformed-event", FailureKind.MalformedEvent, FailurePhase.Stream },
        { "no-end-marker", FailureKind.NoEndMarker, FailurePhase.Stream },
        { "provider-error", FailureKind.ProviderError, FailurePhase.Stream },
        { "huge-event", FailureKind.EventTooLarge, FailurePhase.Stream },
        { "html", FailureKind.NotAStream, FailurePhase.Headers },
        { "status=429", FailureKind.RateLimited, FailurePhase.Headers },
        { "status=529", FailureKind.Overloaded, FailurePhase.Headers },
        { "status=500", FailureKind.ServerError, FailurePhase.Headers },
        { "status=401", FailureKind.Unauthorized, FailurePhase.Headers },
        { "never", FailureKind.FirstTokenTimeout, FailurePhase.Stream },
        { "stall=31s", FailureKind.TokenGapTimeout, FailurePhase.Stream },
        { "stall=1s, nonsense", FailureKind.BadRequest, FailurePhase.Headers },
    };

    [Fact]
    public void ExchangeAsync_OfTheSteadyModel_HasTheInstantsToTheNanosecond()
    {
        var exchange = Run(Request() with { IntendedNs = 1_000_000_007 });
        exchange.Outcome.ShouldBe(Outcome.Completed);
        var timeline = exchange.Timeline;
        timeline.SentNs.ShouldBe(1_000_000_007);
        timeline.HeadersNs.ShouldBe(1_000_000_007);
        timeline.Stamp.ShouldBe(StampSource.Virtual);
        timeline.Arrivals.Length.ShouldBe(100);
        timeline.Arrivals.ToArray().Select(a => a.AtNs).ShouldBe(Enumerable.Range(0, 100).Select(i => 1_300_000_007 + (i * 20 * Ms)));
        timeline.Arrivals.ToArray().ShouldAllBe(a => a.Kind == ArrivalKind.Text && a.Characters > 0 && !a.Coalesced);
        timeline.EndNs.ShouldBe(timeline.LastTokenNs);
        exchange.Usage.ShouldBe(new Usage(1, 0, 0, 100, 0));
        exchange.FinishReason.ShouldBe("stop");
    }

    [Fact]
    public void ExchangeAsync_WithTheSameSeed_DrawsTheSame_WhateverElseRuns()
    {
        var alone = Run(Request("gpt-5.5"));
        var exchanger = New();
        var others = Enumerable.Range(10, 50).Select(i => exchanger.ExchangeAsync(Request("gpt-5.5") with { Id = i }, default).AsTask()).ToList();
        var among = time.Run(exchanger.ExchangeAsync(Request("gpt-5.5") with { IntendedNs = 0 }, default));
        time.Run(Task.WhenAll(others));
        Gaps(among).ShouldBe(Gaps(alone));
        Gaps(Run(Request("gpt-5.5"), seed: 2)).ShouldNotBe(Gaps(alone));
    }

    [Fact]
    public void ExchangeAsync_ManyAtOnce_HitsTheProfilesMedians()
    {
        var exchanger = New();
        var exchanges = time.Run(Task.WhenAll(Enumerable.Range(0, 400).Select(i =>
            exchanger.ExchangeAsync(Request("opus-4.7", region: "emea") with { Id = i, IntendedNs = i * 1000 * Ms }, default).AsTask())));

        // Medians of 400 draws: within a few percent of the profile's.
        Median(exchanges.Select(e => (e.Timeline.FirstTokenNs!.Value - e.Timeline.SentNs!.Value) / 1e6)).ShouldBe(632 + 87, 25);
        Median(exchanges.Select(e => (double)e.Usage!.Value.Output)).ShouldBe(5000, 60);
        Median(exchanges.Select(e => (e.Timeline.EndNs!.Value - e.Timeline.SentNs!.Value) / 1e9)).ShouldBe(71, 4);
    }

    [Fact]
    public void ExchangeAsync_BeyondTheSlots_WaitsItsTurn()
    {
        var exchanger = New(Steady(new Capacity(1, 1, 1)));
        var first = exchanger.ExchangeAsync(Request(), default).AsTask();
        var second = time.Run(exchanger.ExchangeAsync(Request() with { Id = 2 }, default));
        time.Run(first).Timeline.EndNs.ShouldBe(2280 * Ms);
        second.Timeline.HeadersNs.ShouldBe(2280 * Ms);
        second.Timeline.FirstTokenNs.ShouldBe(2580 * Ms);
        second.Timeline.SentNs.ShouldBe(0);
    }

    [Fact]
    public void ExchangeAsync_QueueingTooLong_GivesItsPlaceBack()
    {
        var exchanger = New(Steady(new Capacity(1, 1, 1)));
        var impatient = new Timeouts(TimeSpan.FromSeconds(1), TimeSpan.FromSeconds(1), TimeSpan.FromSeconds(1), TimeSpan.FromSeconds(9));
        _ = exchanger.ExchangeAsync(Request(), default).AsTask();
        var gaveUp = exchanger.ExchangeAsync(Request() with { Id = 2, Timeouts = impatient }, default).AsTask();
        var third = time.Run(exchanger.ExchangeAsync(Request() with { Id = 3 }, default));
        time.Run(gaveUp).Failure!.Kind.ShouldBe(FailureKind.FirstTokenTimeout);
        time.Run(gaveUp).Timeline.OverNs.ShouldBe(1000 * Ms);
        third.Timeline.HeadersNs.ShouldBe(2280 * Ms);
    }

    [Fact]
    public void ExchangeAsync_BeyondTheKnee_IsSlower()
    {
        var exchanger = New(Steady(new Capacity(100, 1, 1)));
        var exchanges = time.Run(Task.WhenAll(Enumerable.Range(0, 4).Select(i =>
            exchanger.ExchangeAsync(Request() with { Id = i }, default).AsTask())));
        foreach (var exchange in exchanges)
        {
            // Four streams on a knee of one: each has a quarter of its rate.
            (exchange.Timeline.Arrivals.Span[1].AtNs - exchange.Timeline.Arrivals.Span[0].AtNs).ShouldBe(80 * Ms);
        }
    }

    [Fact]
    public void ExchangeAsync_BeyondTheLimits_IsRefusedWithTheTimeToWait()
    {
        var profiles = Steady(Capacity.Unbounded, new RateLimits(2, null));
        var exchanger = New(profiles);
        time.Run(exchanger.ExchangeAsync(Request(), default)).Outcome.ShouldBe(Outcome.Completed);
        time.Run(exchanger.ExchangeAsync(Request() with { Id = 2 }, default)).Outcome.ShouldBe(Outcome.Completed);
        var refused = time.Run(exchanger.ExchangeAsync(Request() with { Id = 3 }, default));
        refused.Failure!.Kind.ShouldBe(FailureKind.RateLimited);
        refused.Failure.Status.ShouldBe(429);
        refused.Failure.RetryAfter.ShouldBe(TimeSpan.FromSeconds(26)); // 30 s for one request, 4.56 s have gone.
    }

    [Theory]
    [MemberData(nameof(Faults))]
    public void ExchangeAsync_WithAFault_FailsInItsOwnWay(string fault, FailureKind kind, FailurePhase phase)
    {
        var exchange = Run(Request(fault: fault));
        exchange.Outcome.ShouldBe(Outcome.Failed);
        exchange.Failure!.Kind.ShouldBe(kind);
        exchange.Failure.Phase.ShouldBe(phase);
        exchange.Timeline.EndNs.ShouldBeNull();
        exchange.Timeline.OverNs.ShouldBeGreaterThanOrEqualTo(exchange.Timeline.LastTokenNs ?? 0);
        if (phase == FailurePhase.Stream && kind != FailureKind.FirstTokenTimeout)
        {
            exchange.Timeline.Arrivals.Length.ShouldBeInRange(1, kind == FailureKind.NoEndMarker ? 100 : 99);
        }
    }

    [Fact]
    public void ExchangeAsync_ThatStalls_HasOneLongGap()
    {
        var gaps = Gaps(Run(Request(fault: "stall=2s")));
        gaps.Count(g => g == 2020 * Ms).ShouldBe(1);
        gaps.Count(g => g == 20 * Ms).ShouldBe(98);
    }

    [Fact]
    public void ExchangeAsync_WithATotalLimit_EndsAtIt()
    {
        var limits = Timeouts.Default with { Total = TimeSpan.FromMilliseconds(410) };
        var exchange = Run(Request() with { Timeouts = limits });
        exchange.Failure!.Kind.ShouldBe(FailureKind.TotalTimeout);
        exchange.Timeline.OverNs.ShouldBe(410 * Ms);
        exchange.Timeline.Arrivals.Length.ShouldBe(6); // 300, 320 ... 400.
    }

    [Fact]
    public void ExchangeAsync_WithSeveralTokensAnEvent_LeavesWithTheLastOfThem()
    {
        var arrivals = Run(Request(fault: "tokens-per-event=4")).Timeline.Arrivals.ToArray();
        arrivals.Length.ShouldBe(26); // 1, then 24 times 4, then 3.
        arrivals.Take(3).Select(a => a.AtNs / Ms).ShouldBe([300, 380, 460]);
        arrivals[^1].AtNs.ShouldBe(2280 * Ms);
    }

    [Fact]
    public void ExchangeAsync_WithReasoning_ThinksFirst()
    {
        var exchange = Run(Request(fault: "reasoning=40") with { KeepContent = true });
        exchange.Timeline.Arrivals.ToArray().Select(a => a.Kind).ShouldBe(
            Enumerable.Repeat(ArrivalKind.Reasoning, 40).Concat(Enumerable.Repeat(ArrivalKind.Text, 60)));
        exchange.Usage!.Value.Reasoning.ShouldBe(40);
        exchange.Reply.Reasoning.ShouldStartWith(" Cert");
        exchange.Reply.Text.ShouldStartWith(" Cert");
    }

    [Fact]
    public void ExchangeAsync_WithHiddenReasoning_MakesTheCallerWait()
    {
        var steady = ProfileSet.Default.Models["steady"] with { Reasoning = new Reasoning(0.5, Streamed: false) };
        var exchange = time.Run(New(With(steady)).ExchangeAsync(Request(), default));
        exchange.Timeline.FirstTokenNs.ShouldBe((300 + (50 * 20)) * Ms);
        exchange.Timeline.Arrivals.Length.ShouldBe(50);
        exchange.Usage.ShouldBe(new Usage(1, 0, 0, 100, 50));
    }

    [Fact]
    public void ExchangeAsync_AskedForATool_CallsIt()
    {
        var prompt = new Prompt
        {
            Messages = [new Message(Role.User, "Use get_weather for Oslo")],
            Tools = [new ToolDefinition("get_weather", "", """{"properties":{"city":{"type":"string"}}}""")],
        };
        var exchange = Run(Request() with { Prompt = prompt, KeepContent = true });
        exchange.FinishReason.ShouldBe("tool_calls");
        var call = exchange.Reply.ToolCalls.ShouldHaveSingleItem();
        call.Name.ShouldBe("get_weather");
        call.ArgumentsJson.ShouldBe("""{"city":"example"}""");
        var arrivals = exchange.Timeline.Arrivals.ToArray();
        arrivals.ShouldAllBe(a => a.Kind == ArrivalKind.Tool);
        arrivals.Sum(a => a.Characters).ShouldBe(call.ArgumentsJson.Length);
    }

    [Fact]
    public void ExchangeAsync_CutByItsLimit_SaysSo()
    {
        var exchange = Run(Request() with { Prompt = Prompt.FromUser("hi", 5) });
        exchange.Timeline.Arrivals.Length.ShouldBe(5);
        exchange.FinishReason.ShouldBe("length");
    }

    [Fact]
    public void ExchangeAsync_CancelledInMidStream_KeepsWhatHadCome()
    {
        using var stop = new CancellationTokenSource();
        using var timer = time.CreateTimer(_ => stop.Cancel(), null, TimeSpan.FromMilliseconds(350), Timeout.InfiniteTimeSpan);
        var exchange = time.Run(New().ExchangeAsync(Request() with { KeepContent = true }, stop.Token));
        exchange.Outcome.ShouldBe(Outcome.Cancelled);
        exchange.Timeline.OverNs.ShouldBe(350 * Ms);
        exchange.Timeline.Arrivals.Length.ShouldBe(3); // 300, 320, 340.
        exchange.Reply.Text.ShouldBe(" Certainly, I");
        exchange.Failure.ShouldBeNull();
    }

    [Fact]
    public void ExchangeAsync_CancelledBeforeItLeft_WasNeverSent()
    {
        using var stop = new CancellationTokenSource();
        stop.Cancel();
        var exchange = time.Run(New().ExchangeAsync(Request() with { IntendedNs = 5 }, stop.Token));
        exchange.Outcome.ShouldBe(Outcome.Cancelled);
        exchange.Timeline.SentNs.ShouldBeNull();
    }

    [Fact]
    public void ExchangeAsync_OfAModelThatIsNotThere_IsNotFound() =>
        Run(Request("nope")).Failure!.Kind.ShouldBe(FailureKind.NotFound);

    private static ProfileSet Steady(Capacity capacity, RateLimits? limits = null) =>
        With(ProfileSet.Default.Models["steady"] with { Capacity = capacity, Limits = limits ?? RateLimits.None });

    private static ProfileSet With(ModelProfile model) =>
        new() { Models = new Dictionary<string, ModelProfile> { [model.Name] = model }, Regions = new Dictionary<string, Spread>() };

    private static ExchangeRequest Request(string model = "steady", string? region = null, string? fault = null) => new()
    {
        Id = 1,
        TaskId = 1,
        IntendedNs = 0,
        Prompt = Prompt.FromUser("hi"),
        Target = new Target
        {
            Name = "t",
            Wire = "openai-chat",
            Url = new Uri("http://simulated/"),
            Model = model,
            Region = region,
            Headers = fault is null ? new Dictionary<string, Secret>() : new Dictionary<string, Secret> { ["x-simulate"] = new(fault) },
        },
    };

    private static long[] Gaps(Exchange exchange)
    {
        var at = exchange.Timeline.Arrivals.ToArray().Select(a => a.AtNs).ToArray();
        return [.. at.Zip(at.Skip(1), (a, b) => b - a)];
    }

    private static double Median(IEnumerable<double> values)
    {
        var sorted = values.Order().ToArray();
        return (sorted[(sorted.Length - 1) / 2] + sorted[sorted.Length / 2]) / 2;
    }

    private SimulatedExchanger New(ProfileSet? profiles = null, ulong seed = 1) => new(time, profiles ?? ProfileSet.Default, seed);

    private Exchange Run(ExchangeRequest request, ulong seed = 1) => time.Run(New(seed: seed).ExchangeAsync(request, default));
}
