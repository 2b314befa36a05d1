using Tollgate.Acts.Slots;
using Tollgate.Callers.Wishes;
using Tollgate.Suites.Briefs;
using Tollgate.Suites.Tools;
using Tollgate.Transcripts;

namespace Tollgate.Tests.Callers;

/// <summary>What a caller answers to what an agent says.</summary>
public class CallerTests
{
    private const string Phone = "six one four, five five five, zero one zero one";

    private static Talk Begun(Brief? brief = null)
    {
        var talk = new Talk(brief ?? Talk.Mover());
        talk.Say("Copper Lane Salon, good morning. What can I do for you?").ShouldBe("I've got to move my haircut.");
        return talk;
    }

    // An agent may ask in any order, in any words.
    [Theory]
    [InlineData("Sure. What's your phone number?", Phone)]
    [InlineData("And which day would suit you?", "Friday")]
    [InlineData("What time would you like?", "half past four")]
    [InlineData("May I have your last name?", "Delgado")]
    [InlineData("Who am I speaking with?", "Rosa Delgado")]
    [InlineData("Could you spell your last name for me?", "D, E, L, G, A, D, O")]
    [InlineData("Could you spell that last name with words for the letters?", "D as in delta")]
    [InlineData("What e-mail address should I use?", "rosa dot d at example dot com")]
    [InlineData("Can you give me your phone number slowly, digit by digit?", "six, one, four. five, five, five. zero, one, zero, one")]
    public void Asked_ForASlot_GivesIt(string question, string answer)
    {
        var talk = Begun();
        talk.Say(question).ShouldContain(answer, Case.Insensitive, talk.Heard(question));
        talk.Last.Text.ShouldNotContain("sorry", Case.Insensitive);
    }

    [Fact]
    public void Asked_ThreeThingsInOneBreath_GivesAllThree()
    {
        var talk = Begun();
        var answer = talk.Say("Of course. Can I get your last name, your phone number, and the day you'd like?");
        answer.ShouldContain("Delgado");
        answer.ShouldContain(Phone);
        answer.ShouldContain("Friday");
    }

    [Fact]
    public void Asked_AgainAndAgain_SaysItWithMoreAndMoreCare()
    {
        var talk = Begun();
        talk.Say("What's your phone number?").ShouldContain(Phone);
        talk.Say("Sorry, could you say that number again?").ShouldContain("six, one, four");
        talk.Last.Style.ShouldBe(SayingStyle.Slow);
    }

    [Fact]
    public void Asked_ForWhatHeDoesNotKnow_SaysSo()
    {
        var talk = Begun();
        var answer = talk.Say("Do you have your booking number?");
        answer.ShouldMatch("(?i)don't|couldn't");
    }

    // A read-back is confirmed where it is right and corrected where it is wrong, whatever is asked beside it.
    [Theory]
    [InlineData("So that's six one four, five five five, zero one zero one, right?", true)]
    [InlineData("I have 614-555-0101. Is that correct?", true)]
    [InlineData("So that's six one four, five five five, zero one zero nine, right?", false)]
    [InlineData("Let me read that back: 614 555 1001. Did I get it right?", false)]
    [InlineData("It's six oh one, five five five, zero one zero one?", false)]
    [InlineData("Sorry, this line is bad. Is the end of it zero, one, nine, one?", false)]
    [InlineData("Is the end of it zero, one, zero, one?", true)]
    public void ReadBack_OfAValue_IsConfirmedOrCorrected(string readBack, bool right)
    {
        var talk = Begun();
        talk.Say("What's your phone number?");
        var answer = talk.Say(readBack);
        if (right)
        {
            answer.ShouldMatch("(?i)right|correct|yes", talk.Heard(readBack));
        }
        else
        {
            answer.ShouldContain("six, one, four. five, five, five. zero, one, zero, one", Case.Insensitive, talk.Heard(readBack));
        }
    }

