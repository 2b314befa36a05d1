using System.Runtime.InteropServices;

namespace Tollgate.Simulator.Providers;

/// <summary>Reads what both providers' request bodies have in common.</summary>
internal static class PromptReader
{
    /// <summary>The characters in a message's content: a string, or a list of parts.</summary>
    public static long Characters(JsonElement content)
    {
        switch (content.ValueKind)
        {
            case JsonValueKind.String:
                // The bytes between the quotes: near enough for an estimate, and nothing is copied.
                return JsonMarshal.GetRawUtf8Value(content).Length - 2;
            case JsonValueKind.Array:
                var sum = 0L;
                foreach (var part in content.EnumerateArray())
                {
                    sum += Characters(part);
                }

                return sum;
            case JsonValueKind.Object:
                return content.TryGetProperty("text", out var text) ? Characters(text)
                    : content.TryGetProperty("content", out var inner) ? Characters(inner) : 0;
            default:
                return 0;
        }
    }

    /// <summary>All characters of the messages' contents.</summary>
    public static long CharactersOfMessages(JsonElement messages)
    {
        var sum = 0L;
        foreach (var message in messages.EnumerateArray())
        {
            sum += Characters(message);
        }

        return sum;
    }

    public static int Tokens(long characters) => (int)Math.Clamp((characters + 3) / 4, 1, int.MaxValue);

    /// <summary>
    /// The text of the last message where it is a user's and speaks (rather than answers a tool call); else null.
    /// </summary>
    public static string? LastUserText(JsonElement messages)
    {
        var last = messages[messages.GetArrayLength() - 1];
        if (Text(last, "role") != "user" || !last.TryGetProperty("content", out var content))
        {
            return null;
        }

        if (content.ValueKind == JsonValueKind.String)
        {
            return content.GetString();
        }

        if (content.ValueKind != JsonValueKind.Array)
        {
            return null;
        }

        var words = new List<string>();
        foreach (var part in content.EnumerateArray())
        {
            if (Text(part, "type") == "tool_result")
            {
                return null;
            }

            if (Text(part, "text") is { } text)
            {
                words.Add(text);
            }
        }

        return string.Join(' ', words);
    }

    public static string? Text(JsonElement element, string name) =>
        element.ValueKind == JsonValueKind.Object && element.TryGetProperty(name, out var value)
            && value.ValueKind == JsonValueKind.String ? value.GetString() : null;

    public static bool Flag(JsonElement element, string name) =>
        element.ValueKind == JsonValueKind.Object && element.TryGetProperty(name, out var value)
            && value.ValueKind == JsonValueKind.True;

    public static int? Whole(JsonElement element, string name) =>
        element.TryGetProperty(name, out var value) && value.ValueKind == JsonValueKind.Number
            && value.TryGetInt32(out var number) ? number : null;

    /// <summary>The number of the first tool whose schema is no object; null where there is none.</summary>
    /// <param name="body">The request.</param>
    /// <param name="within">The key under which a tool describes itself; null for the tool itself.</param>
    /// <param name="schema">The schema's key.</param>
    public static int? ToolWithoutSchema(JsonElement body, string? within, string schema)
    {
        if (Array(body, "tools") is not { } tools)
        {
            return null;
        }

        foreach (var (index, tool) in tools.EnumerateArray().Index())
        {
            var described = within is null ? tool
                : tool.ValueKind == JsonValueKind.Object && tool.TryGetProperty(within, out var inner) ? inner
                : default;
            if (described.ValueKind == JsonValueKind.Object && described.TryGetProperty(schema, out var given)
                && given.ValueKind is not (JsonValueKind.Object or JsonValueKind.Null))
            {
                return index;
            }
        }

        return null;
    }

    public static JsonElement? Array(JsonElement element, string name) =>
        element.TryGetProperty(name, out var value) && value.ValueKind == JsonValueKind.Array
            && value.GetArrayLength() > 0 ? value : null;
}
