using Tollgate.Suites;
using Tollgate.Suites.Briefs;
using Tollgate.Suites.Importing;
using Tollgate.Suites.Importing.Sgd;
using Tollgate.Suites.Reading;
using Tollgate.Suites.Reading.Drafts;
using Tollgate.Suites.Tools;
using Tollgate.Tests.Load;
using Tollgate.Values;

namespace Tollgate.Tests.Suites.Importing.Sgd;

public class SgdImportTests
{
    private static readonly string Schema = ImportedSuites.Text("sgd-schema.json");
    private static readonly string Dialogues = ImportedSuites.Text("sgd-dialogues.json");
    private static readonly Lazy<Suite> All = new(static () => ImportedSuites.Read(Convert()));

    [Fact]
    public void Convert_Dialogues_AreBriefsThatRead()
    {
        var suite = ImportedSuites.Read(Convert(new ImportOptions { Name = "tables", Noise = 0.05 }));
        suite.Name.ShouldBe("tables");
        suite.Now.ShouldBe(new DateTime(2019, 3, 1, 8, 0, 0));
        suite.Agents.Keys.ShouldBe(["tables_1"]);
        suite.Tools.Keys.ShouldBe(["tables_1_find_table", "tables_1_book_table", "tables_1_book_table_options"]);
        suite.Tools["tables_1_book_table"].HasEffect.ShouldBeTrue();
        suite.Tools["tables_1_find_table"].HasEffect.ShouldBeFalse();
        suite.Tools["tables_1_book_table"].Rules["day"].Kind.ShouldBe(ValueKind.Date);
        suite.Tools["tables_1_find_table"].Rules["outside"].Kind.ShouldBe(ValueKind.Enum);
        suite.Sessions.Select(session => session.Name).ShouldBe(["d7_1", "d7_2", "d7_3", "d7_4", "d7_5"]);
        suite.Sessions[0].Noise.ShouldBe(0.05);
    }

    [Fact]
    public void Convert_Dialogues_GoWellWithEveryStyleOfAgentThatBehaves() =>
        ImportedSuites.Problems(All.Value).ShouldBeEmpty();

    [Fact]
    public void Convert_ABookingThatFailed_IsAWishForWhatIsMissing()
    {
        var wish = Wishes("d7_1").ShouldHaveSingleItem();
        wish.Opens.ShouldBe("I want to book a table.");
        wish.Again.ShouldBe("I wanted to book a table.");
        wish.Facts["hour"].Value.ShouldBe("19:10");
        wish.Facts["hour"].Spoken.ShouldBe("ten past seven");
        wish.Missing.ShouldNotBeNull().Where["day"].GetString().ShouldBe("2019-03-02");
        wish.LooksUp.ShouldHaveSingleItem().Tool.ShouldBe("tables_1_book_table_options");
        wish.Does.ShouldBeEmpty();
    }

    [Fact]
    public void Convert_ABooking_ChangesTheRecordAndTakesTheTimeThatTheServiceGave()
    {
        var suite = All.Value;
        var session = suite.Sessions.Single(one => one.Name == "d7_2");
        var call = session.Brief.Wishes.ShouldHaveSingleItem().Does.ShouldHaveSingleItem();
        var (result, changes) = new RecordStore(session.Tables).Run(
            suite.Tools[call.Tool],
            System.Text.Json.JsonElement.Parse("""{"house":"The Oak & Vine","day":"2019-03-03","hour":"19:10"}"""));
        result.ShouldContain("\"confirmed_hour\":\"19:30\"");
        changes.Count.ShouldBe(1);
        changes.Single().AfterJson.ShouldNotBeNull().ShouldContain("\"status\":\"done\"");

        // What the user said for it counts as well as the whole name, free text that it is.
        call.Arguments["house"].AnyOf.Select(value => value.GetString()).ShouldBe(["The Oak & Vine", "Oak & Vine"]);
    }

