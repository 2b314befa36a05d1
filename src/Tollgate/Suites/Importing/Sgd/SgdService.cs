namespace Tollgate.Suites.Importing.Sgd;

/// <summary>A service of the data set: its slots and intents.</summary>
internal sealed record SgdService(
    string Name, string Description, IReadOnlyDictionary<string, SgdSlot> Slots, IReadOnlyList<SgdIntent> Intents)
{
    /// <exception cref="FormatException">It is not of the data set's form.</exception>
    public static SgdService Read(JsonElement json)
    {
        var slots = DataText.Property(json, "slots", JsonValueKind.Array).EnumerateArray().Select(slot => new SgdSlot(
            DataText.Text(slot, "name"), DataText.Text(slot, "description"),
            slot.GetProperty("is_categorical").GetBoolean() ? Texts(slot, "possible_values") : []));
        var intents = DataText.Property(json, "intents", JsonValueKind.Array).EnumerateArray().Select(intent => new SgdIntent(
            DataText.Text(intent, "name"), DataText.Text(intent, "description"),
            intent.GetProperty("is_transactional").GetBoolean(), Texts(intent, "required_slots"),
            [.. DataText.Property(intent, "optional_slots", JsonValueKind.Object).EnumerateObject()
                .Select(slot => slot.Name)]));
        return new SgdService(
            DataText.Text(json, "service_name"), DataText.Text(json, "description"),
            slots.ToDictionary(slot => slot.Name), [.. intents]);
    }

    private static List<string> Texts(JsonElement json, string key) =>
        [.. DataText.Property(json, key, JsonValueKind.Array).EnumerateArray().Select(one => one.ToString())];
}
