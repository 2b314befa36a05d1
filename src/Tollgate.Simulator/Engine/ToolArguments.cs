using System.Buffers;

namespace Tollgate.Simulator.Engine;

/// <summary>
/// The simplest arguments that fit a tool's JSON Schema: the first enum value, the least number, true.
/// </summary>
internal static class ToolArguments
{
    private const int MaxDepth = 16;

    /// <param name="schema">A JSON Schema; anything that is none gives <c>{}</c>.</param>
    public static string Fit(JsonElement schema)
    {
        var buffer = new ArrayBufferWriter<byte>();
        using (var writer = new Utf8JsonWriter(buffer))
        {
            WriteObject(writer, schema, 0);
        }

        return Encoding.UTF8.GetString(buffer.WrittenSpan);
    }

    /// <inheritdoc cref="Fit(JsonElement)"/>
    public static string Fit(string schemaJson)
    {
        try
        {
            using var document = JsonDocument.Parse(schemaJson);
            return Fit(document.RootElement);
        }
        catch (JsonException)
        {
            return "{}";
        }
    }

    private static void WriteObject(Utf8JsonWriter writer, JsonElement schema, int depth)
    {
        writer.WriteStartObject();
        if (schema.ValueKind == JsonValueKind.Object
            && schema.TryGetProperty("properties", out var properties)
            && properties.ValueKind == JsonValueKind.Object && depth < MaxDepth)
        {
            foreach (var property in properties.EnumerateObject())
            {
                if (IsRequired(schema, property.Name))
                {
                    writer.WritePropertyName(property.Name);
                    WriteValue(writer, property.Value, depth + 1);
                }
            }
        }

        writer.WriteEndObject();
    }

    // A schema that requires nothing gets everything: an empty object would fit, but show nothing.
    private static bool IsRequired(JsonElement schema, string name) =>
        !schema.TryGetProperty("required", out var required) || required.ValueKind != JsonValueKind.Array
        || required.EnumerateArray().Any(r => r.ValueKind == JsonValueKind.String && r.GetString() == name);

    private static void WriteValue(Utf8JsonWriter writer, JsonElement schema, int depth)
    {
        if (schema.ValueKind != JsonValueKind.Object || depth >= MaxDepth)
        {
            writer.WriteStringValue("example");
            return;
        }

        if (schema.TryGetProperty("const", out var constant))
        {
            constant.WriteTo(writer);
            return;
        }

        foreach (var name in (ReadOnlySpan<string>)["enum", "anyOf", "oneOf"])
        {
            if (schema.TryGetProperty(name, out var choices) && choices.ValueKind == JsonValueKind.Array
                && choices.GetArrayLength() > 0)
            {
                if (name == "enum")
                {
                    choices[0].WriteTo(writer);
                }
                else
                {
                    WriteValue(writer, choices[0], depth + 1);
                }

                return;
            }
        }

        WriteTyped(writer, schema, TypeOf(schema), depth);
    }

    private static void WriteTyped(Utf8JsonWriter writer, JsonElement schema, string? type, int depth)
    {
        switch (type)
        {
            case "integer" or "number":
                if (schema.TryGetProperty("minimum", out var least) && least.ValueKind == JsonValueKind.Number)
                {
                    least.WriteTo(writer);
                }
                else
                {
                    writer.WriteNumberValue(1);
                }

                break;
            case "boolean":
                writer.WriteBooleanValue(true);
                break;
            case "null":
                writer.WriteNullValue();
                break;
            case "array":
                writer.WriteStartArray();
                if (schema.TryGetProperty("items", out var items))
                {
                    WriteValue(writer, items, depth + 1);
                }

                writer.WriteEndArray();
                break;
            case "object":
                WriteObject(writer, schema, depth);
                break;
            default:
                writer.WriteStringValue("example");
                break;
        }
    }

    private static string? TypeOf(JsonElement schema)
    {
        if (!schema.TryGetProperty("type", out var type))
        {
            return schema.TryGetProperty("properties", out _) ? "object" : "string";
        }

        return type.ValueKind switch
        {
            JsonValueKind.String => type.GetString(),
            JsonValueKind.Array when type.GetArrayLength() > 0 && type[0].ValueKind == JsonValueKind.String
                => type[0].GetString(),
            _ => "string",
        };
    }
}
