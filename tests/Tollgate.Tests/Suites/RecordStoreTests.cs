using System.Text.Json;
using Tollgate.Suites;
using Tollgate.Suites.Reading;
using Tollgate.Suites.Tools;

namespace Tollgate.Tests.Suites;

public class RecordStoreTests
{
    private static readonly DateTime Now = new(2026, 3, 2, 9, 15, 0);
    private static readonly Suite Suite = SuiteReader.Read(SuiteFiles.Text("good.yaml"), "good.yaml").Suite!;

    public static TheoryData<string, string, string> Answers => new()
    {
        // The record by all that is given, with the fields that the tool returns.
        {
            "find_customer", """{"last_name":"tallow","born":"1984-03-03"}""",
            """{"found":1,"records":[{"id":"C-1","first_name":"Winifred","last_name":"Tallow"}]}"""
        },
        // A telephone number compares as one.
        {
            "find_customer", """{"last_name":"Tallow","born":"March 3, 1984","phone":"(312) 555-0166"}""",
            """{"found":1,"records":[{"id":"C-1","first_name":"Winifred","last_name":"Tallow"}]}"""
        },
        // A near neighbour is not the one.
        { "find_customer", """{"last_name":"Smith","born":"1971-11-02"}""", """{"found":0,"records":[]}""" },
        // One digit off.
        { "find_customer", """{"last_name":"Smyth","born":"1971-11-03"}""", """{"found":0,"records":[]}""" },
        // An optional argument narrows.
        {
            "find_customer", """{"last_name":"Smyth","born":"1971-11-02","phone":"3125550166"}""",
            """{"found":0,"records":[]}"""
        },
        // An explicit null does not.
        {
            "find_customer", """{"last_name":"Smyth","born":"1971-11-02","phone":null}""",
            """{"found":1,"records":[{"id":"C-2","first_name":"Amos","last_name":"Smyth"}]}"""
        },
        // Several, in the file's order.
        {
            "find_slots", """{"day":"2026-03-05"}""",
            """{"found":2,"records":[{"id":"S-12","day":"2026-03-05","time":"10:00"},{"id":"S-13","day":"2026-03-05","time":"11:00"}]}"""
        },
        // A new key, one above the largest.
        {
            "book_repair", """{"customer_id":"C-1","slot_id":"S-12","bike":"e-bike"}""",
            """{"ok":true,"record":{"id":"R-1002","customer_id":"C-1","bike":"e-bike","slot":"S-12","status":"booked"}}"""
        },
        // What it needs is not there: the argument is named.
        {
            "book_repair", """{"customer_id":"C-1","slot_id":"S-99","bike":"e-bike"}""",
            """{"ok":false,"error":"not_found","what":"slot_id"}"""
        },
        {
            "book_repair", """{"customer_id":"C-9","slot_id":"S-99","bike":"e-bike"}""",
            """{"ok":false,"error":"not_found","what":"customer_id"}"""
        },
        {
            "cancel_repair", """{"repair_id":"R-1001"}""",
            """{"ok":true,"record":{"id":"R-1001","customer_id":"C-1","bike":"city bike","status":"cancelled","due":"2026-03-05","price":80.5}}"""
        },
        { "cancel_repair", """{"repair_id":"R-1002"}""", """{"ok":false,"error":"not_found","what":"repair_id"}""" },
        // The same, whatever is asked.
        { "quote", """{"hours":2}""", """{"price":120,"currency":"USD"}""" },
    };

    [Theory]
    [MemberData(nameof(Answers))]
    public void Run_ACall_IsAnswered(string tool, string arguments, string expected) =>
        Run(new RecordStore(Suite.Tables, Now), tool, arguments).ShouldBe(expected);

    [Fact]
    public void Run_Insert_PutsARecordInAndLeavesTheSuiteAlone()
    {
        var store = new RecordStore(Suite.Tables, Now);
        var (_, changes) = store.Run(Suite.Tools["book_repair"], Json("""
            {"customer_id":"C-2","slot_id":"S-13","bike":"road bike","note":"brakes"}
            """));
        changes.Single().ShouldBe(new(
            "repairs", "R-1002", null,
            """{"id":"R-1002","customer_id":"C-2","bike":"road bike","slot":"S-13","note":"brakes","status":"booked"}"""));
        store.Tables["repairs"].Records.Count.ShouldBe(2);
        Suite.Tables["repairs"].Records.Count.ShouldBe(1);
        new RecordStore(Suite.Tables, Now).Tables["repairs"].Records.Count.ShouldBe(1);
    }

