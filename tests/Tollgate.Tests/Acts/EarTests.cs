using FsCheck;
using FsCheck.Fluent;
using Tollgate.Acts;
using Tollgate.Acts.Phrasing;
using Tollgate.Acts.Slots;

namespace Tollgate.Tests.Acts;

public class EarTests
{
    private static readonly DateTime Now = new(2026, 5, 20, 13, 40, 0, DateTimeKind.Unspecified);

    private static readonly SlotVocabulary Suite = SlotVocabulary.OfArguments(
    [
        ("ticket_id", "Such as NT-4410", "code"),
        ("invoice_id", "Such as INV-70418", "code"),
        ("charge_id", null, "code"),
        ("employee_id", "Such as E-4417", "code"),
        ("asset_tag", "Such as BW-31047", "code"),
        ("last_name", null, "text"),
        ("phone", null, "phone"),
        ("email", null, "email"),
        ("date_of_birth", "The date of birth, as 1984-03-31", "date"),
        ("street", "Number and street, such as 118 Canal Street", "text"),
        ("day", null, "date"),
        ("time", "24 hours, as 14:30", "time"),
        ("months", null, null),
        ("quantity", null, null),
        ("message", null, null),
        ("plan", null, null),
    ]);

    private static readonly Ear Listener = new(Suite, Now);

    public static TheoryData<string, string, string, string> Turns()
    {
        var data = new TheoryData<string, string, string, string>();
        foreach (var row in EarTurns.Table.Split('\n').Concat(EarManners.Table.Split('\n'))
            .Select(static line => (line.StartsWith('|') ? " " + line : line).Split(" | ")))
        {
            data.Add(row[0].Trim(), row[1].Trim(), row[2].Trim(), row[3].Trim());
        }

        return data;
    }

    [Theory]
    [MemberData(nameof(Turns))]
    public void Hear_ATurn_HasWhatItAsksOfTheCallerInOrder(string asks, string before, string caller, string turn) =>
        string.Join(' ', Heard(turn, before, caller).Select(static act => act.Kind).Where(Asks)).ShouldBe(asks);

    [Theory]
    [InlineData("Do you have your ticket number?", SlotKind.Code, "ticket_id")]
    [InlineData("What's the invoice number on the letter?", SlotKind.Code, "invoice_id")]
    [InlineData("Which invoice is it?", SlotKind.Code, "invoice_id")]
    [InlineData("What's the charge for?", SlotKind.Other, null)] // Its number only comes from records.
    [InlineData("I'll need your employee ID, please.", SlotKind.Code, "employee_id")]
    [InlineData("What's the asset tag?", SlotKind.Code, "asset_tag")]
    [InlineData("What's your membership number?", SlotKind.Code, null)]
    [InlineData("What number can we reach you on?", SlotKind.Phone, "phone")]
    [InlineData("What's the best number to call you back?", SlotKind.Phone, "phone")]
    [InlineData("May I have your e-mail address?", SlotKind.Email, "email")]
    [InlineData("And your date of birth?", SlotKind.DateOfBirth, "date_of_birth")]
    [InlineData("What day suits you?", SlotKind.Day, "day")]
    [InlineData("When would you like to come?", SlotKind.Day, "day")]
    [InlineData("What time works best?", SlotKind.Time, "time")]
    [InlineData("Give me the number once more, one digit at a time?", SlotKind.Phone, "phone")]
    [InlineData("For how many months?", SlotKind.Duration, "months")]
    [InlineData("How many people are coming?", SlotKind.Quantity, "quantity")]
    [InlineData("What would you like the message to say?", SlotKind.Message, "message")]
    [InlineData("What's your zip code?", SlotKind.Address, null)]
    [InlineData("Who's calling, please?", SlotKind.Name, null)]
    [InlineData("What can I do for you?", SlotKind.Reason, null)]
    [InlineData("Does the light blink?", SlotKind.Other, null)]
    public void Hear_ARequest_NamesTheSlotInTheSuitesWords(string words, SlotKind kind, string? name)
    {
        var act = Heard(words, "", "I have a question.").ShouldHaveSingleItem();
        act.Kind.ShouldBeOneOf(ActKind.Request, ActKind.RequestAgain);
        act.Slot.ShouldBe(kind);
        if (name is not null)
        {
            act.SlotName.ShouldBe(name);
        }
    }

    [Fact]
    public void Hear_SeveralSlotsInOneBreath_AsksForEach() =>
        Heard("What's your last name, your street and your date of birth?", "", "I moved.")
            .Select(static act => act.Slot).ShouldBe([SlotKind.Name, SlotKind.Address, SlotKind.DateOfBirth]);

    [Fact]
    public void Hear_AReadBack_HoldsTheValueAndItsSlot()
    {
        var act = Heard("So that's I N V, seven oh six one zero, right?", "Do you have the invoice number?",
            "I N V, seven oh six one zero.").ShouldHaveSingleItem();
        act.Kind.ShouldBe(ActKind.ReadBack);
        act.SlotName.ShouldBe("invoice_id");
        act.Values.ShouldContain(static value => value.Value == "inv70610");
    }

