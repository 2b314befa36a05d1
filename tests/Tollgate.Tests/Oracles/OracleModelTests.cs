using System.Text.Json;
using Tollgate.Callers.Voiced;
using Tollgate.Exchanges;
using Tollgate.Simulator.Oracles;
using Tollgate.Statistics;
using Tollgate.Suites;
using Tollgate.Tests.Sessions;
using Tollgate.Transcripts;

namespace Tollgate.Tests.Oracles;

public class OracleModelTests
{
    private const string Wish = """
            opens: "Book me in for the fifth."
            looks_up: [ { find_guest: { name: "{caller.name}" } } ]
            does: [ { book: { guest_id: G-1, day: 2026-03-05 } } ]
          bill:
            opens: "It is about my bill."
            hands_over_to: bills
        """;

    // What is told it in turn, each followed by what it answers. `room`, `bill`: the caller brings the wish up; `name`: he
    // gives his name; `yes`, `lost`, `bye`: he says so; `cut`, `go`: the beginning and the end of `room`. `ok`, `fail`,
    // `time_out`, `bad`: what came of the calls before, one after the other.
    public static TheoryData<string, int, string[], string[]> Scenarios { get; } = new()
    {
        { "it asks for what the calls need, looks it up, and does it", 1,
            ["room", "name", "ok", "ok"],
            ["What's your name?", "+ find_guest Tallow", "+ book G-1", Done] },
        { "a call that timed out is made again, and the rest follows", 1,
            ["room", "name", "time_out", "ok", "ok"],
            ["What's your name?", "+ find_guest Tallow", "[again] + find_guest Tallow", "+ book G-1", Done] },
        { "so is one that failed", 1,
            ["room", "name", "fail", "ok"],
            ["What's your name?", "+ find_guest Tallow", "[again] + find_guest Tallow", "+ book G-1"] },
        { "one that was answered otherwise is not", 1,
            ["room", "name", "bad", "ok"],
            ["What's your name?", "+ find_guest Tallow", "+ book G-1", Done] },
        { "an agent without retries gives up at once, and makes no further calls", 0,
            ["room", "name", "fail"], ["What's your name?", "+ find_guest Tallow", "[gives up]"] },
        { "one with a retry after the second time", 1,
            ["room", "name", "fail", "time_out"],
            ["What's your name?", "+ find_guest Tallow", "[again] + find_guest Tallow", "[gives up]"] },
        { "one with two after the third", 2,
            ["room", "name", "fail", "fail", "fail"],
            ["What's your name?", "+ find_guest Tallow", "[again] + find_guest Tallow", "[again] + find_guest Tallow",
                "[gives up]"] },
        { "retries are counted for each call anew", 1,
            ["room", "name", "fail", "ok", "fail", "ok"],
            ["What's your name?", "+ find_guest Tallow", "[again] + find_guest Tallow", "+ book G-1", "[again] + book G-1",
                Done] },
        { "what did not go through is tried again when the caller speaks, and the rest of it", 0,
            ["room", "name", "fail", "lost", "ok", "ok"],
            ["What's your name?", "+ find_guest Tallow", "[gives up]", "+ find_guest Tallow", "+ book G-1", Done] },
        { "what went through is not tried again", 0,
            ["room", "name", "ok", "fail", "lost", "ok"],
            ["What's your name?", "+ find_guest Tallow", "+ book G-1", "[gives up]", "+ book G-1", Done] },
        { "who did not understand is asked once more in the same words", 1,
            ["room", "lost", "lost"], ["What's your name?", "What's your name?", "What's your name?"] },
        { "a turn that was cut short gets no more than an ear", 1,
            ["cut", "go", "name"], ["Go ahead.", "What's your name?", "+ find_guest Tallow"] },
        { "two wishes at once: the last one first", 1, ["room bill"], ["[puts through] + transfer_to_bills"] },
        { "who takes his leave is let go", 1,
            ["room", "name", "ok", "ok", "bye"],
            ["What's your name?", "+ find_guest Tallow", "+ book G-1", Done, "Bye now."] },
    };

    private static readonly string Yaml =
        Desk.With(Wish).Replace("wishes: [room]", "wishes: [room, bill]", StringComparison.Ordinal);

    private const string Done = "Okay, that's taken care of. Anything else?";

    [Theory]
    [MemberData(nameof(Scenarios))]
    public void Answer_InAScenario_IsThatOfAGoodAgent(string why, int retries, string[] told, string[] answers)
    {
        var suite = Rehearsal.Read(Yaml);
        var agent = suite.Agents["front"] with { Retries = retries };
        var standIn = New(suite);
        var reply = Reply.Empty;
        var shown = new List<string>();
        foreach (var what in told)
        {
            var ran = Tell(standIn, what, reply);
            reply = standIn.Answer(1, agent, ran);
            shown.Add(Show(reply));
        }

        shown.ToArray().ShouldBe(answers, customMessage: why);
        standIn.Planted.ShouldBeEmpty();
    }

