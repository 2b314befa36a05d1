using System.Text.Json;

namespace Tollgate.Wires;

/// <summary>Walks JSON objects in place, whatever the order of their properties.</summary>
internal static class JsonWalk
{
    /// <summary>More than any exchange has; sums of such counts stay far from where they overflow.</summary>
    private const long MostTokens = 1_000_000_000_000;

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

    /// <summary>
    /// The count that the reader stands on; null for null, and for what counts no tokens: a number below zero or beyond
    /// <see cref="MostTokens"/>, which would turn sums and costs around.
    /// </summary>
    public static long? Count(ref Utf8JsonReader json) =>
        json.TokenType == JsonTokenType.Number && json.GetInt64() is >= 0 and <= MostTokens and var count
            ? count
            : null;

    /// <summary>The count of that name in the object that the reader stands on; null where it has none.</summary>
    public static long? Count(ref Utf8JsonReader json, ReadOnlySpan<byte> wanted)
    {
        long? found = null;
        while (NextProperty(ref json, out var name))
        {
            if (name.SequenceEqual(wanted))
            {
                found = Count(ref json);
            }

            json.Skip();
        }

        return found;
    }
}
