using System.Runtime.CompilerServices;
using System.Text.Json;
using System.Text.RegularExpressions;
using NJsonSchema;
using Newtonsoft.Json.Linq;
using Tollgate.Input;
using Tollgate.Load.Schedules.Processes;
using Tollgate.Plans;
using Tollgate.Suites.Reading.Drafts;
using Tollgate.Wires.Catalog;

namespace Tollgate.Tests.Plans;

/// <summary>The JSON Schema that editors use says what the reader says.</summary>
public class PlanSchemaTests
{
    private const string Target = "targets: [{ name: a, wire: openai-chat, url: \"http://127.0.0.1:9\", model: m }]\n";

    private static readonly string Folder = FolderOf();
    private static readonly string Text = File.ReadAllText(Path.Combine(Folder, "plan.schema.json"));
    private static readonly JsonElement Schema = JsonElement.Parse(Text);

    // Where in the schema, and a plan with a key there that no reader knows: its error lists those that it does.
    public static TheoryData<string, string> Places => new()
    {
        { "", Target + "zzzzzzzzzz: 1" },
        { "properties/load", Target + "load: { zzzzzzzzzz: 1 }" },
        { "properties/timeouts", Target + "timeouts: { zzzzzzzzzz: 1 }" },
        { "properties/retry", Target + "retry: { zzzzzzzzzz: 1 }" },
        { "properties/limits", Target + "limits: { zzzzzzzzzz: 1 }" },
        { "definitions/target", "targets: [{ zzzzzzzzzz: 1 }]" },
        { "definitions/price", "targets: [{ price: { zzzzzzzzzz: 1 } }]" },
    };

    public static TheoryData<string> Plans => [.. Directory.EnumerateFiles(Folder, "*.yaml")];

    [Theory]
    [MemberData(nameof(Places))]
    public void Schema_Keys_AreTheReaders(string where, string plan)
    {
        const string Lists = "expected one of ";
        var error = PlanReader.Parse(plan, "it", "", static _ => null).Errors
            .Select(static error => error.ToString()).First(static error => error.Contains("zzzzzzzzzz"));
        var keys = error[(error.IndexOf(Lists, StringComparison.Ordinal) + Lists.Length)..].TrimEnd('.').Split(", ");

        var at = where.Split('/', StringSplitOptions.RemoveEmptyEntries)
            .Aggregate(Schema, (node, name) => node.GetProperty(name));
        at.GetProperty("properties").EnumerateObject().Select(property => property.Name).Order().ShouldBe(keys.Order());
        at.GetProperty("additionalProperties").GetBoolean().ShouldBeFalse();
    }

    // UPDATE_GOLDEN=1 writes what the catalog has into the schema.
    [Fact]
    public void Schema_Wires_AreTheCatalogs()
    {
        var wires = string.Join(", ", WireCatalog.Names.Select(static name => $"\"{name}\""));
        var written = Regex.Replace(Text, "(?<=\"wire\": .*\"enum\": \\[)[^]]*", wires);
        if (Environment.GetEnvironmentVariable("UPDATE_GOLDEN") == "1")
        {
            File.WriteAllText(Path.Combine(Folder, "plan.schema.json"), written);
        }
        else
        {
            Text.ShouldBe(written, "UPDATE_GOLDEN=1 rewrites it.");
        }
    }

    // UPDATE_GOLDEN=1 writes the lines of the arrival processes anew.
    [Fact]
    public void Schema_Arrivals_AreTheProcesses()
    {
        var lines = ArrivalLines();
        var path = Path.Combine(Folder, "plan.schema.json");
        var text = File.ReadAllText(path);
        var old = Regex.Match(text, """(?m)^ *"arrivals": \{.*\n(?:.*\n)*?(?= *"ramp")""");
        old.Success.ShouldBeTrue();
        if (Environment.GetEnvironmentVariable("UPDATE_GOLDEN") == "1")
        {
            File.WriteAllText(path, text.Replace(old.Value, lines, StringComparison.Ordinal));
            return;
        }

        old.Value.ShouldBe(lines);
    }

    [Theory]
    [MemberData(nameof(Plans))]
    public async Task AShippedPlan_Validates(string path) =>
        (await Errors(await File.ReadAllTextAsync(path))).ShouldBeEmpty();

    [Theory]
    [InlineData("requests: 5", false)]
    [InlineData("requests: five")]
    [InlineData("for: 60")]
    [InlineData("load: { concurency: 4 }")]
    [InlineData("load: { arrivals: weekly }")]
    [InlineData("retry: { attempts: 1 }")]
    [InlineData("transport: http")]
    public async Task Schema_ABentPlan_DoesNotValidate(string line, bool wrong = true) =>
        (await Errors(Target + line)).Any().ShouldBe(wrong);

    private static string ArrivalLines()
    {
        var names = string.Join(", ", ArrivalProcesses.Names.Select(static name => $"\"{name}\""));
        return $$"""        "arrivals": { "description": "Open loop: how they are spaced.", "enum": [{{names}}] },"""
            + "\n" + string.Concat(ArrivalProcesses.All.SelectMany(static process => process.Settings).Select(Line));

        static string Line(ArrivalSetting setting) => setting.IsDuration
            ? $$"""        "{{setting.Key}}": { "description": "{{setting.Description}}", "$ref": "#/definitions/duration" },""" + "\n"
            : FormattableString.Invariant($$"""        "{{setting.Key}}": { "description": "{{setting.Description}}", "type": "number", "minimum": {{setting.Min}}, "maximum": {{setting.Max}} },""") + "\n";
    }

    private static async Task<List<string>> Errors(string yaml)
    {
        var schema = await JsonSchema.FromJsonAsync(Text);
        var root = YamlTree.Read(yaml, "it", "a plan", []).ShouldNotBeNull();
        var json = JToken.Parse(YamlJson.Of(root).GetRawText());
        return [.. schema.Validate(json).Select(error => $"{error.Path}: {error.Kind}")];
    }

    private static string FolderOf([CallerFilePath] string test = "") => Path.GetFullPath(
        Path.Combine(Path.GetDirectoryName(test) ?? ".", "..", "..", "..", "examples", "plans"));
}
