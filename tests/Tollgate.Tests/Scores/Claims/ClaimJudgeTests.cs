using Tollgate.Scores.Claims;
using Tollgate.Scores.Claims.World;
using Tollgate.Statistics;
using Tollgate.Tests.Scores.Sentences;

namespace Tollgate.Tests.Scores.Claims;

public class ClaimJudgeTests
{
    private const string Berths =
        """{"found":2,"berths":[{"code":"BT-4410","owner":"Orla Quist","boat":"Puffin","nights":3,"fee":135,"status":"in review"},{"code":"BT-4401","owner":"Bram Veld","boat":"Heron","nights":5,"fee":232,"status":"confirmed"}]}""";

    private const string Lifts = """{"found":2,"times":[{"day":"2026-06-12","time":"08:30"},{"day":"2026-06-12","time":"16:10"}]}""";

    private const string Done = """{"ok":true,"record":{"id":"L-77","day":"2026-06-12","time":"16:10","status":"booked"}}""";

    private static readonly (string, string, string) Berth = ("find_berth", """{"owner":"Orla Quist"}""", Berths);
    private static readonly (string, string, string) Times = ("find_lifts", """{"day":"2026-06-12"}""", Lifts);
    private static readonly (string, string, string) Lift = ("book_lift", """{"berth":"BT-4410","day":"2026-06-12","time":"16:10"}""", Done);
    private static readonly (string, string, string) Nothing = ("find_berth", """{"code":"BT-9000"}""", """{"found":0,"berths":[]}""");
    private static readonly (string, string, string) Silence = ("find_berth", """{"code":"BT-9000"}""", """{"error":"timeout"}""");
    private static readonly (string, string, string) Failed = ("cancel_lift", """{"lift":"L-77"}""", """{"ok":false,"error":"already on the crane"}""");
    private static readonly (string, string, string) Note = ("leave_note", """{"text":"Call before the lift"}""", """{"ok":true}""");

