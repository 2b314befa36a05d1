using System.Runtime.CompilerServices;
using System.Text.Json;
using System.Text.Json.Nodes;
using BenchmarkDotNet.Attributes;
using BenchmarkDotNet.Configs;
using Tollgate.Suites;
using Tollgate.Suites.Reading;
using Tollgate.Suites.Schemas;

namespace Tollgate.Benchmarks;

/// <summary>
/// What the arguments of all calls that the shipped suites expect cost to check, and what all schemas of their tools cost
/// to read: in place, and by NJsonSchema.
/// </summary>
[MemoryDiagnoser]
[GroupBenchmarksBy(BenchmarkLogicalGroupRule.ByCategory)]
[CategoriesColumn]
[HideColumns("RatioSD", "Gen0", "Gen1", "Gen2")]
public class ArgumentChecks
{
    private readonly List<SchemaProblem> problems = [];

    private string[] schemas = [];
    private (PlainSchema Plain, ForeignSchema Foreign, JsonElement Arguments)[] calls = [];

    /// <summary>What the figures are of.</summary>
    public static string Size()
    {
        var checks = new ArgumentChecks();
        checks.ReadSuites();
        return $"{checks.schemas.Length} schemas of tools, {checks.calls.Length} calls";
    }

    [GlobalSetup]
    public void ReadSuites()
    {
        var suites = Directory.GetFiles(Folder(), "*.yaml").Select(file =>
            SuiteReader.Read(File.ReadAllText(file), file).Suite ?? throw new InvalidOperationException(file)).ToArray();
        schemas = [.. suites.SelectMany(suite => suite.Tools.Values).Select(tool => tool.ParametersJson).Distinct()];
        calls = [.. suites.SelectMany(suite => suite.Sessions.SelectMany(session => session.ExpectedCalls)
            .Select(call => (Plain(suite.Tools[call.Tool].ParametersJson),
                ForeignSchema.Read(suite.Tools[call.Tool].ParametersJson), Arguments(call))))];
    }

    [Benchmark(Baseline = true)]
    [BenchmarkCategory("check")]
    public int Check_NJsonSchema()
    {
        problems.Clear();
        foreach (var (_, foreign, arguments) in calls)
        {
            foreign.Check(arguments, problems);
        }

        return problems.Count;
    }

    [Benchmark]
    [BenchmarkCategory("check")]
    public int Check_InPlace()
    {
        problems.Clear();
        foreach (var (plain, _, arguments) in calls)
        {
            plain.Check(arguments, "", problems);
        }

        return problems.Count;
    }

    [Benchmark(Baseline = true)]
    [BenchmarkCategory("read")]
    public object Read_NJsonSchema() => schemas.Select(ForeignSchema.Read).ToArray();

    [Benchmark]
    [BenchmarkCategory("read")]
    public object Read_InPlace() => schemas.Select(Plain).ToArray();

    /// <summary>Reads a schema and checks arguments by it, once.</summary>
    public static int First(bool inPlace)
    {
        const string Schema = """{"type":"object","required":["day"],"properties":{"day":{"type":"string","format":"date"}}}""";
        var arguments = JsonElement.Parse("""{"day":"2026-03-05"}""");
        var problems = new List<SchemaProblem>();
        if (inPlace)
        {
            Plain(Schema).Check(arguments, "", problems);
        }
        else
        {
            ForeignSchema.Read(Schema).Check(arguments, problems);
        }

        return problems.Count;
    }

    private static PlainSchema Plain(string schema) =>
        PlainSchema.TryRead(JsonElement.Parse(schema)) ?? throw new InvalidOperationException(schema);

    private static JsonElement Arguments(Suites.Tools.ExpectedCall call) => JsonElement.Parse(new JsonObject(
        call.Arguments.Where(one => one.Value.AnyOf.Count > 0)
            .Select(one => KeyValuePair.Create(one.Key, JsonNode.Parse(one.Value.AnyOf[0].GetRawText())))).ToJsonString());

    private static string Folder([CallerFilePath] string source = "") =>
        Path.Combine(Path.GetDirectoryName(source) ?? ".", "..", "..", "examples", "suites");
}
