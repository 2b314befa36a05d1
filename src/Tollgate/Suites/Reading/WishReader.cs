using Tollgate.Input;
using Tollgate.Suites.Reading.Drafts;

namespace Tollgate.Suites.Reading;

/// <summary>Reads the wishes, before a caller's records and facts are put in.</summary>
internal static class WishReader
{
    private const int MaxWishes = 10_000;
    private const int MaxRows = 10;

    private static readonly string[] Outcomes = ["does", "tells", "missing", "hands_over_to"];

    public static string[] Keys { get; } =
    [
        "about", "weight", "callers", "agents", "rows", "facts", "opens", "again", "looks_up", "does", "accepts",
        "changes", "tells", "missing", "hands_over_to", "labels",
    ];

    /// <summary>The wishes that could be read.</summary>
    /// <param name="draft">The suite.</param>
    /// <param name="wishes">The wishes by name.</param>
    /// <param name="kinds">The names of the kinds of callers.</param>
    public static List<WishTemplate> Read(ReadContext draft, YamlNode? wishes, List<string> kinds)
    {
        var read = new List<WishTemplate>();
        foreach (var (name, at, value) in PopulationReader.Bounded(draft, wishes, "wishes by name", MaxWishes))
        {
            var before = draft.Context.Errors.Count;
            SuiteRootReader.CheckName(draft, at, "a wish's name");
            if (YamlMap.Of(draft.Context, value, "a wish", Keys) is { } map
                && ReadOne(draft, name, at, map, kinds) is { } wish && draft.Context.Errors.Count == before
                && wish.Tools.All(tool => draft.Tools[tool] is not null))
            {
                read.Add(wish);
            }
        }

        return read;
    }

    private static WishTemplate ReadOne(ReadContext draft, string name, YamlNode at, YamlMap map, List<string> kinds)
    {
        if (!Outcomes.Any(map.Has))
        {
            draft.Fail(at, $"nothing must come of the wish `{name}`; expected does, tells, missing or hands_over_to");
        }

        var opens = Texts(draft, map, "opens");
        if (opens.Count == 0 && map.ValueOf("opens") is null or { Items.Count: 0 })
        {
            draft.Fail(map.KeyAt("opens"), $"the wish `{name}` has no `opens`; expected what the caller says to begin with");
        }

        var rows = ReadRows(draft, map.ValueOf("rows"));
        var facts = PopulationReader.Facts(draft, map.ValueOf("facts"));
        foreach (var (slot, key, _) in facts.Where(fact => fact.Slot == "changes"))
        {
            draft.Fail(key, $"found the fact `{slot}`, a name that is taken; expected another");
        }

        foreach (var key in new[] { "accepts", "changes" })
        {
            foreach (var (_, slot, _) in draft.Entries(map.ValueOf(key), "values by slot"))
            {
                draft.Known(slot, "fact of the wish named", [.. facts.Select(fact => fact.Slot)]);
            }
        }

        CheckMissing(draft, map.ValueOf("missing"));
        LabelReader.Read(draft, map.ValueOf("labels"));
        var handsOverTo = draft.Known(map.ValueOf("hands_over_to"), "agent", draft.Agents.Keys);
        var does = ToolsOf(draft, map.ValueOf("does"), true);
        var tools = does.Concat(ToolsOf(draft, map.ValueOf("looks_up"), false)).ToHashSet(StringComparer.Ordinal);
        var callers = Names(draft, map.ValueOf("callers"), "kind of callers", kinds);
        return new WishTemplate(name, at, map)
        {
            About = map.Verbatim("about") ?? "",
            Weight = PopulationReader.Weight(map),
            Callers = callers.Count > 0 ? callers : kinds,
            Agents = Agents(draft, name, at, map, tools, handsOverTo),
            HandsOverTo = handsOverTo,
            Rows = rows,
            Facts = facts,
            Opens = opens,
            Again = Texts(draft, map, "again") is { Count: > 0 } again ? again : opens,
            Tools = tools,
        };
    }

    // A text, or a list of them.
    private static List<YamlNode> Texts(ReadContext draft, YamlMap map, string key) =>
        map.ValueOf(key) is not { } node ? []
            : [.. (node.Items ?? [node]).Where(item => draft.Word(item, "what the caller says") is not null)];

