using Tollgate.Unicode;
using Tollgate.Wires.Json;

namespace Tollgate.Wires.Errors;

/// <summary>The provider's own words about what went wrong, in one line.</summary>
internal static class ProviderMessage
{
    private const int MaxLength = 300;

    /// <summary>
    /// From the body of an error answer or the data of an error's event: <c>error.message</c> where it has one, else
    /// the text itself.
    /// </summary>
    public static string Of(ReadOnlySpan<byte> body)
    {
        body = WellFormed.Json(body.ToArray().AsMemory()).Span;
        try
        {
            var json = new Utf8JsonReader(body);
            json.Read();
            if (Find(json) is { } message)
            {
                return Line(message);
            }
        }
        catch (JsonException)
        {
            // No JSON: the text itself is all there is.
        }

        return Line(Encoding.UTF8.GetString(body));
    }

    // `error` may be an object with a message or the message itself; some servers have `message` or `detail` alone, and
    // some put the object into a list.
    private static string? Find(Utf8JsonReader json)
    {
        if (json.TokenType == JsonTokenType.StartArray)
        {
            json.Read();
        }

        if (json.TokenType != JsonTokenType.StartObject)
        {
            return json.TokenType == JsonTokenType.String ? Words(json) : null;
        }

        string? found = null, type = null;
        while (JsonWalk.NextProperty(ref json, out var name))
        {
            if (name.SequenceEqual("error"u8) && json.TokenType == JsonTokenType.StartObject)
            {
                if (Find(json) is { } inner)
                {
                    return inner;
                }
            }
            else if (IsMessage(name))
            {
                found = Words(json) ?? found;
            }
            else if (found is null && json.TokenType is JsonTokenType.StartObject or JsonTokenType.StartArray
                && ProviderError.IsError(name, json))
            {
                found = Find(json);
            }
            else if (name.SequenceEqual("type"u8))
            {
                type = Words(json);
            }

            json.Skip();
        }

        return found is null || type is null or "error" ? found : $"{type}: {found}";
    }

    private static bool IsMessage(ReadOnlySpan<byte> name) =>
        name.SequenceEqual("message"u8) || name.SequenceEqual("error"u8) || name.SequenceEqual("detail"u8)
        || name.SequenceEqual("msg"u8) || name.SequenceEqual("Message"u8) || name.SequenceEqual("status_msg"u8)
        || name.SequenceEqual("error_msg"u8) || name.SequenceEqual("error_message"u8)
        || name.SequenceEqual("faultstring"u8);

    private static string? Words(Utf8JsonReader json) =>
        json.TokenType == JsonTokenType.String && json.GetString() is { } text && !string.IsNullOrWhiteSpace(text)
            ? text
            : null;

    private static string Line(string text)
    {
        // An event may be large, and the beginning says it.
        text = text[..Math.Min(text.Length, 10 * MaxLength)];
        var line = string.Join(' ', text.Split(default(char[]), StringSplitOptions.RemoveEmptyEntries));
        return line.Length <= MaxLength ? line : WellFormed.Text(line[..MaxLength]) + "…";
    }
}
