using System.Text.Json;
using System.Text.Json.Nodes;
using Tollgate.Suites.Reading;
using Tollgate.Suites.Schemas;

namespace Tollgate.Tests.Suites;

/// <summary>
/// The schemas of all tools of the shipped suites, and one with all that those leave out, against arguments that are
/// changed at random: the check in place and NJsonSchema say the same.
/// </summary>
public class ArgumentSchemaAgreementTests
{
    private const int ChangesPerCall = 40;

    private static readonly JsonNode?[] Values =
    [
        null, true, 0, 3, 3.0, 3.5, -12, 99, "", "x", "no", "Jo", "A-1", "jo@x.com", "2026-03-05", "2026-02-30", "09:15",
        "25:00", "09:15:30Z", "2026-03-05T09:15", "soft", new JsonArray(1, "a"), new JsonArray(),
        new JsonArray(new JsonObject { ["date"] = "2026-03-05", ["note"] = null }),
        new JsonArray(new JsonObject { ["date"] = null }, new JsonObject { ["day"] = 1 }), new JsonObject { ["a"] = 1 },
    ];

    [Fact]
    public void Check_ArgumentsChangedAtRandom_SaysTheSameInPlaceAndByTheLibrary()
    {
        var random = new Random(7);
        foreach (var (schema, right) in Calls())
        {
            var plain = PlainSchema.TryRead(JsonElement.Parse(schema)).ShouldNotBeNull(schema);
            var foreign = ForeignSchema.Read(schema);
            for (var i = 0; i < ChangesPerCall; i++)
            {
                var arguments = Changed(right, schema, random, changes: i % 4);
                var inPlace = new List<SchemaProblem>();
                plain.Check(arguments, "", inPlace);
                var byLibrary = new List<SchemaProblem>();
                foreign.Check(arguments, byLibrary);
                Verdict(byLibrary).ShouldBe(Verdict(inPlace), $"{arguments} against {schema}");
            }
        }
    }

    // What is wrong with which argument; that a value breaks two keywords is said once or twice.
    private static IEnumerable<string> Verdict(List<SchemaProblem> problems) => problems
        .Select(one => $"{one.Path}: {(one.Missing ? "missing" : one.Unknown ? "unknown" : one.WrongType ? "type" : "value")}")
        .Distinct().Order(StringComparer.Ordinal);

    private static JsonElement Changed(string right, string schema, Random random, int changes)
    {
        var arguments = JsonNode.Parse(right)!.AsObject();
        var names = JsonElement.Parse(schema).GetProperty("properties").EnumerateObject().Select(one => one.Name)
            .Append("unheard_of").ToArray();
        for (; changes > 0; changes--)
        {
            var name = names[random.Next(names.Length)];
            if (random.Next(6) == 0)
            {
                arguments.Remove(name);
            }
            else
            {
                arguments[name] = Values[random.Next(Values.Length)]?.DeepClone();
            }
        }

        return JsonElement.Parse(arguments.ToJsonString());
    }

    private static IEnumerable<(string Schema, string Arguments)> Calls()
    {
        yield return (ArgumentSchemaTests.Plain, """{"name":"Jo","day":"2026-03-05","slots":[{"date":"2026-03-05"}]}""");
        foreach (var file in Directory.GetFiles(SuiteFiles.Shipped(), "*.yaml"))
        {
            var suite = SuiteReader.Read(File.ReadAllText(file), file).Suite.ShouldNotBeNull(file);
            foreach (var call in suite.Sessions.SelectMany(one => one.ExpectedCalls).DistinctBy(one => one.Tool))
            {
                var arguments = new JsonObject(call.Arguments.Where(one => one.Value.AnyOf.Count > 0)
                    .Select(one => KeyValuePair.Create(one.Key, JsonNode.Parse(one.Value.AnyOf[0].GetRawText()))));
                yield return (suite.Tools[call.Tool].ParametersJson, arguments.ToJsonString());
            }
        }
    }
}
