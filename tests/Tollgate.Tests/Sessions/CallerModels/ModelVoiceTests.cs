using Tollgate.Exchanges;
using Tollgate.Sessions;
using Tollgate.Sessions.CallerModels;
using Tollgate.Tests.Suites;
using Tollgate.Transcripts;
using Tollgate.Transport;

namespace Tollgate.Tests.Sessions.CallerModels;

/// <summary>A model that plays the caller keeps to the brief, or the agenda speaks.</summary>
public class ModelVoiceTests
{
    private const string Phone = "three one two, five five five, zero one seven zero";

    private static readonly Target Caller = Rehearsal.Target with { Name = "caller", Model = "caller" };

    private static readonly string[] Agent =
        ["What can I do for you?", "What's your phone number?", "Thank you. What else can I do?", "Goodbye now."];

    [Fact]
    public void ALineThatKeepsToTheBrief_IsSaidWordForWord()
    {
        var call = Play("I want to know what your chain guard costs.", $"Sure thing, {Phone}.").Only;
        call.Entries.OfType<CallerSaid>().Take(2).Select(static said => said.Said).ShouldBe(
            ["I want to know what your chain guard costs.", $"Sure thing, {Phone}."]);
        var draft = call.Entries.OfType<CallerSaid>().First().Drafts.ShouldHaveSingleItem();
        draft.Refused.ShouldBeNull();
        draft.Text.ShouldBe(Line("I want to know what your chain guard costs."));
    }

    [Theory]
    [InlineData("It's three one two, five five five, zero one nine nine.", "not among your facts")]
    [InlineData("It's due on the ninth of June.", "not among your facts")]
    [InlineData("", "say is empty")]
    [InlineData("What's your phone number?", "agent's own words")]
    public void AnInventedFact_IsAskedForAgain_AndThenSaidRightly(string wrong, string why)
    {
        var call = Play("How much is a chain guard?", wrong, $"Sorry: {Phone}.").Only;
        var said = call.Entries.OfType<CallerSaid>().ElementAt(1);
        said.Said.ShouldBe($"Sorry: {Phone}.");
        said.Drafts.Count.ShouldBe(2);
        said.Drafts[0].Refused.ShouldNotBeNull().ShouldContain(why);
        said.Drafts[1].Refused.ShouldBeNull();
    }

    [Fact]
    public void AFactThatWasNotAskedFor_IsRefused()
    {
        var call = Play($"Hi, my number is {Phone}.", $"Hi again, {Phone}.").Only;
        var said = call.Entries.OfType<CallerSaid>().First();
        said.Drafts.Select(static draft => draft.Refused).ShouldAllBe(static why => why!.Contains("not asked for"));
        said.Said.ShouldNotContain("three one two");
    }

    [Fact]
    public void WhatIsRefusedTwice_IsSaidInTheAgendasWords()
    {
        var plain = Rehearsal.Play(Suite(), Answers([]), OneCall).Only.Entries.OfType<CallerSaid>().First().Said;
        var said = Play("no JSON", "{\"say\": 5}").Only.Entries.OfType<CallerSaid>().First();
        said.Said.ShouldBe(plain);
        said.Drafts.Count.ShouldBe(2);
        said.Drafts[^1].Refused.ShouldNotBeNull();
    }

    [Fact]
    public void AModelThatFailsInMidCall_LeavesTheWordsToTheAgenda()
    {
        var call = Play("How much is a chain guard?", null!).Only;
        call.Ending.ShouldNotBe(SessionEnding.Failed);
        var said = call.Entries.OfType<CallerSaid>().ElementAt(1);
        said.Drafts.ShouldHaveSingleItem().Refused.ShouldNotBeNull().ShouldContain("status 500");
        said.Said.ShouldContain("five five five");
    }

    [Fact]
    public void WhoHangsUpWithWishesLeft_IsAskedToGoOn()
    {
        var call = Play(new VoicedText("Bye.", HangsUp: true), "How much is a chain guard?").Only;
        call.Entries.OfType<CallerSaid>().First().Drafts[0].Refused.ShouldNotBeNull().ShouldContain("cannot hang up yet");
    }

