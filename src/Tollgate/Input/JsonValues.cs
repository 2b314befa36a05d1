using System.Text.Json.Nodes;
using System.Text.RegularExpressions;

namespace Tollgate.Input;

/// <summary>
/// YAML's values as JSON's. A scalar in quotes is a text. Without quotes it is a number only where JSON would have it
/// one: 007 and 12E4 are codes.
/// </summary>
internal static partial class JsonValues
{
    /// <summary>The value.</summary>
    /// <param name="node">The value as YAML has it.</param>
    /// <param name="asText">Whether a scalar without quotes that looks like a value of that kind is a text.</param>
    public static JsonNode? Of(YamlNode node, Func<JsonValueKind, bool> asText)
    {
        if (node.Items is { } items)
        {
            return new JsonArray([.. items.Select(item => Of(item, asText))]);
        }

        if (node.Entries is { } entries)
        {
            var json = new JsonObject();
            foreach (var (key, value) in entries)
            {
                json[key.Text ?? ""] = Of(value, asText);
            }

            return json;
        }

        var text = node.Text ?? "";
        if (!node.Plain)
        {
            return JsonValue.Create(text);
        }

        if (node.IsNull)
        {
            return null;
        }

        var kind = text switch
        {
            "true" => JsonValueKind.True,
            "false" => JsonValueKind.False,
            _ => Number().IsMatch(text) ? JsonValueKind.Number : JsonValueKind.String,
        };
        return kind == JsonValueKind.String || asText(kind) ? JsonValue.Create(text) : JsonNode.Parse(text);
    }

    [GeneratedRegex(@"^-?(0|[1-9][0-9]{0,14})(\.[0-9]{1,15})?$", RegexOptions.CultureInvariant)]
    private static partial Regex Number();
}
