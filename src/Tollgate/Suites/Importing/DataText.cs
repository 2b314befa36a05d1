using System.Text.RegularExpressions;
using Tollgate.Input;
using Tollgate.Unicode;

namespace Tollgate.Suites.Importing;

/// <summary>Reads the files of data sets, which others wrote.</summary>
internal static partial class DataText
{
    /// <summary>The JSON of a file; null where it is none, which is then reported with its line.</summary>
    /// <param name="file">The file's name, for messages.</param>
    /// <param name="kind">What it must be.</param>
    /// <param name="errors">Takes what is wrong.</param>
    /// <param name="line">The line of the file in which the text begins, from 1.</param>
    public static JsonElement? Parse(
        string text, string file, JsonValueKind kind, List<InputError> errors, int line = 1)
    {
        var expected = kind == JsonValueKind.Array ? "an array" : "an object";
        try
        {
            var json = JsonElement.Parse(WellFormed.Json(text).Span);
            if (json.ValueKind == kind)
            {
                return json;
            }

            errors.Add(new InputError(file, line, null, $"found {Kind(json)}; expected {expected}"));
        }
        catch (JsonException thrown)
        {
            errors.Add(new InputError(
                file, line + (int)(thrown.LineNumber ?? 0), null, $"found what is no JSON; expected {expected}"));
        }

        return null;
    }

    /// <summary>Reads an entry; what is not of the data set's form comes back as a sentence.</summary>
    /// <param name="read">Reads it, and says what is wrong with it; null for nothing.</param>
    public static string? Try(Func<string?> read)
    {
        try
        {
            return read();
        }
        catch (Exception thrown) when (thrown is KeyNotFoundException or InvalidOperationException or FormatException
            or ArgumentException or OverflowException)
        {
            return thrown is FormatException ? thrown.Message : "it is not of the data set's form";
        }
    }

    /// <summary>The property of an entry.</summary>
    /// <exception cref="FormatException">It is not there, or not of the kind.</exception>
    public static JsonElement Property(JsonElement json, string key, JsonValueKind kind)
    {
        var found = json.ValueKind != JsonValueKind.Object ? Kind(json)
            : !json.TryGetProperty(key, out var value) ? $"no `{key}`"
            : value.ValueKind != kind ? $"{Kind(value)} as `{key}`"
            : null;
        return found is null
            ? json.GetProperty(key)
            : throw new FormatException($"found {found}; expected {(found.StartsWith("no ", StringComparison.Ordinal)
                ? "it" : $"`{key}`: {Named(kind)}")}");
    }

    /// <summary>The property of an entry, where it is of the kind; null where it is not there, or null.</summary>
    /// <exception cref="FormatException">It is of another kind.</exception>
    public static JsonElement? Optional(JsonElement json, string key, JsonValueKind kind) =>
        json.ValueKind == JsonValueKind.Object
            && (!json.TryGetProperty(key, out var value) || value.ValueKind == JsonValueKind.Null)
            ? null
            : Property(json, key, kind);

    /// <summary>The text of an entry's property.</summary>
    /// <exception cref="FormatException">It is not there, or no text.</exception>
    public static string Text(JsonElement json, string key) =>
        Property(json, key, JsonValueKind.String).GetString()!; // It is a string.

    /// <summary>What an entry calls itself; empty where it does not.</summary>
    public static string NameOf(JsonElement json, string key) =>
        json.ValueKind == JsonValueKind.Object && json.TryGetProperty(key, out var name)
            && name.ValueKind is JsonValueKind.String or JsonValueKind.Number ? name.ToString() : "";

    /// <summary>
    /// The name with letters, digits and underscores alone, and no longer than a suite's names may be.
    /// </summary>
    /// <param name="name">The name in the data set.</param>
    /// <param name="most">The most characters; 1 or more.</param>
    public static string Name(string name, int most = 64)
    {
        var plain = NoWord().Replace(name, "_").Trim('_');
        return plain.Length <= most ? plain : plain[..most];
    }

    private static string Kind(JsonElement json) => Named(json.ValueKind);

    private static string Named(JsonValueKind kind) => kind switch
    {
        JsonValueKind.Object => "an object",
        JsonValueKind.Array => "an array",
        JsonValueKind.String => "a text",
        JsonValueKind.Number => "a number",
        JsonValueKind.Null => "null",
        _ => "true or false",
    };

    [GeneratedRegex("[^A-Za-z0-9]+", RegexOptions.CultureInvariant)]
    private static partial Regex NoWord();
}
