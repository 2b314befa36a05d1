using System.Text.Json;
using Tollgate.Suites;
using Tollgate.Suites.Briefs;
using Tollgate.Suites.Importing;
using Tollgate.Suites.Importing.Tau2;
using Tollgate.Suites.Reading;
using Tollgate.Suites.Tools;

namespace Tollgate.Tests.Suites.Importing.Tau2;

public class Tau2ImportTests
{
    private static readonly string Tasks = ImportedSuites.Text("tasks.json");
    private static readonly string Database = ImportedSuites.Text("db.json");
    private static readonly string Policy = ImportedSuites.Text("policy.md");
    private static readonly Lazy<Suite> All = new(static () => ImportedSuites.Read(Convert()));

    [Fact]
    public void Convert_Tasks_AreBriefsThatRead()
    {
        var suite = All.Value;
        suite.Name.ShouldBe("bookshop");
        suite.Now.ShouldBe(new DateTime(2024, 3, 5, 10, 30, 0));
        suite.Sessions.Select(session => session.Name)
            .ShouldBe(["bookshop_0", "bookshop_1", "bookshop_2", "bookshop_3", "bookshop_4"]);
        suite.Agents.Keys.ShouldBe(["bookshop"]);
        suite.Agents["bookshop"].System.ShouldEndWith(Policy);

        // What no task that was taken needs is there to be left alone.
        suite.Tools.Keys.ShouldBe(
        [
            "find_user_id_by_name_zip", "get_order_details", "cancel_pending_order", "get_user_details",
            "modify_user_address", "get_book_details", "exchange_delivered_order_items", "reserve_shelf",
        ]);
        suite.Agents["bookshop"].Tools.ShouldBe(suite.Tools.Keys);
    }

    [Fact]
    public void Convert_Tasks_GoWellWithEveryStyleOfAgentThatBehaves() =>
        ImportedSuites.Problems(All.Value).ShouldBeEmpty();

    [Fact]
    public void Convert_WhatCannotBeExpressed_IsCounted()
    {
        var result = Convert();
        (result.Taken, result.Of).ShouldBe((5, 11));
        result.Reasons.ShouldBe(
        [
            ("have a caller who acts upon what the agent says", 1), ("need a caller who works a device", 1),
            ("ask for nothing to be done or told", 1), ("end with people", 1), ("are to be told what none of their look-ups gives", 1),
            ("need look-ups that records cannot answer", 1),
        ]);
    }

    [Fact]
    public void Convert_WhyTheUserCalls_IsSaidInTheFirstPersonAndWhatHeKnowsIsFacts()
    {
        var wish = Wish("bookshop_0");
        wish.Opens.ShouldBe("I want to cancel my order #B1001. I'm moving abroad and it is no longer needed.");
        wish.Again.ShouldBe("As I said: I want to cancel my order #B1001.");
        Facts(wish).ShouldBe(
        [
            "first_name=Ada", "last_name=Wong", "zip=60431", "order_id=#B1001", "reason=no longer needed", "email=",
        ]);
        wish.LooksUp.Select(call => call.Tool).ShouldBe(["find_user_id_by_name_zip", "get_order_details"]);
    }

    [Fact]
    public void Convert_WhatTheUserWantsByTheInstructions_IsSaidToo()
    {
        var wish = Wish("bookshop_2");
        wish.Opens.ShouldBe(
            "I received order #B1002 and want to exchange Knots for More Knots. I want to pay with my gift card.");
        Facts(wish).ShouldContain("payment_method=gift card");
        wish.Does.ShouldHaveSingleItem().Arguments["new_item_ids"].AnyOf.ShouldHaveSingleItem().GetRawText().ShouldBe("[\"503\"]");
    }

    [Fact]
    public void Convert_ACallThatCancels_ChangesOnlyWhatItsNameSays()
    {
        var tool = All.Value.Tools["cancel_pending_order"];
        var store = new RecordStore(All.Value.Tables);
        store.Run(tool, JsonElement.Parse("""{"order_id":"#B1002","reason":"no longer needed"}""")).ResultJson
            .ShouldContain("not_possible");
        store.Run(tool, JsonElement.Parse("""{"order_id":"#B1001","reason":"no longer needed"}""")).ResultJson
            .ShouldContain("\"status\":\"cancelled\"");
    }

