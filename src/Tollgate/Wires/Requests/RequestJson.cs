namespace Tollgate.Wires.Requests;

/// <summary>
/// A part of a request that somebody else wrote. A field of null is one that is not there; what is of another kind than
/// asked for is thrown as a <see cref="FormatException"/> of one sentence, with its place.
/// </summary>
/// <param name="json">The part.</param>
/// <param name="place">Where it stands, such as <c>messages[2]</c>; empty for the whole.</param>
internal readonly struct RequestJson(JsonElement json, string place = "")
{
    /// <summary>Where it stands; <c>the request</c> for the whole.</summary>
    public string Place => place.Length == 0 ? "the request" : place;

    /// <summary>The text that this part is; null where it is something else.</summary>
    public string? AsText => json.ValueKind == JsonValueKind.String ? json.GetString() : null;

    /// <summary>The part's JSON, as it was written.</summary>
    public string Raw => json.GetRawText();

    /// <summary>The field; null where there is none.</summary>
    public RequestJson? Field(string key)
    {
        if (json.ValueKind != JsonValueKind.Object)
        {
            throw new FormatException($"{Place} is {Kind}; expected an object");
        }

        return json.TryGetProperty(key, out var value) && value.ValueKind != JsonValueKind.Null
            ? new RequestJson(value, place.Length == 0 ? key : $"{place}.{key}")
            : null;
    }

    /// <summary>The text of the field; null where there is none.</summary>
    public string? Text(string key) => Field(key) is not { } field ? null
        : field.AsText ?? throw new FormatException($"{field.Place} is {field.Kind}; expected a text");

    /// <summary>The text of a field that must be there.</summary>
    public string Needed(string key) =>
        Text(key) ?? throw new FormatException($"{Place} has no `{key}`");

    /// <summary>The items of a field that is an array; none where there is none.</summary>
    public IEnumerable<RequestJson> Items(string key) => Field(key)?.Items() ?? [];

    /// <summary>The items of this part, which must be an array.</summary>
    public IEnumerable<RequestJson> Items()
    {
        if (json.ValueKind != JsonValueKind.Array)
        {
            throw new FormatException($"{Place} is {Kind}; expected an array");
        }

        var at = place;
        return json.EnumerateArray().Select((item, index) =>
            new RequestJson(item, string.Create(CultureInfo.InvariantCulture, $"{at}[{index}]")));
    }

    /// <summary>A field that is a whole number above 0; null where there is none.</summary>
    public int? Count(string key) => Field(key) is not { } field ? null
        : field.Number() is { } number && number >= 1 && number <= int.MaxValue && number == Math.Floor(number)
            ? (int)number
            : throw new FormatException($"{field.Place} is {field.Raw}; expected a whole number above 0");

    /// <summary>A field that is a number from 0 to 2; null where there is none.</summary>
    public double? Temperature(string key) => Field(key) is not { } field ? null
        : field.Number() is >= 0 and <= 2 and var number
            ? number
            : throw new FormatException($"{field.Place} is {field.Raw}; expected a number from 0 to 2");

    /// <summary>The object of a field as JSON; <paramref name="otherwise"/> where there is none.</summary>
    public string Object(string key, string otherwise) => Field(key) is not { } field ? otherwise
        : field.IsObject ? field.Raw
        : throw new FormatException($"{field.Place} is {field.Kind}; expected an object");

    /// <summary>
    /// What a content says: a text, or a list of parts that are texts.
    /// </summary>
    /// <param name="key">The content's field.</param>
    /// <param name="textKeys">The kinds of parts that are read, with the field that holds their text.</param>
    /// <returns>The parts a line each; null where there is no content.</returns>
    public string? Content(string key, IReadOnlyDictionary<string, string> textKeys) =>
        Field(key) is not { } content ? null
        : content.AsText ?? string.Join('\n', content.Items().Select(part =>
        {
            var type = part.Needed("type");
            return textKeys.TryGetValue(type, out var field) ? part.Needed(field) : throw part.NotSent(type);
        }));

    /// <summary>The error for what a prompt cannot hold.</summary>
    public FormatException NotSent(string type) => new($"{Place} is of type {type}; only texts, tool calls and their results can be sent");

    /// <summary>The error for instructions that stand where a prompt has no place for them.</summary>
    public FormatException AmidConversation() =>
        new($"{Place} gives instructions amid the conversation; expected them before it");

    private bool IsObject => json.ValueKind == JsonValueKind.Object;

    private string Kind => json.ValueKind switch
    {
        JsonValueKind.Object => "an object",
        JsonValueKind.Array => "an array",
        JsonValueKind.String => "a text",
        JsonValueKind.Number => "a number",
        _ => json.GetRawText(),
    };

    private double? Number() =>
        json.ValueKind == JsonValueKind.Number && json.TryGetDouble(out var number) ? number : null;
}
