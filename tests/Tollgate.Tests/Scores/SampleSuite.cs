using System.Text.Json;
using Tollgate.Acts.Slots;
using Tollgate.Suites;
using Tollgate.Suites.Briefs;
using Tollgate.Suites.Tools;
using Tollgate.Values;

namespace Tollgate.Tests.Scores;

/// <summary>A small clinic.</summary>
internal static class SampleSuite
{
    public static Suite Suite { get; } = Make();

    public static ExpectedValue Is(ValueKind kind, params string[] json) =>
        new([.. json.Select(static one => JsonElement.Parse(one))], new ValueRule(kind));

    public static ExpectedCall Call(string tool, params (string Name, ExpectedValue Value)[] arguments) =>
        new() { Tool = tool, Arguments = arguments.ToDictionary(one => one.Name, one => one.Value) };

    private static Suite Make()
    {
        var bookings = new RecordTable(
            "bookings", "booking_id",
            [
                JsonElement.Parse("""{"booking_id":"APT-1001","last_name":"Ferris","day":"2026-03-05","status":"booked"}"""),
                JsonElement.Parse("""{"booking_id":"APT-7787","last_name":"Tallon","day":"2026-03-06","status":"booked"}"""),
            ])
        {
            Rules = new Dictionary<string, ValueRule> { ["day"] = new(ValueKind.Date) },
        };
        var tables = new Dictionary<string, RecordTable> { ["bookings"] = bookings };
        return new Suite
        {
            Name = "clinic",
            Now = new DateTime(2026, 3, 2, 9, 15, 0),
            Agents = new Dictionary<string, SuiteAgent>
            {
                ["front_desk"] = new(
                    "front_desk", "You are the front desk of Lakeside Clinic. Today is Monday, March 2nd 2026. We are open from 8 to 17.")
                {
                    Greeting = "Lakeside Clinic, how can I help?",
                    Tools = ["find_booking", "find_by_name", "find_slots", "cancel_booking", "move_booking"],
                    HandsOverTo = ["billing"],
                },
                ["billing"] = new("billing", "You do the billing of Lakeside Clinic.") { Tools = ["find_by_name"] },
            },
            Tools = new[]
            {
                Tool("find_booking", BackendAction.Find, ("booking_id", "string", ValueKind.Code)),
                Tool("find_by_name", BackendAction.Find, ("last_name", "string", ValueKind.Text)),
                Tool("find_slots", BackendAction.Find, ("day", "string", ValueKind.Date)),
                Tool("cancel_booking", BackendAction.Update, ("booking_id", "string", ValueKind.Code)),
                Tool("move_booking", BackendAction.Update, ("booking_id", "string", ValueKind.Code),
                    ("day", "string", ValueKind.Date), ("people", "integer", ValueKind.Number),
                    ("note", "string", ValueKind.Any)),
            }.ToDictionary(static tool => tool.Name),
            Tables = tables,
            PostCall = new PostCall("Read.", new Dictionary<string, IReadOnlyList<string>>
            {
                ["sentiment"] = ["positive", "neutral", "negative"],
            }),
            Sessions = [Missing(tables), Move(tables)],
        };
    }

    private static SuiteSession Missing(Dictionary<string, RecordTable> tables) => new()
    {
        Name = "missing",
        StartsWith = "front_desk",
        Tables = tables,
        Brief = new Brief
        {
            Wishes =
            [
                new Wish
                {
                    Name = "ask",
                    Opens = "Hi, this is Winifred Tallow. What about my booking A P T seven seven eight one on March fifth?",
                    Again = "It's about my booking.",
                    LooksUp = [Call("find_booking", ("booking_id", Is(ValueKind.Code, "\"APT-7781\"")))],
                    Missing = new MissingRecord("ask", "bookings", new Dictionary<string, JsonElement>
                    {
                        ["booking_id"] = JsonElement.Parse("\"APT-7781\""),
                    }),
                },
            ],
        },
    };

    private static SuiteSession Move(Dictionary<string, RecordTable> tables) => new()
    {
        Name = "move",
        StartsWith = "front_desk",
        Tables = tables,
        Brief = new Brief
        {
            Facts = new Dictionary<string, CallerFact>
            {
                ["phone"] = new("phone", SlotKind.Phone, "3125550195"),
            },
            Wishes =
            [
                new Wish
                {
                    Name = "ask",
                    Opens = "I want to move my booking APT-1001.",
                    Again = "It's about my booking.",
                    Facts = new Dictionary<string, CallerFact>
                    {
                        ["day"] = new("day", SlotKind.Day, "2026-03-06"),
                        ["people"] = new("people", SlotKind.Quantity, "2"),
                    },
                    LooksUp =
                    [
                        Call("find_booking", ("booking_id", Is(ValueKind.Code, "\"APT-1001\""))),
                        Call("find_slots", ("day", Is(ValueKind.Date, "\"2026-03-06\""))),
                    ],
                    Does =
                    [
                        Call("move_booking", ("booking_id", Is(ValueKind.Code, "\"APT-1001\"")),
                            ("day", Is(ValueKind.Date, "\"2026-03-06\"")), ("people", Is(ValueKind.Number, "2"))),
                    ],
                },
                new Wish
                {
                    Name = "bill",
                    Opens = "And I have a question about my bill.",
                    Again = "It's about my bill.",
                    HandsOverTo = "billing",
                },
            ],
        },
        Labels = new Dictionary<string, string> { ["sentiment"] = "neutral" },
    };

    private static SuiteTool Tool(
        string name, BackendAction action, params (string Name, string Type, ValueKind Kind)[] arguments) =>
        new(name, name, JsonSerializer.Serialize(new
        {
            type = "object",
            properties = arguments.ToDictionary(one => one.Name, one => new { type = one.Type }),
        }), new ToolBackend(action)
        {
            Table = "bookings",
            Where = action == BackendAction.Update
                ? new Dictionary<string, string> { ["booking_id"] = "booking_id" }
                : new Dictionary<string, string>(),
            Set = arguments.Where(one => action == BackendAction.Update && one.Name == "day")
                .ToDictionary(one => one.Name, one => one.Name),
            SetTo = name == "cancel_booking"
                ? new Dictionary<string, JsonElement> { ["status"] = JsonElement.Parse("\"cancelled\"") }
                : new Dictionary<string, JsonElement>(),
        })
        {
            Rules = arguments.ToDictionary(one => one.Name, one => new ValueRule(one.Kind)),
        };
}