    // A longer name that begins with his is another one.
    [Theory]
    [InlineData("Is it Rosa Delgadillo?", false)]
    [InlineData("Is it Rosa Delgadoson?", false)]
    [InlineData("Is it Rosa Delgado?", true)]
    public void ReadBack_OfAName_IsConfirmedOrCorrected(string readBack, bool right)
    {
        var talk = Begun();
        talk.Say("And your first and last name, please?");
        talk.Say(readBack).ShouldMatch(right ? "(?i)right|correct|yes" : "(?i)^(no|that's not).*d.*e.*l.*g.*a.*d.*o", talk.Heard(readBack));
    }

    [Theory]
    [InlineData("And your birthday, with the year?")]
    [InlineData("And the date of birth, including the year?")]
    public void Asked_ForTheWholeBirthday_GivesItWhole(string words)
    {
        var mover = Talk.Mover();
        var talk = Begun(mover with
        {
            Facts = new Dictionary<string, CallerFact>(mover.Facts)
            {
                ["dob"] = new("dob", SlotKind.DateOfBirth, "1972-08-03"),
            },
        });
        talk.Say(words).ShouldContain("August third, nineteen seventy-two");
    }

    // A condition with a question behind it is no refusal yet.
    [Fact]
    public void RefusedUnlessSomething_IsAsked_HeDoesNotGiveIn()
    {
        var talk = Begun();
        talk.Say("I'm sorry, I can't move a cut on the same day.");
        talk.Say("I can't move it on the same day; is it today that you would come?").ShouldNotMatch("(?i)never mind|too bad|understand");
        talk.Unmet.ShouldContain("move_haircut");
        talk.Last.Opens.ShouldBeEmpty();
    }

    [Fact]
    public void ToldANumberWithAnAnd_HasHeardIt() =>
        WordsOf.Contain("It costs one hundred and nine dollars.", "one hundred nine").ShouldBeTrue();

    [Theory]
    [InlineData("Shall I move it to Friday the seventeenth at four thirty?", true)]
    [InlineData("Okay to go ahead?", true)]
    [InlineData("So I'd put you in for Friday at a quarter to nine. Shall I go ahead?", false)]
    public void Leave_IsGivenUnlessAValueIsWrong(string words, bool given)
    {
        var talk = Begun();
        talk.Say("Which day and time would you like?");
        var answer = talk.Say(words);
        if (given)
        {
            answer.ShouldMatch("(?i)yes", talk.Heard(words));
            talk.Last.Agrees.ShouldBeTrue();
        }
        else
        {
            answer.ShouldContain("four thirty", Case.Insensitive, talk.Heard(words));
            talk.Last.Agrees.ShouldBeFalse();
        }
    }

    [Fact]
    public void Offered_WhatHeWants_TakesItAndNothingElse()
    {
        var talk = Begun();
        talk.Say("Which day?");
        const string Choice = "On Friday I have a quarter to nine in the morning, or half past four in the afternoon. "
            + "Which one would you like?";
        var heard = talk.Heard(Choice);
        talk.Say(Choice).ShouldContain("half past four", Case.Insensitive, heard);

        var other = Begun();
        other.Say("Which day?");
        other.Say("I only have a quarter to nine on Friday. Would you like that?").ShouldContain("half past four");
    }

    // Openings that are told, with a question behind them or none.
    [Theory]
    [InlineData("There you are, Rosa. Marco's free Friday at a quarter to nine or at half past four. Which would you rather?")]
    [InlineData("Marco has Friday at a quarter to nine and half past four in the afternoon.")]
    public void Told_OfOpenings_TakesHisOwn(string words)
    {
        var talk = Begun();
        talk.Say("What's your phone number?");
        talk.Say(words).ShouldContain("half past four", Case.Insensitive, talk.Heard(words));
        talk.Last.Text.ShouldNotContain("right");
    }

    [Fact]
    public void Offered_WhatHeCannotTake_SaysWhatHeNeeds()
    {
        var talk = Begun();
        talk.Say("Which day?");
        const string Words = "Hmm, I've only got Thursday at ten, would that work?";
        talk.Say(Words).ShouldMatch("(?i)friday|half past four", talk.Heard(Words));
        talk.Last.Agrees.ShouldBeFalse();
    }

