using System.Text.RegularExpressions;
using Tollgate.Suites;
using Tollgate.Transcripts;
using Tollgate.Values;

namespace Tollgate.Tests.Suites;

public class CallerScriptTests
{
    private static readonly Cut Short = new(1, TimeSpan.FromSeconds(1), TrailsOff: false);

    // What the caller hears turn by turn, from the start on, and what it says to each; an ending stands in brackets.
    public static TheoryData<string, Step[], string[], string[]> Scripts { get; } = new()
    {
        { "unasked lines come one a turn, in order", [Say("a"), Say("b"), Say("c")], ["", "x", "x", "x"], ["a", "b", "c", "[Finished]"] },
        { "what is asked for is said before the next unasked line", [Say("a"), Say("b"), Ask("n")], ["", "n", "x"], ["a", "n", "b"] },
        { "two that are asked for at once are said at once", [Say("a"), Ask("n"), Ask("d")], ["", "n and d"], ["a", "n d"] },
        { "in the script's order, not the question's", [Say("a"), Ask("n"), Ask("d")], ["", "d and n"], ["a", "n d"] },
        { "at most three at once; the fourth waits for its next question",
            [Say("a"), Ask("n"), Ask("d"), Ask("p"), Ask("m")], ["", "n d p m", "m"], ["a", "n d p", "m"] },
        { "capital letters make no difference", [Say("a"), Ask("n")], ["", "N!"], ["a", "n"] },
        { "an asked line that nobody asks for does not hold up an unasked one", [Say("a"), Ask("n"), Say("b")], ["", "x"], ["a", "b"] },
        { "and was not needed once a line behind it was said", [Say("a"), Ask("n"), Say("b")], ["", "x", "x"], ["a", "b", "[Finished]"] },
        { "but is waited for where it stands last", [Say("a"), Ask("n")], ["", "x"], ["a", "What?"] },
        { "an optional one is not", [Say("a"), Ask("n") with { Optional = true }], ["", "x"], ["a", "[Finished]"] },
        { "an optional one is said where it is asked for", [Say("a"), Ask("n") with { Optional = true }], ["", "n"], ["a", "n"] },
        { "an optional unasked line is said where nothing keeps it back",
            [Say("a"), Say("b") with { Optional = true }, Say("c")], ["", "x", "x"], ["a", "b", "c"] },
        { "and passed over where its condition does not hold",
            [Say("a"), Say("b") with { Optional = true, AfterCall = "find" }, Say("c")], ["", "x", "x"], ["a", "c", "[Finished]"] },
        { "one that must be said holds up those behind it",
            [Say("a"), Say("b") with { AfterCall = "find" }, Say("c")], ["", "x"], ["a", "What?"] },
        { "it is said once its tool has answered",
            [Say("a"), Say("b") with { AfterCall = "find" }, Say("c")], ["", "+find x", "x"], ["a", "b", "c"] },
        { "and not once another has", [Say("a"), Say("b") with { AfterCall = "find" }], ["", "+book x"], ["a", "What?"] },
        { "it is said once its agent has the call",
            [Say("a"), Say("b") with { AfterHandoffTo = "bills" }], ["", "@bills x"], ["a", "b"] },
        { "also where the call has gone on from there",
            [Say("a"), Say("b"), Say("c") with { AfterHandoffTo = "bills" }], ["", "@bills x", "@front x"], ["a", "b", "c"] },
        { "and not while another has it", [Say("a"), Say("b") with { AfterHandoffTo = "bills" }], ["", "@desk x"], ["a", "What?"] },
        { "both conditions must hold", [Say("a"), Say("b") with { AfterCall = "find", AfterHandoffTo = "bills" }],
            ["", "+find x", "@bills x"], ["a", "What?", "b"] },
        { "a question does not set a condition aside",
            [Say("a"), Ask("n") with { AfterCall = "find" }], ["", "n", "+find n"], ["a", "What?", "n"] },
        { "what is asked again is said again, in its other words",
            [Say("a"), Ask("n") with { Again = "again" }], ["", "n", "n?"], ["a", "n", "again"] },
        { "in the same words where there are no others", [Say("a"), Ask("n")], ["", "n", "n?"], ["a", "n", "n"] },
        { "as often as it may be and no more", [Say("a"), Ask("n") with { Times = 3 }, Ask("d")],
            ["", "n?", "n?", "n?", "n?"], ["a", "n", "n", "n", "What?"] },
        { "what may be said once is", [Say("a"), Ask("n") with { Times = 1 }, Ask("d")], ["", "n?", "n?"], ["a", "n", "What?"] },
        { "an agent that reads it back does not ask again", [Say("a"), Ask("n"), Ask("d")], ["", "n", "So it is n."], ["a", "n", "What?"] },
        { "nor where the question is another sentence's", [Say("a"), Ask("n"), Ask("d")], ["", "n", "So it is n. Right?"], ["a", "n", "What?"] },
        { "a question among other sentences is one", [Say("a"), Ask("n"), Ask("d")], ["", "n", "Well. And n? Sorry."], ["a", "n", "n"] },
        { "so is a plea without a question mark", [Say("a"), Ask("n"), Ask("d")], ["", "n", "Please spell the n."], ["a", "n", "n"] },
        { "the first time needs no question", [Say("a"), Ask("n")], ["", "I only lack the n."], ["a", "n"] },
        { "an unasked line is never said twice", [Say("a"), Ask("n")], ["", "a? a again?"], ["a", "What?"] },
        { "a cut line is said alone, after the others", [Say("a"), Ask("n"), Ask("d") with { Cut = Short }, Ask("p")],
            ["", "n d p", "d p", "p"], ["a", "n", "d", "p"] },
        { "so is one that breaks in", [Say("a"), Ask("n"), Ask("d") with { BargeIn = new(1, null) }, Ask("p")],
            ["", "n d p", "d p", "p"], ["a", "n", "d", "p"] },
        { "clarifications come in turn, and after the third the caller gives up",
            [Say("a"), Ask("n")], ["", "x", "x", "x", "x"], ["a", "What?", "Pardon?", "What?", "[OffScript]"] },
        { "they are counted over the whole call", [Say("a"), Ask("n"), Ask("d")],
            ["", "x", "x", "n", "x", "x"], ["a", "What?", "Pardon?", "n", "What?", "[OffScript]"] },
        { "an optional line that is said late brings back nothing that was passed by",
            [Say("a"), Say("b") with { Optional = true, AfterCall = "find" }, Ask("n"), Say("c")],
            ["", "x", "+find x", "x"], ["a", "c", "b", "[Finished]"] },
        { "a call whose script is done ends whatever is said", [Say("a")], ["", "Anything else?"], ["a", "[Finished]"] },
    };

