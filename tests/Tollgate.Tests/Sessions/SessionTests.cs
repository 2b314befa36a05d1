using Tollgate.Exchanges;
using Tollgate.Load;
using Tollgate.Load.Schedules;
using Tollgate.Load.Schedules.Processes;
using Tollgate.Transcripts;
using Tollgate.Transcripts.Formats;
using Tollgate.Transport;

using static Tollgate.Tests.Sessions.Rehearsal;

namespace Tollgate.Tests.Sessions;

public class SessionTests
{
    private const string LongReply = "Well then, let me tell you all about our rooms today.";

    [Fact]
    public void Caller_SaysWhatHeIsAskedForAndHangsUp()
    {
        var played = Play(Desk.With(Desk.Price), Good);

        played.Only.Ending.ShouldBe(SessionEnding.Finished);
        var said = played.Only.Entries.OfType<CallerSaid>().ToList();
        said.Count.ShouldBe(3);
        said[0].Said.ShouldBe("I would like a room.");
        said[0].Steps.ShouldBe(["room"]);
        said[1].Said.ShouldContain("Tallow");
        played.Only.Entries.OfType<AgentSaid>().Select(agent => agent.Heard)
            .ShouldBe(["Hello?", "Sure, what is your name?", "It is eighty dollars. Anything else?", "Goodbye."]);
    }

    [Fact]
    public void Fault_OfTheProgramItself_EndsThatSessionAlone()
    {
        // A schema that no reader of suites lets through: checking a call's arguments throws.
        var played = Play(
            Desk.With(Desk.Price),
            request => request.Turn is { Session: 0 } ? Call("find_guest", "{}") : Good(request),
            settings => settings with
            {
                Suite = settings.Suite with
                {
                    Tools = settings.Suite.Tools.ToDictionary(
                        tool => tool.Key, tool => tool.Value with { ParametersJson = "[]" }),
                },
                Repetitions = 3,
                Concurrency = 1,
            });

        played.Transcripts.Select(one => one.Ending)
            .ShouldBe([SessionEnding.Failed, SessionEnding.Finished, SessionEnding.Finished]);
        var broken = played.Transcripts[0];
        broken.EndingWhy.ShouldStartWith("Tollgate itself failed with FormatException: ");
        broken.Entries.OfType<CallerSaid>().ShouldHaveSingleItem().Said.ShouldBe("I would like a room.");
        played.Summary!.Valid.ShouldBeFalse();
        played.Summary.Problems.ShouldHaveSingleItem()
            .ShouldBe($"The run is not valid: call broke off: {broken.EndingWhy}");
    }

    [Fact]
    public void Model_ThatWritesHalvesOfCharacters_IsPlayedToTheEnd()
    {
        var answers = 0;
        var played = Play(Desk.With(Desk.Price), request => answers++ switch
        {
            0 => Call("find_guest", """{"name":"\ud800","\udfff":1}"""),
            1 => Say("What name, " + '\uD800' + " please?"),
            _ => Good(request),
        });

        played.Only.Ending.ShouldBe(SessionEnding.Finished);
        TranscriptJson.Read(TranscriptJson.Write(played.Only)).Entries.Count.ShouldBe(played.Only.Entries.Count);
    }

    [Fact]
    public void Times_OfATurn_AreThoseOfItsParts()
    {
        var turn = Play(Desk.With(Desk.Price), _ => Say("What name please?")).Only.Turns[0];

        // Hello takes 400 ms, the caller pauses for 400 ms and says five words; then 200 + 80 + 30 ms until the request.
        turn.SpeechStartNs.ShouldBe(Ms(800));
        turn.SpeechEndNs.ShouldBe(Ms(800 + 2000));
        turn.Parts.HearingNs.ShouldBe(Ms(310));
        turn.FirstTokenNs.ShouldBe(Ms(500));
        turn.FirstClauseNs.ShouldBe(Ms(700), "the third word ends the clause");
        turn.AudibleNs.ShouldBe(turn.SpeechEndNs + Ms(310 + 700 + 150));
        turn.DeadAirNs.ShouldBe(Ms(310 + 700 + 150));
        turn.Parts.TotalNs.ShouldBe(Ms(310 + 700));
        turn.Parts.OutputNs.ShouldBe(Ms(200));
    }

