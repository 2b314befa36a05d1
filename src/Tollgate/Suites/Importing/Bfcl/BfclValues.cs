using System.Text.Json.Nodes;

namespace Tollgate.Suites.Importing.Bfcl;

/// <summary>
/// The values that the data set accepts for an argument: a list of them, in which an empty text means that it may be
/// left out, and in whose objects each field has such a list again.
/// </summary>
internal static class BfclValues
{
    private const int MaxValues = 64;

    /// <summary>The values, those that may be given first; a null stands for leaving it out.</summary>
    /// <param name="accepted">The list.</param>
    /// <param name="mayBeLeftOut">The function does not require it.</param>
    /// <exception cref="FormatException">It is none, or stands for more values than can be listed.</exception>
    public static List<JsonNode?> Of(JsonElement accepted, bool mayBeLeftOut)
    {
        if (accepted.ValueKind != JsonValueKind.Array || accepted.GetArrayLength() == 0)
        {
            throw new FormatException("found an argument without accepted values; expected a list of them");
        }

        var left = mayBeLeftOut && accepted.EnumerateArray().Any(IsEmpty);
        var values = accepted.EnumerateArray().Where(value => !(left && IsEmpty(value))).SelectMany(Forms).ToList();
        return left ? [.. values, null] : values;
    }

    private static bool IsEmpty(JsonElement value) =>
        value.ValueKind == JsonValueKind.String && value.GetString()!.Length == 0; // It is a string.

    private static List<JsonNode?> Forms(JsonElement value) => value.ValueKind switch
    {
        JsonValueKind.Object =>
        [
            .. Product(value.EnumerateObject().Select(field => (field.Name, Of(field.Value, true))))
                .Select(fields => (JsonNode?)new JsonObject(fields.Where(field => field.Value is not null)
                    .Select(field => KeyValuePair.Create(field.Name, field.Value?.DeepClone())))),
        ],
        JsonValueKind.Array => [.. Product(value.EnumerateArray().Select(item => ("", Forms(item))))
            .Select(items => (JsonNode?)new JsonArray([.. items.Select(item => item.Value?.DeepClone())]))],
        _ => [JsonNode.Parse(value.GetRawText())],
    };

    private static List<List<(string Name, JsonNode? Value)>> Product(
        IEnumerable<(string Name, List<JsonNode?> Forms)> parts)
    {
        List<List<(string, JsonNode?)>> all = [[]];
        foreach (var (name, forms) in parts)
        {
            all = [.. all.SelectMany(before => forms.Select(form => before.Append((name, form)).ToList()))];
            if (all.Count > MaxValues)
            {
                throw new FormatException($"it accepts more than {MaxValues} values of an argument");
            }
        }

        return all;
    }
}
