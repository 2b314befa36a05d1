namespace Tollgate.Suites.Importing.Tau2;

/// <summary>Makes calls of tasks, and counts why others cannot be made.</summary>
internal sealed class Tau2Calls(string domain, Tau2Database database, Tau2Tools tools, string policy)
{
    private const string Device = "need a caller who works a device";
    private const string Conditional = "have a caller who acts upon what the agent says";
    private const string Nothing = "ask for nothing to be done or told";
    private const string Handover = "end with people";
    private const string Untold = "are to be told what none of their look-ups gives";
    private const string Computed = "need values that are computed";
    private const string Lookups = "need look-ups that records cannot answer";

    private readonly Dictionary<string, int> reasons = new(StringComparer.Ordinal);

    public IReadOnlyList<(string Reason, int Entries)> Reasons =>
        [.. reasons.OrderByDescending(one => one.Value).Select(one => (one.Key, one.Value))];

    /// <summary>The call; null where it cannot be made, which is then counted.</summary>
    public ImportedCall? Read(Tau2Task task)
    {
        var rows = RowsOf(task);
        var writes = task.Actions
            .Where(action => !Tau2Tools.IsRead(action.Name) && !Tau2Tools.IsThought(action.Name)).ToList();
        if (ReasonAgainst(task, writes, rows) is { } reason)
        {
            reasons[reason] = reasons.GetValueOrDefault(reason) + 1;
            return null;
        }

        var name = DataText.Name($"{domain}_{task.Id}");
        return new ImportedCall(name, task.Id, "tasks.json")
        {
            Agent = domain,
            Wishes = [new ImportedWish(name, Body(task, writes))],
            Rows = [.. rows.Select(row => new ImportedRow(row.Table, row.Key, row.Fields))],
        };
    }

    private static IEnumerable<string> Values(Tau2Action action) => Tau2Database.Leaves(action.Arguments);

    // Records that the calls name or find, and what those refer to.
    private IReadOnlyList<Tau2Row> RowsOf(Tau2Task task) => database.Around(
        task.Actions.Where(action => !action.ByUser)
            .SelectMany(action => Found(action).Concat(Values(action).SelectMany(database.WithKey))));

    private IEnumerable<Tau2Row> Found(Tau2Action action) =>
        tools.Of(action.Name) is { HasEffect: false, Table: { } table }
            ? table.Rows.Values.Where(row => action.Arguments.EnumerateObject().All(given =>
                row.Fields.TryGetValue(given.Name, out var field)
                && ((JsonElement)field).ToString() == given.Value.ToString()))
            : [];

    private string? ReasonAgainst(Tau2Task task, List<Tau2Action> writes, IReadOnlyList<Tau2Row> rows) =>
        task.ByDevice || task.Actions.Any(action => action.ByUser) ? Device
        : writes.Exists(action => action.Name.StartsWith("transfer", StringComparison.Ordinal)) ? Handover
        : writes.Count == 0 && task.Communicate.Count == 0 ? Nothing
        : Tau2Words.IsConditional(task) ? Conditional
        : task.Communicate.Any(value => !IsTold(value, [.. task.Actions.SelectMany(Found)])) ? Untold
        : writes.Exists(action => tools.Of(action.Name) is null
            || Values(action).Any(value => !IsKnown(value, task, rows)))
            ? task.Actions.Any(action => tools.Of(action.Name) is { Body: null }) ? Lookups : Computed
        : null;

    private static bool IsTold(string value, IReadOnlyList<Tau2Row> rows) =>
        rows.Any(row => row.Leaves.Any(leaf => IsSame(leaf, value)));

    private static bool IsSame(string leaf, string value) =>
        string.Equals(leaf, value, StringComparison.OrdinalIgnoreCase)
            || (Number(value) is { } number && Number(leaf) == number);

    private static decimal? Number(string text) =>
        decimal.TryParse(text, NumberStyles.Number, CultureInfo.InvariantCulture, out var number) ? number : null;