    [Fact]
    public void Asked_When_GivesDayAndTime()
    {
        var talk = Begun();
        var answer = talk.Say("When would suit you?");
        answer.ShouldContain("Friday");
    }

    [Fact]
    public void Claimed_WithAWrongTime_IsCorrected()
    {
        var talk = Begun();
        talk.Say("What day and time would you like?");
        talk.Say("Okay, I've moved it to Friday at nine in the morning.").ShouldContain("four thirty");
    }

    [Fact]
    public void Offered_WhatTheWishAccepts_SettlesOnIt()
    {
        var mover = Talk.Mover();
        var brief = mover with
        {
            Wishes =
            [
                mover.Wishes[0] with
                {
                    Accepts = new Dictionary<string, Acceptance> { ["time"] = new(Any: false, ["08:45"]) },
                },
            ],
        };
        var talk = Begun(brief);
        talk.Say("Which day?");
        talk.Say("I only have a quarter to nine in the morning on Friday. Would you like that?");
        talk.Last.Settles["move_haircut.time"].ShouldBe("08:45");
    }

    [Fact]
    public void ChangeOfMind_IsSaidOnceWhenTheFirstValueIsReadBack()
    {
        var mover = Talk.Mover();
        var brief = mover with
        {
            Wishes =
            [
                mover.Wishes[0] with { Change = new ChangeOfMind(Talk.Facts(new CallerFact("day", SlotKind.Day, "2026-04-18"))) },
            ],
        };
        var talk = Begun(brief);
        talk.Say("Which day would you like?").ShouldContain("Saturday");
        talk.Say("That's Saturday the eighteenth, right?").ShouldContain("Friday");
        talk.Last.Settles["move_haircut.day"].ShouldBe("2026-04-17");
        talk.Say("Okay, Friday the seventeenth then, right?").ShouldMatch("(?i)yes|right|correct");
    }

    [Fact]
    public void Done_GoesOnToTheNextWish_AndThenTakesLeave()
    {
        var talk = Begun();
        talk.Say("What day?");
        talk.Did("move_booking");
        talk.Say("All done, your haircut is now on Friday at half past four. Anything else?")
            .ShouldContain("Could you send me a text the day before?");
        talk.Did("update_client");
        talk.Say("Text reminders are on now. Is there anything else?").ShouldMatch("(?i)bye");
        talk.Say("You're welcome. Goodbye!");
        talk.Ending.ShouldBe(SessionEnding.Finished);
        talk.Unmet.ShouldBeEmpty();
    }

    [Fact]
    public void PassedOver_BringsTheWishUpAgain()
    {
        var talk = Begun();
        talk.Say("We're open from nine to seven. Is there anything else?").ShouldContain("moving my haircut");
        talk.Say("Thank you for calling, goodbye!").ShouldContain("moving my haircut");
    }

    [Fact]
    public void NotFound_InsistsOnceThenGivesIn()
    {
        var talk = Begun();
        talk.Say("I'm sorry, I can't find any booking for you.").ShouldMatch("(?i)sure|odd|check");
        talk.Say("I've looked again and there's nothing under your number.").ShouldMatch("(?i)okay|understand|never mind");
        talk.Last.Text.ShouldContain("text the day before");
        talk.Unmet.ShouldContain("move_haircut");
    }

    // Nothing useful: one "sorry?", the wish again, and in the end the caller gives up aloud.
    [Fact]
    public void NothingUseful_ForSeveralTurns_GivesUpAloud()
    {
        var talk = Begun();
        for (var turn = 0; turn < 20 && !talk.IsOver; turn++)
        {
            talk.Say("Bananas are rich in potassium and monkeys like them.");
        }

        talk.Ending.ShouldBe(SessionEnding.OffScript);
    }

    [Fact]
    public void Silence_IsAskedAbout()
    {
        var talk = Begun();
        talk.Say("").ShouldContain("Hello?");
    }