    [Fact]
    public void BargeIn_AtAWord_CancelsTheStreamThereAndTheHistoryHoldsWhatWasHeard()
    {
        var played = Play(
            Desk.With(Desk.Price, "    interrupts: [3]"), request => request.Prompt.Messages.Count > 1
                ? Good(request)
                : Say(string.Concat(Enumerable.Repeat(LongReply + " ", 10))));

        var cancelled = played.Exchanges[0];
        cancelled.Outcome.ShouldBe(Outcome.Cancelled);
        var agent = played.Only.Entries.OfType<AgentSaid>().ElementAt(1);
        agent.Heard.ShouldBe("Well then, let");
        agent.Interrupted.ShouldBeTrue();

        // The second word ends the clause 600 ms after the sending; 150 ms later it is audible, and three words last 1.2 s.
        cancelled.Timeline.OverNs.ShouldBe(cancelled.Timeline.SentNs!.Value + Ms(600 + 150 + 1200));
        var bargedIn = played.Only.Entries.OfType<CallerSaid>().ElementAt(1);
        played.Model!.Requests[1].Prompt.Messages.Select(message => message.Text)
            .ShouldBe(["I would like a room.", "Well then, let", bargedIn.Said]);
        played.Only.Turns[0].Interrupted.ShouldBeTrue();
        bargedIn.Kind.ShouldBe(SpeechKind.BargeIn);
        bargedIn.AtNs.ShouldBe(agent.UntilNs);
        played.Summary!.Targets[0].Cancelled.ShouldBe(1);
    }

    [Fact]
    public void BargeIn_AfterTheStreamEnded_CancelsNothing()
    {
        var played = Play(Desk.With(Desk.Price, "    interrupts: [7]"), _ => Say(LongReply));

        played.Exchanges[0].Outcome.ShouldBe(Outcome.Completed);
        var agent = played.Only.Entries.OfType<AgentSaid>().ElementAt(1);
        (agent.UntilNs - agent.AtNs).ShouldBe(Ms(2800), "seven words of 400 ms");
        agent.Heard.ShouldBe("Well then, let me tell you all");
    }

    [Fact]
    public void BargeIn_WhileAToolRuns_KeepsItsEffectOnce()
    {
        var played = Play(
            Desk.With(Desk.Booking, "    interrupts: [3]"), request => request.Prompt.Messages.Count == 1
                ? Call("book", """{"guest_id":"G-1","day":"2026-03-05"}""", "One moment, I am booking that for you.")
                : Say("It is booked."));

        var tool = played.Only.Entries.OfType<ToolRan>().ShouldHaveSingleItem();
        tool.Status.ShouldBe(ToolStatus.Answered);
        tool.Changes.ShouldHaveSingleItem().Key.ShouldBe("B-1001");
        tool.Interrupted.ShouldBeTrue();
        played.Exchanges.Count(exchange => exchange.Turn!.Value.Turn == 1)
            .ShouldBe(1, "no exchange of the interrupted turn follows the tool");
        played.Model!.Requests[1].Prompt.Messages.Select(message => message.Role)
            .ShouldBe([Role.User, Role.Assistant, Role.Tool, Role.User]);
        played.Model.Requests[1].Prompt.Messages[1].Text.ShouldBe("One moment, I");
    }

    [Fact]
    public void CutTurn_GoesOnIntoTheReply()
    {
        var played = Play(Desk.With(Desk.Price, "    cuts: [{ words: 2, pause: 600ms }]"), request =>
            request.Prompt.Messages.Count == 1 ? Say("What is your phone number?") : Good(request));

        var cut = played.Only.Entries.OfType<CallerSaid>().Skip(1).Take(2).ToList();
        cut.Select(caller => caller.Kind).ShouldBe([SpeechKind.CutShort, SpeechKind.Continuation]);
        cut[0].Said.Split(' ').Length.ShouldBe(2);
        cut[1].Said.ShouldEndWith("six six.");
        played.Exchanges[1].Outcome.ShouldBe(Outcome.Cancelled, "its first word would have come after 310 + 500 ms");
        played.Model!.Requests[2].Prompt.Messages.Skip(2).Select(message => message.Text)
            .ShouldBe([cut[0].Said, cut[1].Said], "nothing of the reply was heard");
    }