    // What was known, a sentence, and what becomes of it: right ones beside wrong ones, a row for each kind of reasoning.
    private static readonly (string Caller, (string, string, string)[] Calls, string Words, ClaimOutcome? Outcome)[] Rows =
    [
        // Spelled letters, and digits in groups.
        ("My name is Quist.", [], "That's Quist, Q-U-I-S-T, correct.", ClaimOutcome.Grounded),
        ("My name is Quist.", [], "That's spelled Q-U-I-R-T.", ClaimOutcome.Invented),
        ("It's B T four four one oh.", [], "I have B, T, four four one zero.", ClaimOutcome.Grounded),
        ("It's B T four four one oh.", [], "I have B, T, four four zero one.", ClaimOutcome.Invented),
        ("My number is three one two, five five five, oh one nine nine.", [], "So that's three one two, five five five, zero one nine nine.", ClaimOutcome.Grounded),
        ("My number is three one two, five five five, oh one nine nine.", [], "So that's three one two, five five five, zero one nine six.", ClaimOutcome.Invented),

        // Numbers as they are said.
        ("What's the Otter?", [], "The Otter is a hundred and fifty-nine euros.", ClaimOutcome.Grounded),
        ("What's the Otter?", [], "The Otter is a hundred and ninety-five euros.", ClaimOutcome.Invented),
        ("What's a lift?", [], "A lift is two hundred ten euros.", ClaimOutcome.Grounded),
        ("What's a lift?", [], "A lift is one hundred twenty euros.", ClaimOutcome.Invented),
        ("And two nights?", [], "For both nights that comes to ninety euros.", ClaimOutcome.Grounded),
        ("How long is a lift?", [], "It takes an hour and a half.", ClaimOutcome.Grounded),
        ("How long is a lift?", [], "It takes about forty minutes.", ClaimOutcome.Invented),

        // Times, their halves and ranges.
        ("When is it free?", [Times], "There's ten past four in the afternoon.", ClaimOutcome.Grounded),
        ("When is it free?", [Times], "There's ten past four in the morning.", ClaimOutcome.Contradicted),
        ("When is it free?", [Times], "There's half past eight.", ClaimOutcome.Grounded),
        ("When is it free?", [Times], "There's half past nine.", ClaimOutcome.Contradicted),
        ("When are you open?", [], "We're here between eight and noon.", ClaimOutcome.Grounded),
        ("When are you open?", [], "We're open until seven.", ClaimOutcome.Invented),
        ("When is it done?", [], "I'd say by four o'clock.", ClaimOutcome.Invented),
        ("When is it done?", [Times], "If it starts at eight thirty, you'll be out by ten.", ClaimOutcome.Grounded),

        // Days from the day of the call.
        ("Is Friday free?", [Times], "On Friday the twelfth there are two times.", ClaimOutcome.Grounded),
        ("Is Friday free?", [Times], "On Friday the thirteenth there are two times.", ClaimOutcome.Contradicted),
        ("When do I get it back?", [], "You'll have the deposit by Friday.", ClaimOutcome.Grounded),
        ("Are you there on Monday?", [], "We're closed on Mondays.", ClaimOutcome.Grounded),

        // Another record's value.
        ("What do I pay?", [Berth], "Orla, yours comes to one hundred thirty-five euros.", ClaimOutcome.Grounded),
        ("What do I pay?", [Berth], "Orla, yours comes to two hundred thirty-two euros.", ClaimOutcome.Contradicted),

        // States.
        ("Is it through?", [("find_repair", "{}", """{"status":"in review"}""")], "It's still in review.", ClaimOutcome.Grounded),
        ("Is it through?", [("find_repair", "{}", """{"status":"in review"}""")], "It's been approved.", ClaimOutcome.Contradicted),
        ("Is it through?", [], "It looks like yours is still with the harbor master.", ClaimOutcome.Invented),

        // Actions and the calls that do them.
        ("Book it.", [Lift], "You're booked for Friday at ten past four.", ClaimOutcome.Grounded),
        ("Book it.", [Lift], "I've booked you in for Friday at half past eight.", ClaimOutcome.Contradicted),
        ("Book it.", [], "I've booked you in.", ClaimOutcome.DoneWithoutCall),
        ("Call me before.", [Note], "I've let the crew know.", ClaimOutcome.Grounded),
        ("Call me before.", [Lift], "I've let the crew know.", ClaimOutcome.DoneWithoutCall),
        ("Call me before.", [Lift], "I've put a note in for the crew.", ClaimOutcome.DoneWithoutCall),
        ("I need a trolley.", [Lift], "I've put a trolley aside for you.", ClaimOutcome.DoneWithoutCall),
        ("Cancel it.", [Failed], "I've cancelled your lift.", ClaimOutcome.DoneWithoutCall),
        ("Cancel it.", [Failed], "I couldn't cancel your lift, it is on the crane.", ClaimOutcome.Grounded),
        ("Send me the chart.", [Lift], "I've just texted her.", ClaimOutcome.DoneWithoutCall),
        ("The name is wrong.", [("move_lift", """{"lift":"L-77","time":"16:10"}""", """{"ok":true}""")], "I've switched the name.", ClaimOutcome.DoneWithoutCall),
        ("Please transfer me.", [], "I'm putting you through to the workshop now.", ClaimOutcome.DoneWithoutCall),
        ("Please transfer me.", [("transfer_to_workshop", "{}", "{}")], "I'm putting you through to the workshop now.", ClaimOutcome.Grounded),
        ("Please transfer me.", [], "I'm putting you through, is that okay?", null),

        // Refusals of what a tool could do.
        ("Can you move it?", [], "Moving a lift isn't something I can do over the phone.", ClaimOutcome.Contradicted),
        ("Can you paint it?", [], "I can't paint your boat over the phone.", ClaimOutcome.Grounded),

        // Absences and look-ups.
        ("BT-9000.", [Nothing], "I don't have a berth under BT-9000 on file.", ClaimOutcome.Grounded),
        ("BT-9005.", [Nothing], "I don't have a berth under BT-9005 on file.", ClaimOutcome.Invented),
        ("BT-9000.", [], "I don't have a berth under BT-9000 on file.", ClaimOutcome.Invented),
        ("BT-9000.", [Silence], "I don't have a berth under BT-9000 on file.", ClaimOutcome.Invented),
        ("BT-9000.", [Silence], "Our system isn't responding right now.", null),
        ("Is Friday free?", [Times], "Friday is fully booked.", ClaimOutcome.Contradicted),

        // What claims nothing.
        ("Hello.", [], "Would you like me to book it?", null),
        ("Hello.", [], "Thanks, one moment please.", null),
        ("Hello.", [], "I can book that for you.", null),
    ];

    public static TheoryData<int> RowNumbers => [.. Enumerable.Range(0, Rows.Length)];

