using Tollgate.Unicode;

namespace Tollgate.Wires.Requests;

/// <summary>The answer of a server that says which models it has: <c>{"data": [{"id": "..."}]}</c>.</summary>
internal static class ModelList
{
    /// <summary>The ids; empty where the body is no such list.</summary>
    public static IReadOnlyList<string> Read(ReadOnlyMemory<byte> body)
    {
        try
        {
            using var document = JsonDocument.Parse(WellFormed.Json(body));
            return document.RootElement.ValueKind == JsonValueKind.Object
                && document.RootElement.TryGetProperty("data", out var data) && data.ValueKind == JsonValueKind.Array
                ? [.. data.EnumerateArray().Select(Id).OfType<string>()]
                : [];
        }
        catch (JsonException)
        {
            return [];
        }
    }

    private static string? Id(JsonElement model) =>
        model.ValueKind == JsonValueKind.Object && model.TryGetProperty("id", out var id)
            && id.ValueKind == JsonValueKind.String
            ? id.GetString()
            : null;
}
