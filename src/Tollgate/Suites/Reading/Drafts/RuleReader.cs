using Tollgate.Input;
using Tollgate.Values;

namespace Tollgate.Suites.Reading.Drafts;

/// <summary>Reads how values compare.</summary>
internal static class RuleReader
{
    private const string Expected = "a rule such as text, date, { set: code } or { number: 0.01 }";

    /// <summary>Whether values of this kind are texts.</summary>
    public static bool IsOfText(ValueKind kind) => kind is ValueKind.Text or ValueKind.Date or ValueKind.Time
        or ValueKind.DateTime or ValueKind.Phone or ValueKind.Email or ValueKind.Code or ValueKind.Enum
        or ValueKind.Pattern;

    /// <summary>The rule; null where it is none, which is then reported.</summary>
    public static ValueRule? Read(ReadContext draft, YamlNode node)
    {
        if (node.Text is { } word)
        {
            if (SnakeCase.TryParse<ValueKind>(word, out var kind))
            {
                return new ValueRule(kind);
            }

            draft.Unknown(node, "rule", word, Enum.GetValues<ValueKind>().Select(SnakeCase.Of));
            return null;
        }

        if (node.Entries is not [var (key, value)]
            || !SnakeCase.TryParse<ValueKind>(key.Text ?? "", out var outer))
        {
            draft.Fail(node, $"found {node.Kind}; expected {Expected}");
            return null;
        }

        switch (outer)
        {
            case ValueKind.Set or ValueKind.List:
                return Read(draft, value) is { } items ? new ValueRule(outer) { Items = items } : null;
            case ValueKind.Number or ValueKind.Money when double.TryParse(
                value.Text, NumberStyles.Float, CultureInfo.InvariantCulture, out var tolerance)
                && tolerance is >= 0 and <= 1e12:
                return new ValueRule(outer) { Tolerance = tolerance };
            case ValueKind.Object:
                return ReadFields(draft, value);
            default:
                draft.Fail(value, $"found {YamlContext.Quote(value.Text ?? value.Kind)}; expected {Expected}");
                return null;
        }
    }

    /// <summary>The rule that a schema means where the suite has none.</summary>
    public static ValueRule OfSchema(JsonElement schema)
    {
        if (schema.ValueKind != JsonValueKind.Object)
        {
            return ValueRule.Text;
        }

        var type = TypeOf(schema);
        return type switch
        {
            "number" or "integer" => new ValueRule(ValueKind.Number),
            "boolean" => new ValueRule(ValueKind.Boolean),
            "array" => new ValueRule(ValueKind.Set)
            {
                Items = schema.TryGetProperty("items", out var items) ? OfSchema(items) : ValueRule.Text,
            },
            "object" => new ValueRule(ValueKind.Object)
            {
                Fields = schema.TryGetProperty("properties", out var fields) && fields.ValueKind == JsonValueKind.Object
                    ? fields.EnumerateObject().ToDictionary(field => field.Name, field => OfSchema(field.Value))
                    : new Dictionary<string, ValueRule>(),
            },
            _ => new ValueRule(OfText(schema)),
        };
    }

    /// <summary>Whether values of the schema's type can be compared so; what type it is, where they cannot.</summary>
    public static bool Fits(ValueRule rule, JsonElement schema, out string type)
    {
        type = TypeOf(schema) ?? "";
        return rule.Kind switch
        {
            ValueKind.Any => true,
            _ when type.Length == 0 => true,
            ValueKind.Number => type is "number" or "integer",
            ValueKind.Money => type is "number" or "integer" or "string",
            ValueKind.Boolean => type == "boolean",
            ValueKind.Set or ValueKind.List => type == "array",
            ValueKind.Object => type == "object",
            ValueKind.Enum => type is not ("array" or "object"),
            _ => type == "string",
        };
    }

    private static ValueRule? ReadFields(ReadContext draft, YamlNode node)
    {
        var fields = new Dictionary<string, ValueRule>(StringComparer.Ordinal);
        foreach (var (name, _, value) in draft.Entries(node, "fields with their rules"))
        {
            fields[name] = Read(draft, value) ?? ValueRule.Text;
        }

        return new ValueRule(ValueKind.Object) { Fields = fields };
    }

    private static ValueKind OfText(JsonElement schema) =>
        schema.TryGetProperty("enum", out _) || schema.TryGetProperty("const", out _) ? ValueKind.Enum
        : !schema.TryGetProperty("format", out var format) ? ValueKind.Text
        : format.ToString() switch
        {
            "date" => ValueKind.Date,
            "time" => ValueKind.Time,
            "date-time" => ValueKind.DateTime,
            "email" => ValueKind.Email,
            _ => ValueKind.Text,
        };

    // A type that may be null too is the other one.
    private static string? TypeOf(JsonElement schema) =>
        schema.ValueKind != JsonValueKind.Object || !schema.TryGetProperty("type", out var type) ? null
        : type.ValueKind == JsonValueKind.Array
            ? type.EnumerateArray().Select(one => one.ToString()).FirstOrDefault(one => one != "null")
            : type.ToString();
}
