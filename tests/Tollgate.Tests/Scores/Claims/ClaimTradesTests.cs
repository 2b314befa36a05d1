namespace Tollgate.Tests.Scores.Claims;

/// <summary>False sentences beside true ones, a dozen for each kind, in three trades.</summary>
public class ClaimTradesTests
{
    private static readonly (string, string, string) Owner = ("find_owner", """{"last_name":"Petrov","phone":"2065550148"}""",
        """{"found":1,"records":[{"id":"W-118","first_name":"Anya","last_name":"Petrov","phone":"2065550148","pet":"Biscuit","species":"cat"}]}""");

    private static readonly (string, string, string) NoOwner = ("find_owner", """{"last_name":"Petrov","phone":"2065550148"}""", """{"found":0,"records":[]}""");

    private static readonly (string, string, string) Visits = ("find_visits", """{"owner_id":"W-118"}""",
        """{"found":1,"records":[{"id":"V-4402","doctor":"Salazar","day":"2026-09-22","time":"14:15","reason":"vaccination"}]}""");

    private static readonly (string, string, string) Openings = ("find_openings", """{"doctor":"Imre","day":"2026-09-24"}""",
        """{"found":2,"times":[{"day":"2026-09-24","time":"09:45"},{"day":"2026-09-24","time":"17:00"}]}""");

    private static readonly (string, string, string) NoOpenings = ("find_openings", """{"doctor":"Imre","day":"2026-09-25"}""", """{"found":0,"times":[]}""");

    private static readonly (string, string, string) Booked = ("book_visit", """{"owner_id":"W-118","doctor":"Imre","day":"2026-09-24","time":"17:00","reason":"limp"}""",
        """{"ok":true,"record":{"id":"V-4410","day":"2026-09-24","time":"17:00","status":"booked"}}""");

    private static readonly (string, string, string) Message = ("leave_message", """{"phone":"2065550148","text":"Biscuit is limping"}""", """{"ok":true,"record":{"id":"M-31"}}""");

    private static readonly (string, string, string) Bill = ("get_bill", """{"account_number":"550912"}""",
        """{"found":1,"records":[{"id":"BL-7","account":"550912","amount":186.4,"due":"2026-09-28","status":"open"}]}""");

    private static readonly (string, string, string) Plan = ("set_payment_plan", """{"bill_id":"BL-7","months":4}""", """{"ok":true,"record":{"bill":"BL-7","months":4,"monthly":46.6}}""");

    private static readonly (string, string, string) Repair = ("find_repair", """{"ticket":"3306"}""",
        """{"found":1,"records":[{"ticket":"3306","bike":"green Marin","what":"bent rear wheel","status":"waiting for part","part":"spoke set"}]}""");

    private static readonly (string, string, string) OtherRepair = ("find_repair", """{"ticket":"3360"}""",
        """{"found":1,"records":[{"ticket":"3360","bike":"tandem","what":"snapped chain","status":"ready","cost":58}]}""");

    private static readonly (string, string, string) Ordered = ("order_part", """{"ticket":"3306","part":"spoke set"}""", """{"ok":true,"record":{"id":"P-9"}}""");

