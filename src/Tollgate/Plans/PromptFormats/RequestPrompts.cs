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
        var body = Body(json);
        var reasons = new List<string>();
        foreach (var wire in WireCatalog.All.Where(wire => wire.OwnFields.All(f => IsFree(f) || Has(body, f))))
        {
            try
            {
                return wire.ReadPrompt(body);
            }
            catch (FormatException error)
            {
                reasons.Add($"as {wire.Name}, {error.Message}");
            }
        }

        throw new FormatException(reasons.Count == 0
            ? $"the line is a request of no known format; expected that of {string.Join(", ", WireCatalog.Names)}"
            : "the line is a request that cannot be sent: " + string.Join("; ", reasons));
    }

    // A log may hold requests that asked for no stream.
    private static bool IsFree(string field) => field == "stream";

    private static bool Has(JsonElement body, string field) => body.TryGetProperty(field, out _);

    private static JsonElement Body(JsonElement json) =>
        (json.TryGetProperty("body", out var body) || json.TryGetProperty("params", out body))
            && body.ValueKind == JsonValueKind.Object ? body : json;
}