    [Fact]
    public void Run_TheSameInsertTwice_IsTwoRecords()
    {
        var store = new RecordStore(Suite.Tables, Now);
        const string Call = """{"customer_id":"C-2","slot_id":"S-13","bike":"road bike"}""";
        Run(store, "book_repair", Call).ShouldContain("R-1002");
        Run(store, "book_repair", Call).ShouldContain("R-1003");
    }

    [Fact]
    public void Run_Insert_GivesNoNumberTwice()
    {
        var store = new RecordStore(Suite.Tables, Now);
        var remove = new SuiteTool("remove", "", "", new ToolBackend(BackendAction.Delete)
        {
            Table = "repairs", Where = new Dictionary<string, string> { ["id"] = "id" },
        });
        const string Call = """{"customer_id":"C-2","slot_id":"S-13","bike":"road bike"}""";
        Run(store, "book_repair", Call);
        store.Run(remove, Json("""{"id":"R-1002"}""")).Changes.Single().AfterJson.ShouldBeNull();
        Run(store, "book_repair", Call).ShouldContain("R-1003");
    }

    [Fact]
    public void Run_InsertIntoAnEmptyTable_BeginsAt1001()
    {
        var tables = Suite.Tables.ToDictionary(table => table.Key, table => table.Value);
        tables["repairs"] = tables["repairs"] with { Records = [] };
        Run(new RecordStore(tables, Now), "book_repair", """{"customer_id":"C-2","slot_id":"S-13","bike":"e-bike"}""")
            .ShouldContain("\"id\":\"R-1001\"");
    }

    [Fact]
    public void Run_AnUpdateOfWhatIsThereInAnotherState_IsNotPossible()
    {
        var store = new RecordStore(Suite.Tables, Now);
        Run(store, "cancel_repair", """{"repair_id":"R-1001"}""").ShouldContain("\"ok\":true");
        Run(store, "cancel_repair", """{"repair_id":"R 1001"}""")
            .ShouldBe("""{"ok":false,"error":"not_possible","what":"repair_id"}""");
    }

    [Fact]
    public void Run_AnUpdateThatSeveralMatch_ChangesNone()
    {
        var all = new SuiteTool("all", "", "", new ToolBackend(BackendAction.Update)
        {
            Table = "slots",
            Where = new Dictionary<string, string> { ["day"] = "day" },
            SetTo = new Dictionary<string, JsonElement> { ["taken"] = Json("true") },
        });
        var store = new RecordStore(Suite.Tables, Now);
        var (result, changes) = store.Run(all, Json("""{"day":"2026-03-05"}"""));
        result.ShouldBe("""{"ok":false,"error":"ambiguous","what":"day"}""");
        changes.ShouldBeEmpty();
    }

    [Fact]
    public void Run_AnUpdateToWhatItIs_IsNoChange()
    {
        var same = new SuiteTool("same", "", "", new ToolBackend(BackendAction.Update)
        {
            Table = "slots",
            Where = new Dictionary<string, string> { ["id"] = "id" },
            SetTo = new Dictionary<string, JsonElement> { ["time"] = Json("\"10:00\"") },
        });
        var (result, changes) = new RecordStore(Suite.Tables, Now).Run(same, Json("""{"id":"S-12"}"""));
        result.ShouldContain("\"ok\":true");
        changes.ShouldBeEmpty();
    }

    [Fact]
    public void Run_TheSameCalls_GiveTheSameAnswers()
    {
        var calls = Answers.Select(row => (row.Data.Item1, row.Data.Item2)).ToList();
        List<string> Play(RecordStore store) => [.. calls.Select(call => Run(store, call.Item1, call.Item2))];
        Play(new RecordStore(Suite.Tables, Now)).ShouldBe(Play(new RecordStore(Suite.Tables, Now)));
    }

    private static string Run(RecordStore store, string tool, string arguments) =>
        store.Run(Suite.Tools[tool], Json(arguments)).ResultJson;

    private static JsonElement Json(string text) => JsonElement.Parse(text);
}
