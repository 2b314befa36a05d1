using System.Text.Json;
using Tollgate.Suites;
using Tollgate.Values;

namespace Tollgate.ScoresBench;

/// <summary>A suite of several businesses under one roof, with an argument of every kind.</summary>
internal static class SuiteMaker
{
    private static readonly string[] NotFound =
    [
        "I'm sorry, I can't find that one.", "Nothing comes up under that number.", "There's no record of that in our system.",
        "I don't see it here. Could you read me the number once more?", "That doesn't match anything, I'm afraid.",
        "I've looked, and it isn't there. Do you have another reference?", "Hmm, my search came back empty.",
        "I couldn't locate it. What name would it be under?", "We have nothing on file for that.",
        "I'm not finding a match. May I have your phone number?", "It's not coming up. Could it be under someone else's name?",
        "I'm afraid that isn't in our records, so I can't tell you anything about it.",
        "No luck with that number. Would you spell the last name for me?", "I have no such number on my list.",
        "Sorry, there is no entry for it. Shall I have someone call you back?", "I wasn't able to find it, and I don't want to guess.",
        "That number isn't one that I can see. Is there a letter in front of it?", "I get no results for that. When was it made?",
        "There is nothing under that, unfortunately.", "I can't see it on my side. Let me take your details and look into it.",
    ];

    private static readonly string[] Trouble =
    [
        "I'm sorry, the system isn't responding right now.", "The lookup timed out twice. Can I call you back?",
        "I can't reach our records at the moment.", "Our system is slow today and gave me no answer. Shall I try later?",
        "I'm having trouble getting into the database.", "There's a technical problem on our side, I'm sorry.",
        "I didn't get an answer from the system, so I can't say yet.", "It seems the calendar is down. May I take a message?",
        "I couldn't get through to the records system just now.", "The search is not loading. I'll have a colleague call you.",
        "Sorry, my screen is frozen, I can't check that right now.", "I tried twice and the tool failed both times.",
    ];

    private static readonly string[] Goodbye =
        ["You're welcome. Goodbye.", "Thanks for calling, bye now.", "Have a nice day.", "Glad I could help. Take care."];

    public static (Suite Suite, List<BenchSession> Sessions) Make()
    {
        var tables = new Dictionary<string, RecordTable>
        {
            ["patients"] = new("patients", "id",
            [
                Json("""{"id":"P-1001","first_name":"Winifred","last_name":"Smith","date_of_birth":"1984-03-03","phone":"3125550166"}"""),
            ]),
        };
        SuiteTool[] tools =
        [
            Tool("find_patient", BackendAction.Find, ("last_name", "string", ValueKind.Text), ("date_of_birth", "string", ValueKind.Date)),
            Tool("find_slots", BackendAction.Find, ("day", "string", ValueKind.Date), ("after", "string", ValueKind.Time)),
            Tool("book", BackendAction.Insert, ("patient_id", "string", ValueKind.Code), ("starts", "string", ValueKind.DateTime), ("reason", "string", ValueKind.Any)),
            Tool("find_booking", BackendAction.Find, ("booking_id", "string", ValueKind.Code)),
            Tool("cancel_booking", BackendAction.Update, ("booking_id", "string", ValueKind.Code), ("fee", "number", ValueKind.Number)),
            Tool("find_order", BackendAction.Find, ("order_id", "string", ValueKind.Code)),
            Tool("refund", BackendAction.Update, ("order_id", "string", ValueKind.Code), ("amount", "string", ValueKind.Money), ("to_card", "boolean", ValueKind.Boolean)),
            Tool("send_link", BackendAction.Insert, ("email", "string", ValueKind.Email), ("kind", "string", ValueKind.Enum)),
            Tool("reserve_table", BackendAction.Insert, ("people", "integer", ValueKind.Number), ("at", "string", ValueKind.DateTime), ("phone", "string", ValueKind.Phone), ("outside", "boolean", ValueKind.Boolean)),
            Tool("search_homes", BackendAction.Find, ("areas", "array", ValueKind.Set), ("max_price", "number", ValueKind.Money), ("bedrooms", "integer", ValueKind.Number)),
            Tool("plan_route", BackendAction.Find, ("stops", "array", ValueKind.List), ("car", "object", ValueKind.Object)),
            Tool("find_ticket", BackendAction.Find, ("ticket_id", "string", ValueKind.Code)),
            Tool("hours", BackendAction.Answer, ("place", "string", ValueKind.Text)),
            Tool("close_account", BackendAction.Delete, ("account_id", "string", ValueKind.Code)),
            Tool("send_survey", BackendAction.Insert, ("email", "string", ValueKind.Email)),
        ];
        List<BenchSession> sessions = [Clinic(tables), Shop(tables), Restaurant(tables), Homes(tables), Desk(tables), Salon(tables)];
        string[] names = [.. tools.Select(static tool => tool.Name)];
        var suite = new Suite
        {
            Name = "bench",
            Now = new DateTime(2026, 3, 2, 9, 15, 0),
            Agents = new Dictionary<string, SuiteAgent>
            {
                ["front_desk"] = new("front_desk", "You answer the phone. Today is Monday, March 2nd 2026.")
                {
                    Tools = names, HandsOverTo = ["billing", "support"],
                },
                ["billing"] = new("billing", "You do the billing.") { Tools = names, HandsOverTo = ["support"] },
                ["support"] = new("support", "You help with devices.") { Tools = names, HandsOverTo = ["billing"] },
            },
            Tools = tools.ToDictionary(static tool => tool.Name),
            Tables = tables,
            Sessions = [.. sessions.Select(static one => one.Session)],
            Clarifications = ["Sorry, that is not what I asked."],
        };
        return (suite, sessions);
    }

