using Tollgate.Suites;
using Tollgate.Suites.Reading;
using Tollgate.Tests.Reports;
using Tollgate.Values;

namespace Tollgate.Tests.Suites;

public class SuiteReaderTests
{
    [Fact]
    public void Read_TheGoodSuite_HasNoErrors()
    {
        var result = SuiteReader.Read(SuiteFiles.Text("good.yaml"), "good.yaml");
        result.Errors.Select(error => error.ToString()).ShouldBeEmpty();
        result.Suite.ShouldNotBeNull();
    }

    [Fact]
    public void Read_ABadSuite_SaysAllThatIsWrongAtOnce()
    {
        var result = SuiteReader.Read(SuiteFiles.Text("bad.yaml"), "bad.yaml");
        result.Suite.ShouldBeNull();
        string.Concat(result.Errors.Select(error => error + "\n")).ShouldBeGolden("bad.txt");
    }

    [Fact]
    public void Read_Calls_HaveTheirValuesAndRules()
    {
        var wish = Good().Sessions[0].Brief.Wishes[0];
        wish.LooksUp.Select(call => call.Tool).ShouldBe(["find_customer", "find_slots"]);
        wish.LooksUp[0].Arguments["born"].AnyOf.Single().GetString().ShouldBe("1984-03-03");
        wish.LooksUp[0].Arguments["born"].Rule.Kind.ShouldBe(ValueKind.Date);
        var book = wish.Does.Single();
        (book.Tool, book.Optional).ShouldBe(("book_repair", false));
        book.Arguments["slot_id"].AnyOf.Single().GetString().ShouldBe("S-12");
        book.Arguments["note"].Rule.Kind.ShouldBe(ValueKind.Pattern);
        Good().Sessions[0].ExpectedCalls.Select(call => call.Tool).ShouldBe(["book_repair"]);
    }

    [Fact]
    public void Read_Labels_AreTheWishesWithTheBriefsOwnBesideThem()
    {
        var suite = Good();
        suite.Sessions[0].Labels.ShouldBe(new Dictionary<string, string> { ["sentiment"] = "neutral", ["lead_quality"] = "warm" });
        suite.Sessions[1].Labels.ShouldBe(new Dictionary<string, string> { ["sentiment"] = "neutral", ["lead_quality"] = "cold" });
    }

    [Fact]
    public void Read_ASessionsRecords_StandBesideTheSuites()
    {
        var session = Good().Sessions[0];
        Keys(session, "repairs").ShouldBe(["R-1001", "R-1007"]);
        Keys(session, "slots").ShouldBe(["S-12"]);
        Keys(Good().Sessions[2], "slots").ShouldBe(["S-12", "S-13"]);

        // Telephone numbers are texts, whether or not they stand in quotes; what is counted is a number.
        var customer = session.Tables["customers"].Records[0];
        customer.GetProperty("phone").GetString().ShouldBe("3125550166");
        customer.GetProperty("visits").GetInt32().ShouldBe(4);
    }

    [Fact]
    public void Read_Tools_HaveTheirSchemaAndRules()
    {
        var tool = Good().Tools["find_customer"];
        tool.ParametersJson.ShouldBe("""
            {"type":"object","properties":{"last_name":{"type":"string","description":"The last name"},
            "born":{"type":"string","format":"date"},"phone":{"type":"string"}},
            "required":["last_name","born"],"additionalProperties":false}
            """.ReplaceLineEndings(""));
        tool.Rules.Select(rule => (rule.Key, rule.Value.Kind)).ShouldBe(
            [("last_name", ValueKind.Text), ("born", ValueKind.Date), ("phone", ValueKind.Phone)]);
        (tool.LatencyFrom, tool.LatencyTo, tool.Timeout).ShouldBe(
            (TimeSpan.FromMilliseconds(300), TimeSpan.FromMilliseconds(900), TimeSpan.FromSeconds(4)));
        var book = Good().Tools["book_repair"];
        book.Rules["bike"].Kind.ShouldBe(ValueKind.Enum);
        book.Rules["wishes"].Items!.Kind.ShouldBe(ValueKind.Text);
        Good().Tools["quote"].Rules["hours"].Tolerance.ShouldBe(0.25);
    }