    // The same words are read back where the caller gave them, and are an answer where the caller asked.
    [Theory]
    [InlineData("It's Thursday at two.", ActKind.ReadBack)]
    [InlineData("Is it Thursday at two?", ActKind.Inform)]
    public void Hear_AValue_DependsOnWhoWantedIt(string caller, ActKind kind) =>
        Heard("Thursday at two.", "Anything else?", caller).ShouldHaveSingleItem().Kind.ShouldBe(kind);

    // A number that was given is asked for again, a new one is not.
    [Theory]
    [InlineData("What's your phone number?", ActKind.RequestAgain)]
    [InlineData("What's your new phone number?", ActKind.Request)]
    [InlineData("What's your last name?", ActKind.Request)]
    public void Hear_ARequest_KnowsWhatWasGiven(string words, ActKind kind) =>
        Heard(words, "What's your phone number?", "Four one four, five five five, zero one one six.")
            .ShouldHaveSingleItem().Kind.ShouldBe(kind);

    [Fact]
    public void Hear_MayInADate_BeginsNoQuestion() =>
        Heard("You're down for Friday, May first, at ten.", "", "Yes, please.")
            .ShouldHaveSingleItem().Kind.ShouldBe(ActKind.ClaimDone);

    [Theory]
    [InlineData("There's no booking under that name.", ActKind.NotFound)]
    [InlineData("I can't give out his number.", ActKind.Refuse)]
    [InlineData("Sorry, the system is down.", ActKind.ToolFailed)]
    [InlineData("I've cancelled it for you.", ActKind.ClaimDone)]
    [InlineData("The price is eighty dollars.", ActKind.Inform)]
    [InlineData("I haven't cancelled it yet, the owner decides.", ActKind.Inform)]
    public void Hear_AStatement_SaysWhatItDoes(string words, ActKind kind) =>
        Heard(words, "", "And now?")[^1].Kind.ShouldBe(kind);

    [Theory]
    [InlineData("")]
    [InlineData("   ")]
    [InlineData("?")]
    [InlineData("double")] // Begins a spelling that never comes.
    [InlineData("double double triple")]
    [InlineData("or")]
    [InlineData("...?!,;:-")]
    [InlineData("a-b-")]
    public void Hear_WordsThatSayNothing_AsksForNoValue(string words) =>
        Heard(words, "", "Hello.").ShouldAllBe(static act => act.Values.Count == 0);

    [Fact]
    public void Hear_AnyWords_NeverThrowsAndIsTheSameTwice()
    {
        string[] words =
        [
            "what's", "your", "number", "name", "?", ",", ".", "or", "and", "double", "m", "six", "may", "first", "shall", "i",
            "is", "that", "right", "C-L-I-P", "614-555-0119", "if", "you'd", "like", "one", "moment", "so", "thank", "no", "-", "\ud83d\ude00",
            "spell", "anything", "else", "bye", "not", "found", "at", "two", "\u2014", "it's", "Friday", "the", "first", "to",
        ];
        Check.QuickThrowOnFailure(Prop.ForAll(
            Gen.Elements(words).ArrayOf(40).ToArbitrary(), static picked =>
            {
                var text = string.Join(' ', picked);
                var once = Heard(text, "What's your name?", text);
                var twice = Heard(text, "What's your name?", text);
                return once.Select(static act => (act.Kind, act.Slot, act.SlotName, act.Sentence))
                    .SequenceEqual(twice.Select(static act => (act.Kind, act.Slot, act.SlotName, act.Sentence)));
            }));
        Check.QuickThrowOnFailure(Prop.ForAll<string>(static text =>
            Heard(text ?? "", "", text ?? "").All(static act => act.Sentence.Length > 0)));
    }

    // A turn without a stop is cut into phrases, so that no pattern reads it as a whole.
    [Fact]
    public void Hear_ALongTurn_IsReadInPieces()
    {
        var tokens = Tollgate.Language.Words.Tokens.Of(string.Concat(Enumerable.Repeat("could you shall i have the or ", 4000)));
        Phrases.Of(tokens).ShouldAllBe(static phrase => phrase.Count <= 60);
        Heard(new string('a', 30_000), "", "Hello.").Count.ShouldBe(1);
    }

    private static bool Asks(ActKind kind) => kind is ActKind.Request or ActKind.RequestAgain or ActKind.RequestSpelling
        or ActKind.ReadBack or ActKind.ConfirmAction or ActKind.Offer or ActKind.AskChoice or ActKind.Hold or ActKind.Transfer
        or ActKind.AnythingElse or ActKind.Goodbye;

    private static IReadOnlyList<AgentAct> Heard(string words, string before, string caller)
    {
        var context = new EarContext(Suite, Now);
        if (before.Length > 0)
        {
            context.AgentSaid(Listener.Hear(before, context));
        }

        if (caller.Length > 0)
        {
            context.CallerSaid(caller);
        }

        return Listener.Hear(words, context);
    }
}