    [Fact]
    public void Convert_AnotherOfferThatTheUserTook_IsAcceptedAndDone()
    {
        var wish = Wishes("d7_3").ShouldHaveSingleItem();
        wish.Facts["hour"].Value.ShouldBe("20:00");
        wish.Missing.ShouldNotBeNull().Where["hour"].GetString().ShouldBe("20:00");
        wish.Accepts["hour"].Values.ShouldBe(["21:00"]);
        wish.Does.ShouldHaveSingleItem().Arguments["hour"].AnyOf.Select(one => one.GetString()).ShouldBe(["21:00"]);
    }

    [Fact]
    public void Convert_AValueThatTheUserReplaced_IsAChangeOfMind()
    {
        var wish = Wishes("d7_4").ShouldHaveSingleItem();
        wish.Opens.ShouldBe("Please book a table at The Elm for the fifth of March at eight in the evening.");
        wish.Change.ShouldNotBeNull().First["day"].Value.ShouldBe("2019-03-05");
        wish.Facts["day"].Value.ShouldBe("2019-03-06");
        wish.Does.ShouldHaveSingleItem().Arguments["day"].AnyOf.ShouldHaveSingleItem().GetString().ShouldBe("2019-03-06");
    }

    [Fact]
    public void Convert_ASearch_NamesTheResultThatTheUserTookAndTellsWhatWasAsked()
    {
        var wishes = Wishes("d7_5");
        wishes.Select(wish => wish.Name).ShouldBe(["d7_5_1_find_table", "d7_5_2_find_table", "d7_5_3_book_table"]);
        wishes[0].Missing.ShouldNotBeNull().Where["town"].GetString().ShouldBe("Lowfield");
        wishes[1].Opens.ShouldBe("Then look in Highfield. I have The Larch in mind. What's the phone number?");
        wishes[1].Tells.ShouldHaveSingleItem().Value.ShouldBe("312-555-0144");
        wishes[1].LooksUp.ShouldHaveSingleItem().Arguments["town"].AnyOf[0].GetString().ShouldBe("Highfield");

        // The user agreed to it: there are no words of his own to begin with.
        wishes[2].Opens.ShouldBe("I'd like to book a table.");
    }

    // The same search with another answer: in its own call each finds its own.
    [Fact]
    public void Convert_RecordsOfOtherDialogues_AreNotThereWhereTheyWouldAnswerOtherwise()
    {
        var last = Dialogues[Dialogues.IndexOf("\"7_5\"", StringComparison.Ordinal)..].TrimEnd().TrimEnd(']');
        var suite = ImportedSuites.Read(SgdImport.Convert(
            Schema, $$"""[{"dialogue_id":{{last}},{"dialogue_id":{{last.Replace("7_5", "7_6").Replace("0144", "0199")}}]""",
            new ImportOptions()));
        suite.Tables["tables_1_find_table"].Records.Count.ShouldBe(4);
        suite.Sessions.Select(session => session.Tables["tables_1_find_table"].Records
            .Single(record => record.GetProperty("house").GetString() == "The Larch").GetProperty("phone_number").GetString())
            .ShouldBe(["312-555-0144", "312-555-0199"]);
    }

    [Fact]
    public void Convert_WhatIsMissingInOneDialogueAndThereInAnother_LeavesTheFirstOut()
    {
        var result = SgdImport.Convert(Schema, Dialogues.Replace("2019-03-03", "2019-03-02"), new ImportOptions());
        (result.Taken, result.Of).ShouldBe((4, 5));
        result.LeftOut.ShouldHaveSingleItem().ToString().ShouldStartWith(
            "dialogues.json: 7_1: no caller can have the wish `d7_1_1_book_table`: what is missing is there");
    }

    [Fact]
    public void Convert_Most_TakesTheFirst()
    {
        var result = Convert(new ImportOptions { Most = 2 });
        (result.Taken, result.Of).ShouldBe((2, 2));
        ImportedSuites.Read(result).Sessions.Count.ShouldBe(2);
    }

