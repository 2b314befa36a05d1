using Tollgate.Simulator.Profiles;

namespace Tollgate.Simulator.Tests.Profiles;

public class ProfileFileTests
{
    private const string Good = """
        models:
          m:
            first_token_ms: { p5: 100, p95: 400 }
            tokens_per_second: 50
            output_tokens: 10
        regions:
          moon: { first_token_ms: 2500 }
        """;

    public static TheoryData<string, string, string> Wrong => new()
    {
        // An unknown key is an error, wherever it stands.
        { "    tokens_per_second: 50", "    tokens_per_sec: 50", "p.yaml:4:5: a model has no key `tokens_per_sec`; did you mean `tokens_per_second`?" },
        { "regions:", "region:", "p.yaml:6:1: a profile file has no key `region`; did you mean `regions`?" },
        { "p95: 400", "p99: 400", "p.yaml:3:32: `first_token_ms` has no key `p99`; did you mean `p95`?" },
        // A missing one.
        { "    output_tokens: 10\n", "", "p.yaml:3:5: there is no `output_tokens`; expected it" },
        // Values that are none.
        { "second: 50", "second: fast", "p.yaml:4:24: found \"fast\"; expected a number from 0.001 to 1000000000" },
        { "second: 50", "second: [50]", "p.yaml:4:24: found a list; expected a number from 0.001 to 1000000000" },
        { "second: 50", "second: 0", "p.yaml:4:24: found \"0\"; expected a number from 0.001 to 1000000000" },
        { "p95: 400", "p95: 40", "p.yaml:3:21: the quantiles are out of order; expected p5 <= p50 <= p95, and p5 above 0 where they differ" },
        { "models:", "schema: 2\nmodels:", "p.yaml:1:9: found \"2\"; expected 1, the only schema that this version reads" },
        { "    output_tokens: 10", "    output_tokens: 10\n    capacity: { streams: 1.5 }", "p.yaml:6:26: found \"1.5\"; expected a whole number from 1 to 2147483647" },
        { "    output_tokens: 10", "    output_tokens: 10\n    reasoning: { share: 0.5, streamed: maybe }", "p.yaml:6:40: found \"maybe\"; expected true or false" },
    };

    [Fact]
    public void Parse_AGoodFile_HasItsNumbers()
    {
        var profiles = ProfileFile.Parse(Good, "p.yaml");
        var model = profiles.Models["m"];
        model.FirstTokenMs.ShouldBe(new Spread(100, 200, 400)); // The median is the geometric mean.
        model.TokensPerSecond.ShouldBe(Spread.Constant(50));
        model.Capacity.ShouldBe(Capacity.Unbounded);
        profiles.RegionDelayMs("moon").ShouldBe(Spread.Constant(2500));
        profiles.RegionDelayMs("mars").ShouldBe(Spread.Constant(0));
    }

    [Theory]
    [MemberData(nameof(Wrong))]
    public void Parse_AWrongFile_SaysWhereAndWhatWasExpected(string right, string wrong, string message)
    {
        Good.ShouldContain(right);
        Should.Throw<ProfileException>(() => ProfileFile.Parse(Good.Replace(right, wrong), "p.yaml"))
            .Message.ShouldBe(message);
    }

    [Theory]
    [InlineData("", "p.yaml:1:1: the file is empty; expected a mapping with `models`")]
    [InlineData("models: {", "p.yaml:2:1: the file is no YAML: ")]
    [InlineData("models: {}\n---\nmodels: {}", "p.yaml:2:1: the file is no YAML: found a second document")]
    [InlineData("models: *m", "p.yaml:1:9: the file is no YAML: the alias *m has no anchor")]
    [InlineData("models:\n  m: 1\n  m: 2", "p.yaml:3:3: the key `m` is there twice")]
    [InlineData("just words", "p.yaml:1:1: found a value; expected a profile file")]
    [InlineData("models: {}", "p.yaml:1:1: there is no model")]
    [InlineData("models:\n  ? [a]\n  : 1", "p.yaml:2:5: found a list as a key")]
    public void Parse_NoProfilesAtAll_NamesTheLine(string text, string start) =>
        Should.Throw<ProfileException>(() => ProfileFile.Parse(text, "p.yaml")).Message.ShouldStartWith(start);

    [Fact]
    public void Load_AFileThatIsNotThere_SaysSo() =>
        Should.Throw<ProfileException>(() => ProfileFile.Load("/nowhere/p.yaml")).Message
            .ShouldBe("/nowhere/p.yaml: there is no file \"/nowhere/p.yaml\"; expected a profile file.");

    [Theory]
    [InlineData('[', "")]
    [InlineData('{', "")]
    [InlineData('-', " ")]
    public void Parse_ManyBrackets_AreRefused(char bracket, string gap) =>
        Should.Throw<ProfileException>(() => ProfileFile.Parse(
            "models: " + string.Concat(Enumerable.Repeat(bracket + gap, 100_000)), "p.yaml"))
            .Message.ShouldStartWith("p.yaml:");

    [Fact]
    public void Default_HasTheModelsAndRegionsOfTheDocumentation()
    {
        ProfileSet.Default.Models.Keys.ShouldBe(["gpt-5.5", "gpt-5.5-pro", "opus-4.7", "steady", "instant"]);
        ProfileSet.Default.Regions.Keys.ShouldBe(["us-east", "emea", "apac"]);
        ProfileSet.Default.Models["opus-4.7"].Price.ShouldNotBeNull().Output.ShouldBe(25);
    }
}
