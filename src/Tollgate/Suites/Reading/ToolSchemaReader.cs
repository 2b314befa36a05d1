using System.Text.Json.Nodes;
using Tollgate.Input;
using Tollgate.Suites.Reading.Drafts;
using Tollgate.Suites.Schemas;
using Tollgate.Values;

namespace Tollgate.Suites.Reading;

/// <summary>Reads the arguments of a tool: their JSON Schema and how they compare.</summary>
internal static class ToolSchemaReader
{
    // Every keyword of draft 7 and 2020-12 that says something of an argument; what else stands there is a slip.
    private static readonly string[] Keywords =
    [
        "type", "description", "title", "enum", "const", "format", "pattern", "minimum", "maximum", "exclusiveMinimum",
        "exclusiveMaximum", "multipleOf", "minLength", "maxLength", "items", "minItems", "maxItems", "uniqueItems",
        "prefixItems", "contains", "properties", "required", "additionalProperties", "propertyNames",
        "minProperties", "maxProperties", "anyOf", "oneOf", "allOf", "not", "if", "then", "else", "$ref", "$defs",
        "definitions", "default", "examples", "$comment", "deprecated",
    ];

    private static readonly string[] Types =
        ["string", "number", "integer", "boolean", "array", "object", "null"];

    private static readonly JsonSerializerOptions Options = new()
    {
        Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    };

    /// <summary>The schema and the rule of each argument; the schema is null where it is none.</summary>
    public static (ReadSchema? Schema, IReadOnlyDictionary<string, ValueRule> Rules) Read(
        ReadContext draft, YamlNode at, YamlMap map)
    {
        var rules = new Dictionary<string, ValueRule>(StringComparer.Ordinal);
        if (map.Has("arguments") == map.Has("schema"))
        {
            draft.Fail(map.Has("schema") ? map.KeyAt("schema") : at, map.Has("schema")
                ? "`arguments` and `schema` are both given; expected one of them"
                : "the tool has no `arguments`; expected them, or {} for none");
            return (null, rules);
        }

        var given = new Dictionary<string, (YamlNode Node, ValueRule Rule)>(StringComparer.Ordinal);
        var before = draft.Context.Errors.Count;
        var json = map.ValueOf("schema") is { } whole
            ? ReadWhole(draft, map, whole, given)
            : ReadArguments(draft, map.ValueOf("arguments")!, given); // One of the two is there.
        if (json is null || draft.Context.Errors.Count > before)
        {
            return (null, rules);
        }

        var text = json.ToJsonString(Options);
        ArgumentSchema schema;
        try
        {
            schema = ArgumentSchema.Of(text);
        }
        catch (FormatException thrown)
        {
            draft.Fail(map.KeyAt(map.Has("schema") ? "schema" : "arguments"), thrown.Message);
            return (null, rules);
        }

        var read = new ReadSchema(text, schema);
        foreach (var (name, property) in read.Properties)
        {
            rules[name] = RuleReader.OfSchema(property);
        }

        foreach (var (name, (node, rule)) in given)
        {
            if (!rules.ContainsKey(name))
            {
                draft.Unknown(node, "argument", name, rules.Keys);
            }
            else if (!RuleReader.Fits(rule, read.Properties[name], out var type))
            {
                draft.Fail(node, $"found the rule {SnakeCase.Of(rule.Kind)} for an argument of the type {type}; expected "
                    + "one that compares such values");
            }

            rules[name] = rule;
        }

        return (read, rules);
    }

    private static JsonObject? ReadWhole(
        ReadContext draft, YamlMap map, YamlNode whole, Dictionary<string, (YamlNode, ValueRule)> given)
    {
        if (whole.Entries is null)
        {
            draft.Fail(whole, $"found {whole.Kind}; expected a JSON Schema with `type: object`");
            return null;
        }

        foreach (var (name, at, value) in draft.Entries(map.ValueOf("compare"), "arguments with their rules"))
        {
            if (RuleReader.Read(draft, value) is { } rule)
            {
                given[name] = (at, rule);
            }
        }

        Check(draft, whole);
        return YamlJson.Schema(whole) as JsonObject;
    }

    private static JsonObject ReadArguments(
        ReadContext draft, YamlNode arguments, Dictionary<string, (YamlNode, ValueRule)> given)
    {
        var properties = new JsonObject();
        var required = new JsonArray();
        foreach (var (name, at, value) in draft.Entries(arguments, "arguments by name"))
        {
            SuiteRootReader.CheckName(draft, at, "an argument's name");
            if (value.Entries is not { } entries)
            {
                draft.Fail(value, $"found {value.Kind}; expected a JSON Schema such as {{ type: string }}");
                continue;
            }

            var optional = entries.FirstOrDefault(entry => entry.Key.Text == "optional").Value;
            if (optional is { Text: not ("true" or "false") })
            {
                draft.Fail(optional, $"found {YamlContext.Quote(optional.Text ?? optional.Kind)}; expected true or false");
            }

            var compare = entries.FirstOrDefault(entry => entry.Key.Text == "compare").Value;
            if (compare is not null && RuleReader.Read(draft, compare) is { } rule)
            {
                given[name] = (compare, rule);
            }

            var schema = value.WithEntries(entries.Where(entry => entry.Key.Text is not ("optional" or "compare")));
            Check(draft, schema, "compare", "optional");
            properties[name] = YamlJson.Schema(schema);
            if (optional?.Text != "true")
            {
                required.Add(name);
            }
        }

        return new JsonObject
        {
            ["type"] = "object",
            ["properties"] = properties,
            ["required"] = required,
            ["additionalProperties"] = false,
        };
    }

    // Keywords that there are not, and types that there are not; validators pass over both without a word.
    private static void Check(ReadContext draft, YamlNode schema, params string[] further)
    {
        foreach (var (keyword, at, value) in draft.Entries(schema, "a JSON Schema"))
        {
            if (keyword is "properties" or "$defs" or "definitions")
            {
                foreach (var (_, _, inner) in draft.Entries(value, "schemas by name"))
                {
                    Check(draft, inner);
                }
            }
            else if (!Keywords.Contains(keyword) && keyword[0] != '$')
            {
                draft.Unknown(at, "keyword of a JSON Schema named", keyword, Keywords.Concat(further));
            }
            else if (keyword == "type")
            {
                foreach (var type in value.Items ?? [value])
                {
                    draft.Known(type, "type", Types);
                }
            }
            else if (keyword is "items" or "not" && value.Entries is not null)
            {
                Check(draft, value);
            }
            else if (keyword == "pattern")
            {
                draft.PatternOf(value);
            }
        }
    }
}
