using Tollgate.Suites.Schemas;

namespace Tollgate.Suites.Reading.Drafts;

/// <summary>A tool's schema while its suite is read.</summary>
/// <param name="Text">Its JSON.</param>
/// <param name="Schema">What checks arguments.</param>
internal sealed record ReadSchema(string Text, ArgumentSchema Schema)
{
    /// <summary>The arguments with their schemas.</summary>
    public IReadOnlyDictionary<string, JsonElement> Properties { get; } =
        Schema.Json.TryGetProperty("properties", out var all) && all.ValueKind == JsonValueKind.Object
            ? all.EnumerateObject().ToDictionary(one => one.Name, one => one.Value)
            : new Dictionary<string, JsonElement>();
}