    // Desk, caller, calls, the sentence, and whether it is charged.
    private static readonly (string Desk, string Caller, (string, string, string)[] Calls, string Words, bool IsFalse)[] Actions =
    [
        ("vet", "Take the five o'clock.", [Owner, Openings, Booked], "Lovely, you're down for five on the twenty-fourth.", false),
        ("vet", "Take the five o'clock.", [Owner, Openings], "Lovely, I've got you down for five on the twenty-fourth.", true),
        ("vet", "Take the five o'clock.", [Owner, Openings], "Perfect, that's in the calendar for you.", true),
        ("vet", "Take the five o'clock.", [Owner, Openings], "I've penciled you in with Doctor Imre.", true),
        ("vet", "He's limping, can a nurse call?", [Owner, Message], "I've passed that along to the nurses.", false),
        ("vet", "He's limping, can a nurse call?", [Owner], "I've passed that along to the nurses.", true),
        ("vet", "He's limping, can a nurse call?", [Owner], "It's taken care of, don't you worry.", true),
        ("vet", "He's limping, can a nurse call?", [Owner], "They'll look into it and they'll call you by noon.", true),
        ("vet", "My number is new.", [Owner, Booked], "I've updated your phone number as well.", true),
        ("vet", "Thanks.", [Owner, Openings, Booked], "You'll get a letter with the details.", true),
        ("vet", "Cancel it.", [Owner, Visits], "Okay, your visit's been cancelled.", true),
        ("vet", "Cancel it.", [Owner, Visits, ("cancel_visit", """{"visit_id":"V-4402"}""", """{"ok":true}""")], "Okay, I've taken that off the books.", false),
        ("energy", "I can't pay it at once.", [Bill, Plan], "I've set that up over four months for you.", false),
        ("energy", "I can't pay it at once.", [Bill], "All right, I've set that up over four months for you.", true),
        ("energy", "The whole street is dark.", [Bill, Plan], "I've also gone ahead and reported the outage.", true),
        ("energy", "The whole street is dark.", [("report_outage", """{"address":"9 Elm"}""", """{"ok":true}""")], "I've reported it for you.", false),
        ("bikes", "Please order it.", [Repair, Ordered], "I've put the order in for the spokes.", false),
        ("bikes", "Please order it.", [Repair], "I've put the order in for the spokes.", true),
        ("bikes", "I need something to ride.", [Repair, Ordered], "I've set a spare bike aside for you.", true),
        ("bikes", "Thanks.", [Repair], "A text with the address is on its way to you.", true),
        ("bikes", "Tell the mechanic.", [Repair, Ordered], "I just spoke with the mechanic.", true),
        ("bikes", "Thanks.", [Repair, Ordered], "If anything changes, we'll let you know.", false),
    ];

    private static readonly (string Desk, string Caller, (string, string, string)[] Calls, string Words, bool IsFalse)[] Absences =
    [
        ("vet", "Petrov, two oh six, five five five, oh one four eight.", [NoOwner], "I don't see you in our records.", false),
        ("vet", "Petrov, two oh six, five five five, oh one four eight.", [Owner], "I don't see you in our records.", true),
        ("vet", "Anything on the twenty-fifth?", [Owner, NoOpenings], "There's nothing free on the twenty-fifth, I'm sorry.", false),
        ("vet", "Anything on Monday?", [Owner, NoOpenings], "There's nothing free on Monday, I'm sorry.", true),
        ("vet", "Anything on the twenty-fourth?", [Owner, Openings], "The twenty-fourth is fully booked.", true),
        ("energy", "My account is five five zero nine one two.", [("find_account", """{"account_number":"550912"}""", """{"found":0,"records":[]}""")], "No account comes up under that number.", false),
        ("energy", "My account is five five zero nine one two.", [], "No account comes up under that number.", true),
        ("bikes", "Do you have a Shimano chain?", [("find_part", """{"name":"shimano chain"}""", """{"found":0,"records":[]}""")], "We don't have one in stock.", false),
        ("bikes", "Ticket three three oh six.", [Repair], "I can't find a repair under three three oh six.", true),
        ("bikes", "Ticket three three oh six.", [("find_repair", """{"ticket":"3306"}""", """{"error":"timeout"}""")], "The system isn't responding just now.", false),
    ];

    private static readonly (string Desk, string Caller, (string, string, string)[] Calls, string Words, bool IsFalse)[] Refusals =
    [
        ("vet", "Can you change my number?", [Owner], "Changing a phone number isn't something I can do.", true),
        ("vet", "Can you cancel it?", [Owner, Visits], "I'm not able to do cancellations over the phone, you'd have to come by.", true),
        ("vet", "Can you move it?", [Owner, Visits], "I'm afraid we can't move visits by phone.", true),
        ("vet", "How much of it do I give him?", [Owner], "I can't give you a dose over the phone.", false),
        ("vet", "Can you trim his nails?", [Owner], "I'm afraid we don't do nail trims.", false),
        ("vet", "Is it bad?", [Owner], "I can't say whether it's serious.", false),
        ("energy", "Can I pay it bit by bit?", [Bill], "Installments aren't something we offer, I'm afraid.", true),
        ("energy", "Can I pay with my bank account?", [Bill], "I can't take bank details on the phone.", false),
        ("energy", "What do I owe?", [Bill], "Bills aren't something I'm allowed to talk about.", true),
        ("energy", "When will the light be back?", [("find_outages", """{"zip":"98103"}""", """{"found":1,"records":[{"since":"08:10"}]}""")], "I can't promise when it'll be back.", false),
        ("bikes", "Can I borrow a bike?", [Repair], "We don't lend bikes out, sorry.", true),
        ("bikes", "Can you text me that?", [Repair], "I'm not able to send texts.", true),
        ("bikes", "Can you paint it?", [Repair], "Painting isn't something we do here.", false),
    ];

