using System.Text.Json;
using Tollgate.Callers;
using Tollgate.Exchanges;
using Tollgate.Sessions.StandIns;
using Tollgate.Statistics;
using Tollgate.Suites;
using Tollgate.Transcripts;

namespace Tollgate.Tests.Sessions.StandIns;

public class StandInTests
{
    private const string Booking = """
              - say: "I am Tallow. Book me in for the fifth."
                before: "One moment."
                expect:
                  - find_guest: { name: Tallow }
                  - together: [ { book: { guest_id: G-1, day: 2026-03-05 } }, { find_guest: { name: Ferris } } ]
                reply: "Booked. Your name?"
              - asked: [name]
                say: "It is Tallow."
                reply: "Thank you."
        """;

    private const string Ferris = "    records: { guests: [ { id: G-2, name: Ferris } ] }";

    // What is told it in turn, each followed by what it answers. `hear N`: the caller says step N; `lost`: a
    // clarification; `cut N`: the start of step N; `go on N`: its end. `ok`, `fail`, `time_out`, `bad`: what came of the
    // calls before, one after the other.
    public static TheoryData<string, int, string[], string[]> Scenarios { get; } = new()
    {
        { "groups one after another, the calls of one at once, then the reply", 1,
            ["hear 0", "ok", "ok ok"],
            ["One moment. + find_guest Tallow", "+ book G-1, find_guest Ferris", "Booked. Your name?"] },
        { "a step without calls is answered", 1, ["hear 1"], ["Thank you."] },
        { "a call that timed out is made again, and the rest follows", 1,
            ["hear 0", "time_out", "ok", "ok ok"],
            ["One moment. + find_guest Tallow", "[again] + find_guest Tallow", "+ book G-1, find_guest Ferris", "Booked. Your name?"] },
        { "so is one that failed", 1,
            ["hear 0", "fail", "ok"],
            ["One moment. + find_guest Tallow", "[again] + find_guest Tallow", "+ book G-1, find_guest Ferris"] },
        { "one that was answered otherwise is not", 1,
            ["hear 0", "bad", "ok ok"],
            ["One moment. + find_guest Tallow", "+ book G-1, find_guest Ferris", "Booked. Your name?"] },
        { "of a group only what failed", 1,
            ["hear 0", "ok", "ok fail", "ok"],
            ["One moment. + find_guest Tallow", "+ book G-1, find_guest Ferris", "[again] + find_guest Ferris", "Booked. Your name?"] },
        { "an agent without retries gives up at once, and makes no further calls", 0,
            ["hear 0", "fail"], ["One moment. + find_guest Tallow", "[gives up]"] },
        { "one with a retry after the second time", 1,
            ["hear 0", "fail", "time_out"],
            ["One moment. + find_guest Tallow", "[again] + find_guest Tallow", "[gives up]"] },
        { "one with two after the third", 2,
            ["hear 0", "fail", "fail", "fail"],
            ["One moment. + find_guest Tallow", "[again] + find_guest Tallow", "[again] + find_guest Tallow", "[gives up]"] },
        { "retries are counted for each group anew", 1,
            ["hear 0", "fail", "ok", "fail ok", "ok"],
            ["One moment. + find_guest Tallow", "[again] + find_guest Tallow", "+ book G-1, find_guest Ferris",
                "[again] + book G-1", "Booked. Your name?"] },
        { "a caller who asks again gets it tried again, and the rest of it", 0,
            ["hear 0", "fail", "lost", "ok", "ok ok"],
            ["One moment. + find_guest Tallow", "[gives up]", "One moment. + find_guest Tallow",
                "+ book G-1, find_guest Ferris", "Booked. Your name?"] },
        { "what went through is not tried again", 0,
            ["hear 0", "ok", "ok fail", "lost", "ok"],
            ["One moment. + find_guest Tallow", "+ book G-1, find_guest Ferris", "[gives up]", "+ find_guest Ferris", "Booked. Your name?"] },
        { "a second clarification is answered in the same words", 1,
            ["hear 1", "lost", "lost"], ["Thank you.", "Thank you.", "Thank you."] },
        { "a turn that was cut short gets no more than an ear", 1,
            ["cut 0", "go on 0", "ok"], ["Yes?", "One moment. + find_guest Tallow", "+ book G-1, find_guest Ferris"] },
        { "two steps at once: the calls of both, the last one's reply", 1,
            ["hear 0 1", "ok", "ok ok"],
            ["One moment. + find_guest Tallow", "+ book G-1, find_guest Ferris", "Thank you."] },
    };

    [Theory]
    [MemberData(nameof(Scenarios))]
    public void Answer_InAScenario_IsThatOfAGoodAgent(string why, int retries, string[] told, string[] answers)
    {
        var suite = Rehearsal.Read(Desk.With(Booking, Ferris));
        var agent = suite.Agents["front"] with { Retries = retries };
        var standIn = New(suite);
        var reply = Reply.Empty;
        var shown = new List<string>();
        foreach (var what in told)
        {
            var ran = Tell(standIn, suite.Sessions[0], what, reply);
            reply = standIn.Answer(1, agent, ran);
            shown.Add(Show(reply));
        }

        shown.ToArray().ShouldBe(answers, customMessage: why);
        standIn.Planted.ShouldBeEmpty();
    }

    [Fact]
    public void Answer_Spoiled_SaysWhatAndInWhichTurn()
    {
        var suite = Rehearsal.Read(Desk.With(Booking, Ferris));
        var standIn = New(suite, SpoilRates.Of(FaultKind.WrongValue, 1));
        Tell(standIn, suite.Sessions[0], "hear 0", Reply.Empty);
        var reply = standIn.Answer(7, suite.Agents["front"], []);
        var (turn, fault) = standIn.Planted.ShouldHaveSingleItem();
        (turn, fault.Kind).ShouldBe((7, FaultKind.WrongValue));
        reply.ToolCalls[0].ArgumentsJson.ShouldNotContain("\"Tallow\"");
    }

