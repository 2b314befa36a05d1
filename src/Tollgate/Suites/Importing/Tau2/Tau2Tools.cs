namespace Tollgate.Suites.Importing.Tau2;

/// <summary>
/// Makes tools of the calls that tasks expect. A call that reads finds records by its arguments; one that cancels or
/// modifies changes the record that an argument names, where the others are its fields; any other puts in a record of
/// what was asked for.
/// </summary>
internal sealed class Tau2Tools(Tau2Database database)
{
    private static readonly string[] Reads =
        ["get", "find", "search", "list", "lookup", "look", "check", "view", "fetch", "read", "retrieve", "show", "query"];

    // They find nothing and change nothing: a model does that itself.
    private static readonly string[] Thoughts = ["calculate", "compute", "think", "plan"];
    private static readonly string[] Changes = ["modify", "update", "change", "set", "edit"];

    private readonly OrderedDictionary<string, Tau2Tool> tools = [];

    /// <summary>The tools by name.</summary>
    public IReadOnlyList<Tau2Tool> All => tools.Values;

    /// <summary>The tables that calls write what was asked for into.</summary>
    public List<string> Requests { get; } = [];

    /// <summary>The tool; null where it computes, or no task calls it.</summary>
    public Tau2Tool? Of(string name) => tools.TryGetValue(name, out var tool) ? tool : null;

    /// <summary>Whether a call reads, by its name.</summary>
    public static bool IsRead(string name) => Reads.Contains(Verb(name));

    /// <summary>Whether a call only thinks, by its name.</summary>
    public static bool IsThought(string name) => Thoughts.Contains(Verb(name));

    public void Read(IEnumerable<Tau2Action> actions)
    {
        foreach (var calls in actions.Where(action => !action.ByUser && !IsThought(action.Name))
            .GroupBy(action => action.Name))
        {
            if (DataText.Name(calls.Key) == calls.Key && !Transfer.IsTransfer(calls.Key, out _))
            {
                tools[calls.Key] = Tool(calls.Key, [.. calls.Select(call => call.Arguments)]);
            }
        }
    }

    private static string Verb(string name) => name.Split('_')[0].ToLowerInvariant();

    private Tau2Tool Tool(string name, List<JsonElement> calls)
    {
        var names = calls.SelectMany(call => call.EnumerateObject()).Select(one => one.Name).Distinct().ToList();
        var body = new OrderedDictionary<string, object>
        {
            ["about"] = char.ToUpperInvariant(name[0]) + name[1..].Replace('_', ' ') + ".",
            ["arguments"] = new OrderedDictionary<string, object>(names.Select(argument =>
                KeyValuePair.Create(argument, (object)Argument(argument, calls)))),
        };
        return IsRead(name) ? Find(name, names, body) : Change(name, names, body) ?? Insert(name, names, body);
    }

    private static OrderedDictionary<string, object> Argument(string name, List<JsonElement> calls)
    {
        var values = calls.Where(call => call.TryGetProperty(name, out _)).Select(call => call.GetProperty(name))
            .ToList();
        var schema = ValueSchema.Of(values);
        if (schema["type"] is YamlText.Plain { Word: "string" } && RuleOf(name) is { } rule)
        {
            schema["compare"] = rule;
        }

        if (values.Count < calls.Count)
        {
            schema["optional"] = true;
        }

        return schema;
    }

    /// <summary>How values of a field or an argument compare; null for the plain way.</summary>
    public static YamlText.Plain? RuleOf(string name) => name.Split('_')[^1] switch
    {
        "id" or "number" when name.StartsWith("phone", StringComparison.Ordinal) => new("phone"),
        "id" => new("code"),
        "email" => new("email"),
        "phone" => new("phone"),
        "summary" => new("any"),
        _ => null,
    };

    // The table whose key it takes, else one that has all of the arguments; the tool's name decides between several.
    private Tau2Tool Find(string name, List<string> names, OrderedDictionary<string, object> body)
    {
        var table = database.Tables.Where(table => names.Count > 0 && names.TrueForAll(table.Fields.Contains))
            .OrderByDescending(table => names.Contains(table.Key)).ThenByDescending(table => IsMeant(table, name))
            .FirstOrDefault();
        if (table is null)
        {
            return new Tau2Tool(name, false, null);
        }

        body["find"] = new YamlText.Plain(table.Name);
        body["where"] = names.Select(one => new YamlText.Plain(one));
        return new Tau2Tool(name, false, body) { Table = table };
    }

    private Tau2Tool? Change(string name, List<string> names, OrderedDictionary<string, object> body)
    {
        var cancels = Verb(name) == "cancel";
        if (!cancels && !Changes.Contains(Verb(name)))
        {
            return null;
        }

        var table = database.Tables.Where(table => names.Contains(table.Key)
            && (cancels ? table.Statuses.Count > 0 : names.Count > 1 && names.TrueForAll(table.Fields.Contains)))
            .OrderByDescending(table => IsMeant(table, name)).FirstOrDefault();
        if (table is null)
        {
            return null;
        }

        body["update"] = new YamlText.Plain(table.Name);
        body["where"] = new[] { new YamlText.Plain(table.Key) };
        var others = names.Where(one => one != table.Key).Select(one => new YamlText.Plain(one)).ToList();
        if (others.Count > 0)
        {
            body["set"] = others;
        }

        if (cancels)
        {
            body["set_to"] = new OrderedDictionary<string, object> { ["status"] = "cancelled" };
        }

        // cancel_pending_order: its name says which it takes.
        if (name.Split('_').FirstOrDefault(table.Statuses.Contains) is { } status)
        {
            body["only"] = new OrderedDictionary<string, object> { ["status"] = status };
        }

        return new Tau2Tool(name, true, body) { Table = table };
    }

    private Tau2Tool Insert(string name, List<string> names, OrderedDictionary<string, object> body)
    {
        Requests.Add(name);
        body["insert"] = new YamlText.Plain(name);
        body["key_prefix"] = "R-";
        body["set"] = names.Select(one => new YamlText.Plain(one));
        var requires = new OrderedDictionary<string, object>();
        foreach (var table in database.Tables.Where(table => names.Contains(table.Key)))
        {
            requires.TryAdd(table.Key, new YamlText.Plain(table.Name));
        }

        if (requires.Count > 0)
        {
            body["requires"] = requires;
        }

        return new Tau2Tool(name, true, body);
    }

    private static bool IsMeant(Tau2Table table, string tool) =>
        tool.Split('_').Any(word => word.Length > 2
            && table.Name.StartsWith(word.TrimEnd('s'), StringComparison.OrdinalIgnoreCase));
}
