namespace Tollgate.Transcripts.Formats;

/// <summary>
/// The fields of an object of a transcript's file. What is wrong with one is put down with its place, and reads as
/// absent.
/// </summary>
/// <param name="json">An object.</param>
/// <param name="place">Where it stands in its line: <c>messages[3]</c>; empty for the line itself.</param>
/// <param name="wrong">What is wrong is put here.</param>
internal sealed class JsonFields(JsonElement json, string place, List<string> wrong)
{
    // What exports say beside what was said and done.
    private static readonly HashSet<string> Remarks = new(StringComparer.Ordinal)
    {
        "annotations", "assistant_id", "cache_control", "channel", "citations", "confidence", "container",
        "conversation_id", "created", "createdAt", "created_at", "date", "duration", "duration_ms", "end", "end_time",
        "event_id", "feedback", "finish_reason", "format", "id", "index", "language", "latency", "latency_ms",
        "logprobs", "meta", "metadata", "model", "modified_at", "name", "object", "parent_id", "provider",
        "provider_options", "provider_specific_fields", "request_id", "response_id", "response_metadata", "run_id",
        "sender", "service_tier", "session_id", "signature", "start", "start_time", "stop_reason", "stop_sequence",
        "system_fingerprint", "tags", "thread_id", "time", "timestamp", "ts", "type", "updated_at", "usage",
        "usage_metadata", "user_id", "uuid", "version", "weight",
    };

    public string Place => place;

    public void Fail(string message) => wrong.Add(place.Length == 0 ? message : $"{place}: {message}");

    /// <summary>The value; null where it is absent or null.</summary>
    public JsonElement? Value(string key) =>
        json.TryGetProperty(key, out var value) && value.ValueKind != JsonValueKind.Null ? value : null;

    public IEnumerable<string> Names => json.EnumerateObject().Select(static one => one.Name);

    public bool Has(string key) => json.TryGetProperty(key, out _);

    public string? Text(string key) => Value(key) is not { } value ? null
        : value.ValueKind == JsonValueKind.String ? value.GetString()
        : Refuse<string>(key, value, "a text");

    public bool Flag(string key) => Value(key) is { ValueKind: JsonValueKind.True };

    /// <summary>A number from 0 to a thousand million.</summary>
    public decimal? Number(string key) => Value(key) is not { } value ? null
        : value.ValueKind == JsonValueKind.Number && value.TryGetDecimal(out var number)
            && number is >= 0 and < 1_000_000_000 ? number
        : Refuse<decimal?>(key, value, "a number from 0");

    /// <summary>An enumeration's value in snake case.</summary>
    public T? OneOf<T>(string key)
        where T : struct, Enum
    {
        if (Value(key) is not { } value)
        {
            return null;
        }

        var names = Enum.GetValues<T>().ToDictionary(
            static one => JsonNamingPolicy.SnakeCaseLower.ConvertName(one.ToString()), StringComparer.Ordinal);
        return value.ValueKind == JsonValueKind.String && names.TryGetValue(value.GetString()!, out var named)
            ? named
            : Refuse<T?>(key, value, $"{string.Join(", ", names.Keys.SkipLast(1))} or {names.Keys.Last()}");
    }

    /// <summary>A list's items; none where it is absent.</summary>
    public IReadOnlyList<JsonElement> List(string key) => Value(key) is not { } value ? []
        : value.ValueKind == JsonValueKind.Array ? [.. value.EnumerateArray()]
        : Refuse<IReadOnlyList<JsonElement>>(key, value, "a list") ?? [];

    public IReadOnlyList<string> Texts(string key)
    {
        var items = List(key);
        return items.All(static one => one.ValueKind == JsonValueKind.String)
            ? [.. items.Select(static one => one.GetString()!)]
            : Refuse<IReadOnlyList<string>>(key, json.GetProperty(key), "a list of texts") ?? [];
    }

    /// <summary>An object whose values are texts.</summary>
    public IReadOnlyDictionary<string, string> TextsByName(string key)
    {
        var texts = new Dictionary<string, string>(StringComparer.Ordinal);
        if (Inner(key) is { } inner)
        {
            foreach (var name in inner.Names)
            {
                texts[name] = inner.Text(name) ?? "";
            }
        }

        return texts;
    }

    /// <summary>The fields of an object within this one; null where there is none.</summary>
    public JsonFields? Inner(string key) => Value(key) is not { } value ? null
        : value.ValueKind == JsonValueKind.Object ? new JsonFields(value, $"{place}.{key}", wrong)
        : Refuse<JsonFields>(key, value, "an object");

    /// <summary>
    /// Refuses what nobody reads and what may hold words: a key that is neither known nor a remark, with a text, a list
    /// or an object.
    /// </summary>
    public void CheckKeys(string[] known)
    {
        foreach (var field in json.EnumerateObject())
        {
            if (field.Value.ValueKind is JsonValueKind.String or JsonValueKind.Array or JsonValueKind.Object
                && !known.Contains(field.Name) && !Remarks.Contains(field.Name))
            {
                Fail($"found the key `{Shorten(field.Name)}`, which is not read; expected {string.Join(", ", known)}, and what says nothing of the call under `metadata`");
            }
        }
    }

    /// <summary>A value as a message shows it.</summary>
    public static string Shown(JsonElement value) => Shorten(value.GetRawText());

    private static string Shorten(string text) => text.Length <= 40 ? text : text[..40] + "...";

    private T? Refuse<T>(string key, JsonElement value, string expected)
    {
        Fail($"found {Shown(value)} for `{key}`; expected {expected}");
        return default;
    }
}
