using Tollgate.Language;
using Tollgate.Language.Facts;
using Tollgate.Language.Words;
using Tollgate.Scores.Claims.Checks;
using Tollgate.Scores.Claims.World;

namespace Tollgate.Tests.Scores;

public class FactTests
{
    // A text and the facts that stand in it; none where the words only look like one.
    private static readonly (string Text, string Facts)[] Rows =
    [
        // Dates, spoken and written.
        ("It is on March third.", "Date:--03-03"),
        ("Born March 3rd, 1984.", "Date:1984-03-03"),
        ("born the third of March nineteen eighty-four", "Date:1984-03-03"),
        ("2026-03-05", "Date:2026-03-05"),
        ("on 3/5/2026", "Date:2026-03-05"),
        ("on Thursday", "Date:w4"),
        ("on the 14th", "Date:d14"),
        ("the day after tomorrow", "Date:2026-03-04"),
        ("the day before yesterday", "Date:2026-02-28"),
        ("on the second floor", ""),
        ("You may call us.", ""),
        ("for the first time", ""),

        // Times.
        ("at ten thirty", "Time:630?"),
        ("at 10:30 am", "Time:630"),
        ("at half past two in the afternoon", "Time:870"),
        ("a quarter to nine", "Time:525?"),
        ("at ten", "Time:600?"),
        ("at noon", "Time:720"),
        ("at evening 6", "Time:1080"),
        ("6 o\"clock in the evening", "Time:1080"),
        ("8 at night", "Time:1200"),
        ("11 tonight", "Time:1380"),
        ("open from 8 to 17", "Time:480? Time:1020"),
        ("a table for 17", ""),
        ("the evening of six guests", ""),
        ("at one of our offices", ""),
        ("in ten minutes", ""),
        ("the last four digits", ""),

        // Amounts.
        ("a hundred and twenty dollars", "Amount:120"),
        ("$1,200.50", "Amount:1200.5"),
        ("twelve dollars and fifty cents", "Amount:12.5"),
        ("15 percent", "Amount:15"),
        ("fifty cents", "Amount:0.5"),

        // Telephones and codes.
        ("312-555-0166", "Phone:3125550166"),
        ("(312) 555-0166", "Phone:3125550166"),
        ("three one two five five five oh one six six", "Phone:3125550166"),
        ("So it's five oh three, five five five, zero one zero three?", "Phone:5035550103"),
        ("We have eight four five five five five zero one six zero as the contact.", "Phone:8455550160"),
        ("code APT-7781", "Code:apt7781"),
        ("A P T seven seven eight one", "Code:apt7781"),
        ("reference number 558812", "Code:558812"),
        ("the 3rd", ""),

        // E-mail and names.
        ("jo.e@x.com", "Email:jo.e@x.com"),
        ("jo dot e at x dot com", "Email:jo.e@x.com"),
        ("with Dr. Patel", "Name:patel"),
        ("It's with Marta Quill.", "Name:marta Name:quill"),
        ("Please hold. Thank you.", ""),
        ("Brannigan called about it.", "Name:brannigan"),

        // What only looks like a name.
        ("Sure, How about that?", ""),
        ("Rent is higher there, and Parking is extra.", ""),
        ("Confirming this : Making a reservation at a Sushi Grill", ""),
        ("With Dr. Grill", "Name:grill"),

        // Capitals that name nobody: units, peoples and languages, currencies, feasts, zones, letters.
        ("It is 61 degrees Fahrenheit, or 16 Celsius.", ""),
        ("The wind is 9 MPH from the west at 5 PM EST.", "Time:1020"),
        ("It came in at five Kelvins, and 300 degrees Kelvin.", ""),
        ("It was 6 on the Richter scale.", ""),
        ("With Kelvin at the desk", "Name:kelvin"),
        ("He asked for Newton, at six.", "Time:360? Name:newton"),
        ("Our staff speak Portuguese, Tagalog and Spanish-speaking callers are welcome.", ""),
        ("There are many Germans and Italians, and a Mexican-American show.", ""),
        ("You pay in Euros, Pesos or Rupees.", ""),
        ("We close on Labor Day, Hanukkah and in Ramadan.", ""),
        ("It runs on Pacific Time, over Bluetooth.", ""),
        ("With Dr. German", "Name:german"),
        ("It is in Germantown.", "Name:germantown"),

        // Stops that nobody put a space behind.
        ("It is scheduled.312-555-0166 is the number", "Phone:3125550166"),
        ("They are in the common.Rent is due.You know", ""),
        ("on March 7th.Its red", "Date:--03-07"),
        ("jo.Smith@x.com", "Email:jo.smith@x.com"),
        ("see www.x.com", ""),
    ];

