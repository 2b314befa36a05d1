using Tollgate.Suites;
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
    public void Read_Variants_AreSessionsWithFactsAndLabelsBesideTheSessions()
    {
        var suite = Good();
        suite.Sessions.Select(session => session.Name).ShouldBe(["book_tallow", "book_smyth", "cancel_not_there", "cancel"]);
        var (tallow, smyth) = (suite.Sessions[0], suite.Sessions[1]);
        tallow.Steps[0].Say.ShouldBe("Hi, this is Winifred Tallow, my road bike needs a repair.");
        smyth.Steps[0].Say.ShouldBe("Hi, this is Amos Smyth, my road bike needs a repair.");
        tallow.Steps[0].Entities.ShouldBe(["road bike", "Winifred", "Tallow"]);
        (tallow.Noise, smyth.Noise).ShouldBe((0.05, 0.15));
        tallow.Labels.ShouldBe(new Dictionary<string, string> { ["sentiment"] = "neutral", ["lead_quality"] = "warm" });
        smyth.Labels.ShouldBe(new Dictionary<string, string> { ["sentiment"] = "neutral", ["lead_quality"] = "cold" });
    }

    [Fact]
    public void Read_AFragment_HasTheSessionsFacts()
    {
        var step = Good().Sessions[1].Steps[1];
        step.Say.ShouldBe("It's November second, seventy-one.");
        step.Again.ShouldBe("November second, seventy-one, as I said.");
        step.Times.ShouldBe(2);
        step.Asked[0].IsMatch("your DATE OF BIRTH?").ShouldBeTrue();
        step.Expect.Single().Arguments["born"].AnyOf.Single().GetString().ShouldBe("1971-11-02");
        step.Expect.Single().Arguments["born"].Rule.Kind.ShouldBe(ValueKind.Date);
    }

    [Fact]
    public void Read_Groups_CountThroughTheSession()
    {
        var calls = Good().Sessions[0].ExpectedCalls.ToList();
        calls.Select(call => call.Tool).ShouldBe(
            ["find_customer", "find_slots", "find_slots", "book_repair", "transfer_to_billing", "quote"]);
        calls.Select(call => call.Group).ShouldBe([0, 1, 1, 2, 3, 4]);
        calls.Select(call => call.Optional).ShouldBe([false, false, true, false, false, false]);
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
        { "R-7781 } } }", "R-1001 } } }", "is there: R-1001 of repairs" }, // Declared missing, and there.
        { "- cancel_repair: { repair_id: R-7781 }", "- cancel_repair: { repair_id: R-7782 }", "no record of repairs" },
        { "\"{last}\", born", "{last}, born", "without quotes" }, // A mapping, as YAML has it.
        { "first: Amos", "frist: Amos", "" }, // The session's own fact stands.
        { "this is {first} {last}", "this is {first} {lats}", "there is no fact `lats`; did you mean `last`?" },
        { "slot: S-12, bike: road bike }", "slot: S-13, bike: road bike }", "`slot` of repairs is another" },
        { "status: cancelled, price: { value: 80, tolerance: 1 }", "status: cancelled, price: { value: 80, tolerance: 0.1 }",
            "`price` of repairs is another" }, // 80.5 is not 80 within 0.1.
        { "status: open }, count: 0", "status: open }, count: 1", "0 records of repairs are so" },
        { "slot_id: { any_of: [S-12] }", "slot_id: { any_of: [S-13] }", "no record of slots has id \"S-13\"" }, // Taken out.
        { "bike: road bike\n              note", "bike: boat\n              note", "expected one of" },
        { "- quote: { hours: { value: 2, tolerance: 0.5 }", "- quote: { hours: -1", "hours" }, // The library's schema.
        { "after_handoff_to: billing\n", "after_handoff_to: front_desk\n", "" }, // It has had the call.
        { "- hand_over_to: billing\n          - quote", "- quote", "has no tool quote" },
        { "reply: \"Thank you, I have you. Which day suits you?\"", "reply: \"Thank you.\"", "nothing that is said before" },
        { "asked: [\"look for another\"]", "asked: [\"look for some other\"]", "nothing that is said before" },
        { "asked: [\"look for another\"]\n", "asked: [\"look for some other\"]\n        optional: true\n", "" },
        { "limits: { turns: 40", "limits: { turns: 4", "the session takes 5 turns" },
        { "said: [\"hundred and twenty\"]", "said: [\"two hundred\"]", "no reply of the session matches" },
        { "repairs: { status: open }, count: 0", "repairs: { customer_id: C-1 }", "" }, // One, and it has become so.
        { "repairs: { status: open }, count: 0", "slots: {}, fields: { time: \"11:00\" }", "" }, // One of two is so.
        { "repairs: { status: open }, count: 0", "slots: { day: 2026-03-05 }", "2 records of slots are so" }, // Not one.
        { // The desk that has handed the call over makes no more calls.
            "- hand_over_to: billing\n          - quote",
            "- hand_over_to: billing\n          - find_slots: { day: 2026-03-05 }\n          - quote",
            "billing has the call and has no tool find_slots"
        },
        { "note: { pattern: \"brake|gear\" }", "note: { pattern: \"brake|gear\", example: 7 }", "does not match" },
        { "bike: road bike\n              note", "bike: { pattern: \"b.*\", example: boat }\n              note", "expected one of" },
        { // What the example leaves is what the records show.
            "status: booked }, fields: { slot: S-12, bike: road bike }",
            "status: booked }, fields: { slot: S-12, note: { pattern: chain } }", "`note` of repairs is another"
        },
        { "only: { status: open }", "only: { status: shut }", "not_possible" },
        { "    missing: { old: { repairs: { id: R-7781 } } }\n", "", "there is no missing record `old`" },
        { "hands_over_to: [billing]", "hands_over_to: []", "may not hand it over to billing" },
        { "may_call: [find_slots]", "may_call: [book_repair]", "which changes records" },
        { "customer_id: C-1, bike: \"city bike\"", "customer_id: C-1, bike: 007", "" }, // A code, not a number.
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
