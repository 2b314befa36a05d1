using Tollgate.Exchanges;
using Tollgate.Load;
using Tollgate.Sessions;
using Tollgate.Transcripts;
using static Tollgate.Tests.Sessions.Rehearsal;

namespace Tollgate.Tests.Sessions;

public class SessionTests
{
    private const string TwoSteps = """
              - say: "I would like a room."
                reply: "Of course. And your name?"
              - asked: [name]
                say: "It is Tallow."
                reply: "Thank you. Goodbye."
        """;

    private const string LongReply = "Well then, let me tell you all about our rooms today.";

    [Fact]
    public void Caller_FollowsTheScriptAndHangsUp()
    {
        var played = Play(Desk.Plain(TwoSteps), request =>
            Say(LastUser(request) == "I would like a room." ? "Sure, what is your name?" : "Goodbye."));

        played.Only.Ending.ShouldBe(SessionEnding.Finished);
        played.Only.Entries.OfType<CallerSaid>().Select(caller => caller.Said)
            .ShouldBe(["I would like a room.", "It is Tallow."]);
        played.Only.Entries.OfType<AgentSaid>().Select(agent => agent.Heard)
            .ShouldBe(["Hello?", "Sure, what is your name?", "Goodbye."]);
    }

    [Fact]
    public void Fault_OfTheProgramItself_EndsThatSessionAlone()
    {
        // A schema that no reader of suites lets through: checking a call's arguments throws.
        var played = Play(
            Desk.Plain(TwoSteps),
            request => request.Turn is { Session: 0 } ? Call("find_guest", "{}") : Say("What name please?"),
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
        var played = Play(Desk.Plain(TwoSteps), _ => answers++ switch
        {
            0 => Call("find_guest", """{"name":"\ud800","\udfff":1}"""),
            1 => Say("What name, " + '\uD800' + " please?"),
            _ => Say("Goodbye."),
        });

        played.Only.Ending.ShouldBe(SessionEnding.Finished);
        TranscriptJson.Read(TranscriptJson.Write(played.Only)).Entries.Count.ShouldBe(played.Only.Entries.Count);
    }

    [Fact]
    public void Times_OfATurn_AreThoseOfItsParts()
    {
        var turn = Play(Desk.Plain(TwoSteps), _ => Say("What name please?")).Only.Turns[0];

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
        var yaml = Desk.Plain("""
                  - say: "Tell me about your rooms."
                    reply: "Well then, let me tell you all about our rooms."
                  - say: "Stop, just the price."
                    barge_in: { words: 3 }
                    reply: "Eighty dollars."
            """);
        var played = Play(yaml, request => Say(LastUser(request).StartsWith("Stop", StringComparison.Ordinal)
            ? "Eighty dollars."
            : string.Concat(Enumerable.Repeat(LongReply + " ", 10))));

        var cancelled = played.Exchanges[0];
        cancelled.Outcome.ShouldBe(Outcome.Cancelled);
        var agent = played.Only.Entries.OfType<AgentSaid>().ElementAt(1);
        agent.Heard.ShouldBe("Well then, let");
        agent.Interrupted.ShouldBeTrue();

        // The second word ends the clause 600 ms after the sending; 150 ms later it is audible, and three words last 1.2 s.
        cancelled.Timeline.OverNs.ShouldBe(cancelled.Timeline.SentNs!.Value + Ms(600 + 150 + 1200));
        played.Model!.Requests[1].Prompt.Messages.Select(message => message.Text)
            .ShouldBe(["Tell me about your rooms.", "Well then, let", "Stop, just the price."]);
        played.Only.Turns[0].Interrupted.ShouldBeTrue();
        played.Only.Entries.OfType<CallerSaid>().Last().Kind.ShouldBe(SpeechKind.BargeIn);
        played.Only.Entries.OfType<CallerSaid>().Last().AtNs.ShouldBe(agent.UntilNs);
        played.Summary!.Targets[0].Cancelled.ShouldBe(1);
    }

    [Fact]
    public void BargeIn_AfterTheStreamEnded_CancelsNothing()
    {
        var yaml = Desk.Plain("""
                  - say: "Tell me about your rooms."
                    reply: "Well then, let me tell you all about our rooms."
                  - say: "Stop, just the price."
                    barge_in: { after: 3s }
                    reply: "Eighty dollars."
            """);
        var played = Play(yaml, _ => Say(LongReply));

        played.Exchanges[0].Outcome.ShouldBe(Outcome.Completed);
        var agent = played.Only.Entries.OfType<AgentSaid>().ElementAt(1);
        (agent.UntilNs - agent.AtNs).ShouldBe(Ms(3000));
        agent.Heard.ShouldBe("Well then, let me tell you all", "seven words of 400 ms are over after 3 s");
    }

    [Fact]
    public void BargeIn_WhileAToolRuns_KeepsItsEffectOnce()
    {
        var yaml = Desk.With("""
                  - say: "Book me in, I am Tallow, for the fifth."
                    before: "One moment, I am booking that for you."
                    expect: [ { book: { guest_id: G-1, day: 2026-03-05 } } ]
                    reply: "Done."
                  - say: "Is there parking?"
                    barge_in: { words: 3 }
                    reply: "There is."
            """);
        var played = Play(yaml, request => request.Prompt.Messages.Count == 1
            ? Call("book", """{"guest_id":"G-1","day":"2026-03-05"}""", "One moment, I am booking that for you.")
            : Say("There is."));

        var tool = played.Only.Entries.OfType<ToolRan>().ShouldHaveSingleItem();
        tool.Status.ShouldBe(ToolStatus.Answered);
        tool.Changes.ShouldHaveSingleItem().Key.ShouldBe("B-1001");
        tool.Interrupted.ShouldBeTrue();
        played.Exchanges.Count.ShouldBe(2, "no exchange of the interrupted turn follows the tool");
        played.Model!.Requests[1].Prompt.Messages.Select(message => message.Role)
            .ShouldBe([Role.User, Role.Assistant, Role.Tool, Role.User]);
        played.Model.Requests[1].Prompt.Messages[1].Text.ShouldBe("One moment, I");
    }

    [Fact]
    public void CutTurn_GoesOnIntoTheReply()
    {
        var yaml = Desk.Plain("""
                  - say: "I would like a room for the fifth of March."
                    cut: { words: 5, pause: 600ms }
                    reply: "For the fifth, gladly."
            """);
        var played = Play(yaml, _ => Say("Yes, sure."));

        played.Only.Entries.OfType<CallerSaid>().Select(caller => (caller.Said, caller.Kind)).ShouldBe(
        [
            ("I would like a room", SpeechKind.CutShort),
            ("for the fifth of March.", SpeechKind.Continuation),
        ]);
        played.Exchanges[0].Outcome.ShouldBe(Outcome.Cancelled, "its first word would have come after 310 + 500 ms");
        played.Model!.Requests[1].Prompt.Messages.Select(message => message.Text)
            .ShouldBe(["I would like a room", "for the fifth of March."], "nothing of the reply was heard");
    }

    [Fact]
    public void CutTurn_WhoseStepHasAFault_HasItOnce()
    {
        var yaml = Desk.Plain("""
                  - say: "I am Tallow and I would like a room."
                    cut: { words: 3, pause: 600ms }
                    faults: [ { find_guest: fail } ]
                    expect: [ { find_guest: { name: Tallow } } ]
                    reply: "There you are."
            """);
        var played = Play(yaml, request => request.Prompt.Messages.Count(message => message.Role == Role.Tool) < 2
            ? Call("find_guest", """{"name":"Tallow"}""")
            : Say("There you are."));

        played.Only.Entries.OfType<ToolRan>().Select(ran => ran.Status).ShouldBe([ToolStatus.Failed, ToolStatus.Answered]);
    }

    [Fact]
    public void TrailingOff_IsNeverEnded()
    {
        var yaml = Desk.Plain("""
                  - say: "I would like a room for the fifth of March."
                    cut: { words: 5, pause: 600ms, trails_off: true }
                    reply: "For which day?"
            """);

        Play(yaml, _ => Say("For which day?")).Only.Entries.OfType<CallerSaid>().ShouldHaveSingleItem().Said
            .ShouldBe("I would like a room ...");
    }

    [Fact]
    public void Backchannel_StopsNothingAndIsNoTurn()
    {
        var yaml = Desk.Plain("""
                  - say: "Tell me about your rooms."
                    backchannel: { say: mhm, words: 4 }
                    reply: "Well then, let me tell you all about our rooms."
            """);
        var played = Play(yaml, _ => Say(LongReply));

        played.Only.Entries.OfType<AgentSaid>().Last().Heard.ShouldBe(LongReply);
        played.Only.Entries.OfType<CallerSaid>().Select(caller => caller.Kind)
            .ShouldBe([SpeechKind.Line, SpeechKind.Backchannel]);
        played.Model!.Requests.ShouldHaveSingleItem();
    }

    [Fact]
    public void Handoff_GivesTheNextAgentItsOwnTextAndToolsAndTheWholeContext()
    {
        var yaml = Desk.Plain("""
                  - say: "It is about my bill, I am Tallow."
                    expect: [ { hand_over_to: bills } ]
                    reply: "The bill, then."
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
        var played = Play(Desk.Plain(TwoSteps), request => request.Prompt.Messages[^1].Role == Role.Tool
            ? Say("Your name?")
            : Call(tool, arguments));

        played.Only.Entries.OfType<ToolRan>().First().Status.ShouldBe(status);
        played.Only.Ending.ShouldBe(SessionEnding.Finished);
    }

    [Fact]
    public void ModelThatCallsToolsForEver_IsBoundedAndTheOthersAreUnharmed()
    {
        var yaml = Desk.Plain(TwoSteps) + """

              - name: other
                starts_with: front
                steps:
                  - say: "Another call."
                    reply: "Goodbye."
            """;
        var played = Play(yaml, request => LastUser(request) == "Another call."
            ? Say("Goodbye.")
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
            request => request.Prompt.Messages.Count == 1 ? new Reply("", "", [find, find, find]) : Say("Your name?"));

        played.Only.Entries.OfType<ToolRan>().Select(ran => ran.Status)
            .ShouldBe([ToolStatus.Answered, ToolStatus.Answered, ToolStatus.NotRun]);
        played.Model!.Requests[1].Prompt.Messages.Count(message => message.Role == Role.Tool).ShouldBe(3);
    }

    [Theory]
    [InlineData(2, SessionEnding.Bounded, 2)] // that the caller would have hung up next is not known by then
    [InlineData(3, SessionEnding.Finished, 2)]
    public void SessionOfTooManyTurns_IsBounded(int most, SessionEnding ending, int turns)
    {
        var played = Play(
            Limited($"turns: {most}"), request => Say(LastUser(request) == "It is Tallow." ? "Goodbye." : "Your name?"));

        played.Only.Ending.ShouldBe(ending);
        played.Only.Turns.Count.ShouldBe(turns);
    }

    [Theory]
    [InlineData("", SpeechKind.Line)] // the tool answered
    [InlineData("faults: [ { find_guest: fail } ]", SpeechKind.Clarification)] // a call that failed is no answer
    public void StepThatWaitsForATool_WaitsForItsAnswer(string faults, SpeechKind kind)
    {
        var yaml = Desk.Plain($$"""
                  - say: "I am Tallow."
                    {{faults}}
                    expect: [ { find_guest: { name: Tallow } } ]
                    reply: "There you are."
                  - say: "And now?"
                    after_call: find_guest
                    reply: "Goodbye."
            """);
        var played = Play(yaml, request => request.Prompt.Messages.Count == 1
            ? Call("find_guest", """{"name":"Tallow"}""")
            : Say("Well."));

        played.Only.Entries.OfType<CallerSaid>().ElementAt(1).Kind.ShouldBe(kind);
    }

    [Fact]
    public void CallsOfAStreamThatWasCutOff_WereNotMade()
    {
        var yaml = Desk.Plain("""
                  - say: "Tell me about your rooms."
                    reply: "Well then, let me tell you all about our rooms."
                  - say: "Stop, just the price."
                    barge_in: { words: 1 }
                    reply: "Eighty dollars."
            """);
        var calls = Enumerable.Range(0, 20).Select(i => new ToolCall($"c{i}", "find_guest", """{"name":"Tallow"}"""));
        var played = Play(
            yaml, request => LastUser(request).StartsWith("Stop", StringComparison.Ordinal)
                ? Say("Eighty dollars.")
                : new Reply("Yes, sure.", "", [.. calls]));

        played.Exchanges[0].Outcome.ShouldBe(Outcome.Cancelled);
        played.Exchanges[0].Reply.ToolCalls.Count.ShouldBeInRange(1, 19, "it was cut off among them");
        played.Only.Entries.OfType<ToolRan>().ShouldBeEmpty();
        played.Model!.Requests[1].Prompt.Messages.ShouldAllBe(message => message.ToolCalls.Count == 0);
    }

    [Fact]
    public void ModelThatLeavesTheScript_IsAskedBackAndThenLeft()
    {
        var played = Play(Desk.Plain(TwoSteps), _ => Say("Lovely weather."));

        played.Only.Ending.ShouldBe(SessionEnding.OffScript);
        played.Only.EndingWhy.ShouldContain("step 2 was never reached");
        played.Only.Entries.OfType<CallerSaid>().Count(caller => caller.Kind == SpeechKind.Clarification).ShouldBe(3);
    }

    [Fact]
    public void ModelThatSaysNothingForTooLong_IsHungUpOn()
    {
        var root = "voice: { patience: 400ms }";
        var played = Play(
            Desk.With(TwoSteps, root: root).Replace(
                "    records_after:\n      - { bookings: { guest_id: G-1 }, count: 1 }\n", "", StringComparison.Ordinal),
            _ => Say("Name?"));

        played.Only.Ending.ShouldBe(SessionEnding.HungUp);
        played.Exchanges.ShouldHaveSingleItem().Outcome.ShouldBe(Outcome.Cancelled);
    }

    [Fact]
    public void ProviderThatFailsHalf_LeavesTotalsThatAddUp()
    {
        var calls = 0;
        var played = Play(
            Desk.Plain(TwoSteps), _ => calls++ % 2 == 0 ? Say("Your name?") : new object(),
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
            Desk.Plain(TwoSteps), _ => calls++ == 0 ? new object() : Say("Your name?"),
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
    public void ToolFault_ByScript_BefallsTheCall(string fault, ToolStatus status, long ms)
    {
        var yaml = Desk.Plain($$"""
                  - say: "I am Tallow."
                    faults: [ { find_guest: {{fault}} } ]
                    expect: [ { find_guest: { name: Tallow } } ]
                    reply: "There you are."
            """);
        var played = Play(yaml, request => request.Prompt.Messages.Count == 1
            ? Call("find_guest", """{"name":"Tallow"}""")
            : Say("There you are."));

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
        var plain = Play(Desk.Plain(TwoSteps), _ => Say("Your name?"));
        var hurried = Play(Desk.Plain(TwoSteps), _ => Say("Your name?"), s => s with { Hurry = 50 });

        hurried.Only.Turns.ShouldBe(plain.Only.Turns);
        hurried.Only.LengthNs.ShouldBe(plain.Only.LengthNs);
        hurried.Summary!.EndedNs.ShouldBeLessThan(plain.Summary!.EndedNs / 2);
    }

    [Fact]
    public void SameSeed_GivesTheSameBytes_AndAnotherSeedOthers()
    {
        string Bytes(ulong seed) => string.Join('\n', Play(
            Desk.Plain(TwoSteps), _ => Say("Your name?"),
            settings => settings with { Seed = seed, Noise = 0.4, Repetitions = 5 }).Transcripts.Select(TranscriptJson.Write));

        Bytes(1).ShouldBe(Bytes(1));
        Bytes(1).ShouldNotBe(Bytes(2));
    }

    [Fact]
    public void Sessions_StartOnSchedule_WhateverTheOthersDo()
    {
        var played = Play(
            Desk.Plain(TwoSteps), _ => Say("Your name?"),
            settings => settings with
            {
                Repetitions = 5,
                Starts = new RateSchedule { Rate = new Rate(10), Shape = ArrivalShape.Constant },
            });

        played.Exchanges.Where(exchange => exchange.Turn!.Value.Turn == 1)
            .Select(exchange => exchange.Timeline.IntendedNs - Ms(800 + 2000 + 310))
            .ShouldBe(Enumerable.Range(0, 5).Select(i => Ms(i * 100)));
    }

    [Fact]
    public void Transcript_WrittenAndRead_IsTheSame()
    {
        var transcript = Play(Desk.Plain(TwoSteps), _ => Call("find_guest", "{}", "Your name?")).Only;

        TranscriptJson.Write(TranscriptJson.Read(TranscriptJson.Write(transcript)))
            .ShouldBe(TranscriptJson.Write(transcript));
    }

    private static long Ms(long ms) => ms * 1_000_000;

    private static string Limited(string limit) =>
        Desk.Plain(TwoSteps).Replace("records:\n", $"limits: {{ {limit} }}\nrecords:\n", StringComparison.Ordinal);
}