    private static BenchSession Clinic(Dictionary<string, RecordTable> tables) => Session("clinic", tables,
        Step("who", "Hi, this is Winifred Smith, born March third, nineteen eighty-four.",
            ["Thank you, Winifred. What can I do for you?", "I found you, Ms. Smith. How can I help?"],
            ("find_patient", """{"last_name":"Smith","date_of_birth":"1984-03-03"}""",
                """{"found":1,"records":[{"id":"P-1001","first_name":"Winifred","last_name":"Smith"}]}""")),
        Step("when", "I'd like to come in on Thursday after ten in the morning.",
            ["I have ten thirty or eleven fifteen on Thursday, March 5th. Which do you prefer?", "On Thursday there's 10:30 am and 11:15 am."],
            ("find_slots", """{"day":"2026-03-05","after":"10:00"}""",
                """{"found":2,"records":[{"starts":"2026-03-05T10:30"},{"starts":"2026-03-05T11:15"}]}""")),
        Step("book", "Ten thirty, please. It's for my knee.",
            ["Done, you're booked for Thursday, March 5th at ten thirty. Your number is APT-1002.", "You're all set for Thursday at 10:30 am, and the confirmation is A P T one zero zero two."],
            ("book", """{"patient_id":"P-1001","starts":"2026-03-05T10:30"}""",
                """{"id":"APT-1002","patient_id":"P-1001","starts":"2026-03-05T10:30","status":"booked"}""")),
        Missing("old", "And what about my old booking, A P T seven seven eight one?",
            ("find_booking", """{"booking_id":"APT-7781"}""", """{"found":0,"records":[]}""")),
        Step("bye", "Okay, thank you.", Goodbye));

    private static BenchSession Shop(Dictionary<string, RecordTable> tables) => Session("shop", tables,
        Step("order", "I want my money back for order O R D four four one two.",
            ["I see order ORD-4412, delivered on February 20th for $84.50. How much would you like back?", "That order was delivered on February 20th. What amount is it about?"],
            ("find_order", """{"order_id":"ORD-4412"}""",
                """{"found":1,"records":[{"order_id":"ORD-4412","status":"delivered","delivered":"2026-02-20","total":84.5}]}""")),
        Step("refund", "All of it, eighty-four fifty, to my card.",
            ["I've refunded $84.50 to your card.", "Eighty-four dollars and fifty cents are on their way to your card."],
            ("refund", """{"order_id":"ORD-4412","amount":"$84.50","to_card":true}""",
                """{"order_id":"ORD-4412","status":"refunded","amount":84.5}""")),
        Missing("second", "There was a second order, nine nine three zero seven.",
            ("find_order", """{"order_id":"99307"}""", """{"found":0,"records":[]}""")),
        Step("link", "Send the receipt to jo.e@x.com please.",
            ["I've sent it to jo.e@x.com.", "The receipt went out to jo.e@x.com. Anything else?"],
            ("send_link", """{"email":"jo.e@x.com","kind":"receipt"}""", """{"sent":true,"email":"jo.e@x.com"}""")),
        Handoff("bill", "Can somebody explain my bill?", "billing", ["Billing here, what would you like to know?", "This is billing. Which part of the bill is it?"]),
        Step("bye", "Never mind, thanks.", Goodbye));

