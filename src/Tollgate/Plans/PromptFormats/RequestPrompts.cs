using System.Text.Json;
using Tollgate.Exchanges;
using Tollgate.Unicode;
using Tollgate.Wires.Catalog;

namespace Tollgate.Plans.PromptFormats;

/// <summary>
/// Requests as they were sent to a provider, from a log, or from a file of its batch API: under <c>body</c> (OpenAI)
/// or <c>params</c> (Anthropic). The model, and all settings but the token limit and the temperature, are the target's.
/// </summary>
internal sealed class RequestPrompts : IPromptFormat
{
    public bool Recognizes(string firstLine) =>
        OutsideJson.Parse(firstLine) is { ValueKind: JsonValueKind.Object } json
        && Body(json).TryGetProperty("model", out _);

    public Prompt Read(string line)
    {
        if (OutsideJson.Parse(line) is not { ValueKind: JsonValueKind.Object } json)
        {
            throw new FormatException("the line is no JSON object; expected a request");
        }

        // What two wires read, they read alike.
        var reasons = new List<string>();
        foreach (var wire in WireCatalog.All)
        {
            try
            {
                return wire.ReadPrompt(Body(json));
            }
            catch (FormatException error)
            {
                reasons.Add($"as {wire.Name}, {error.Message}");
            }
        }

        throw new FormatException("the line is a request of no known format: " + string.Join("; ", reasons));
    }

    private static JsonElement Body(JsonElement json) =>
        (json.TryGetProperty("body", out var body) || json.TryGetProperty("params", out body))
            && body.ValueKind == JsonValueKind.Object ? body : json;
}