    [Fact]
    public void Asked_WithItsBriefAndTheCall_AtTemperatureZero_AndNotMeasured()
    {
        var rehearsal = Play("How much is a chain guard?", $"{Phone}.");
        var asked = rehearsal.Model!.Requests.Where(static request => request.Target.Name == "caller").ToList();
        asked.Count.ShouldBeGreaterThan(1);
        asked.ShouldAllBe(static request => request.Prompt.Temperature == 0 && request.Prompt.Tools.Count == 0);
        var prompt = asked[1].Prompt;
        prompt.System.ShouldNotBeNull().ShouldContain("part_price");
        prompt.System.ShouldContain(Phone);
        prompt.Messages.Select(static message => message.Text).ShouldContain("What's your phone number?");
        prompt.OutputSchemaJson.ShouldNotBeNull();
        rehearsal.Exchanges.ShouldAllBe(static exchange => exchange.Target == "model");
    }

    [Fact]
    public void Replayed_TheSameAgentHearsTheSameCaller_AndNobodyIsAsked()
    {
        var first = Play("How much is a chain guard?", $"Here: {Phone}.", "That's it.", "Bye.");
        var recorded = first.Only.Entries.OfType<CallerSaid>().SelectMany(static said => said.Drafts)
            .Where(static draft => draft.Text.Length > 0).DistinctBy(static draft => draft.Key)
            .ToDictionary(static draft => draft.Key, static draft => draft.Text);
        var again = Rehearsal.Play(Suite(), Answers([]), settings => OneCall(settings) with
        {
            CallerModel = new CallerModel(null) { Recorded = recorded },
        });
        again.Model!.Requests.ShouldAllBe(static request => request.Target.Name == "model");
        Said(again).Take(2).ShouldBe(Said(first).Take(2));
        var other = Rehearsal.Play(Suite(), static request => Rehearsal.Say("We are closed."), settings =>
            OneCall(settings) with { CallerModel = new CallerModel(null) { Recorded = recorded } });
        other.Only.Entries.OfType<CallerSaid>().ElementAt(1).Drafts[^1].Refused.ShouldNotBeNull()
            .ShouldContain("another way");

        static IEnumerable<string> Said(Rehearsal rehearsal) =>
            rehearsal.Only.Entries.OfType<CallerSaid>().Select(static said => said.Said);
    }

    [Theory]
    [InlineData("{\"say\": \"Hello.\"}")]
    [InlineData("```json\n{\"say\": \"Hello.\", \"brings_up\": [], \"agrees\": false, \"hangs_up\": false}\n```")]
    [InlineData("Sure! {\"say\": \"Hello.\", \"brings_up\": 5, \"agrees\": \"no\"}")]
    public void Read_WhatModelsWriteAroundIt_IsRead(string text) => CallerPrompt.Read(text)!.Say.ShouldBe("Hello.");

    [Theory]
    [InlineData("")]
    [InlineData("Hello.")]
    [InlineData("{\"say\": null}")]
    [InlineData("}{")]
    [InlineData("{\"say\": \"cut off")]
    public void Read_WhatIsNoLine_IsNone(string text) => CallerPrompt.Read(text).ShouldBeNull();

    private static string Line(string say, bool hangsUp = false) =>
        CallerPrompt.Write(say, say.Contains("chain guard", StringComparison.Ordinal) ? ["part_price"] : [], false, hangsUp);

    private static string Suite() => SuiteFiles.Text("../../../Suites/Files/briefs.yaml");

    private static RehearsalSettings OneCall(RehearsalSettings settings) => settings with
    {
        Sessions = [settings.Suite.Find("own_records")!],
    };

    private static Rehearsal Play(params object?[] lines) => Rehearsal.Play(
        Suite(), Answers(lines), static settings => OneCall(settings) with { CallerModel = new CallerModel(Caller) });

    // The caller's lines come one after the other, and the last one again and again.
    private static Func<ExchangeRequest, object> Answers(object?[] lines)
    {
        var (callers, agents) = (0, 0);
        return request => request.Target.Name != "caller"
            ? Rehearsal.Say(Agent[Math.Min(++agents, Agent.Length - 1)])
            : lines[Math.Min(callers++, lines.Length - 1)] switch
            {
                VoicedText voiced => Rehearsal.Say(Line(voiced.Say, voiced.HangsUp)),
                "no JSON" => Rehearsal.Say("Hello there."),
                string json when json.StartsWith('{') => Rehearsal.Say(json),
                string say => Rehearsal.Say(Line(say)),
                _ => "fails",
            };
    }

    private sealed record VoicedText(string Say, bool HangsUp);
}
