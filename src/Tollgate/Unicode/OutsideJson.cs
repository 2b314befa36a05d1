namespace Tollgate.Unicode;

/// <summary>
/// Reads JSON that a model, a tool or a user wrote. What comes out is well-formed (<see cref="WellFormed"/>) and not
/// deeply nested, so that nothing that is done with it later can throw.
/// </summary>
internal static class OutsideJson
{
    // Half of what the runtime reads: records and answers that are built around a value stay readable.
    private const int MaxDepth = 32;

    private static readonly JsonDocumentOptions Options = new() { MaxDepth = MaxDepth };

    /// <summary>
    /// The object in a model's answer: models that know no schema put it into a fence, or words around it. Null where
    /// there is none.
    /// </summary>
    public static JsonElement? ParseWithin(string text)
    {
        var from = text.IndexOf('{');
        var to = text.LastIndexOf('}');
        return from < 0 || to < from ? null : Parse(text[from..(to + 1)]);
    }

    /// <summary>The value; null where the text is no JSON, or is nested more than 32 levels deep.</summary>
    public static JsonElement? Parse(string text)
    {
        try
        {
            return JsonElement.Parse(WellFormed.Json(text).Span, Options);
        }
        catch (JsonException)
        {
            return null;
        }
    }
}
