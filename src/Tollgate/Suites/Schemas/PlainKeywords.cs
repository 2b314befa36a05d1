using Tollgate.Values;

namespace Tollgate.Suites.Schemas;

/// <summary>Whether a JSON Schema consists of keywords that <see cref="PlainSchema"/> knows.</summary>
internal static class PlainKeywords
{
    private static readonly string[] Types =
        ["string", "number", "integer", "boolean", "array", "object", "null"];

    private static readonly HashSet<string> Remarks =
        ["title", "description", "default", "examples", "$comment", "$schema", "deprecated"];

    /// <summary>Every keyword, at every depth, is a plain one of the shape that the standard gives it.</summary>
    public static bool Suffice(JsonElement schema) =>
        schema.ValueKind == JsonValueKind.Object
        && schema.EnumerateObject().All(keyword => IsPlain(keyword.Name, keyword.Value))
        && !(schema.TryGetProperty("enum", out _) && schema.TryGetProperty("const", out _));

    private static bool IsPlain(string name, JsonElement value) => name switch
    {
        "type" => IsText(value, Types) || (value.ValueKind == JsonValueKind.Array
            && value.EnumerateArray().All(type => IsText(type, Types))),
        "enum" => value.ValueKind == JsonValueKind.Array,
        "const" => true,
        "required" => value.ValueKind == JsonValueKind.Array
            && value.EnumerateArray().All(one => one.ValueKind == JsonValueKind.String),
        "properties" => value.ValueKind == JsonValueKind.Object
            && value.EnumerateObject().All(field => Suffice(field.Value)),
        "additionalProperties" => value.ValueKind is JsonValueKind.True or JsonValueKind.False || Suffice(value),
        "items" => Suffice(value),
        "format" => IsText(value, Formats.Names),
        "pattern" => value.ValueKind == JsonValueKind.String && Pattern.TryCompile(value.GetString()!, false) is not null,
        "minimum" or "maximum" or "exclusiveMinimum" or "exclusiveMaximum" => value.ValueKind == JsonValueKind.Number,
        "minLength" or "maxLength" or "minItems" or "maxItems" =>
            value.ValueKind == JsonValueKind.Number && value.TryGetInt32(out var count) && count >= 0,
        _ => Remarks.Contains(name),
    };

    private static bool IsText(JsonElement value, string[] known) =>
        value.ValueKind == JsonValueKind.String && known.Contains(value.GetString());
}
