using Tollgate.Suites.Sgd;
using Tollgate.Suites;
using Tollgate.Tests.Load;
using Tollgate.Values;

namespace Tollgate.Tests.Suites;

public class SgdImportTests
{
    private static readonly string Schema = SuiteFiles.Text("sgd-schema.json");
    private static readonly string Dialogues = SuiteFiles.Text("sgd-dialogues.json");

    [Fact]
    public void Convert_ADialogue_IsASessionThatReads()
    {
        var (yaml, errors) = SgdImport.Convert(Schema, Dialogues, new SgdOptions { Name = "tables", Noise = 0.05 });
        errors.ShouldBeEmpty();
        var result = SuiteReader.Read(yaml, "it");
        result.Errors.Select(error => error.ToString()).ShouldBeEmpty();
        var suite = result.Suite.ShouldNotBeNull();
        suite.Name.ShouldBe("tables");
        suite.Now.ShouldBe(new DateTime(2019, 3, 1, 8, 0, 0));
        suite.Agents.Keys.ShouldBe(["tables_1"]);
        suite.Tools.Keys.ShouldBe(["tables_1_find_table", "tables_1_book_table"]);
        suite.Tools["tables_1_book_table"].HasEffect.ShouldBeTrue();
        suite.Tools["tables_1_find_table"].HasEffect.ShouldBeFalse();
        suite.Tools["tables_1_book_table"].Rules["day"].Kind.ShouldBe(ValueKind.Date);
        suite.Tools["tables_1_find_table"].Rules["outside"].Kind.ShouldBe(ValueKind.Enum);
        suite.Sessions.Select(session => session.Name).ShouldBe(["d7_1", "d7_2"]);
        suite.Sessions[0].Noise.ShouldBe(0.05);
    }

    [Fact]
    public void Convert_ARefusedBooking_IsAMissingRecord()
    {
        var session = Read().Sessions[0];
        session.Missing.Keys.ShouldBe(["missing_1"]);
        var trial = session.Steps.Single(step => step.Missing is not null);
        trial.Expect.Single().Tool.ShouldBe("tables_1_book_table");
        trial.Expect.Single().Arguments["day"].AnyOf.Single().GetString().ShouldBe("2019-03-02");
        session.RecordsAfter.ShouldBeEmpty();
    }

    [Fact]
    public void Convert_ABooking_ChangesTheRecordAndTakesTheTimeThatTheServiceGave()
    {
        var session = Read().Sessions[1];
        session.Missing.ShouldBeEmpty();
        var call = session.ExpectedCalls.Single();
        var (result, changes) = new RecordStore(session.Tables).Run(
            Read().Tools[call.Tool],
            System.Text.Json.JsonElement.Parse("""{"house":"The Oak & Vine","day":"2019-03-02","hour":"19:10"}"""));
        result.ShouldContain("\"confirmed_hour\":\"19:30\"");
        changes.Count.ShouldBe(1);
        session.RecordsAfter.Single().Fields["status"].AnyOf.Single().GetString().ShouldBe("done");

        // What the user said for it counts as well as the whole name, free text that it is.
        call.Arguments["house"].AnyOf.Select(value => value.GetString()).ShouldBe(["The Oak & Vine", "Oak & Vine"]);
    }

    [Fact]
    public void Convert_AQuestionOfTheSystem_AsksForTheNextStep()
    {
        var steps = Read().Sessions[0].Steps;
        steps[0].Asked.ShouldBeEmpty();
        steps[1].Asked.ShouldContain(pattern => pattern.IsMatch("And at which house?")); // The slot's word.
        steps[1].Entities.ShouldBe(["Oak & Vine", "March 2nd"]);
    }

    [Theory]
    [InlineData("{", "[]")] // No JSON.
    [InlineData("[]", "{}")] // No array.
    [InlineData("[1]", "[]")] // No service.
    [InlineData("[]", "[{}]")] // No dialogue.
    [InlineData("[]", "[null]")]
    [InlineData("[]", """[{"dialogue_id":"x","services":["nobody"],"turns":[]}]""")] // A service that is not there.
    public void Convert_WhatIsNotTheDataSet_IsAnError(string schema, string dialogues)
    {
        var (yaml, errors) = SgdImport.Convert(schema, dialogues, new SgdOptions());
        yaml.ShouldBe("");
        errors.Count.ShouldBe(1);
    }

    [Fact]
    public void Convert_ADialogueThatBreaksOff_IsLeftOutWithItsName()
    {
        var broken = Dialogues.Replace("\"d7_1\"", "x").Replace("\"speaker\": \"SYSTEM\", \"utterance\": \"Goodbye.\"",
            "\"speaker\": \"USER\", \"utterance\": \"Goodbye.\"");
        var (_, errors) = SgdImport.Convert(Schema, broken, new SgdOptions());
        errors.ShouldNotBeEmpty();
        errors[0].Message.ShouldContain("is not a user's with a system's after it");
    }

    // Two name a record as missing that another call of the same dialogue finds: the service gave another answer to
    // the same question.
    [SharedDataFact]
    public void Convert_AllDialogues_ReadBack()
    {
        var folder = SharedDataFactAttribute.Folder.ShouldNotBeNull();
        var (yaml, errors) = SgdImport.Convert(
            File.ReadAllText(Path.Combine(folder, "sgd/dev/schema.json")),
            File.ReadAllText(Path.Combine(folder, "sgd/dev/dialogues.json")), new SgdOptions());
        errors.Select(error => error.Message.Split(':')[0]).ShouldBe(["3_00049", "19_00081"]);
        var result = SuiteReader.Read(yaml, "sgd.yaml");
        result.Errors.Select(error => error.ToString()).ShouldBeEmpty();
        result.Suite!.Sessions.Count.ShouldBe(376);
        result.Suite.Sessions.Count(session => session.Missing.Count > 0).ShouldBeGreaterThan(30);
    }

    private static Suite Read() =>
        SuiteReader.Read(SgdImport.Convert(Schema, Dialogues, new SgdOptions()).Yaml, "it").Suite.ShouldNotBeNull();
}