    private static BenchSession Restaurant(Dictionary<string, RecordTable> tables) => Session("restaurant", tables,
        Step("table", "A table for four on Saturday at seven thirty in the evening, inside. My number is 312 555 0166.",
            ["Your table for four is reserved for Saturday, March 7th at 7:30 pm.", "You have a table on Saturday at seven thirty. Shall I send you a message?"],
            ("reserve_table", """{"people":4,"at":"2026-03-07T19:30","phone":"3125550166","outside":false}""",
                """{"id":"R-31","at":"2026-03-07T19:30","people":4,"status":"reserved"}""")),
        Step("open", "When do you open on Sundays?",
            ["On Sundays we open at eleven.", "Sunday it's 11 to 9 pm."],
            ("hours", """{"place":"restaurant"}""", """{"sunday":"11:00 to 21:00"}""")),
        Missing("gift", "I also reserved under Smyth last month, number R eight eight zero four.",
            ("find_booking", """{"booking_id":"R-8804"}""", """{"found":0,"records":[]}""")),
        Step("bye", "Alright then, bye.", Goodbye));

    private static BenchSession Homes(Dictionary<string, RecordTable> tables) => Session("homes", tables,
        Step("search", "I look for three bedrooms in Lakeview or Uptown, up to four hundred thousand dollars.",
            ["There are two: 12 Elm Street at $389,000 and 40 Pine Court at $395,500.", "I found two homes, one on Elm Street for 389,000 dollars and one on Pine Court for 395,500 dollars."],
            ("search_homes", """{"areas":["Lakeview","Uptown"],"max_price":400000,"bedrooms":3}""",
                """{"found":2,"records":[{"address":"12 Elm Street","price":389000},{"address":"40 Pine Court","price":395500}]}""")),
        Step("route", "Plan a tour, Elm Street first, then Pine Court, in my Honda.",
            ["The tour takes about forty minutes.", "All right, Elm Street first and then Pine Court."],
            ("plan_route", """{"stops":["Elm Street","Pine Court"],"car":{"make":"Honda","seats":4}}""", """{"minutes":40}""")),
        Failing("slots", "Is there anything on March 9th after two?",
            ("find_slots", """{"day":"2026-03-09","after":"14:00"}""")),
        Handoff("tech", "And your app does not work.", "support", ["Support here. What does the app say?", "This is support, what happens when you open it?"]),
        Step("bye", "I'll try again, thanks.", Goodbye));

    private static BenchSession Desk(Dictionary<string, RecordTable> tables) => Session("desk", tables,
        Failing("ticket", "How is my ticket I N C three one one nine?", ("find_ticket", """{"ticket_id":"INC-3119"}""")),
        Missing("other", "And the one from last week, I N C two zero zero six?",
            ("find_ticket", """{"ticket_id":"INC-2006"}""", """{"found":1,"records":[{"ticket_id":"INC-2008","status":"closed","opened":"2026-02-11"}]}""")),
        Step("reset", "Then send me the reset link to kim@corp.example.",
            ["The link is on its way to kim@corp.example.", "I've sent it. Please check your inbox."],
            ("send_link", """{"email":"kim@corp.example","kind":"reset"}""", """{"sent":true,"email":"kim@corp.example"}""")),
        Handoff("human", "I'd rather talk to billing about the invoice.", "billing", ["Billing, how can I help?", "Billing speaking. What is it about?"]),
        Step("bye", "That's all.", Goodbye));

