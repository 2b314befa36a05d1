namespace Tollgate.Suites.Importing.Tau2;

/// <summary>A task: what the user was told, and what is expected.</summary>
internal sealed record Tau2Task(string Id)
{
    public required string Domain { get; init; }

    public required string Reason { get; init; }

    public required string Known { get; init; }

    public required string Unknown { get; init; }

    public required string Instructions { get; init; }

    public required IReadOnlyList<Tau2Action> Actions { get; init; }

    /// <summary>What the user must be told.</summary>
    public required IReadOnlyList<string> Communicate { get; init; }

    /// <summary>It is judged by the state of a device, which has no records.</summary>
    public required bool ByDevice { get; init; }

    /// <summary>All that the user knows.</summary>
    public string Scenario => $"{Reason}\n{Known}\n{Instructions}";

    /// <exception cref="FormatException">It is not of the data set's form.</exception>
    public static Tau2Task Read(JsonElement json)
    {
        var told = DataText.Property(DataText.Property(json, "user_scenario", JsonValueKind.Object), "instructions",
            JsonValueKind.Object);
        var criteria = DataText.Property(json, "evaluation_criteria", JsonValueKind.Object);
        return new Tau2Task(DataText.NameOf(json, "id") is { Length: > 0 } id ? id
            : throw new FormatException("found no `id`; expected it"))
        {
            Domain = TextOf(told, "domain"),
            Reason = DataText.Text(told, "reason_for_call"),
            Known = TextOf(told, "known_info"),
            Unknown = TextOf(told, "unknown_info"),
            Instructions = TextOf(told, "task_instructions"),
            Actions = [.. Items(criteria, "actions").Select(action => new Tau2Action(
                DataText.Text(action, "name"), DataText.Property(action, "arguments", JsonValueKind.Object),
                TextOf(action, "requestor") == "user"))],
            Communicate = [.. Items(criteria, "communicate_info").Select(one => one.ToString()).Where(one => one.Length > 0)],
            ByDevice = Items(criteria, "env_assertions").Count > 0,
        };
    }

    private static string TextOf(JsonElement json, string key) =>
        DataText.Optional(json, key, JsonValueKind.String)?.GetString() ?? "";

    private static List<JsonElement> Items(JsonElement json, string key) =>
        [.. DataText.Optional(json, key, JsonValueKind.Array)?.EnumerateArray() ?? default];
}