    [Theory]
    [InlineData("Ich verstehe Sie leider nicht, koennten Sie das bitte wiederholen")]
    [InlineData("I've got to move my haircut.")]
    [InlineData("\u0000\uD800 ??? !!! ,,,")]
    public void StrangeAgents_NeverKeepTheCallerForEver(string words)
    {
        var talk = Begun();
        var turns = 0;
        for (; turns < 40 && !talk.IsOver; turns++)
        {
            talk.Say(words);
        }

        talk.IsOver.ShouldBeTrue();
    }

    [Fact]
    public void SameWords_SameCaller()
    {
        var first = Begun();
        var second = Begun();
        foreach (var words in new[] { "What's your number?", "Okay, one moment.", "Which day?", "Shall I go ahead?" })
        {
            first.Say(words).ShouldBe(second.Say(words));
        }
    }

    [Fact]
    public void AfterGoodbye_OffersAreDeclined()
    {
        var talk = Begun(Talk.Mover() with { Wishes = [Talk.Mover().Wishes[0]] });
        talk.Did("move_booking");
        talk.Say("That's all done. Anything else?").ShouldMatch("(?i)bye");
        talk.Say("Would you like me to send you our newsletter?").ShouldMatch("(?i)no");
        talk.Say("All right, goodbye.");
        talk.Ending.ShouldBe(SessionEnding.Finished);
    }

    // What a strong model's calls showed, in other words.
    [Theory]
    [InlineData("Sorry, could I have just the last four digits of that?", "zero, one, zero, one")]
    [InlineData("The first three digits again?", "six, one, four")]
    public void Asked_ForAPartOfANumber_GivesThePart(string words, string part)
    {
        var talk = Begun();
        talk.Say("What's your phone number?");
        var answer = talk.Say(words);
        answer.ShouldContain(part, Case.Insensitive, talk.Heard(words));
        answer.ShouldNotContain("five, five");
    }

    [Fact]
    public void ReadBack_WithOneMomentBehindIt_IsRight()
    {
        var talk = Begun();
        talk.Say("What's your phone number?");
        talk.Say("Six one four, five five five, zero one zero one, one second please.").ShouldNotContain("No");
    }

    [Fact]
    public void Told_ANewNumberOfTheirs_IsNoReadBackOfHis()
    {
        var talk = Begun();
        talk.Say("What's your phone number?");
        talk.Did("move_booking");
        talk.Say("That's moved, your new booking number is B, four one nine nine. Anything else?")
            .ShouldContain("text the day before");
    }

    [Fact]
    public void Done_BeforeHeCameToIt_IsNotAskedForAgain()
    {
        var talk = Begun(Talk.Mover() with
        {
            Wishes =
            [
                Talk.Mover().Wishes[0],
                Talk.Mover().Wishes[1] with { Does = [new ExpectedCall { Tool = "update_client" }] },
            ],
        });
        talk.Say("Would you like text reminders as well?");
        talk.Did("update_client", "{\"client_id\":\"C-301\"}");
        talk.Did("move_booking");
        talk.Say("Your haircut's moved and the reminders are on. Anything else?").ShouldNotContain("send me a text");
    }

    [Theory]
    [InlineData("Do you have any fever, or any trouble breathing?")]
    [InlineData("Has your hair been colored before?")]
    public void Asked_YesOrNoOutsideHisBrief_SaysNo(string words)
    {
        var talk = Begun();
        talk.Say(words).ShouldMatch("(?i)^no\\b", talk.Heard(words));
    }

    [Fact]
    public void OfferedMore_WhenTheWishIsDone_Declines()
    {
        var talk = Begun(Talk.Mover() with { Wishes = [Talk.Mover().Wishes[0]] });
        talk.Did("move_booking");
        talk.Say("That's all moved for you. Would you also like to book a color?").ShouldMatch("(?i)no|don't think");
        talk.Last.Agrees.ShouldBeFalse();
    }
}