    [Fact]
    public void Convert_ACallThatModifies_SetsTheFieldsThatItsArgumentsName()
    {
        var (result, changes) = new RecordStore(All.Value.Tables).Run(
            All.Value.Tools["modify_user_address"], JsonElement.Parse(
                """{"user_id":"ada_wong_4411","street":"12 Elm Street","city":"Dover","zip":"19901"}"""));
        result.ShouldContain("\"street\":\"12 Elm Street\"");
        changes.ShouldHaveSingleItem();
    }

    [Fact]
    public void Convert_WhatMustBeCommunicated_IsToldAlsoWhereSomethingIsDone()
    {
        Wish("bookshop_3").Tells.ShouldHaveSingleItem().Value.ShouldBe("12");
        var both = Wish("bookshop_4");
        (both.Does.Count, both.Tells.Count).ShouldBe((1, 1));
    }

    [Fact]
    public void Convert_Records_AreThoseOfTheTasksAndWhatTheyReferTo()
    {
        All.Value.Tables["users"].Records.Select(record => record.GetProperty("user_id").GetString()).ShouldBe(["ada_wong_4411"]);
        All.Value.Tables["orders"].Records.Count.ShouldBe(2);
        All.Value.Tables["books"].Records.Count.ShouldBe(3);
    }

    [Fact]
    public void Convert_MostAndNoise_AreKept()
    {
        var result = Tau2Import.Convert(Tasks, Database, Policy, new ImportOptions { Most = 2, Noise = 0.1, Name = "shop" });
        var suite = ImportedSuites.Read(result);
        (result.Of, suite.Sessions.Count, suite.Name, suite.Sessions[0].Noise).ShouldBe((2, 2, "shop", 0.1));
    }

    [Theory]
    [InlineData("", "{}", "tasks.json:1: found what is no JSON; expected an array")]
    [InlineData("{}", "{}", "tasks.json:1: found an object; expected an array")]
    [InlineData("[]", "[]", "db.json:1: found an array; expected an object")]
    [InlineData("[{}]", "{}", "tasks.json: entry 1: found no `user_scenario`; expected it")]
    [InlineData("""[{"id":"x","user_scenario":"y"}]""", "{}", "tasks.json: x: found a text as `user_scenario`; expected `user_scenario`: an object")]
    public void Convert_WhatIsNotTheDataSet_IsOneSentenceWithItsPlace(string tasks, string database, string sentence)
    {
        var result = Tau2Import.Convert(tasks, database, Policy, new ImportOptions());
        result.Yaml.ShouldBe("");
        result.LeftOut.ShouldHaveSingleItem().ToString().ShouldBe(sentence);
    }

    [Fact]
    public void Convert_FilesThatAreCutOff_AreOneSentence()
    {
        for (var at = 0; at < Tasks.Length - 2; at += 499)
        {
            Tau2Import.Convert(Tasks[..at], Database, Policy, new ImportOptions()).LeftOut.ShouldHaveSingleItem();
        }

        for (var at = 0; at < Database.Length - 2; at += 199)
        {
            Tau2Import.Convert(Tasks, Database[..at], Policy, new ImportOptions()).LeftOut.ShouldHaveSingleItem();
        }
    }

    [Theory]
    [InlineData("14.5", "1e999")] // No number can hold it.
    [InlineData("\"pending\"", "7")]
    [InlineData("\"copies\": 12", "\"copies\": null")]
    [InlineData("{\"book_id\": \"501\"", "{\"book_id\": 501")]
    public void Convert_ADatabaseOfOtherTypes_ReadsOrSaysWhatIsWrong(string text, string other)
    {
        var database = JsonElement.Parse(Database).GetRawText().Replace(text, other);
        var result = Tau2Import.Convert(Tasks, database, Policy, new ImportOptions());
        (result.Taken + result.LeftOut.Count + result.Reasons.Sum(one => one.Entries)).ShouldBe(result.Of);
        SuiteReader.Read(result.Yaml, "it").Errors.ShouldBeEmpty();
    }

    private static List<string> Facts(Wish wish) => [.. wish.Facts.Values.Select(fact => $"{fact.Slot}={fact.Value}")];

    private static Wish Wish(string name) =>
        All.Value.Sessions.Single(session => session.Name == name).Brief.ShouldNotBeNull().Wishes.ShouldHaveSingleItem();

    private static ImportResult Convert() => Tau2Import.Convert(Tasks, Database, Policy, new ImportOptions());
}
