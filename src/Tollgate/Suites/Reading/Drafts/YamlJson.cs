using System.Text.Json.Nodes;
using Tollgate.Input;

namespace Tollgate.Suites.Reading.Drafts;

/// <summary>YAML's values as JSON's, where a suite says what they are.</summary>
internal static class YamlJson
{
    /// <param name="node">The value.</param>
    /// <param name="texts">Scalars are texts, whatever they look like; only null stays null.</param>
    public static JsonElement Of(YamlNode node, bool texts = false) =>
        JsonSerializer.SerializeToElement(JsonValues.Of(node, _ => texts));

    /// <summary>An argument's value, as its schema has it.</summary>
    public static JsonElement Typed(YamlNode node, JsonElement schema) =>
        JsonSerializer.SerializeToElement(OfSchema(node, schema));

    /// <summary>A schema: what it lists for a text is text.</summary>
    public static JsonNode? Schema(YamlNode node)
    {
        if (node.Entries is null)
        {
            return node.Items is { } items
                ? new JsonArray([.. items.Select(Schema)])
                : JsonValues.Of(node, static _ => false);
        }

        var texts = node.Entries.Any(entry => entry.Key.Text == "type" && entry.Value.Text == "string");
        var json = new JsonObject();
        foreach (var (key, value) in node.Entries)
        {
            var words = texts && key.Text is "enum" or "const" or "default" or "examples";
            json[key.Text ?? ""] = words ? JsonValues.Of(value, static _ => true) : Schema(value);
        }

        return json;
    }

    private static JsonNode? OfSchema(YamlNode node, JsonElement schema)
    {
        if (node.Items is { } items)
        {
            var inner = schema.ValueKind == JsonValueKind.Object && schema.TryGetProperty("items", out var of)
                ? of
                : default;
            return new JsonArray([.. items.Select(item => OfSchema(item, inner))]);
        }

        if (node.Entries is { } entries)
        {
            var json = new JsonObject();
            foreach (var (key, value) in entries)
            {
                var inner = schema.ValueKind == JsonValueKind.Object && schema.TryGetProperty("properties", out var fields)
                    && fields.TryGetProperty(key.Text ?? "", out var field) ? field : default;
                json[key.Text ?? ""] = OfSchema(value, inner);
            }

            return json;
        }

        return JsonValues.Of(node, kind => Takes(schema, "string") && !(kind switch
        {
            JsonValueKind.Number => Takes(schema, "number") || Takes(schema, "integer"),
            JsonValueKind.True or JsonValueKind.False => Takes(schema, "boolean"),
            _ => false,
        }));
    }

    private static bool Takes(JsonElement schema, string type) =>
        schema.ValueKind == JsonValueKind.Object && schema.TryGetProperty("type", out var types)
        && (types.ValueKind == JsonValueKind.Array
            ? types.EnumerateArray().Any(one => one.ToString() == type)
            : types.ToString() == type);
}
