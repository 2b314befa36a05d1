using System.Text.Json;
using Tollgate.Values;
using Tollgate.Yaml;

namespace Tollgate.Suites.Reading;

/// <summary>Reads the calls that a step expects.</summary>
internal static class CallReader
{
    /// <param name="draft">The suite.</param>
    /// <param name="node">The list.</param>
    /// <param name="group">The group of the session's next calls; goes on counting.</param>
    public static IReadOnlyList<CallDraft> Read(Draft draft, YamlNode? node, ref int group)
    {
        var calls = new List<CallDraft>();
        foreach (var item in draft.Items(node, "a list of calls"))
        {
            var before = calls.Count;
            ReadItem(draft, item, group, false, calls);
            group += calls.Count > before ? 1 : 0;
        }

        return calls;
    }

    private static void ReadItem(Draft draft, YamlNode item, int group, bool optional, List<CallDraft> calls)
    {
        var entries = draft.Entries(item, "a call such as { tool: { argument: value } }");
        if (entries is not [var (name, key, value)])
        {
            if (item.Entries is not null)
            {
                draft.Fail(item, $"found {entries.Count} calls in one mapping; expected one, or {{ together: [...] }}");
            }

            return;
        }

        switch (name)
        {
            case "together" when !optional:
                foreach (var one in draft.Items(value, "a list of calls"))
                {
                    ReadItem(draft, one, group, false, calls);
                }

                break;
            case "optional" when !optional:
                ReadItem(draft, value, group, true, calls);
                break;
            case "hand_over_to":
                if (draft.Known(value, "agent", draft.Agents.Keys) is { } agent)
                {
                    var call = new ExpectedCall
                    {
                        Tool = Transfer.NameOf(agent), Optional = optional, Group = group, Line = key.Line,
                    };
                    calls.Add(new CallDraft(call, value, new Dictionary<string, YamlNode>(), null, agent));
                }

                break;
            default:
                if (draft.Known(key, "tool", draft.Tools.Keys) is not null)
                {
                    calls.Add(ReadCall(draft, key, value, group, optional));
                }

                break;
        }
    }

    private static CallDraft ReadCall(Draft draft, YamlNode key, YamlNode value, int group, bool optional)
    {
        var name = key.Text!; // It is one of the tools' names.
        var call = new ExpectedCall { Tool = name, Optional = optional, Group = group, Line = key.Line };
        var places = new Dictionary<string, YamlNode>(StringComparer.Ordinal);
        if (draft.Tools[name] is not { } tool)
        {
            return new CallDraft(call, key, places, null, null);
        }

        var schema = new ReadSchema(tool.ParametersJson, ArgumentSchema.Of(tool.ParametersJson));
        var arguments = new Dictionary<string, ExpectedValue>(StringComparer.Ordinal);
        foreach (var (argument, at, given) in draft.Entries(value, "arguments with their values"))
        {
            places[argument] = at;
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
        return new CallDraft(call with { Arguments = arguments }, key, places, tool, null);
    }

    // Each of the values is held against the schema alone: what else is missing is said once.
    private static void Check(
        Draft draft, ArgumentSchema schema, string argument, ExpectedValue expected, YamlNode given)
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
        Draft draft, YamlNode key, SuiteTool tool, ReadSchema schema, Dictionary<string, YamlNode> places)
    {
        foreach (var missing in schema.Schema.Check(JsonElement.Parse("{}")).Where(problem => problem.Missing))
        {
            if (!places.ContainsKey(missing.Path))
            {
                draft.Fail(key, $"the call of {tool.Name} has no `{missing.Path}`, which is required; expected its value");
            }
        }
    }
}
