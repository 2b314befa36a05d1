using System.Text.Json;

namespace Tollgate.Suites.Sgd;

/// <summary>A service of the data set: its slots and intents.</summary>
internal sealed record SgdService(
    string Name, string Description, IReadOnlyDictionary<string, SgdSlot> Slots, IReadOnlyList<SgdIntent> Intents)
{
    public static SgdService Read(JsonElement json)
    {
        var slots = json.GetProperty("slots").EnumerateArray().Select(slot => new SgdSlot(
            Text(slot, "name"), Text(slot, "description"),
            slot.GetProperty("is_categorical").GetBoolean() ? Texts(slot.GetProperty("possible_values")) : []));
        var intents = json.GetProperty("intents").EnumerateArray().Select(intent => new SgdIntent(
            Text(intent, "name"), Text(intent, "description"), intent.GetProperty("is_transactional").GetBoolean(),
            Texts(intent.GetProperty("required_slots")),
            [.. intent.GetProperty("optional_slots").EnumerateObject().Select(slot => slot.Name)]));
        return new SgdService(
            Text(json, "service_name"), Text(json, "description"), slots.ToDictionary(slot => slot.Name), [.. intents]);
    }

    private static string Text(JsonElement json, string key) => json.GetProperty(key).GetString() ?? "";

    private static List<string> Texts(JsonElement json) => [.. json.EnumerateArray().Select(one => one.ToString())];
}
