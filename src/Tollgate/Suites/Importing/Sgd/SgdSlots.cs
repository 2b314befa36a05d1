using System.Text.RegularExpressions;
using Tollgate.Values;

namespace Tollgate.Suites.Importing.Sgd;

/// <summary>Finds out what the values of slots mean: the schema does not say, the calls of all dialogues do.</summary>
internal static partial class SgdSlots
{
    public static void Note(IReadOnlyDictionary<string, SgdService> services, JsonElement dialogues)
    {
        var seen = new Dictionary<SgdSlot, HashSet<string>>(ReferenceEqualityComparer.Instance);
        foreach (var frame in Frames(dialogues).Where(frame => frame.ValueKind == JsonValueKind.Object))
        {
            if (frame.TryGetProperty("service", out var name) && services.TryGetValue(name.ToString(), out var service)
                && frame.TryGetProperty("service_call", out var call)
                && call.ValueKind == JsonValueKind.Object && call.TryGetProperty("parameters", out var parameters)
                && parameters.ValueKind == JsonValueKind.Object)
            {
                foreach (var value in parameters.EnumerateObject().Where(one => service.Slots.ContainsKey(one.Name)))
                {
                    if (!seen.TryGetValue(service.Slots[value.Name], out var values))
                    {
                        seen[service.Slots[value.Name]] = values = [];
                    }

                    values.Add(value.Value.ToString());
                }
            }
        }

        foreach (var slot in services.Values.SelectMany(service => service.Slots.Values))
        {
            slot.Kind = slot.Values.Count > 0 ? ValueKind.Enum
                : seen.TryGetValue(slot, out var values) ? KindOf(values)
                : ValueKind.Text;
        }
    }

    private static ValueKind KindOf(HashSet<string> values) =>
        values.All(value => Date().IsMatch(value)) ? ValueKind.Date
        : values.All(value => Time().IsMatch(value)) ? ValueKind.Time
        : values.All(value => Number().IsMatch(value)) ? ValueKind.Money
        : ValueKind.Text;

    private static IEnumerable<JsonElement> Frames(JsonElement dialogues) =>
        dialogues.EnumerateArray().SelectMany(dialogue => Items(dialogue, "turns"))
            .SelectMany(turn => Items(turn, "frames"));

    private static IEnumerable<JsonElement> Items(JsonElement json, string key) =>
        json.ValueKind == JsonValueKind.Object && json.TryGetProperty(key, out var list)
            && list.ValueKind == JsonValueKind.Array ? list.EnumerateArray() : [];

    [GeneratedRegex(@"^\d{4}-\d\d-\d\d$", RegexOptions.CultureInvariant)]
    private static partial Regex Date();

    [GeneratedRegex(@"^\d\d:\d\d$", RegexOptions.CultureInvariant)]
    private static partial Regex Time();

    [GeneratedRegex(@"^\d+(\.\d+)?$", RegexOptions.CultureInvariant)]
    private static partial Regex Number();
}