    private static List<(string Name, YamlNode At, string Table, YamlNode Where)> ReadRows(
        ReadContext draft, YamlNode? node)
    {
        const string Expected = "a table with fields, such as { bookings: { client_id: \"{caller.id}\" } }";
        var rows = new List<(string, YamlNode, string, YamlNode)>();
        foreach (var (name, at, value) in PopulationReader.Bounded(draft, node, "records by name", MaxRows))
        {
            SuiteRootReader.CheckName(draft, at, "a record's name");
            if (name is "caller" or "row" or "changes")
            {
                draft.Fail(at, $"found the name `{name}`, which is taken; expected another");
            }

            var entries = draft.Entries(value, Expected);
            if (entries is not [var (table, key, where)])
            {
                if (value.Entries is not null)
                {
                    draft.Fail(value, $"found {entries.Count} tables; expected {Expected}");
                }
            }
            else if (draft.Known(key, "table", draft.Tables.Keys) is not null)
            {
                foreach (var (_, field, _) in draft.Entries(where, "fields with their values"))
                {
                    draft.Tables[table].IsField(draft, field);
                }

                rows.Add((name, at, table, where));
            }
        }

        return rows;
    }

    private static void CheckMissing(ReadContext draft, YamlNode? node)
    {
        if (node is null)
        {
            return;
        }

        var entries = draft.Entries(node, PopulationReader.MissingExpected);
        if (entries is not [var (table, key, where)])
        {
            if (node.Entries is not null)
            {
                draft.Fail(node, $"found {entries.Count} tables; expected {PopulationReader.MissingExpected}");
            }
        }
        else if (draft.Known(key, "table", draft.Tables.Keys) is not null)
        {
            var fields = draft.Entries(where, "fields with their values");
            if (fields.Count == 0)
            {
                draft.Fail(key, "found no fields; expected those by which the record would be found");
            }

            foreach (var (_, field, _) in fields)
            {
                draft.Tables[table].IsField(draft, field);
            }
        }
    }

    private static List<string> ToolsOf(ReadContext draft, YamlNode? list, bool effect)
    {
        const string Expected = "a call such as { tool: { argument: value } }";
        var tools = new List<string>();
        foreach (var item in draft.Items(list, "a list of calls"))
        {
            if (draft.Entries(item, Expected) is not [var (name, key, _)])
            {
                if (item.Entries is not null)
                {
                    draft.Fail(item, $"found {item.Entries.Count} calls in one mapping; expected {Expected}");
                }
            }
            else if (draft.Known(key, "tool", draft.Tools.Keys) is not null)
            {
                tools.Add(name);
                if (draft.Tools[name] is { } tool && tool.HasEffect != effect)
                {
                    draft.Fail(key, effect
                        ? $"found {name}, which changes nothing; expected a tool with an effect, and this one in `looks_up`"
                        : $"found {name}, which changes records; expected a tool that only looks, and this one in `does`");
                }
            }
        }

        return tools;
    }

    // Where the wish does not say, the agents that have its tools. The tools of one to whom the call must be handed
    // over count as well.
    private static List<string> Agents(
        ReadContext draft, string name, YamlNode at, YamlMap map, IReadOnlySet<string> tools, string? handsOverTo)
    {
        var of = handsOverTo is null ? [] : draft.Agents[handsOverTo].Agent.Tools;
        var needed = tools.Except(of).ToList();
        List<string> Lacks(string agent) => [.. needed.Except(draft.Agents[agent].Agent.Tools)];
        if (map.ValueOf("agents") is { } node)
        {
            var agents = Names(draft, node, "agent", draft.Agents.Keys);
            foreach (var item in node.Items ?? [])
            {
                if (agents.Contains(item.Text ?? "") && Lacks(item.Text!) is { Count: > 0 } lacking) // It is a name.
                {
                    draft.Fail(item, $"the agent `{item.Text}` cannot meet the wish `{name}`: it has no tool "
                        + $"{string.Join(" and ", lacking)}; expected an agent that has");
                }
            }

            return agents;
        }

        var able = draft.Agents.Keys.Where(agent => Lacks(agent).Count == 0).ToList();
        if (able.Count == 0 && draft.Agents.Count > 0)
        {
            draft.Fail(at, $"no agent can meet the wish `{name}`: none has all of {string.Join(", ", needed)}; expected one "
                + "that has");
        }

        return able.Count == draft.Agents.Count ? [] : able;
    }

    private static List<string> Names(ReadContext draft, YamlNode? node, string what, ICollection<string> known)
    {
        var names = new List<string>();
        foreach (var item in draft.Items(node, "a list of names"))
        {
            if (draft.Known(item, what, known) is { } name)
            {
                names.Add(name);
            }
        }

        return names;
    }
}