    [Fact]
    public void CutOff_WhileItWroteCalls_MakesThemInTheNextTurnFirst()
    {
        var suite = Rehearsal.Read(Desk.With(Booking, Ferris));
        var standIn = New(suite);
        Tell(standIn, suite.Sessions[0], "hear 0", Reply.Empty);
        var cut = standIn.Answer(1, suite.Agents["front"], []);
        standIn.CutOff();
        Tell(standIn, suite.Sessions[0], "hear 1", Reply.Empty);
        var again = standIn.Answer(2, suite.Agents["front"], []);
        var next = standIn.Answer(2, suite.Agents["front"], Tell(standIn, suite.Sessions[0], "ok", again));

        Show(cut).ShouldBe("One moment. + find_guest Tallow");
        Show(again).ShouldBe("+ find_guest Tallow");
        Show(next).ShouldBe("+ book G-1, find_guest Ferris");

        // What was a reply alone is not said again.
        Show(standIn.Answer(2, suite.Agents["front"], Tell(standIn, suite.Sessions[0], "ok ok", next))).ShouldBe("Thank you.");
        standIn.CutOff();
        Show(standIn.Answer(3, suite.Agents["front"], [])).ShouldBe("Thank you.");
    }

    [Fact]
    public void Answer_WithItsCallsForgotten_StillTalks()
    {
        var suite = Rehearsal.Read(Desk.Plain("""
                  - say: "To billing."
                    expect: [ { hand_over_to: bills } ]
                    reply: "Certainly."
            """));
        var standIn = New(suite, SpoilRates.Of(FaultKind.ForgottenHandoff, 1));
        Tell(standIn, suite.Sessions[0], "hear 0", Reply.Empty);
        Show(standIn.Answer(1, suite.Agents["front"], [])).ShouldBe("Certainly.");
    }

    [Theory]
    [InlineData(0, 0, 0)] // a good one answers with the session's labels
    [InlineData(1, 1, 1)] // one that gets every value wrong never does
    [InlineData(0.3, 0.2, 0.4)]
    public void Label_IsTheSessionsUnlessSpoiled(double rate, double least, double most)
    {
        var questions = new PostCall("Read.", new Dictionary<string, IReadOnlyList<string>>
        {
            ["sentiment"] = ["positive", "neutral", "negative"],
            ["lead"] = ["hot", "none"],
            ["alone"] = ["yes"],
        });
        var suite = Rehearsal.Read(Desk.With(Booking, Ferris));
        var session = suite.Sessions[0] with
        {
            Labels = new Dictionary<string, string> { ["sentiment"] = "negative", ["lead"] = "none", ["alone"] = "yes" },
        };
        var standIn = new StandIn(suite, session, SpoilRates.Of(FaultKind.WrongValue, rate), new RandomStream(3));
        var wrong = 0;
        for (var i = 0; i < 500; i++)
        {
            using var labels = JsonDocument.Parse(standIn.Label(questions).Text);
            string Of(string name) => labels.RootElement.GetProperty(name).GetString()!; // Every answer is a text.
            Of("alone").ShouldBe("yes", customMessage: "there is no other answer");
            questions.Questions["sentiment"].Contains(Of("sentiment")).ShouldBeTrue();
            wrong += Of("sentiment") == "negative" ? 0 : 1;
            wrong += Of("lead") == "none" ? 0 : 1;
        }

        (wrong / 1000.0).ShouldBeInRange(least, most);
    }

    private static StandIn New(Suite suite, SpoilRates? rates = null) =>
        new(suite, suite.Sessions[0], rates ?? SpoilRates.None, new RandomStream(3));

    private static IReadOnlyList<ToolRan> Tell(StandIn standIn, SuiteSession session, string what, Reply before)
    {
        var words = what.Split(' ');
        var steps = words.Where(word => char.IsDigit(word[0])).Select(word => session.Steps[word[0] - '0']).ToList();
        if (steps.Count > 0 || words[0] == "lost")
        {
            var kind = words[0] switch
            {
                "cut" => SpeechKind.CutShort,
                "go" => SpeechKind.Continuation,
                "lost" => SpeechKind.Clarification,
                _ => SpeechKind.Line,
            };
            standIn.Hear(new CallerMove("words") { Steps = steps, IsLost = steps.Count == 0 }, kind);
            return [];
        }

        words.Length.ShouldBe(before.ToolCalls.Count, what);
        return [.. before.ToolCalls.Zip(words, (call, came) => new ToolRan(
            "front", call.Id, call.Name, call.ArgumentsJson, Status(came), "{}", 1) { Turn = 1 })];
    }

    private static ToolStatus Status(string came) => came switch
    {
        "ok" => ToolStatus.Answered,
        "fail" => ToolStatus.Failed,
        "time_out" => ToolStatus.TimedOut,
        _ => ToolStatus.BadArguments,
    };

    private static string Show(Reply reply)
    {
        var text = reply.Text switch
        {
            "I'm sorry, that did not go through. Let me try once more." => "[again]",
            _ when reply.Text.Contains("system is not answering", StringComparison.Ordinal) => "[gives up]",
            _ => reply.Text,
        };
        var calls = reply.ToolCalls.Select(call =>
        {
            using var arguments = JsonDocument.Parse(call.ArgumentsJson);
            return $"{call.Name} {arguments.RootElement.EnumerateObject().First().Value}";
        });
        return $"{text}{(reply.ToolCalls.Count > 0 ? " + " : "")}{string.Join(", ", calls)}".Trim();
    }
}
