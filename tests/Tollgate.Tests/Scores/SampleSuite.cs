using System.Text.Json;
using System.Text.RegularExpressions;
using Tollgate.Suites;
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
            Clarifications = ["Sorry, that is not what I asked."],
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
        MayCall = new HashSet<string> { "find_by_name" },
        Missing = new Dictionary<string, MissingRecord>
        {
            ["old"] = new("old", "bookings", new Dictionary<string, JsonElement>
            {
                ["booking_id"] = JsonElement.Parse("\"APT-7781\""),
            }),
        },
        Steps =
        [
            new Step
            {
                Id = "ask",
                Say = "Hi, this is Winifred Tallow. What about my booking A P T seven seven eight one on March fifth?",
                Reply = "All right.",
                Missing = "old",
                Expect = [Call("find_booking", ("booking_id", Is(ValueKind.Code, "\"APT-7781\"")))],
            },
            new Step { Id = "bye", Say = "Okay, thanks.", Reply = "Goodbye.", Optional = true },
        ],
    };

    private static SuiteSession Move(Dictionary<string, RecordTable> tables) => new()
    {
        Name = "move",
        StartsWith = "front_desk",
        Tables = tables,
        MayCall = new HashSet<string> { "find_by_name" },
        Steps =
        [
            new Step
            {
                Id = "ask",
                Say = "I want to move my booking APT-1001.",
                Reply = "All right.",
                Expect = [Call("find_booking", ("booking_id", Is(ValueKind.Code, "\"APT-1001\"")))],
            },
            new Step
            {
                Id = "day",
                Say = "To Friday, for two, please.",
                Entities = ["Friday"],
                Reply = "All right.",
                Asked = [Pattern.TryCompile("which day", true)!],
                Times = 2,
                Expect =
                [
                    Call("find_slots", ("day", Is(ValueKind.Date, "\"2026-03-06\""))) with { Group = 1 },
                    Call("move_booking", ("booking_id", Is(ValueKind.Code, "\"APT-1001\"")),
                        ("day", Is(ValueKind.Date, "\"2026-03-06\"")), ("people", Is(ValueKind.Number, "2"))) with
                    {
                        Group = 2,
                    },
                ],
            },
            new Step
            {
                Id = "bill",
                Say = "And I have a question about my bill.",
                Reply = "All right.",
                Expect = [Call("transfer_to_billing") with { Group = 3 }],
            },
        ],
        InOrder = true,
        Goals = [new Goal("moved") { Called = "move_booking" }, new Goal("billed") { HandedOverTo = "billing" }],
        RecordsAfter =
        [
            new ExpectedRecord("bookings", new Dictionary<string, JsonElement>
            {
                ["booking_id"] = JsonElement.Parse("\"APT-1001\""),
            })
            {
                Fields = new Dictionary<string, ExpectedValue> { ["day"] = Is(ValueKind.Date, "\"2026-03-06\"") },
            },
        ],
        Labels = new Dictionary<string, string> { ["sentiment"] = "neutral" },
    };

    private static SuiteTool Tool(
        string name, BackendAction action, params (string Name, string Type, ValueKind Kind)[] arguments) =>
        new(name, name, JsonSerializer.Serialize(new
        {
            type = "object",
            properties = arguments.ToDictionary(one => one.Name, one => new { type = one.Type }),
        }), new ToolBackend(action) { Table = "bookings" })
        {
            Rules = arguments.ToDictionary(one => one.Name, one => new ValueRule(one.Kind)),
        };
}
