using System.Buffers.Text;

namespace Tollgate.Wires.Json;

/// <summary>Walks JSON objects in place, whatever the order of their properties.</summary>
internal static class JsonWalk
{
    /// <summary>More than any exchange has; sums of such counts stay far from where they overflow.</summary>
    private const long MaxTokens = 1_000_000_000_000;

    /// <summary>Whether the text is JSON, whole and nothing else.</summary>
    public static bool IsDocument(ReadOnlySpan<byte> text)
    {
        try
        {
            var json = new Utf8JsonReader(text);
            End(ref json);
            return true;
        }
        catch (JsonException)
        {
            return false;
        }
    }

    /// <summary>Reads the opening brace of the document.</summary>
    /// <exception cref="JsonException">It is no object.</exception>
    public static void StartObject(ref Utf8JsonReader json)
    {
        json.Read();
        EnterObject(ref json);
    }

    /// <exception cref="JsonException">The reader does not stand on an object.</exception>
    public static void EnterObject(ref Utf8JsonReader json)
    {
        if (json.TokenType != JsonTokenType.StartObject)
        {
            throw new JsonException($"an object was expected and {json.TokenType} was found");
        }
    }

    /// <summary>
    /// Moves to the value of the object's next property; the caller skips the value. False at the object's end.
    /// Escaped names are no provider's and match none.
    /// </summary>
    public static bool NextProperty(ref Utf8JsonReader json, out ReadOnlySpan<byte> name)
    {
        json.Read();
        if (json.TokenType != JsonTokenType.PropertyName)
        {
            name = default;
            return false;
        }

        name = json.ValueSpan;
        json.Read();
        return true;
    }

    /// <summary>Reads past the document's end.</summary>
    /// <exception cref="JsonException">Something stands behind it.</exception>
    public static void End(ref Utf8JsonReader json)
    {
        while (json.Read())
        {
        }
    }

    /// <summary>The value that the reader stands on, as it is written in the document that the reader reads.</summary>
    public static ReadOnlySpan<byte> Raw(ReadOnlySpan<byte> document, Utf8JsonReader json)
    {
        var start = (int)json.TokenStartIndex;
        json.Skip();
        return document[start..(int)json.BytesConsumed];
    }

    /// <summary>
    /// Whether the value that the reader stands on says anything: null, false, 0, an empty string, and an object or a
    /// list of nothing but such values do not. That is how servers without optional fields write an error that there
    /// is not.
    /// </summary>
    public static bool SaysAnything(Utf8JsonReader json)
    {
        switch (json.TokenType)
        {
            case JsonTokenType.None or JsonTokenType.Null or JsonTokenType.False:
                return false;
            case JsonTokenType.String:
                return !json.ValueSpan.IsEmpty;
            case JsonTokenType.Number:
                return json.GetDouble() != 0;
            case JsonTokenType.StartObject or JsonTokenType.StartArray:
                for (var depth = json.CurrentDepth; json.Read() && json.CurrentDepth > depth;)
                {
                    if (json.TokenType is JsonTokenType.String or JsonTokenType.Number or JsonTokenType.True
                        && SaysAnything(json))
                    {
                        return true;
                    }
                }

                return false;
            default:
                return true;
        }
    }

    /// <summary>
    /// The count that the reader stands on, as a number or as text, with decimals or without (13, 13.0, 1.3e1, "13");
    /// null for what counts no tokens: null, a fraction, or a number below zero or beyond <see cref="MaxTokens"/>,
    /// which would turn sums and costs around.
    /// </summary>
    public static long? Count(ref Utf8JsonReader json) =>
        json.TokenType is JsonTokenType.Number or JsonTokenType.String
        && Utf8Parser.TryParse(json.ValueSpan, out double count, out var read)
        && read == json.ValueSpan.Length && count is >= 0 and <= MaxTokens && count == Math.Floor(count)
            ? (long)count
            : null;

    /// <summary>The count that the object has under a name; null where it has none.</summary>
    public static long? Count(Utf8JsonReader json, ReadOnlySpan<byte> name)
    {
        long? count = null;
        while (NextProperty(ref json, out var found))
        {
            count = found.SequenceEqual(name) ? Count(ref json) : count;
            json.Skip();
        }

        return count;
    }

    /// <summary>The index that the reader stands on, as a number or as text; null where it is none.</summary>
    public static int? Index(ref Utf8JsonReader json) =>
        Count(ref json) is { } index and <= int.MaxValue ? (int)index : null;
}