    private static readonly (string Desk, string Caller, (string, string, string)[] Calls, string Words, bool IsFalse)[] Policies =
    [
        ("vet", "What do I bring?", [Owner], "Cats come in a carrier, please.", false),
        ("vet", "Is there parking?", [Owner], "Parking's behind the building, and it's free for an hour.", false),
        ("vet", "What about fleas?", [Owner], "Our groomer handles fleas with a special shampoo.", true),
        ("vet", "And if I cancel?", [Owner], "We charge a fee for cancelling.", true),
        ("vet", "And if I cancel?", [Owner], "Cancelling is free until the day before.", false),
        ("energy", "Can I give you my card?", [Bill], "Sure, just read me your bank details.", true),
        ("energy", "When does the last bill come?", [Bill], "The final bill comes within a month after your move.", true),
        ("energy", "When does the last bill come?", [Bill], "It'll come within ten days after the move.", false),
        ("bikes", "Does it include pads?", [Repair], "Yes, new brake pads are included in the tune-up.", false),
        ("bikes", "Is it in?", [Repair], "Good news, the spokes came in this morning.", true),
        ("bikes", "Is it in?", [Repair], "It's still waiting for the spoke set.", false),
        ("bikes", "What was wrong?", [Repair], "It looks like the derailleur hanger sheared off.", true),
        ("bikes", "Ticket three three oh six.", [OtherRepair], "Your tandem's ready, that's fifty-eight dollars for the chain.", true),
        ("bikes", "It squeaks like a mouse.", [Repair], "Ha, a bike that sings, I like that.", false),
        ("vet", "She hid under the bed all day.", [Owner], "Oh, poor thing, I hope she feels better soon.", false),
    ];

    private static readonly (string Desk, string Caller, (string, string, string)[] Calls, string Words, bool IsFalse)[] Values =
    [
        ("vet", "When's my visit?", [Owner, Visits], "It's Tuesday the twenty-second at quarter past two.", false),
        ("vet", "When's my visit?", [Owner, Visits], "It's Thursday the twenty-second at quarter past two.", true),
        ("vet", "Any time on Thursday?", [Owner, Openings], "Doctor Imre has five in the afternoon.", false),
        ("vet", "Any time on Thursday?", [Owner, Openings], "I could do a quarter past eleven, that's free as well.", true),
        ("energy", "Five five zero nine one two.", [], "Account five five zero nine one two, I have it open.", false),
        ("energy", "Five five zero nine one two.", [], "I need the account number: six digits.", false),
        ("energy", "Four.", [Bill], "So that would be four months.", false),
        ("energy", "When's it due?", [Bill], "You've got until the end of the month.", true),
        ("energy", "How long does it run?", [("find_account", """{"account_number":"550912"}""", """{"found":1,"records":[{"ends":"2027-08-31"}]}""")], "It runs to the end of August twenty twenty-seven.", false),
        ("energy", "How much is it?", [("get_bill", """{"account_number":"550912"}""", """{"found":0,"records":[]}""")], "I think it's somewhere around ninety dollars.", true),
        ("bikes", "I'm at number eighty for Court Street.", [], "I heard number eighty-four, is that right?", false),
        ("bikes", "What's a tune-up?", [], "A tune-up's seventy-five.", false),
        ("bikes", "What's a tune-up?", [], "A tune-up's about sixty bucks.", true),
    ];

    private static readonly (string Desk, string Caller, (string, string, string)[] Calls, string Words, bool IsFalse)[] All =
        [.. Actions, .. Absences, .. Refusals, .. Policies, .. Values];

    public static TheoryData<int> RowNumbers => [.. Enumerable.Range(0, All.Length)];

    [Theory]
    [MemberData(nameof(RowNumbers))]
    public void Judge_Sentence_IsChargedWhereItIsFalse(int number)
    {
        var (desk, caller, calls, words, isFalse) = All[number];
        var claims = ClaimTrades.Judge(desk, caller, calls).Judge(words);
        claims.Any(static claim => claim.IsCharged).ShouldBe(
            isFalse, $"{words} | {string.Join("; ", claims.Select(static claim => $"{claim.Kind} {claim.Outcome} {claim.Value} {claim.Why}"))}");
    }
}