    [Theory]
    [MemberData(nameof(RowNumbers))]
    public void Judge_Sentence_IsAsTheTableSays(int number)
    {
        var (caller, calls, words, outcome) = Rows[number];
        var claims = ClaimWorlds.Judge(caller, calls).Judge(words);
        var charged = claims.FirstOrDefault(static claim => claim.IsCharged);
        if (outcome is null or ClaimOutcome.Grounded)
        {
            charged.ShouldBeNull(words);
            (outcome is null || claims.Any(static claim => claim.Outcome == ClaimOutcome.Grounded)).ShouldBeTrue(words);
        }
        else
        {
            charged.ShouldNotBeNull(words).Outcome.ShouldBe(outcome.Value, words);
        }
    }

    [Fact]
    public void AgentSaid_CallAfterTheWordsInTheSameTurn_CountsForThem()
    {
        var judge = ClaimWorlds.Judge("Please leave a note.");
        var spoken = judge.AgentSaid("I've left a note for the crew.");
        judge.CallMade("leave_note", """{"text":"x"}""");
        judge.ToolAnswered("leave_note", """{"ok":true}""", Tollgate.Transcripts.ToolStatus.Answered);
        spoken.IsJudged.ShouldBeFalse();
        judge.CallerSaid("Thanks.", "Thanks.");
        spoken.IsJudged.ShouldBeTrue();
        spoken.Claims.ShouldNotContain(static claim => claim.IsCharged);
    }

    [Fact]
    public void AgentSaid_CallAfterTheCallersNextWords_ComesTooLate()
    {
        var judge = ClaimWorlds.Judge("Please leave a note.");
        var spoken = judge.AgentSaid("I've left a note for the crew.");
        judge.CallerSaid("Thanks.", "Thanks.");
        judge.CallMade("leave_note", """{"text":"x"}""");
        judge.ToolAnswered("leave_note", """{"ok":true}""", Tollgate.Transcripts.ToolStatus.Answered);
        judge.End();
        spoken.Claims.ShouldContain(static claim => claim.Outcome == ClaimOutcome.DoneWithoutCall);
    }

    [Fact]
    public void HandedOver_WhatTheFirstAgentWasTold_StaysKnown()
    {
        var judge = ClaimWorlds.Judge("What's a lift?");
        judge.HandedOver("workshop");
        judge.Judge("A lift is two hundred ten euros.").ShouldNotContain(static claim => claim.IsCharged);
    }

    [Fact]
    public void DoneWhen_PatternOfATool_ClaimsItsCall()
    {
        var tools = ClaimWorlds.Yard.Tools.ToDictionary(static one => one.Key, static one => one.Key == "send_chart"
            ? one.Value with { DoneWhen = new System.Text.RegularExpressions.Regex("chart is in your inbox") }
            : one.Value);
        var judge = new ClaimJudge(ClaimWorlds.Yard with { Tools = tools });
        judge.AgentTold("office");
        judge.CallerSaid("The chart, please.", "The chart, please.");
        judge.Judge("The chart is in your inbox.").ShouldContain(static claim => claim.Outcome == ClaimOutcome.DoneWithoutCall);
        judge.CallMade("send_chart", """{"email":"o@x.com"}""");
        judge.ToolAnswered("send_chart", """{"ok":true}""", Tollgate.Transcripts.ToolStatus.Answered);
        judge.Judge("The chart is in your inbox.").ShouldNotContain(static claim => claim.IsCharged);
    }

    // Words of the tables in any order, cut anywhere, after any answer: nothing throws, and the same comes twice.
    [Fact]
    public void Judge_AnyText_ComesToAnEndAndIsTheSameTwice()
    {
        var words = (RightSentences.Tuned + " " + WrongSentences.Tuned + " " + string.Join(' ', Rows.Select(static row => row.Words))
            + " 3:15 $ ,, -- ... ( 12/45/99 1e9 a.m. @x.y o'clock twenty- 24-hour half a hundred thousand point to of \u2026 \uD83D\uDE00 31st zero")
            .Split([' ', '\n'], StringSplitOptions.RemoveEmptyEntries);
        var random = new RandomStream(11);
        for (var i = 0; i < 1_000; i++)
        {
            var text = string.Join(' ', Enumerable.Range(0, random.Next(1, 30)).Select(_ => words[random.Next(words.Length)]));
            text = text[..random.Next(1, text.Length + 1)];
            IReadOnlyList<Claim> Once() => ClaimWorlds.Judge(text, Berth, Times, ("find_berth", text, text)).Judge(text);
            Once().ShouldBe(Once());
        }
    }
}