    [Fact]
    public void Read_TheSameText_HasTheSameDigest()
    {
        Good().Digest.ShouldBe(Good().Digest);
        Good().Digest.Length.ShouldBe(64);
        SuiteReader.Read(SuiteFiles.Text("good.yaml") + "#\n", "it").Suite!.Digest.ShouldNotBe(Good().Digest);
    }

    [Fact]
    public void Load_AFileThatIsNotThere_SaysSo() =>
        SuiteReader.Load("/nowhere/suite.yaml").Errors.Single().ToString()
            .ShouldBe("/nowhere/suite.yaml: there is no file \"/nowhere/suite.yaml\"; expected a suite");

    // What is changed in the good suite, what it is changed to, and a part of the one error; empty where it is right.
    public static TheoryData<string, string, string> Changes => new()
    {
        { "suite: workshop", "suite: work-shop_2", "" },
        { "suite: workshop", "suite: work.shop", "as the suite's name" },
        { "repair_id: R-7781 }", "repair_id: R-1001 }", "what is missing is there: R-1001 of repairs" },
        { "without: { slots: [S-13] }", "without: { slots: [S-14] }", "there is no record of slots `S-14`" },
        { "{ book: { slot: S-13 } }", "{ book: { slot: S-14 } }", "there is no record of slots `S-14`" },
        { "bike: \"{bike}\"", "bike: {bike}", "without quotes" }, // A mapping, as YAML has it.
        { "My {bike} needs", "My {bkie} needs", "there is no fact `bkie`; did you mean `bike`?" },
        { "bike: road bike\n      day", "bike: boat\n      day", "expected one of" },
        { "- quote: { hours: { value: 2, tolerance: 0.5 }", "- quote: { hours: -1", "hours" }, // The library's schema.
        { "note: { pattern: \"brake|gear\" }", "note: { pattern: \"brake|gear\", example: 7 }", "does not match" },
        { "bike: \"{bike}\"", "bike: { pattern: \"b.*\", example: boat }", "expected one of" },
        { "only: { status: open }", "only: { status: shut }", "not_possible" },
        { "{caller.id}\", status: open }", "{caller.id}\", status: shut }", "no record of repairs has" },
        { "hands_over_to: [billing]", "hands_over_to: []", "no agent that can meet the wish `ask_price`" },
        { "agents: [billing]", "agents: [front_desk]", "it has no tool quote" },
        { "    tools: [quote]", "    tools: []", "no tool quote" },
        { "customer_id: C-1, bike: \"city bike\"", "customer_id: C-1, bike: 007", "" }, // A code, not a number.
        { "caller: { customer: C-2 }", "caller: { customer: C-7 }", "there is no `customer` with the key `C-7`" },
    };

    [Theory]
    [MemberData(nameof(Changes))]
    public void Read_TheGoodSuiteChanged_SaysWhatIsWrong(string found, string put, string expected)
    {
        var text = SuiteFiles.Text("good.yaml");
        text.ShouldContain(found);
        var errors = SuiteReader.Read(text.Replace(found, put), "it").Errors.Select(error => error.Message).ToList();
        if (expected.Length == 0)
        {
            errors.ShouldBeEmpty();
        }
        else
        {
            errors.ShouldContain(message => message.Contains(expected));
        }
    }

    private static Suite Good() => SuiteReader.Read(SuiteFiles.Text("good.yaml"), "good.yaml").Suite.ShouldNotBeNull();

    private static IEnumerable<string> Keys(SuiteSession session, string table) =>
        session.Tables[table].Records.Select(record => record.GetProperty("id").ToString());
}
