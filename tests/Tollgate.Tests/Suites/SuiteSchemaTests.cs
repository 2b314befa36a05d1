using System.Runtime.CompilerServices;
using System.Text.Json;
using NJsonSchema;
using Newtonsoft.Json.Linq;
using Tollgate.Input;
using Tollgate.Suites.Reading;
using Tollgate.Suites.Reading.Drafts;

namespace Tollgate.Tests.Suites;

/// <summary>The JSON Schema that editors use says what the reader says.</summary>
public class SuiteSchemaTests
{
    private static readonly string Folder = FolderOf();
    private static readonly string Text = File.ReadAllText(Path.Combine(Folder, "suite.schema.json"));
    private static readonly JsonElement Schema = JsonElement.Parse(Text);

    public static TheoryData<string, string[]> Keys => new()
    {
        { "", SuiteRootReader.Keys },
        { "properties/voice", SettingsReader.VoiceKeys },
        { "properties/limits", SettingsReader.LimitKeys },
        { "properties/fault_rates", SettingsReader.FaultKeys },
        { "properties/post_call", SettingsReader.PostCallKeys },
        { "definitions/table", TableReader.Keys },
        { "definitions/tool", ToolReader.Keys },
        { "definitions/agent", AgentReader.Keys },
        { "definitions/form", ValueReader.Keys },
        { "definitions/slot", PopulationReader.SlotKeys },
        { "definitions/caller", PopulationReader.CallerKeys },
        { "definitions/fact_form", FactReader.Keys },
        { "definitions/wish", WishReader.Keys },
        { "definitions/brief", BriefReader.Keys },
        { "definitions/brief/properties/cuts/items", MannerReader.CutKeys },
        { "definitions/population", MixReader.Keys },
    };

    public static TheoryData<string> Suites =>
    [
        .. Directory.EnumerateFiles(Folder, "*.yaml", SearchOption.AllDirectories),
        Path.Combine(FilesFolder(), "good.yaml"),
        Path.Combine(FilesFolder(), "briefs.yaml"),
    ];

    [Theory]
    [MemberData(nameof(Keys))]
    public void Schema_Keys_AreTheReaders(string where, string[] keys)
    {
        var at = where.Split('/', StringSplitOptions.RemoveEmptyEntries)
            .Aggregate(Schema, (node, name) => node.GetProperty(name));
        at.GetProperty("properties").EnumerateObject().Select(property => property.Name).Order()
            .ShouldBe(keys.Order());
        at.GetProperty("additionalProperties").GetBoolean().ShouldBeFalse();
    }

    [Fact]
    public void Schema_EveryProperty_IsDescribed() =>
        Undescribed(Schema, "#").ShouldBeEmpty();

    [Theory]
    [MemberData(nameof(Suites))]
    public async Task Schema_ASuite_Validates(string path) =>
        (await Errors(await File.ReadAllTextAsync(path))).ShouldBeEmpty();

    [Theory]
    [InlineData("suite: workshop", "siute: workshop")] // A key that there is not.
    [InlineData("now: 2026-03-02 09:15", "now: today")] // No moment.
    [InlineData("words_per_minute: 160", "words_per_minute: fast")] // No number.
    [InlineData("retries: 2", "retries: 20")] // Out of range.
    [InlineData("kind: city", "kind: city", false)] // Nothing changed: right.
    [InlineData("compare: phone, optional", "compare: fone, optional")]
    [InlineData("cuts: [{ words: 2", "cuts: [{ word: 2")]
    [InlineData("briefs:", "sessions: []\nbriefs:")] // A key that there is no more.
    public async Task Schema_AWrongSuite_DoesNotValidate(string found, string put, bool wrong = true) =>
        (await Errors(SuiteFiles.Text("good.yaml").Replace(found, put))).Any().ShouldBe(wrong);

    [Theory]
    [InlineData("weight: 8", "weight: 0")] // Out of range.
    [InlineData("temper: hurried", "temper: hasty")] // No temper.
    [InlineData("kind: address", "kinds: address", false)] // Nothing changed: right.
    [InlineData("kind: code, words", "kinds: code, words")] // A key that there is not.
    [InlineData("caller: stranger", "callers: stranger")]
    [InlineData("accepts: { time: any }", "accepts: { time: all }")]
    [InlineData("interrupts: [12]", "interrupts: [0]")]
    [InlineData("interrupts: 0.3", "interrupts: 3")]
    public async Task Schema_WrongBriefs_DoNotValidate(string found, string put, bool wrong = true) =>
        (await Errors(SuiteFiles.Text("briefs.yaml").Replace(found, put))).Any().ShouldBe(wrong);

    private static async Task<List<string>> Errors(string yaml)
    {
        var schema = await JsonSchema.FromJsonAsync(Text);
        var errors = new List<InputError>();
        var root = YamlTree.Read(yaml, "it", "a suite", errors).ShouldNotBeNull();
        using var reader = new Newtonsoft.Json.JsonTextReader(new StringReader(YamlJson.Of(root).GetRawText()))
        {
            DateParseHandling = Newtonsoft.Json.DateParseHandling.None,
        };
        return [.. schema.Validate(JToken.ReadFrom(reader)).Select(error => $"{error.Path}: {error.Kind}")];
    }

    private static IEnumerable<string> Undescribed(JsonElement node, string path)
    {
        if (node.ValueKind != JsonValueKind.Object)
        {
            yield break;
        }

        foreach (var part in node.EnumerateObject())
        {
            if (part.Name == "properties")
            {
                foreach (var property in part.Value.EnumerateObject().Where(property =>
                    !property.Value.TryGetProperty("description", out _) && !property.Value.TryGetProperty("$ref", out _)))
                {
                    yield return $"{path}/{property.Name}";
                }
            }

            foreach (var inner in Undescribed(part.Value, $"{path}/{part.Name}"))
            {
                yield return inner;
            }
        }
    }

    private static string FilesFolder([CallerFilePath] string test = "") =>
        Path.Combine(Path.GetDirectoryName(test) ?? ".", "Files");

    private static string FolderOf([CallerFilePath] string test = "") => Path.GetFullPath(
        Path.Combine(Path.GetDirectoryName(test) ?? ".", "..", "..", "..", "examples", "suites"));
}