    [Theory]
    [InlineData("{", "[]", "schema.json:1: found what is no JSON; expected an array")]
    [InlineData("[]", "{}", "dialogues.json:1: found an object; expected an array")]
    [InlineData("[1]", "[]", "schema.json: entry 1: found a number; expected `slots`: an array")]
    [InlineData("[]", "[{}]", "dialogues.json: entry 1: found no `dialogue_id`; expected it")]
    [InlineData("[]", "[null]", "dialogues.json: entry 1: found null; expected `dialogue_id`: a text")]
    [InlineData("[]", """[{"dialogue_id":5,"services":[]}]""", "dialogues.json: 5: found a number as `dialogue_id`; expected `dialogue_id`: a text")]
    [InlineData("[]", """[{"dialogue_id":"x","services":["nobody"],"turns":[]}]""", "dialogues.json: x: there is no service `nobody` in the schema")]
    [InlineData("[]", """[{"dialogue_id":"x","services":[],"turns":1e999}]""", "dialogues.json: x: found a number as `turns`; expected `turns`: an array")]
    [InlineData("[]", """[{"dialogue_id":"x","services":[],"turns":[]}]""", "dialogues.json: x: no service is called that gives or does anything")]
    public void Convert_WhatIsNotTheDataSet_IsOneSentenceWithItsPlace(string schema, string dialogues, string sentence)
    {
        var result = SgdImport.Convert(schema, dialogues, new ImportOptions());
        result.Yaml.ShouldBe("");
        result.LeftOut.ShouldHaveSingleItem().ToString().ShouldBe(sentence);
    }

    [Fact]
    public void Convert_ADialogueThatBreaksOff_IsLeftOutWithItsName()
    {
        var broken = Dialogues.Replace("\"speaker\": \"SYSTEM\", \"utterance\": \"Goodbye.\"",
            "\"speaker\": \"USER\", \"utterance\": \"Goodbye.\"");
        var result = SgdImport.Convert(Schema, broken, new ImportOptions());
        result.LeftOut[0].ToString().ShouldBe("dialogues.json: 7_1: turn 7 is not a user's with a system's after it");
    }

    // Cut anywhere, it is one sentence and no exception.
    [Fact]
    public void Convert_AFileThatIsCutOff_IsOneSentence()
    {
        for (var at = 0; at < Dialogues.Length - 3; at += 997)
        {
            var result = SgdImport.Convert(Schema, Dialogues[..at], new ImportOptions());
            result.Yaml.ShouldBe("");
            result.LeftOut.ShouldHaveSingleItem().ToString().ShouldContain("expected an array");
        }
    }

    [Fact]
    public void Convert_CharactersOfAllKinds_ComeThrough()
    {
        var result = SgdImport.Convert(
            Schema, Dialogues.Replace("Please book a table", "Please \\ud83d\\ude00 \\ud800 \\u0085\\u2028 b\u00f6ok a table"),
            new ImportOptions());
        ImportedSuites.Read(result).Sessions.Single(one => one.Name == "d7_4").Brief.Wishes[0].Opens
            .ShouldStartWith("Please \U0001F600 \uFFFD \u0085\u2028 b\u00f6ok a table");
    }

    // One dialogue has no call at all.
    [SharedDataFact]
    public void Convert_AllDialogues_ReadBack()
    {
        var folder = SharedDataFactAttribute.Folder.ShouldNotBeNull();
        var result = SgdImport.Convert(
            File.ReadAllText(Path.Combine(folder, "sgd/dev/schema.json")),
            File.ReadAllText(Path.Combine(folder, "sgd/dev/dialogues.json")), new ImportOptions());
        result.LeftOut.Select(error => error.Message.Split(':')[0]).ShouldBe(["4_00003"]);
        var suite = SuiteReader.Read(result.Yaml, "sgd.yaml").Suite.ShouldNotBeNull();
        (suite.Sessions.Count, result.Taken, result.Of).ShouldBe((377, 377, 378));
        suite.Sessions.Count(session => session.Brief.Wishes.Any(wish => wish.Missing is not null)).ShouldBeGreaterThan(30);
    }

    private static IReadOnlyList<Tollgate.Suites.Briefs.Wish> Wishes(string name) =>
        All.Value.Sessions.Single(session => session.Name == name).Brief.ShouldNotBeNull().Wishes;

    private static ImportResult Convert(ImportOptions? options = null) =>
        SgdImport.Convert(Schema, Dialogues, options ?? new ImportOptions());
}