    [Theory]
    [MemberData(nameof(Scripts))]
    public void Next_OfAScript_IsWhatACallerWouldSay(string why, Step[] steps, string[] heard, string[] said)
    {
        var script = Script(steps);
        heard.Select(words => Next(script, words)).ToArray().ShouldBe(said, customMessage: why);
    }

    // Which step is broken in with, after some turns of an agent who says only "x"; null for none.
    public static TheoryData<string, Step[], int, string?> Interruptions { get; } = new()
    {
        { "the next one, where it breaks in", [Say("a"), In("b")], 1, "b" },
        { "not the next one, where it waits", [Say("a"), Say("b"), In("c")], 1, null },
        { "the same one turn later", [Say("a"), Say("b"), In("c")], 2, "c" },
        { "not over what must be asked for first", [Say("a"), Ask("n"), In("b")], 1, null },
        { "over what may be left out", [Say("a"), Ask("n") with { Optional = true }, In("b")], 1, "b" },
        { "over what was passed by", [Say("a"), Ask("n"), Say("b"), In("c")], 2, "c" },
        { "not while its condition does not hold", [Say("a"), In("b") with { AfterCall = "find" }], 1, null },
        { "where the agent is the one that it waits for", [Say("a"), In("b") with { AfterHandoffTo = "front" }], 1, "b" },
        { "nothing once all is said", [Say("a"), In("b")], 2, null },
    };

