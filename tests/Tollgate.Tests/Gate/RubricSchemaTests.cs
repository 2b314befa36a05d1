using System.Runtime.CompilerServices;
using System.Text.Json;
using System.Text.RegularExpressions;
using NJsonSchema;
using Newtonsoft.Json.Linq;
using Tollgate.Gate.Reading;
using Tollgate.Gate.Rubrics;
using Tollgate.Input;
using Tollgate.Suites.Reading.Drafts;
using RubricRootReader = Tollgate.Gate.Reading.RubricRootReader;

namespace Tollgate.Tests.Gate;

/// <summary>The JSON Schema that editors use says what the reader says.</summary>
public class RubricSchemaTests
{
    private static readonly string Folder = FolderOf();
    private static readonly string Text = File.ReadAllText(Path.Combine(Folder, "rubric.schema.json"));
    private static readonly JsonElement Schema = JsonElement.Parse(Text);

    public static TheoryData<string, string[]> Keys => new()
    {
        { "", RubricRootReader.Keys },
        { "properties/sessions", SessionsReader.Keys },
        { "definitions/looks", LooksReader.Keys },
        { "definitions/criterion", CriterionReader.Keys },
        { "definitions/left_out", LeaveOutReader.Keys },
    };

    public static TheoryData<string> Rubrics => [.. Directory.EnumerateFiles(Folder, "*.yaml")];

    [Theory]
    [MemberData(nameof(Keys))]
    public void Schema_Keys_AreTheReaders(string where, string[] keys)
    {
        var at = At(where);
        at.GetProperty("properties").EnumerateObject().Select(property => property.Name).Order().ShouldBe(keys.Order());
        at.GetProperty("properties").EnumerateObject().Where(property => !property.Value.TryGetProperty("description", out _))
            .ShouldBeEmpty();
        at.GetProperty("additionalProperties").GetBoolean().ShouldBeFalse();
    }

    [Fact]
    public void Schema_WhatIsRequired_IsWhatTheReaderNeeds() =>
        Schema.GetProperty("required").EnumerateArray().Select(key => key.GetString()).ShouldBe(RubricRootReader.Needed);

    // UPDATE_GOLDEN=1 writes what the catalogues have into the schema.
    [Theory]
    [InlineData("measure", FigureSource.Measure)]
    [InlineData("score", FigureSource.Score)]
    public void Schema_Figures_AreTheCatalogues(string key, FigureSource source)
    {
        var path = Path.Combine(Folder, "rubric.schema.json");
        var text = File.ReadAllText(path);
        var names = string.Join(",\n", FigureCatalog.Names(source).Select(static name => $"            \"{name}\""));
        var written = Regex.Replace(
            text, $"(?<=\n        \"{key}\": {{\n.*\n          \"enum\": \\[\n)[^]]*(?=\n          \\])", names);
        if (Environment.GetEnvironmentVariable("UPDATE_GOLDEN") == "1")
        {
            File.WriteAllText(path, written);
        }

        At($"definitions/criterion/properties/{key}/enum", JsonElement.Parse(written)).EnumerateArray()
            .Select(name => name.GetString()).ShouldBe(FigureCatalog.Names(source));
        File.ReadAllText(path).ShouldBe(written, "UPDATE_GOLDEN=1 rewrites it.");
    }

    [Theory]
    [MemberData(nameof(Rubrics))]
    public async Task AShippedRubric_IsReadAndValidates(string path)
    {
        RubricReader.Load(path).Errors.ShouldBeEmpty();
        (await Errors(await File.ReadAllTextAsync(path))).ShouldBeEmpty();
    }

    [Theory]
    [InlineData("rubric: voice-agent", "rubric: voice agent")] // No name.
    [InlineData("wins: 3", "winns: 3")] // A key that there is not.
    [InlineData("confidence: 0.95|loss", "confidence: 95|loss")]
    [InlineData("looks: once", "looks: twice")]
    [InlineData("looks: once", "looks: { design: pocock, at: [156, 312] }", false)] // Right.
    [InlineData("measure: first_token_ms", "measure: frist_token_ms")]
    [InlineData("score: tool_arguments", "name: x")] // No figure.
    [InlineData("win: 10 %", "win: -10 %")]
    [InlineData("win: 10 %", "win: 50ms", false)] // Right.
    [InlineData("statistic: p95", "statistic: median")]
    [InlineData("ending: stopped", "ending: stopped|    session: greeting")]
    [InlineData("win: 0.1", "win: 0.1|    missing: ignore")]
    [InlineData("win: 0.1", "win: 0.1|    missing: worst|    worst: -1", false)] // Right.
    [InlineData("wins: 3", "wins: 3|seed: 7", false)] // Right.
    [InlineData("wins: 3", "wins: 3|seed: -7")]
    [InlineData("wins: 3", "wins: 3|score_errors: ignored", false)] // Right.
    [InlineData("wins: 3", "wins: 3|score_errors: none")]
    [InlineData("assume: 93 %", "assume: 93 %|    undecided: 4 %", false)] // Right.
    [InlineData("assume: 93 %", "assume: 93 %|    undecided: some")]
    [InlineData("wins: 3", "wins: 3", false)] // Nothing changed: right.
    public async Task Schema_ABentRubric_DoesNotValidate(string found, string put, bool wrong = true) =>
        (await Errors(RubricTexts.With(found, put))).Any().ShouldBe(wrong);

    private static async Task<List<string>> Errors(string yaml)
    {
        var schema = await JsonSchema.FromJsonAsync(Text);
        var root = YamlTree.Read(yaml, "it", "a rubric", []).ShouldNotBeNull();
        var json = JToken.Parse(YamlJson.Of(root).GetRawText());
        return [.. schema.Validate(json).Select(error => $"{error.Path}: {error.Kind}")];
    }

    private static JsonElement At(string where, JsonElement? root = null) => where
        .Split('/', StringSplitOptions.RemoveEmptyEntries)
        .Aggregate(root ?? Schema, (node, name) => node.GetProperty(name));

    private static string FolderOf([CallerFilePath] string test = "") => Path.GetFullPath(
        Path.Combine(Path.GetDirectoryName(test) ?? ".", "..", "..", "..", "examples", "rubrics"));
}
