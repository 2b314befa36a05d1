using System.Text.Json;
using Tollgate.Acts.Slots;
using Tollgate.Suites;
using Tollgate.Suites.Briefs;
using Tollgate.Suites.Reading;
using Tollgate.Suites.Reading.Drafts;
using Tollgate.Suites.Tools;
using Tollgate.Tests.Reports;
using Tollgate.Values;

namespace Tollgate.Tests.Suites;

public class BriefReaderTests
{
    [Fact]
    public void Read_TheGoodSuite_HasNoErrors()
    {
        var result = SuiteReader.Read(SuiteFiles.Text("briefs.yaml"), "briefs.yaml");
        result.Errors.Select(error => error.ToString()).ShouldBeEmpty();
        result.Suite.ShouldNotBeNull().Sessions.Select(session => session.Name)
            .ShouldBe(["move_tallow", "own_records", "somebody"]);
    }

    [Fact]
    public void Read_ABadSuite_SaysAllThatIsWrongAtOnce()
    {
        var result = SuiteReader.Read(SuiteFiles.Text("bad-briefs.yaml"), "bad-briefs.yaml");
        result.Suite.ShouldBeNull();
        string.Concat(result.Errors.Select(error => error + "\n")).ShouldBeGolden("bad-briefs.txt");
    }

    [Theory]
    [InlineData("    hands_over_to: [counter, owner]", "    hands_over_to: [counter]", "comes to owner")]
    [InlineData("    tools: [find_customer]\n", "    tools: [find_customer]\n  night: { system: It is late. }\n", "the agent `night`")]
    [InlineData("agents:\n", "  idle: { arguments: {}, answer: {} }\nagents:\n", "the tool `idle`")]
    [InlineData("  interrupts: 0.3", "  starts_with: { owner: 1 }", "no caller can be drawn")]
    [InlineData("callers:\n  customer:", "caller:\n  customer:", "did you mean `callers`?")]
    [InlineData("callers:\n  customer:", "caller:\n  customer:", "the suite has no `callers`")]
    public void Read_AWrongSuite_SaysWhatIsWrong(string found, string put, string said)
    {
        var text = SuiteFiles.Text("briefs.yaml");
        text.ShouldContain(found);
        var result = SuiteReader.Read(text.Replace(found, put), "briefs.yaml");
        result.Suite.ShouldBeNull();
        string.Concat(result.Errors.Select(error => error + "\n")).ShouldContain(said);
    }

    [Fact]
    public void Read_ABrief_KnowsWhatItsCallerKnows()
    {
        var session = Move();
        var facts = session.Brief.ShouldNotBeNull().Facts;
        facts["first_name"].ShouldBe(new CallerFact("first_name", SlotKind.Name, "Winifred"));
        facts["customer_id"].IsKnown.ShouldBeFalse();
        facts["phone"].Kind.ShouldBe(SlotKind.Phone);
        facts["phone"].Spoken.ShouldBe("three one two, five five five, oh one double six");
        facts["lock_number"].Kind.ShouldBe(SlotKind.Code);
    }

    [Fact]
    public void Read_ABrief_TalksAsItSays()
    {
        var session = Move();
        var brief = session.Brief.ShouldNotBeNull();
        (session.StartsWith, session.Noise, brief.Temper, brief.Backchannel).ShouldBe(("counter", 0.05, Temper.Hurried, "mhm"));
        brief.Asides.ShouldBe(["Do you sell coffee?"]);
        brief.Interrupts.ShouldBe([12]);
        brief.Cuts.ShouldBe([new Cut(4, TimeSpan.FromMilliseconds(1100), false)]);
        brief.Faults.ShouldBe([new ToolFault("find_slots", ToolFaultKind.Slow, 1)]);
        session.Labels.ShouldBe(new Dictionary<string, string> { ["mood"] = "bad" });
        session.Tags.ShouldBe(["move"]);
    }

    [Fact]
    public void Read_AWish_HasItsRecordsAndFacts()
    {
        var wish = Move().Brief.Wishes[0];
        wish.Name.ShouldBe("move_repair");
        wish.Facts["day"].ShouldBe(new CallerFact("day", SlotKind.Day, "2026-03-09"));
        wish.Facts["time"].ShouldBe(new CallerFact("time", SlotKind.Time, "14:30"));
        wish.Facts["reason"].ShouldBe(new CallerFact("reason", SlotKind.Reason, "a broken toe"));
        wish.Opens.ShouldBeOneOf(
            "I have to move my road bike to Thursday, March twelfth.", // He changes his mind later.
            "Can the road bike come on another day? It's because of a broken toe.");
        wish.Again.ShouldBe("It's about the road bike.");
        wish.Agents.ShouldBe(["counter"]);
        wish.Change.ShouldNotBeNull().First.Values.Select(fact => (fact.Slot, fact.Value))
            .ShouldBe([("day", "2026-03-12"), ("time", "16:45")]);
        wish.LooksUp.Select(call => call.Tool).ShouldBe(["find_customer", "find_repairs", "find_slots"]);
    }

    [Fact]
    public void Read_WhatAWishAccepts_IsRightInItsCallsToo()
    {
        var wishes = Move().Brief.Wishes;
        var move = wishes[0].Does.Single().Arguments;
        move["day"].AnyOf.Single().GetString().ShouldBe("2026-03-09");
        move["time"].Rule.Kind.ShouldBe(ValueKind.Any);
        move["time"].Example.ShouldNotBeNull().GetString().ShouldBe("14:30");
        wishes[1].Does.Single().Arguments["quantity"].AnyOf.Select(one => one.GetInt32()).ShouldBe([2, 3]);
        wishes[1].Accepts["quantity"].Values.ShouldBe(["3"]);
    }

    [Fact]
    public void Read_ABriefsRecords_StandBesideTheSuites()
    {
        var session = Good().Sessions[1];
        session.Tables["customers"].Records.Count.ShouldBe(4);
        session.Tables["parts"].Records.Single().GetProperty("id").GetString().ShouldBe("P-78");
        session.Brief.ShouldNotBeNull().Wishes[0].Tells.Single().ShouldBe(new CallerFact("price", SlotKind.Amount, "8"));
    }

    [Fact]
    public void Read_AWishToSpeakToSomebody_IsAHandover()
    {
        var session = Good().Sessions[2];
        session.Brief.ShouldNotBeNull().Wishes.Single().HandsOverTo.ShouldBe("owner");
    }

    [Fact]
    public void Read_SlotsOfItsOwn_HaveTheirWords() =>
        Good().Slots["lock_number"].Words.ShouldBe(["number on the lock", "lock number"]);

    private static SuiteSession Move() => Good().Sessions[0];

    private static Suite Good() => SuiteReader.Read(SuiteFiles.Text("briefs.yaml"), "briefs.yaml").Suite.ShouldNotBeNull();
}