    [Theory]
    [MemberData(nameof(Interruptions))]
    public void Interrupting_AReply_IsTheNextStepsAlone(string why, Step[] steps, int turns, string? id)
    {
        var script = Script(steps);
        for (var turn = 0; turn < turns; turn++)
        {
            Next(script, "x");
        }

        script.Interrupting("front")?.Id.ShouldBe(id, why);
        (script.Interrupting("front") is null).ShouldBe(id is null, why);
    }

    // The call was handed over within the turn: the caller hears the other agent for the first time.
    [Theory]
    [InlineData("bills", true)]
    [InlineData("front", false)]
    public void Interrupting_AnAgentThatJustTookOver_IsWhatWaitsForIt(string agent, bool interrupts)
    {
        var script = Script([Say("a"), In("b") with { AfterHandoffTo = "bills" }]);
        Next(script, "");
        (script.Interrupting(agent) is not null).ShouldBe(interrupts);
    }

    [Fact]
    public void Interrupt_SaysTheStepOnce()
    {
        Step[] steps = [Say("a"), In("b"), Say("c")];
        var script = Script(steps);
        Next(script, "").ShouldBe("a");
        script.Interrupt(steps[1]).Text.ShouldBe("b");
        script.Unsaid.Select(step => step.Id).ShouldBe(["c"]);
        Next(script, "x").ShouldBe("c");
        Should.Throw<ArgumentException>(() => script.Interrupt(Say("b"))).Message.ShouldContain("no step b");
    }

    [Fact]
    public void Unsaid_LeavesOutWhatIsOptional()
    {
        var script = Script([Say("a"), Ask("n"), Ask("d") with { Optional = true }, Ask("p")]);
        Next(script, "");
        script.Unsaid.Select(step => step.Id).ShouldBe(["n", "p"]);
    }

    [Fact]
    public void Line_KnowsItsStepsAndWhetherItIsAClarification()
    {
        var script = Script([Say("a"), Ask("n"), Ask("d")]);
        script.Next("front", "").Steps.Select(step => step.Id).ShouldBe(["a"]);
        var lost = script.Next("front", "x");
        (lost.IsClarification, lost.Steps.Count).ShouldBe((true, 0));
        var both = script.Next("front", "n d");
        both.Steps.Select(step => step.Id).ShouldBe(["n", "d"]);
        both.IsClarification.ShouldBeFalse();
        script.Next("front", "x").Ends.ShouldBe(SessionEnding.Finished);
    }

    private static Step Say(string say) => new() { Id = say, Say = say, Reply = "Well." };

    private static Step In(string say) => Say(say) with { BargeIn = new BargeIn(2, null) };

    private static Step Ask(string say) => Say(say) with
    {
        Asked = [Pattern.TryCompile($@"\b{say}\b", true)!],
        Times = 2,
    };

    private static CallerScript Script(IReadOnlyList<Step> steps) => new(
        new SuiteSession
        {
            Name = "call",
            StartsWith = "front",
            Steps = steps,
            Tables = new Dictionary<string, RecordTable>(),
        },
        ["What?", "Pardon?"], 3);

    // `+tool words`: the tool answers first; `@agent words`: the agent has the call by then.
    private static string Next(CallerScript script, string heard)
    {
        var agent = "front";
        var (first, rest) = heard.Split(' ', 2) is [var one, var two] ? (one, two) : ("", heard);
        switch (first)
        {
            case ['+', .. var tool]:
                script.Answered(tool);
                break;
            case ['@', .. var other]:
                agent = other;
                break;
            default:
                rest = heard;
                break;
        }

        var line = script.Next(agent, rest);
        return line.Ends is { } ends ? $"[{ends}]" : line.Text;
    }
}