    [Fact]
    public void Answer_Spoiled_SaysWhatAndInWhichTurn()
    {
        var suite = Rehearsal.Read(Yaml);
        var standIn = New(suite, InjectionRates.Of(FaultKind.WrongValue, 1));
        Tell(standIn, "room", Reply.Empty);
        standIn.Answer(6, suite.Agents["front"], []);
        Tell(standIn, "name", Reply.Empty);
        var looked = standIn.Answer(7, suite.Agents["front"], []);
        var reply = standIn.Answer(7, suite.Agents["front"], Tell(standIn, "ok", looked));
        var (turn, fault) = standIn.Planted.ShouldHaveSingleItem(); // How it looks something up is its own business.
        (turn, fault.Kind).ShouldBe((7, FaultKind.WrongValue));
        reply.ToolCalls[0].ArgumentsJson.ShouldNotBe("""{"guest_id":"G-1","day":"2026-03-05"}""");
    }

    [Fact]
    public void CutOff_WhileItWroteCalls_MakesThemInTheNextTurnFirst()
    {
        var suite = Rehearsal.Read(Yaml);
        var standIn = New(suite);
        Tell(standIn, "room", Reply.Empty);
        standIn.Answer(1, suite.Agents["front"], []);
        Tell(standIn, "name", Reply.Empty);
        var looked = standIn.Answer(2, suite.Agents["front"], []);
        var cut = standIn.Answer(2, suite.Agents["front"], Tell(standIn, "ok", looked));
        standIn.CutOff();
        Tell(standIn, "lost", Reply.Empty);
        var again = standIn.Answer(3, suite.Agents["front"], []);

        Show(cut).ShouldBe("+ book G-1");
        Show(again).ShouldBe("+ book G-1");

        // What was a reply alone is not said again.
        Show(standIn.Answer(3, suite.Agents["front"], Tell(standIn, "ok", again))).ShouldBe(Done);
        standIn.CutOff();
        Tell(standIn, "bye", Reply.Empty);
        Show(standIn.Answer(4, suite.Agents["front"], [])).ShouldBe("Bye now.");
    }

    [Fact]
    public void Answer_WithItsCallsForgotten_StillTalks()
    {
        var suite = Rehearsal.Read(Yaml);
        var standIn = New(suite, InjectionRates.Of(FaultKind.ForgottenHandoff, 1));
        Tell(standIn, "bill", Reply.Empty);
        var reply = standIn.Answer(1, suite.Agents["front"], []);
        reply.ToolCalls.ShouldBeEmpty();
        reply.Text.ShouldNotBeEmpty();
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
        var suite = Rehearsal.Read(Yaml);
        var session = suite.Sessions[0] with
        {
            Labels = new Dictionary<string, string> { ["sentiment"] = "negative", ["lead"] = "none", ["alone"] = "yes" },
        };
        var standIn = new OracleModel(suite, session, InjectionRates.Of(FaultKind.WrongValue, rate), AgentStyle.All[0],
            new RandomStream(3));
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

    private static OracleModel New(Suite suite, InjectionRates? rates = null) => new(
        suite, suite.Sessions[0], rates ?? InjectionRates.None, AgentStyle.All.First(style => style.Name == "terse"),
        new RandomStream(3));

    private static IReadOnlyList<ToolRan> Tell(OracleModel standIn, string what, Reply before)
    {
        var words = what.Split(' ');
        if (words[0] is "ok" or "fail" or "time_out" or "bad")
        {
            words.Length.ShouldBe(before.ToolCalls.Count, what);
            return [.. before.ToolCalls.Zip(words, (call, came) => new ToolRan(
                "front", call.Id, call.Name, call.ArgumentsJson, Status(came), "{}", 1) { Turn = 1 })];
        }

        var kind = words[0] switch
        {
            "cut" => SpeechKind.CutShort,
            "go" => SpeechKind.Continuation,
            "lost" => SpeechKind.Clarification,
            _ => SpeechKind.Line,
        };
        standIn.Hear(
            new CallerMove("words")
            {
                Opens = what is "cut" or "go" ? ["room"] : [.. words.Where(word => word is "room" or "bill")],
                IsLost = what == "lost",
                TakesLeave = what == "bye",
            },
            kind);
        return [];
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
            "Let me transfer you." => "[puts through]",
            _ => reply.Text,
        };
        var calls = reply.ToolCalls.Select(call =>
        {
            using var arguments = JsonDocument.Parse(call.ArgumentsJson);
            return $"{call.Name} {arguments.RootElement.EnumerateObject().FirstOrDefault().Value}".TrimEnd();
        });
        return $"{text}{(reply.ToolCalls.Count > 0 ? " + " : "")}{string.Join(", ", calls)}".Trim();
    }
}
