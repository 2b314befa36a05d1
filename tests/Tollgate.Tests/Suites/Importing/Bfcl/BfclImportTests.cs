using Tollgate.Suites;
using Tollgate.Suites.Briefs;
using Tollgate.Suites.Importing;
using Tollgate.Suites.Importing.Bfcl;
using Tollgate.Suites.Tools;
using Tollgate.Values;

namespace Tollgate.Tests.Suites.Importing.Bfcl;

public class BfclImportTests
{
    private static readonly string Questions = ImportedSuites.Text("questions.json");
    private static readonly string Answers = ImportedSuites.Text("answers.json");
    private static readonly Lazy<Suite> All = new(static () => ImportedSuites.Read(Convert(Questions, Answers)));

    [Fact]
    public void Convert_Questions_AreBriefsThatRead()
    {
        var suite = All.Value;
        suite.Name.ShouldBe("bfcl");
        suite.Sessions.Select(session => session.Name).ShouldBe(["tea_0", "tea_1", "tea_2", "tea_3", "tea_4"]);
        suite.Agents["tea_0"].System.ShouldEndWith("The kitchen is on the second floor.");

        // Each caller gets an agent with the functions of his question; those of one name that differ are two tools.
        suite.Agents["tea_0"].Tools.ShouldBe(["kettle_boil", "tea_brew"]);
        suite.Agents["tea_4"].Tools.ShouldBe(["kettle_boil_2"]);
        suite.Tools["tea_brew"].Rules["add"].Kind.ShouldBe(ValueKind.List);
    }

    [Fact]
    public void Convert_Questions_GoWellWithEveryStyleOfAgentThatBehaves() =>
        ImportedSuites.Problems(All.Value).ShouldBeEmpty();

    [Fact]
    public void Convert_WhatCannotBeExpressed_IsCounted()
    {
        var result = Convert(Questions, Answers);
        (result.Taken, result.Of).ShouldBe((5, 8));
        result.Reasons.ShouldBe(
        [
            ("have no answer with a call that is right", 1), ("have types of other languages", 1),
            ("have several turns on a machine of the data set's own", 1),
        ]);
    }

    [Fact]
    public void Convert_AcceptedValues_AreAnyOfThoseThatTheFunctionTakesAndAnEmptyOneMayBeLeftOut()
    {
        var call = Wish("tea_0").Does.ShouldHaveSingleItem();
        Values(call, "litres").ShouldBe(["1.5"]);
        Values(call, "mode").ShouldBe(["\"quiet\"", "null"]);
        Values(call, "degrees").ShouldBe(["100", "null"]);
        Values(Wish("tea_1").Does[0], "kind").ShouldBe(["\"sencha\"", "\"Sencha tea\""]);
        Values(Wish("tea_3").Does[0], "strength").ShouldBe(["{\"minutes\":4,\"milk\":\"none\"}", "{\"minutes\":4}"]);
    }

    [Fact]
    public void Convert_SeveralRightCalls_MustAllCome() => Wish("tea_2").Does.Count.ShouldBe(2);

    [Fact]
    public void Convert_AQuestion_IsWhatTheCallerSaysAndItsValuesAreFacts()
    {
        var wish = Wish("tea_1");
        wish.Opens.ShouldBe("Brew 2 cups of sencha with lemon, then honey.");
        wish.Facts.Values.Select(fact => $"{fact.Slot}={fact.Value}").ShouldBe(["kind=sencha", "cups=2"]);
    }

    [Fact]
    public void Convert_MostAndNoise_AreKept()
    {
        var result = BfclImport.Convert(Files(Questions, Answers), new ImportOptions { Most = 2, Noise = 0.2 });
        var suite = ImportedSuites.Read(result);
        (result.Of, suite.Sessions.Count, suite.Sessions[0].Noise).ShouldBe((2, 2, 0.2));
    }

    [Theory]
    [InlineData("", "questions.json: the file is empty; expected JSON lines")]
    [InlineData("[1]", "questions.json:1: found an array; expected an object")]
    [InlineData("\n{\"id\":", "questions.json:2: found what is no JSON; expected an object")]
    [InlineData("{}", "questions.json:1: found no `question`; expected it")]
    [InlineData("""{"id":"a","question":[]}""", "questions.json:1: a: found no turn in `question`; expected a list of turns, each a list of messages")]
    [InlineData("""{"id":"a","question":[[{"role":"user","content":1e999}]]}""", "questions.json:1: a: found a number as `content`; expected `content`: a text")]
    [InlineData("""{"id":"tea_0","question":[[{"role":"user","content":"x"}]],"function":[]}""", "questions.json:1: tea_0: its answer calls `kettle.boil`, which is none of its functions")]
    public void Convert_WhatIsNotTheDataSet_IsOneSentenceWithItsPlace(string questions, string sentence)
    {
        var result = Convert(questions, Answers);
        result.Yaml.ShouldBe("");
        result.LeftOut.ShouldHaveSingleItem().ToString().ShouldBe(sentence);
    }

    [Fact]
    public void Convert_AFileThatIsCutOff_IsOneSentenceForTheLineThatBreaks()
    {
        for (var at = 40; at < Questions.Length; at += 211)
        {
            Convert(Questions[..at], Answers).LeftOut.Count.ShouldBeLessThanOrEqualTo(1);
            var result = Convert(Questions, Answers[..Math.Min(at, Answers.Length)]);
            result.LeftOut.Count.ShouldBeLessThanOrEqualTo(1);
            (result.Taken + result.Reasons.Sum(one => one.Entries)).ShouldBe(8);
        }
    }

    [Theory]
    [InlineData("[1.5]", "[1e999]")]
    [InlineData("[1.5]", "[]")]
    [InlineData("[1.5]", "1.5")]
    [InlineData("[1.5]", "[\"much\"]")]
    [InlineData("[1.5]", "[[[]]]")]
    public void Convert_AnAnswerOfOtherTypes_LeavesItsQuestionOut(string text, string other)
    {
        var result = Convert(Questions, Answers.Replace(text, other));
        result.LeftOut.ShouldHaveSingleItem().ToString().ShouldStartWith("questions.json");
        result.Taken.ShouldBe(4);
    }

    private static List<string> Values(ExpectedCall call, string argument) =>
        [.. call.Arguments[argument].AnyOf.Select(value => value.GetRawText())];

    private static Wish Wish(string name) =>
        All.Value.Sessions.Single(session => session.Name == name).Brief.ShouldNotBeNull().Wishes.ShouldHaveSingleItem();

    private static List<BfclFile> Files(string questions, string answers) =>
        [new BfclFile("questions.json", questions), new BfclFile("answers.json", answers)];

    private static ImportResult Convert(string questions, string answers) =>
        BfclImport.Convert(Files(questions, answers), new ImportOptions());
}