    [Fact]
    public void TrailingOff_IsNeverEnded() =>
        Play(Desk.With(Desk.Price, "    cuts: [{ words: 3, trails_off: true }]"), Good).Only.Entries.OfType<CallerSaid>()
            .Take(2).Select(caller => caller.Said).ShouldBe(["I would like ...", "I would like a room."]);

    [Fact]
    public void Backchannel_StopsNothingAndIsNoTurn()
    {
        var played = Play(Desk.With(Desk.Price, "    backchannel: mhm"), request => request.Prompt.Messages.Count == 1
            ? Say(LongReply)
            : Good(request));

        played.Only.Entries.OfType<AgentSaid>().ElementAt(1).Heard.ShouldBe(LongReply);
        played.Only.Entries.OfType<CallerSaid>().Take(2).Select(caller => (caller.Kind, caller.Turn))
            .ShouldBe([(SpeechKind.Line, 1), (SpeechKind.Backchannel, 1)]);
        played.Model!.Requests[1].Prompt.Messages.Count.ShouldBe(3);
    }

    [Fact]
    public void Handoff_GivesTheNextAgentItsOwnTextAndToolsAndTheWholeContext()
    {
        var yaml = Desk.With("""
                opens: "It is about my bill."
                hands_over_to: bills
            """);
        var played = Play(yaml, request => request.Prompt.Messages.Count == 1
            ? Call("transfer_to_bills", "{}")
            : Say("The bill, then."));

        var (before, after) = (played.Model!.Requests[0].Prompt, played.Model.Requests[1].Prompt);
        before.Tools.Select(tool => tool.Name).ShouldBe(["find_guest", "book", "transfer_to_bills"]);
        after.Tools.Select(tool => tool.Name).ShouldBe(["find_guest"]);
        after.System!.ShouldStartWith("You are the billing desk.");
        after.Messages[0].ShouldBe(before.Messages[0]);
        played.Only.Entries.OfType<HandedOver>().ShouldHaveSingleItem().To.ShouldBe("bills");
        played.Only.Entries.OfType<AgentSaid>().Last().Agent.ShouldBe("bills");
    }

    [Theory]
    [InlineData("find_guest", "{\"name\":", ToolStatus.BadArguments)] // broken JSON
    [InlineData("find_guest", "[]", ToolStatus.BadArguments)] // no object
    [InlineData("find_guest", "{\"name\":1}", ToolStatus.BadArguments)] // the schema says text
    [InlineData("find_guest", "{}", ToolStatus.BadArguments)] // the name is required
    [InlineData("find_ghost", "{}", ToolStatus.UnknownTool)] // there is none
    [InlineData("transfer_to_nobody", "{}", ToolStatus.UnknownTool)]
    [InlineData("find_guest", "{\"name\":\"Tallow\"}", ToolStatus.Answered)]
    [InlineData("find_guest", "{\"name\":\"Nobody\"}", ToolStatus.Answered)] // that nobody was found is an answer
    public void ToolCall_OfAnyKind_IsAnsweredAndTheSessionGoesOn(string tool, string arguments, ToolStatus status)
    {
        var played = Play(Desk.With(Desk.Price), request => request.Prompt.Messages.Count == 1
            ? Call(tool, arguments)
            : Good(request));

        played.Only.Entries.OfType<ToolRan>().First().Status.ShouldBe(status);
        played.Only.Ending.ShouldBe(SessionEnding.Finished);
    }

    [Fact]
    public void ModelThatCallsToolsForEver_IsBoundedAndTheOthersAreUnharmed()
    {
        var yaml = Desk.With(Desk.Price) + """

              - name: other
                caller: guest
                starts_with: front
                wishes: [room]
            """;
        var played = Play(yaml, request => request.Turn is { Session: 1 }
            ? Good(request)
            : Call("find_guest", """{"name":"Tallow"}"""));

        played.Transcripts.Select(transcript => (transcript.Session, transcript.Ending)).ShouldBe(
            [("other", SessionEnding.Finished), ("call", SessionEnding.Bounded)], ignoreOrder: true);
        played.Summary!.Valid.ShouldBeTrue();
    }

