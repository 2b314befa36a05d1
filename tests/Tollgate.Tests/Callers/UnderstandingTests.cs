using Tollgate.Acts.Slots;
using Tollgate.Suites.Briefs;
using Tollgate.Suites.Tools;

namespace Tollgate.Tests.Callers;

/// <summary>What a caller makes of an agent's words by what he knows himself.</summary>
public class UnderstandingTests
{
    [Theory]
    [InlineData("What are the last four digits of your phone number?", "zero, one, zero, one")]
    [InlineData("Just the area code first, please?", "six, one, four")]
    [InlineData("Six one four, got it. And the rest?", "five, five, five")]
    [InlineData("Does it end in zero one zero one or zero one one zero?", "zero, one, zero, one")]
    public void APartOfAValueIsAskedFor_HeSaysThatPart(string words, string part)
    {
        var talk = Begun();
        talk.Say("What's your phone number, please?");
        talk.Say(words).ToLowerInvariant().ShouldContain(part, Case.Insensitive, talk.Heard(words));
    }

    [Theory]
    [InlineData("Would you like a quarter to nine or half past four?", "half past four")]
    [InlineData("On Friday I have a quarter to nine and half past four. Which shall I put you down for?", "half past four")]
    public void AChoiceThatHoldsHisOwnValue_IsAnsweredWithItAlone(string words, string own)
    {
        var talk = Begun();
        var said = talk.Say(words);
        said.ShouldContain(own, Case.Insensitive, talk.Heard(words));
        said.ShouldNotContain("Friday", Case.Insensitive);
    }

    [Theory]
    [InlineData("What's your phone number, and who's your favorite player?")]
    [InlineData("What's your shoe size? And which number can we reach you on?")]
    public void AnAnswerAndADontKnow_AreNeverSaidInOneBreath(string words) =>
        Begun().Say(words).ShouldNotMatch("(?i)(not sure|couldn't tell|don't have|i'm afraid)");

    [Theory]
    [InlineData("All right, then everything rests with Hank's call. Anything else?")]
    [InlineData("Twenty-five of it is a late fee, because April's payment came in late.")]
    [InlineData("Please hang up and dial nine one one first.")]
    public void WhatIsNoReadBackOfHis_IsNotCorrected(string words)
    {
        var talk = Begun();
        talk.Say("What's your phone number, and your first name?");
        talk.Say(words).ShouldNotMatch("(?i)(that's not right|no, sorry|no, it's)", talk.Heard(words));
    }

    [Theory]
    [InlineData("I have six one four, five five five, zero one one zero. Is it good so?")]
    [InlineData("Could I check that your number is still six one four, five five five, zero one one zero?")]
    public void AWrongReadBack_InWhateverWords_IsCorrected(string words)
    {
        var talk = Begun();
        talk.Say("What's your phone number, please?");
        talk.Say(words).ShouldMatch("(?i)(not right|no).*zero, one, zero, one", talk.Heard(words));
    }

    [Theory]
    [InlineData("Do you want to keep your plan at half the price for another twelve months?")]
    [InlineData("I could knock ten dollars off a month if you stayed. Would that help, or would you still rather end it?")]
    public void WhoWantsToLeave_IsNotKept(string words)
    {
        var talk = new Talk(Leaver());
        talk.Say("Good morning, what can I do for you?");
        var said = talk.Say(words);
        said.ShouldStartWith("No", Case.Insensitive, talk.Heard(words));
        said.ShouldContain("end my contract");
    }

    [Theory]
    [InlineData("Shall I end the contract on August thirty-first, yes or no?")]
    [InlineData("So I end the contract today, okay?")]
    public void LeaveToDoWhatHeWants_IsGiven(string words)
    {
        var talk = new Talk(Leaver());
        talk.Say("Good morning, what can I do for you?");
        talk.Say(words).ShouldMatch("(?i)^(yes|right)", talk.Heard(words));
    }

    // Nobody at the other end of a telephone knows what stands in the records.
    [Theory]
    [InlineData("That's in the book for you. Anything else?")]
    [InlineData("I've moved it for you. Is there anything else?")]
    public void WhatIsSaidToBeDone_IsBelieved(string words)
    {
        var talk = Begun(Talk.Mover() with { Wishes = [Talk.Mover().Wishes[0]] });
        talk.Say(words).ShouldNotContain("haircut", Case.Insensitive, talk.Heard(words));
    }

    [Theory]
    [InlineData("Are you out of the building?")]
    [InlineData("Have you been able to reach the front desk?")]
    [InlineData("Is there any other way to reach you tonight?")]
    public void AQuestionOutsideHisBrief_GetsAYesOrANo_AndNoValue(string words) =>
        Begun().Say(words).ShouldMatch("(?i)^(no|yes|yeah)[^0-9]{0,30}$");

    [Fact]
    public void SpokenTooSoon_HeSaysSo()
    {
        var talk = Begun(Talk.Mover() with { Interrupts = [4] });
        talk.BreakIn();
        talk.Say("I gather you'd like to").ShouldMatch("(?i)(go ahead|go on)");
    }

    private static Talk Begun(Brief? brief = null)
    {
        var talk = new Talk(brief ?? Talk.Mover());
        talk.Say("Good morning, what can I do for you?");
        return talk;
    }

    private static Brief Leaver() => new()
    {
        Facts = new Dictionary<string, CallerFact> { ["account_id"] = new("account_id", SlotKind.Code, "LA-40091") },
        Wishes =
        [
            new Wish
            {
                Name = "end_contract",
                Opens = "Hi, I'd like to end my contract.",
                Again = "I'd like to end my contract.",
                Does = [new ExpectedCall { Tool = "end_contract" }],
            },
        ],
    };
}
