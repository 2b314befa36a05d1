using Tollgate.Exchanges;
using Tollgate.Sessions.Tools;
using Tollgate.Statistics;
using Tollgate.Suites;
using Tollgate.Suites.Tools;
using Tollgate.Transcripts;

namespace Tollgate.Tests.Sessions;

public class ToolSimulatorTests
{
    private const string Rates =
        "fault_rates: { slow: 0.05, time_out: 0.04, fail: 0.03, answer_twice: 0.02, partial_first: 0.01 }";

    private static readonly ToolCall Find = new("c", "find_guest", """{"name":"Tallow"}""");
    private static readonly ToolCall Book = new("c", "book", """{"guest_id":"G-1","day":"2026-03-05"}""");

    [Fact]
    public void Run_ManyCalls_HaveTheStatedFaultsWithinChance()
    {
        const int calls = 20_000;
        var suite = Suite(Rates);
        var bench = Bench(suite, 5);
        var counts = new Dictionary<ToolFaultKind, int>();
        for (var i = 0; i < calls; i++)
        {
            if (Fault(bench.Run(suite.Agents["front"], Find)) is { } kind)
            {
                counts[kind] = counts.GetValueOrDefault(kind) + 1;
            }
        }

        var rates = suite.FaultRates;
        foreach (var (kind, rate) in new[]
        {
            (ToolFaultKind.Slow, rates.Slow), (ToolFaultKind.TimeOut, rates.TimeOut), (ToolFaultKind.Fail, rates.Fail),
            (ToolFaultKind.AnswerTwice, rates.AnswerTwice), (ToolFaultKind.PartialFirst, rates.PartialFirst),
        })
        {
            var interval = Proportions.Wilson(counts[kind], calls, 0.999).Interval;
            interval.Contains(rate).ShouldBeTrue($"{kind}: {counts[kind]} of {calls}, expected {rate}");
            interval.Contains(rate * 1.5).ShouldBeFalse("or the calls are too few to tell");
        }
    }

    // Arguments as a model may write them, and what comes of them.
    [Theory]
    [InlineData("""{"name":"\ud800"}""", ToolStatus.Answered)]
    [InlineData("""{"name":"Tallow","\udc00":1}""", ToolStatus.BadArguments)]
    [InlineData("""{"name":1e999}""", ToolStatus.BadArguments)]
    [InlineData("", ToolStatus.BadArguments)]
    [InlineData("\"name\"", ToolStatus.BadArguments)]
    [InlineData("{\"name\":\"Tallow\"", ToolStatus.BadArguments)]
    public void Run_WhateverAModelWrites_IsAnswered(string arguments, ToolStatus status)
    {
        var suite = Suite("");
        Bench(suite, 5).Run(suite.Agents["front"], Find with { ArgumentsJson = arguments }).Status.ShouldBe(status);
    }

    [Fact]
    public void Run_DeeplyNestedArguments_AreRefused()
    {
        var suite = Suite("");
        var deep = "{\"name\":" + new string('[', 60) + new string(']', 60) + "}";
        Bench(suite, 5).Run(suite.Agents["front"], Find with { ArgumentsJson = deep }).Status
            .ShouldBe(ToolStatus.BadArguments);
    }

    [Fact]
    public void Run_WithoutRates_HasNoFaults()
    {
        var suite = Suite("");
        var bench = Bench(suite, 5);
        Enumerable.Range(0, 1000).Select(_ => Fault(bench.Run(suite.Agents["front"], Find))).Distinct().ShouldBe([null]);
    }

    [Fact]
    public void Run_TheSameSeed_GivesTheSameFaultsAndAnotherOthers()
    {
        var suite = Suite(Rates);
        Outcomes(suite, 5, _ => Find).ShouldBe(Outcomes(suite, 5, _ => Find));
        Outcomes(suite, 5, _ => Find).ShouldNotBe(Outcomes(suite, 6, _ => Find));
    }