    [Fact]
    public void ModelThatMakesTooManyCallsAtOnce_HasTheFirstCarriedOut()
    {
        var find = new ToolCall("c", "find_guest", """{"name":"Tallow"}""");
        var played = Play(
            Limited("calls_per_exchange: 2"),
            request => request.Prompt.Messages.Count == 1 ? new Reply("", "", [find, find, find]) : Good(request));

        played.Only.Entries.OfType<ToolRan>().Select(ran => ran.Status)
            .ShouldBe([ToolStatus.Answered, ToolStatus.Answered, ToolStatus.NotRun]);
        played.Model!.Requests[1].Prompt.Messages.Count(message => message.Role == Role.Tool).ShouldBe(3);
    }

    [Theory]
    [InlineData(3, SessionEnding.Bounded, 3)] // that the caller would have hung up next is not known by then
    [InlineData(4, SessionEnding.Finished, 3)]
    public void SessionOfTooManyTurns_IsBounded(int most, SessionEnding ending, int turns)
    {
        var played = Play(Limited($"turns: {most}"), Good);

        played.Only.Ending.ShouldBe(ending);
        played.Only.Turns.Count.ShouldBe(turns);
    }

    [Fact]
    public void CallsOfAStreamThatWasCutOff_WereNotMade()
    {
        var calls = Enumerable.Range(0, 20).Select(i => new ToolCall($"c{i}", "find_guest", """{"name":"Tallow"}"""));
        var played = Play(
            Desk.With(Desk.Price, "    interrupts: [1]"), request => request.Prompt.Messages.Count > 1
                ? Good(request)
                : new Reply("Yes, sure.", "", [.. calls]));

        played.Exchanges[0].Outcome.ShouldBe(Outcome.Cancelled);
        played.Exchanges[0].Reply.ToolCalls.Count.ShouldBeInRange(1, 19, "it was cut off among them");
        played.Only.Entries.OfType<ToolRan>().ShouldBeEmpty();
        played.Model!.Requests[1].Prompt.Messages.ShouldAllBe(message => message.ToolCalls.Count == 0);
    }

    [Fact]
    public void ModelThatTalksOfOtherThings_IsAskedBackAndThenLeft()
    {
        var played = Play(Desk.With(Desk.Price), _ => Say("Lovely weather."));

        played.Only.Ending.ShouldBeOneOf(SessionEnding.OffScript, SessionEnding.Finished);
        played.Only.Entries.OfType<CallerSaid>().Count(caller => caller.Said.Contains("room")).ShouldBeGreaterThan(1);
        played.Only.Entries.OfType<CallerSaid>().Count().ShouldBeInRange(3, 10);
    }

    [Fact]
    public void ModelThatSaysNothingForTooLong_IsHungUpOn()
    {
        var root = "voice: { patience: 400ms }";
        var played = Play(Desk.With(Desk.Price, root: root), _ => Say("Name?"));

        played.Only.Ending.ShouldBe(SessionEnding.HungUp);
        played.Exchanges.ShouldHaveSingleItem().Outcome.ShouldBe(Outcome.Cancelled);
    }

    [Fact]
    public void ProviderThatFailsHalf_LeavesTotalsThatAddUp()
    {
        var calls = 0;
        var played = Play(
            Desk.With(Desk.Price), request => calls++ % 7 != 6 ? Good(request) : new object(),
            settings => settings with { Repetitions = 20 });

        played.Summary!.Valid.ShouldBeTrue();
        played.Transcripts.Count.ShouldBe(20);
        played.Transcripts.ShouldContain(transcript => transcript.Ending == SessionEnding.Failed);
        played.Exchanges.Count.ShouldBe((int)played.Summary.Targets[0].Issued);
    }

    [Fact]
    public void FailedExchange_IsTriedAgainWhereThePlanSaysSo()
    {
        var calls = 0;
        var played = Play(
            Desk.With(Desk.Price), request => calls++ == 0 ? new object() : Good(request),
            settings => settings with
            {
                Retry = new RetryRule { On = new HashSet<FailureKind> { FailureKind.ServerError } },
            });

        played.Only.Ending.ShouldBe(SessionEnding.Finished);
        played.Only.Turns[0].Parts.RetriesNs.ShouldBeGreaterThan(Ms(700));
    }