    private static BenchSession Salon(Dictionary<string, RecordTable> tables) => Session("salon", tables,
        Missing("cut", "I need to move my haircut, the booking is S L five five two one.",
            ("find_booking", """{"booking_id":"SL-5521"}""", """{"found":0,"records":[]}""")),
        Step("again", "Oh, it is S L five five one two.",
            ["I have it, SL-5512, on Friday, March 6th at 3 pm.", "There it is, Friday at three in the afternoon. Do you want to cancel it?"],
            ("find_booking", """{"booking_id":"SL-5512"}""",
                """{"found":1,"records":[{"booking_id":"SL-5512","starts":"2026-03-06T15:00","status":"booked"}]}""")),
        Step("cancel", "Cancel it, I know about the fee of fifteen dollars.",
            ["It's cancelled, and the fee is 15 dollars.", "Done. The booking is cancelled and $15 will be charged."],
            ("cancel_booking", """{"booking_id":"SL-5512","fee":15}""", """{"booking_id":"SL-5512","status":"cancelled","fee":15}""")),
        Failing("new", "Anything free on March 12th after noon?", ("find_slots", """{"day":"2026-03-12","after":"12:00"}""")),
        Step("bye", "Okay, later then.", Goodbye));

    private sealed record Part(Step Step, string[] Replies, (string Tool, string Result)[] Results, bool Fails);

    private static Part Step(
        string id, string say, string[] replies, params (string Tool, string Arguments, string Result)[] calls) =>
        new(new Step
        {
            Id = id,
            Say = say,
            Reply = replies[0],
            Expect = [.. calls.Select(static call => Expected(call.Tool, call.Arguments))],
        }, replies, [.. calls.Select(static call => (call.Tool, call.Result))], Fails: false);

    private static Part Missing(string id, string say, (string Tool, string Arguments, string Result) call)
    {
        var part = Step(id, say, NotFound, call);
        return part with { Step = part.Step with { Missing = id } };
    }

    private static Part Failing(string id, string say, (string Tool, string Arguments) call) =>
        Step(id, say, Trouble, (call.Tool, call.Arguments, "{}")) with { Fails = true };

    private static Part Handoff(string id, string say, string to, string[] replies) =>
        new(new Step { Id = id, Say = say, Reply = replies[0], Expect = [new ExpectedCall { Tool = Transfer.NameOf(to) }] },
            replies, [], Fails: false);

    private static BenchSession Session(string name, Dictionary<string, RecordTable> tables, params Part[] parts) => new(
        new SuiteSession
        {
            Name = name,
            StartsWith = "front_desk",
            Steps = [.. parts.Select(static part => part.Step)],
            Tables = tables,
        },
        parts.SelectMany(static part => part.Results.Select(result => ($"{part.Step.Id}/{result.Tool}", result.Result)))
            .ToDictionary(static one => one.Item1, static one => one.Result),
        parts.ToDictionary(static part => part.Step.Id, static part => part.Replies),
        parts.Where(static part => part.Fails).Select(static part => part.Step.Id).ToHashSet());

    private static readonly Dictionary<string, ValueKind> Kinds = [];

    private static ExpectedCall Expected(string tool, string arguments) => new()
    {
        Tool = tool,
        Arguments = Json(arguments).EnumerateObject().ToDictionary(
            static one => one.Name, one => new ExpectedValue([one.Value], new ValueRule(KindOf(tool, one.Name, one.Value)))),
    };

    // As the reader of suites does it: the rule stands with the tool. Tools are made before the sessions.
    private static ValueKind KindOf(string tool, string argument, JsonElement value) =>
        Kinds.GetValueOrDefault($"{tool}/{argument}", value.ValueKind == JsonValueKind.Object ? ValueKind.Object : ValueKind.Text);

    private static SuiteTool Tool(string name, BackendAction action, params (string Name, string Type, ValueKind Kind)[] arguments)
    {
        foreach (var argument in arguments)
        {
            Kinds[$"{name}/{argument.Name}"] = argument.Kind;
        }

        return new SuiteTool(name, name, JsonSerializer.Serialize(new
        {
            type = "object",
            properties = arguments.ToDictionary(one => one.Name, one => new { type = one.Type }),
        }), new ToolBackend(action) { Table = "patients" })
        {
            Rules = arguments.ToDictionary(one => one.Name, one => new ValueRule(one.Kind)),
        };
    }

    private static JsonElement Json(string json) => JsonElement.Parse(json);
}
