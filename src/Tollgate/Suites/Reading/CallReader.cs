using Tollgate.Input;
using Tollgate.Suites.Reading.Drafts;
using Tollgate.Suites.Schemas;
using Tollgate.Suites.Tools;
using Tollgate.Values;

namespace Tollgate.Suites.Reading;

/// <summary>Reads the calls that a wish expects.</summary>
internal static class CallReader
{
    /// <summary>The call; null where it is none, which was reported with the wish.</summary>
    public static CallDraft? Read(ReadContext draft, YamlNode node) =>
        draft.Entries(node, "a call") is [var (name, key, value)] && draft.Tools.GetValueOrDefault(name) is { } tool
            ? Read(draft, key, value, tool)
            : null;

    private static CallDraft Read(ReadContext draft, YamlNode key, YamlNode value, SuiteTool tool)
    {
        var name = tool.Name;
        var places = new HashSet<string>(StringComparer.Ordinal);
        var schema = new ReadSchema(tool.ParametersJson, ArgumentSchema.Of(tool.ParametersJson));
        var arguments = new Dictionary<string, ExpectedValue>(StringComparer.Ordinal);
        foreach (var (argument, at, given) in draft.Entries(value, "arguments with their values"))
        {
            places.Add(argument);
            if (!schema.Properties.TryGetValue(argument, out var property))
            {
                draft.Unknown(at, $"argument of {name} named", argument, schema.Properties.Keys);
            }
            else if (ValueReader.Read(draft, given, node => YamlJson.Typed(node, property), _ => tool.Rules[argument],
                tool.Rules[argument].Kind == ValueKind.Object) is { } expected)
            {
                arguments[argument] = expected;
                Check(draft, schema.Schema, argument, expected, given);
            }
        }

        CheckRequired(draft, key, tool, schema, places);
        return new CallDraft(new ExpectedCall { Tool = name, Arguments = arguments, Line = key.Line }, key, tool);
    }

    // Each of the values is held against the schema alone: what else is missing is said once.
    private static void Check(
        ReadContext draft, ArgumentSchema schema, string argument, ExpectedValue expected, YamlNode given)
    {
        var stated = expected.Rule.Kind is not (ValueKind.Pattern or ValueKind.Any);
        IEnumerable<JsonElement> values = stated ? expected.AnyOf : expected.Example is { } example ? [example] : [];
        foreach (var value in values)
        {
            var alone = RecordJson.Record(new Dictionary<string, JsonElement> { [argument] = value });
            foreach (var problem in schema.Check(alone)
                .Where(one => !one.Missing || one.Path.AsSpan().ContainsAny('.', '[')))
            {
                draft.Fail(given, problem.Message);
            }
        }
    }

    private static void CheckRequired(
        ReadContext draft, YamlNode key, SuiteTool tool, ReadSchema schema, HashSet<string> places)
    {
        foreach (var missing in schema.Schema.Check(JsonElement.Parse("{}")).Where(problem => problem.Missing))
        {
            if (!places.Contains(missing.Path))
            {
                draft.Fail(key, $"the call of {tool.Name} has no `{missing.Path}`, which is required; expected its value");
            }
        }
    }
}