    [Theory]
    [InlineData("time_out", ToolStatus.TimedOut, 2000)] // the tool's own limit
    [InlineData("fail", ToolStatus.Failed, 400)]
    [InlineData("slow", ToolStatus.Answered, 1600)] // four times as long
    [InlineData("answer_twice", ToolStatus.Answered, 400)]
    [InlineData("partial_first", ToolStatus.Answered, 400)]
    public void ToolFault_OfABrief_BefallsTheCall(string fault, ToolStatus status, long ms)
    {
        var yaml = Desk.With(Desk.Price, $$"""    faults: [ { find_guest: {{fault}} } ]""");
        var played = Play(yaml, request => request.Prompt.Messages.Count == 1
            ? Call("find_guest", """{"name":"Tallow"}""")
            : Good(request));

        var tool = played.Only.Entries.OfType<ToolRan>().ShouldHaveSingleItem();
        tool.Status.ShouldBe(status);
        (tool.UntilNs - tool.AtNs).ShouldBe(Ms(ms));
        played.Model!.Requests[1].Prompt.Messages[^1].Role.ShouldBe(
            fault is "answer_twice" or "partial_first" ? Role.User : Role.Tool);
        if (fault == "partial_first")
        {
            tool.ResultJson.ShouldContain("\"partial\":true");
            played.Model.Requests[1].Prompt.Messages[^1].Text.ShouldContain("G-1");
        }
    }

    [Fact]
    public void Hurry_ChangesNoNumberOfTheCall()
    {
        var plain = Play(Desk.With(Desk.Price), Good);
        var hurried = Play(Desk.With(Desk.Price), Good, s => s with { TimeScale = 50 });

        hurried.Only.Turns.ShouldBe(plain.Only.Turns);
        hurried.Only.LengthNs.ShouldBe(plain.Only.LengthNs);
        hurried.Summary!.EndedNs.ShouldBeLessThan(plain.Summary!.EndedNs / 2);
    }

    [Fact]
    public void SameSeed_GivesTheSameBytes_AndAnotherSeedOthers()
    {
        string Bytes(ulong seed) => string.Join('\n', Play(
            Desk.With(Desk.Price), Good,
            settings => settings with { Seed = seed, Noise = 0.4, Repetitions = 5 }).Transcripts.Select(TranscriptJson.Write));

        Bytes(1).ShouldBe(Bytes(1));
        Bytes(1).ShouldNotBe(Bytes(2));
    }

    [Fact]
    public void Sessions_StartOnSchedule_WhateverTheOthersDo()
    {
        var played = Play(
            Desk.With(Desk.Price), Good,
            settings => settings with
            {
                Repetitions = 5,
                Starts = new RateSchedule { Rate = new Rate(10), Arrivals = new Arrivals(ArrivalProcesses.Find("constant").ShouldNotBeNull()) },
            });

        played.Exchanges.Where(exchange => exchange.Turn!.Value.Turn == 1)
            .Select(exchange => exchange.Timeline.IntendedNs - Ms(800 + 2000 + 310))
            .ShouldBe(Enumerable.Range(0, 5).Select(i => Ms(i * 100)));
    }

    [Fact]
    public void Transcript_WrittenAndRead_IsTheSame()
    {
        var transcript = Play(Desk.With(Desk.Price), request => request.Prompt.Messages.Count == 1 ? Call("find_guest", "{}", "Your name?") : Good(request)).Only;

        TranscriptJson.Write(TranscriptJson.Read(TranscriptJson.Write(transcript)))
            .ShouldBe(TranscriptJson.Write(transcript));
    }

    // Asks for the name, tells the price, takes its leave.
    private static Reply Good(ExchangeRequest request) => LastUser(request) switch
    {
        var text when text.Contains("room", StringComparison.Ordinal) => Say("Sure, what is your name?"),
        var text when text.Contains("Tallow", StringComparison.Ordinal) => Say("It is eighty dollars. Anything else?"),
        _ => request.Prompt.Messages.Any(message => message.Text.Contains("eighty", StringComparison.Ordinal))
            ? Say("Goodbye.")
            : Say("It is eighty dollars. Anything else?"),
    };

    private static long Ms(long ms) => ms * 1_000_000;

    private static string Limited(string limit) =>
        Desk.With(Desk.Price).Replace("records:\n", $"limits: {{ {limit} }}\nrecords:\n", StringComparison.Ordinal);
}