    public static TheoryData<int> RowNumbers => [.. Enumerable.Range(0, Rows.Length)];

    [Theory]
    [MemberData(nameof(RowNumbers))]
    public void Find_Text_HasTheFactsOfTheTable(int number)
    {
        var (text, facts) = Rows[number];
        string.Join(' ', FactFinder.Find(Tokens.Of(text), new DateTime(2026, 3, 2, 9, 15, 0), isData: false)
            .Select(static fact => $"{fact.Kind}:{fact.Value}")).ShouldBe(facts, text);
    }

    // What a caller says loosely may be said exactly; the day of the call is Monday, March 2nd 2026.
    [Theory]
    [InlineData("Make it the 13th.", "On March 13th.", true)]
    [InlineData("Make it the 13th.", "On Friday, March 13th.", true)]
    [InlineData("Make it the 13th.", "On March 14th.", false)]
    [InlineData("The 13th of this month.", "On May 13th.", false)]
    [InlineData("No, the 1st.", "On April 1st.", true)]
    [InlineData("I took the second one.", "On April 2nd.", false)]
    [InlineData("Wednesday next week works.", "On March 11th.", true)]
    [InlineData("Next Monday.", "On March 9th.", true)]
    [InlineData("On Wednesday.", "On March 11th.", false)]
    [InlineData("I want to visit tomorrow.", "On March 3rd.", true)]
    [InlineData("The day after tomorrow.", "On March 4th.", true)]
    [InlineData("The day after tomorrow.", "On March 5th.", false)]
    [InlineData("March 4th.", "The day after tomorrow.", true)]
    [InlineData("At afternoon 3:45, please.", "At 3:45 pm.", true)]
    [InlineData("At afternoon 3:45, please.", "At 3:45 am.", false)]
    [InlineData("At 12 o\"clock in the afternoon.", "At noon.", true)]
    [InlineData("Somewhere in SF.", "That is in San Francisco.", true)]
    [InlineData("Somewhere in SF.", "That is in San Jose.", false)]
    public void Has_WhatCallersSayLoosely_IsGrounded(string said, string stated, bool grounded)
    {
        var now = new DateTime(2026, 3, 2, 9, 15, 0);
        var known = new Knowledge(now);
        known.Said.Say(said);
        AllHold(known, stated).ShouldBe(grounded);
    }

    // What was given in one form may be said in another.
    [Theory]
    [InlineData("March third", "It is on 2026-03-03.", true)]
    [InlineData("2026-03-05", "It is on Thursday, March 5th.", true)]
    [InlineData("2026-03-05", "It is on Friday, March 6th.", false)]
    [InlineData("10:30", "It is at ten thirty.", true)]
    [InlineData("10:30", "It is at ten thirty am.", true)]
    [InlineData("10:30", "It is at ten thirty pm.", false)]
    [InlineData("22:30", "It is at half past ten in the evening.", true)]
    [InlineData("120", "It is a hundred and twenty dollars.", true)]
    [InlineData("120", "It is a hundred and twelve dollars.", false)]
    [InlineData("APT-7781", "It is A P T seven seven eight one.", true)]
    [InlineData("A P T seven seven eight one", "It is APT-7718.", false)]
    [InlineData("B as in boy, four, double two, nine", "It is B4229.", true)]
    [InlineData("+1 312 555 0166", "Call three one two five five five oh one six six.", true)]
    [InlineData("Winifred Tallow", "It's Winifred's booking.", true)]
    [InlineData("Winifred Tallow", "It's Walter's booking.", false)]
    public void Has_WhatWasGivenInAnotherForm_IsGrounded(string given, string said, bool grounded)
    {
        var now = new DateTime(2026, 3, 2, 9, 15, 0);
        var known = new Knowledge(now);
        known.Answers.Answer(System.Text.Json.JsonSerializer.Serialize(new { value = given }));
        AllHold(known, said).ShouldBe(grounded);
    }

    private static bool AllHold(Knowledge known, string text)
    {
        var sentence = Sentence.Of(text, known.Now).ShouldHaveSingleItem();
        sentence.Speech.Facts.ShouldNotBeEmpty();
        var check = new ValueCheck(known);
        return sentence.Speech.Facts.TrueForAll(fact => check.Holds(sentence, fact) == true);
    }
}
