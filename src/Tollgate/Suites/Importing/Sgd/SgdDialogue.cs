namespace Tollgate.Suites.Importing.Sgd;

/// <summary>Reads what the user of a dialogue wants, and what comes of it.</summary>
internal sealed class SgdDialogue
{
    private readonly IReadOnlyDictionary<string, SgdService> services;
    private readonly List<SgdGoal> goals = [];

    private SgdDialogue(string name, IReadOnlyList<string> used, IReadOnlyDictionary<string, SgdService> services)
    {
        Name = name;
        Services = used;
        this.services = services;
    }

    public string Name { get; }

    /// <summary>The names of its services, in the order of their names.</summary>
    public IReadOnlyList<string> Services { get; }

    /// <summary>What is wanted, in the order in which it comes up.</summary>
    public IReadOnlyList<SgdGoal> Goals => goals;

    /// <exception cref="FormatException">It has turns that are no conversation, or names what there is not.</exception>
    public static SgdDialogue Read(JsonElement dialogue, IReadOnlyDictionary<string, SgdService> services)
    {
        var name = DataText.Name(DataText.Text(dialogue, "dialogue_id"), 40);
        var used = DataText.Property(dialogue, "services", JsonValueKind.Array).EnumerateArray()
            .Select(one => one.ToString()).Distinct().Order(StringComparer.Ordinal).ToList();
        if (used.Find(service => !services.ContainsKey(service)) is { } unknown)
        {
            throw new FormatException($"there is no service `{unknown}` in the schema");
        }

        var read = new SgdDialogue("d" + name, used, services);
        var turns = DataText.Property(dialogue, "turns", JsonValueKind.Array).EnumerateArray().ToList();
        for (var i = 0; i < turns.Count; i += 2)
        {
            if (DataText.Text(turns[i], "speaker") != "USER" || i + 1 == turns.Count
                || DataText.Text(turns[i + 1], "speaker") != "SYSTEM")
            {
                throw new FormatException($"turn {i + 1} is not a user's with a system's after it");
            }

            read.Hear(turns[i]);
            read.Answer(turns[i], turns[i + 1]);
        }

        return read;
    }

    private static IEnumerable<JsonElement> Frames(JsonElement turn) =>
        DataText.Property(turn, "frames", JsonValueKind.Array).EnumerateArray();

    private static List<(string Act, string Slot, string Words, string Value)> Acts(JsonElement frame) =>
    [
        .. DataText.Property(frame, "actions", JsonValueKind.Array).EnumerateArray().Select(act => (
            DataText.Text(act, "act"), DataText.Text(act, "slot"), First(act, "values"), First(act, "canonical_values"))),
    ];

    private static string First(JsonElement act, string key) => DataText.Property(act, key, JsonValueKind.Array)
        .EnumerateArray().Select(one => one.ToString()).FirstOrDefault("");

    private static SgdUserTurn TurnOf(JsonElement user, JsonElement frame) => new(
        DataText.Text(user, "utterance"),
        [.. Acts(frame).Where(act => act is { Act: "INFORM", Value.Length: > 0 })
            .Select(act => new SgdInform(act.Slot, act.Value, act.Words))]);

    private SgdService ServiceOf(JsonElement frame) =>
        services.TryGetValue(DataText.Text(frame, "service"), out var service) ? service
            : throw new FormatException($"there is no service `{DataText.Text(frame, "service")}` in the schema");

    private SgdGoal? Last(SgdService service) => goals.FindLast(goal => goal.Service == service);

    private void Hear(JsonElement user)
    {
        foreach (var frame in Frames(user))
        {
            var service = ServiceOf(frame);
            var active = DataText.Text(DataText.Property(frame, "state", JsonValueKind.Object), "active_intent");
            var acts = Acts(frame);
            var isOwn = acts.Exists(act => act.Act == "INFORM_INTENT");
            var turn = TurnOf(user, frame);
            if (service.Intents.FirstOrDefault(one => one.Name == active) is { } intent
                && (Last(service) is not { } last || last.Intent != intent || (isOwn && last.Calls.Count > 0)))
            {
                goals.Add(new SgdGoal(service, intent, turn) { IsOwn = isOwn });
            }

            Last(service)?.Informs.AddRange(turn.Informs);
        }
    }

    private void Answer(JsonElement user, JsonElement system)
    {
        foreach (var frame in Frames(system))
        {
            var service = ServiceOf(frame);
            var acts = Acts(frame);
            if (DataText.Optional(frame, "service_call", JsonValueKind.Object) is { } call)
            {
                AddCall(service, frame, call, acts.Select(act => act.Act).ToHashSet(), user);
            }

            if (Last(service) is { } goal)
            {
                goal.Told.AddRange(acts.Where(act => act is { Act: "INFORM", Value.Length: > 0 })
                    .Select(act => (act.Slot, act.Value)));
                var offer = acts.Where(act => act is { Act: "OFFER", Value.Length: > 0 }).ToList();
                goal.Offer = offer.Count == 0 ? goal.Offer
                    : offer.DistinctBy(act => act.Slot).ToDictionary(act => act.Slot, act => act.Value);
            }
        }
    }

    private void AddCall(
        SgdService service, JsonElement frame, JsonElement call, HashSet<string> acts, JsonElement user)
    {
        var method = DataText.Text(call, "method");
        if (service.Intents.All(one => one.Name != method))
        {
            throw new FormatException($"the service {service.Name} has no intent `{method}`");
        }

        var goal = goals.FindLast(one => one.Service == service && one.Intent.Name == method)
            ?? throw new FormatException($"`{method}` is called, which the user does not want by then");
        var results = DataText.Optional(frame, "service_results", JsonValueKind.Array)?.EnumerateArray()
            .Select(Values).ToList() ?? [];
        var turn = Frames(user).Where(one => ServiceOf(one) == service).Select(one => TurnOf(user, one))
            .FirstOrDefault(new SgdUserTurn(DataText.Text(user, "utterance"), []));
        goal.Calls.Add(new SgdCall(
            Values(DataText.Property(call, "parameters", JsonValueKind.Object)), results,
            acts.Contains("NOTIFY_FAILURE") || results.Count == 0, turn));
    }

    private static IReadOnlyDictionary<string, string> Values(JsonElement json) => json.EnumerateObject()
        .DistinctBy(one => one.Name).ToDictionary(one => one.Name, one => one.Value.ToString());
}