    // The tenth call is another: it draws more, or less, or nothing at all. Every other call fares as before.
    [Theory]
    [InlineData("find_ghost", "{}")]
    [InlineData("find_guest", "no json")]
    [InlineData("book", """{"guest_id":"G-1","day":"2026-03-05"}""")]
    public void Run_AnotherCallBetween_ChangesNoOthersChance(string tool, string arguments)
    {
        var suite = Suite(Rates);
        var plain = Outcomes(suite, 5, _ => Find);
        var other = Outcomes(suite, 5, i => i == 10 ? new ToolCall("c", tool, arguments) : Find);
        other.Where((_, i) => i != 10).ShouldBe(plain.Where((_, i) => i != 10));
        plain.Distinct().Count().ShouldBeGreaterThan(2, "or there was nothing to change");
    }

    [Fact]
    public void Run_AScriptedFault_ChangesNoOthersChance()
    {
        var suite = Suite(Rates);
        var plain = Outcomes(suite, 5, _ => Find);
        var bench = Bench(suite, 5);
        bench.Schedule([new ToolFault("find_guest", ToolFaultKind.Fail, 2)]);
        var scripted = Enumerable.Range(0, 200).Select(_ => Fault(bench.Run(suite.Agents["front"], Find))).ToList();
        scripted[..2].ShouldBe([ToolFaultKind.Fail, ToolFaultKind.Fail]);
        scripted[2..].ShouldBe(plain[2..]);
    }

    [Fact]
    public void Schedule_BefallsTheToolsThatItNames_InOrder_AndSoOften()
    {
        var suite = Suite("");
        var (bench, agent) = (Bench(suite, 5), suite.Agents["front"]);
        bench.Schedule(
            [new ToolFault("find_guest", ToolFaultKind.TimeOut, 1), new ToolFault("find_guest", ToolFaultKind.Fail, 2)]);
        bench.Run(agent, Book).Status.ShouldBe(ToolStatus.Answered, "it was not named");
        bench.Run(agent, Find with { ArgumentsJson = "[]" }).Status.ShouldBe(
            ToolStatus.BadArguments, "a call that is not carried out uses up no fault");
        bench.Run(suite.Agents["bills"], Book).Status.ShouldBe(ToolStatus.UnknownTool, "the tool is another agent's");
        Enumerable.Range(0, 4).Select(_ => bench.Run(agent, Find).Status).ShouldBe(
            [ToolStatus.TimedOut, ToolStatus.Failed, ToolStatus.Failed, ToolStatus.Answered]);
    }

    [Theory]
    [InlineData(ToolFaultKind.TimeOut, false)] // does nothing
    [InlineData(ToolFaultKind.Fail, false)]
    [InlineData(ToolFaultKind.Slow, true)] // answers, if late
    [InlineData(ToolFaultKind.AnswerTwice, true)] // and is done once
    [InlineData(ToolFaultKind.PartialFirst, true)]
    public void Run_AToolThatBooks_BooksOnceOrNotAtAll(ToolFaultKind kind, bool booked)
    {
        var suite = Suite("");
        var bench = Bench(suite, 5);
        bench.Schedule([new ToolFault("book", kind, 1)]);
        bench.Run(suite.Agents["front"], Book).Changes.Count.ShouldBe(booked ? 1 : 0);
        bench.Run(suite.Agents["front"], Book).Changes.ShouldHaveSingleItem().Key.ShouldBe(booked ? "B-1002" : "B-1001");
    }

    [Fact]
    public void Run_Latency_IsDrawnEvenlyFromTheRange()
    {
        var suite = Ranged(200, 600, 5000);
        var bench = Bench(suite, 5);
        var ms = Enumerable.Range(0, 4000).Select(_ => bench.Run(suite.Agents["front"], Find).LatencyNs / 1e6).ToList();
        ms.ShouldAllBe(one => one >= 200 && one < 600);
        foreach (var quarter in Enumerable.Range(0, 4))
        {
            // A thousand of 4,000 in each quarter of the range; 100 is over 3.6 standard errors.
            ms.Count(one => one >= 200 + (quarter * 100) && one < 300 + (quarter * 100)).ShouldBeInRange(900, 1100);
        }
    }

