namespace Tollgate.Suites.Importing.Bfcl;

/// <summary>
/// The data set's schemas, which are nearly JSON Schema: <c>dict</c>, <c>float</c>, <c>tuple</c>, <c>any</c>.
/// </summary>
internal static class BfclSchema
{
    private static readonly Dictionary<string, string> Types = new(StringComparer.Ordinal)
    {
        ["dict"] = "object", ["object"] = "object", ["float"] = "number", ["number"] = "number", ["integer"] = "integer",
        ["string"] = "string", ["boolean"] = "boolean", ["array"] = "array", ["tuple"] = "array", ["any"] = "",
    };

    /// <summary>The schema in a suite's form.</summary>
    /// <exception cref="FormatException">It has a type of another language.</exception>
    public static OrderedDictionary<string, object> Of(JsonElement schema)
    {
        if (schema.ValueKind != JsonValueKind.Object)
        {
            throw new FormatException("found a schema that is no object; expected one such as {\"type\": \"dict\"}");
        }

        var read = new OrderedDictionary<string, object>();
        if (TypeOf(schema) is { Length: > 0 } type)
        {
            read["type"] = new YamlText.Plain(type);
        }

        foreach (var property in schema.EnumerateObject())
        {
            switch (property.Name)
            {
                case "description" when property.Value.ValueKind == JsonValueKind.String:
                    read[property.Name] = property.Value;
                    break;
                case "enum" or "required" when property.Value.ValueKind == JsonValueKind.Array:
                    read[property.Name] = property.Value;
                    break;
                case "items":
                    read["items"] = Of(property.Value);
                    break;
                case "properties" when property.Value.ValueKind == JsonValueKind.Object:
                    read["properties"] = new OrderedDictionary<string, object>(property.Value.EnumerateObject()
                        .Select(one => KeyValuePair.Create(one.Name, (object)Of(one.Value))));
                    break;
            }
        }

        return read;
    }

    /// <summary>
    /// Whether a plain value may be given: the data set also accepts such as the function would not take. Lists and
    /// objects are held against the schema later.
    /// </summary>
    public static bool Allows(JsonElement schema, JsonElement value)
    {
        if (value.ValueKind is JsonValueKind.Array or JsonValueKind.Object || schema.ValueKind != JsonValueKind.Object)
        {
            return true;
        }

        if (schema.TryGetProperty("enum", out var choices) && choices.ValueKind == JsonValueKind.Array
            && !choices.EnumerateArray().Any(choice => choice.ValueKind == value.ValueKind
                && choice.ToString() == value.ToString()))
        {
            return false;
        }

        return TypeOf(schema) switch
        {
            "string" => value.ValueKind == JsonValueKind.String,
            "boolean" => value.ValueKind is JsonValueKind.True or JsonValueKind.False,
            "integer" => value.ValueKind == JsonValueKind.Number && value.TryGetDecimal(out var number)
                && decimal.IsInteger(number),
            "number" => value.ValueKind == JsonValueKind.Number,
            "" => true,
            _ => false,
        };
    }

    /// <summary>How lists of plain values compare: in their order; null for all else.</summary>
    public static object? RuleOf(JsonElement schema) => TypeOf(schema) != "array" ? null
        : new OrderedDictionary<string, object>
        {
            ["list"] = new YamlText.Plain(
                schema.TryGetProperty("items", out var items) && items.ValueKind == JsonValueKind.Object
                    ? TypeOf(items) switch
                    {
                        "integer" or "number" => "number",
                        "boolean" => "boolean",
                        "array" => "list",
                        "object" => "object",
                        _ => "text",
                    }
                    : "text"),
        };

    private static string TypeOf(JsonElement schema)
    {
        var type = schema.TryGetProperty("type", out var given) && given.ValueKind == JsonValueKind.String
            ? given.GetString()! // It is a string.
            : "any";
        return Types.TryGetValue(type, out var known) ? known
            : throw new FormatException($"found the type `{type}`; expected one of {string.Join(", ", Types.Keys)}");
    }
}