    // What the caller says, the policy lists or a record holds. A date may be said without its year.
    private bool IsKnown(string value, Tau2Task task, IReadOnlyList<Tau2Row> rows)
    {
        var words = value.Replace('_', ' ');
        var said = DateOnly.TryParseExact(value, "yyyy-MM-dd", out var day)
            ? day.ToString("MMMM d", CultureInfo.InvariantCulture)
            : words;
        return new[] { words, said }.Any(form => Has(task.Scenario, form) || Has(policy, form))
            || rows.Any(row => row.Leaves.Contains(value))
            || rows.Any(row => row.Fields.Values.OfType<JsonElement>().Any(field => HasKey(field, value)));
    }

    // Records by key within a record: payment methods, variants.
    private static bool HasKey(JsonElement json, string key) => json.ValueKind switch
    {
        JsonValueKind.Object => json.EnumerateObject().Any(one => one.Name == key || HasKey(one.Value, key)),
        JsonValueKind.Array => json.EnumerateArray().Any(one => HasKey(one, key)),
        _ => false,
    };

    private static bool Has(string text, string words)
    {
        for (var at = text.IndexOf(words, StringComparison.OrdinalIgnoreCase); at >= 0;
            at = text.IndexOf(words, at + 1, StringComparison.OrdinalIgnoreCase))
        {
            if ((at == 0 || !char.IsLetterOrDigit(text[at - 1]))
                && (at + words.Length == text.Length || !char.IsLetterOrDigit(text[at + words.Length])))
            {
                return true;
            }
        }

        return false;
    }

    private OrderedDictionary<string, object> Body(Tau2Task task, List<Tau2Action> writes)
    {
        var reads = task.Actions.Where(action => tools.Of(action.Name) is { HasEffect: false, Body: not null }
            && Found(action).Any()).DistinctBy(action => action.Name + action.Arguments.GetRawText()).ToList();
        var reason = Tau2Words.Own(task.Reason);
        var wants = Tau2Words.Own(Tau2Words.Wants(task.Instructions));
        var body = new OrderedDictionary<string, object>
        {
            ["about"] = Tau2Words.First(reason),
            ["opens"] = wants.Length > 0 ? $"{reason} {wants}" : reason,
            ["again"] = $"As I said: {Tau2Words.First(reason)}",
            ["facts"] = Tau2Facts.Of(task, [.. reads.Concat(writes)]),
        };
        if (reads.Count > 0)
        {
            body["looks_up"] = Calls(reads);
        }

        if (writes.Count > 0)
        {
            body["does"] = Calls(writes);
        }

        if (task.Communicate.Count > 0)
        {
            body["tells"] = Tells(task, [.. task.Actions.SelectMany(Found)]);
        }

        return body;
    }

    // A value is called as the record calls it.
    private static OrderedDictionary<string, object> Tells(Tau2Task task, IReadOnlyList<Tau2Row> rows)
    {
        var tells = new OrderedDictionary<string, object>();
        foreach (var value in task.Communicate.Distinct())
        {
            var field = DataText.Name(rows.SelectMany(row => row.Fields)
                .Select(one => FieldWith(one.Key, (JsonElement)one.Value, value)).FirstOrDefault(one => one is not null)
                ?? "answer");
            var name = field.Length > 0 ? field : "answer";
            for (var number = 2; !tells.TryAdd(name, value); number++)
            {
                name = string.Create(CultureInfo.InvariantCulture, $"{field}_{number}");
            }
        }

        return tells;
    }

    private static string? FieldWith(string name, JsonElement json, string value) => json.ValueKind switch
    {
        JsonValueKind.Object => json.EnumerateObject().Select(one => FieldWith(one.Name, one.Value, value))
            .FirstOrDefault(one => one is not null),
        JsonValueKind.Array => json.EnumerateArray().Select(one => FieldWith(name, one, value))
            .FirstOrDefault(one => one is not null),
        _ => IsSame(json.ToString(), value) ? name : null,
    };

    private static List<object> Calls(IEnumerable<Tau2Action> actions) =>
    [
        .. actions.Select(action => new OrderedDictionary<string, object>
        {
            [action.Name] = new OrderedDictionary<string, object>(action.Arguments.EnumerateObject()
                .Select(one => KeyValuePair.Create(one.Name, (object)Value(one)))),
        }),
    ];

    private static object Value(JsonProperty argument) => Tau2Tools.RuleOf(argument.Name)?.Word == "any"
        ? new OrderedDictionary<string, object> { ["any"] = true, ["example"] = argument.Value }
        : argument.Value;
}
