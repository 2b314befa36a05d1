using System.Runtime.CompilerServices;
using Tollgate.Suites.Tools;

namespace Tollgate.Scores.Calls;

/// <summary>The JSON types that a tool's schema gives its arguments, at the top level.</summary>
internal sealed class ArgumentTypes
{
    private static readonly ConditionalWeakTable<SuiteTool, ArgumentTypes> Known = [];

    private readonly Dictionary<string, string[]> types = new(StringComparer.Ordinal);

    private ArgumentTypes(string schema)
    {
        try
        {
            var root = JsonElement.Parse(schema);
            if (root.ValueKind != JsonValueKind.Object || !root.TryGetProperty("properties", out var properties)
                || properties.ValueKind != JsonValueKind.Object)
            {
                return;
            }

            foreach (var property in properties.EnumerateObject())
            {
                if (property.Value.ValueKind == JsonValueKind.Object
                    && property.Value.TryGetProperty("type", out var type))
                {
                    types[property.Name] = type.ValueKind switch
                    {
                        JsonValueKind.String => [type.GetString()!],
                        JsonValueKind.Array => [.. type.EnumerateArray().Select(static one => one.ToString())],
                        _ => [],
                    };
                }
            }
        }
        catch (JsonException)
        {
            // Suites are checked as they are read; without a schema every type will do.
        }
    }

    public static ArgumentTypes Of(SuiteTool tool) =>
        Known.GetValue(tool, static one => new ArgumentTypes(one.ParametersJson));

    public bool Allows(string argument, JsonElement value) =>
        !types.TryGetValue(argument, out var allowed) || allowed.Length == 0
        || Array.Exists(allowed, type => Is(value, type));

    private static bool Is(JsonElement value, string type) => type switch
    {
        "string" => value.ValueKind == JsonValueKind.String,
        "number" => value.ValueKind == JsonValueKind.Number,
        "integer" => value.ValueKind == JsonValueKind.Number
            && (!value.TryGetDecimal(out var number) || decimal.IsInteger(number)),
        "boolean" => value.ValueKind is JsonValueKind.True or JsonValueKind.False,
        "array" => value.ValueKind == JsonValueKind.Array,
        "object" => value.ValueKind == JsonValueKind.Object,
        "null" => value.ValueKind == JsonValueKind.Null,
        _ => true,
    };
}