    [Fact]
    public void Run_ATaskThatTakesLongerThanItMay_TimesOutThere()
    {
        var suite = Ranged(3000, 3000, 2000);
        var outcome = Bench(suite, 5).Run(suite.Agents["front"], Find);
        (outcome.Status, outcome.LatencyNs).ShouldBe((ToolStatus.TimedOut, 2_000_000_000));
    }

    // Of three that were found two come first; of one nothing does.
    [Theory]
    [InlineData("Tallow", 2)]
    [InlineData("Ferris", 0)]
    public void Run_APartialAnswer_IsHalfOfWhatWasFound(string name, int first)
    {
        var suite = Rehearsal.Read(Desk.With(Desk.Price).Replace("- { id: G-1, name: Tallow }", """
            - { id: G-1, name: Tallow }
                  - { id: G-2, name: Tallow }
                  - { id: G-3, name: Tallow }
                  - { id: G-4, name: Ferris }
            """, StringComparison.Ordinal));
        var bench = Bench(suite, 5);
        bench.Schedule([new ToolFault("find_guest", ToolFaultKind.PartialFirst, 1)]);
        var outcome = bench.Run(suite.Agents["front"], Find with { ArgumentsJson = $$"""{"name":"{{name}}"}""" });
        outcome.ResultJson.Split("G-").Length.ShouldBe(first + 1);
        outcome.ResultJson.ShouldContain("\"partial\":true");
        outcome.Later.ShouldNotBeNull().Split("G-").Length.ShouldBe(name == "Tallow" ? 4 : 2);
    }

    [Fact]
    public void Run_WithoutArguments_IsOneWithNone()
    {
        var suite = Suite("");
        Bench(suite, 5).Run(suite.Agents["front"], Find with { ArgumentsJson = "" }).ResultJson.ShouldContain("name");
    }

    private static Suite Suite(string root) => Rehearsal.Read(
        Desk.With(Desk.Price).Replace("records:\n", $"{root}\nrecords:\n", StringComparison.Ordinal));

    private static Suite Ranged(int fromMs, int toMs, int timeoutMs)
    {
        var suite = Suite("");
        var tools = suite.Tools.ToDictionary();
        tools["find_guest"] = tools["find_guest"] with
        {
            LatencyFrom = TimeSpan.FromMilliseconds(fromMs),
            LatencyTo = TimeSpan.FromMilliseconds(toMs),
            Timeout = TimeSpan.FromMilliseconds(timeoutMs),
        };
        return suite with { Tools = tools };
    }

    private static ToolSimulator Bench(Suite suite, ulong seed) => new(suite, suite.Sessions[0], new RandomStream(seed));

    private static List<ToolFaultKind?> Outcomes(Suite suite, ulong seed, Func<int, ToolCall> call)
    {
        var bench = Bench(suite, seed);
        return [.. Enumerable.Range(0, 200).Select(i => Fault(bench.Run(suite.Agents["front"], call(i))))];
    }

    // What befell it, from what can be seen of it.
    private static ToolFaultKind? Fault(ToolOutcome outcome) => outcome switch
    {
        { Status: ToolStatus.TimedOut } => ToolFaultKind.TimeOut,
        { Status: ToolStatus.Failed } => ToolFaultKind.Fail,
        { Later: { } later } => later == outcome.ResultJson ? ToolFaultKind.AnswerTwice : ToolFaultKind.PartialFirst,
        { LatencyNs: 1_600_000_000 } => ToolFaultKind.Slow,
        _ => null,
    };
}
