using System.Text;
using System.Text.Json;

namespace Tollgate.Wires;

/// <summary>The provider's own words about what went wrong, in one line.</summary>
public static class ProviderMessage
{
    private const int MaxLength = 300;

    /// <summary>
    /// From the body of an error answer: <c>error.message</c> where it has one, else the text itself.
    /// </summary>
    public static string Of(ReadOnlySpan<byte> body)
    {
        try
        {
            var json = new Utf8JsonReader(body);
            json.Read();
            if (Find(json) is { } message)
            {
                return Line(message);
            }
        }
        catch (Exception e) when (e is JsonException or InvalidOperationException)
        {
            // No JSON: the text itself is all there is.
        }

        return Line(Encoding.UTF8.GetString(body));
    }

    /// <summary>From the <c>error</c> property of an event.</summary>
    internal static string Of(Utf8JsonReader error) => error.TokenType switch
    {
        JsonTokenType.String => Line(error.GetString()!),
        JsonTokenType.StartObject => Find(error) is { } message ? Line(message) : "the provider gave no message",
        _ => "the provider gave no message",
    };

    // `error` may be an object with a message or the message itself; some servers have `message` or `detail` alone.
    private static string? Find(Utf8JsonReader json)
    {
        if (json.TokenType != JsonTokenType.StartObject)
        {
            return null;
        }

        string? found = null, type = null;
        while (JsonWalk.NextProperty(ref json, out var name))
        {
            if (name.SequenceEqual("error"u8) && json.TokenType == JsonTokenType.StartObject)
            {
                return Find(json) ?? found;
            }

            if (json.TokenType == JsonTokenType.String)
            {
                if (name.SequenceEqual("message"u8) || name.SequenceEqual("error"u8) || name.SequenceEqual("detail"u8))
                {
                    found = json.GetString();
                }
                else if (name.SequenceEqual("type"u8))
                {
                    type = json.GetString();
                }
            }

            json.Skip();
        }

        return found is null || type is null or "error" ? found : $"{type}: {found}";
    }

    private static string Line(string text)
    {
        var line = string.Join(' ', text.Split(default(char[]), StringSplitOptions.RemoveEmptyEntries));
        return line.Length <= MaxLength ? line : line[..MaxLength] + "…";
    }
}
