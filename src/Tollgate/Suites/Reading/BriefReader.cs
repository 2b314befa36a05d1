using Tollgate.Input;
using Tollgate.Statistics;
using Tollgate.Suites.Reading.Drafts;
using Tollgate.Suites.Tools;

namespace Tollgate.Suites.Reading;

/// <summary>Reads the callers that a suite names.</summary>
internal sealed class BriefReader(ReadContext draft, PopulationDraft population, YamlMap root)
{
    private const int MaxBriefs = 10_000;
    private const int MaxCallers = 60;

    private readonly Dictionary<string, YamlNode> names = new(StringComparer.Ordinal);

    // Those that could not be read are there all the same: what is wrong with them was said where they stand.
    private readonly List<string> kindNames = NamesOf(root.ValueOf("callers"));
    private readonly List<string> wishNames = NamesOf(root.ValueOf("wishes"));

    public static string[] Keys { get; } =
    [
        "name", "about", "caller", "facts", "starts_with", "temper", "noise", "wishes", "asides", "faults",
        "interrupts", "cuts", "backchannel", "labels", "tags", "records", "without",
    ];

    /// <summary>The calls of the briefs that could be read.</summary>
    public List<SuiteSession> Read(YamlNode? list)
    {
        var items = draft.Items(list, "a list of briefs");
        if (items.Count > MaxBriefs)
        {
            draft.Fail(items[MaxBriefs], $"there are {items.Count} briefs; expected {MaxBriefs} or fewer");
        }

        return [.. items.Take(MaxBriefs).Select(ReadOne).OfType<SuiteSession>()];
    }

    private SuiteSession? ReadOne(YamlNode node)
    {
        var before = draft.Context.Errors.Count;
        if (YamlMap.Of(draft.Context, node, "a brief", Keys) is not { } map)
        {
            return null;
        }

        foreach (var absent in new[] { "name", "caller", "wishes" }.Where(key => !map.Has(key)))
        {
            draft.Fail(node, $"the brief has no `{absent}`; expected name, caller and wishes");
        }

        CheckName(map);
        var tables = ReadTables(map);
        var facts = PopulationReader.Facts(draft, map.ValueOf("facts")).ToDictionary(fact => fact.Slot, fact => fact.Value);
        var labels = LabelReader.Read(draft, map.ValueOf("labels"));
        var brief = MannerReader.Read(draft, map);
        var startsWith = map.Has("starts_with")
            ? draft.Known(map.ValueOf("starts_with"), "agent", draft.Agents.Keys)
            : draft.Agents.Keys.FirstOrDefault();
        var noise = map.Number("noise", SuiteSession.NoiseBounds) ?? 0;
        var tags = SettingsReader.Texts(draft, map.ValueOf("tags")).ToHashSet(StringComparer.Ordinal);
        var (kind, records) = ReadCaller(map.ValueOf("caller"), tables);
        var plans = ReadWishes(map.ValueOf("wishes"));
        foreach (var plan in plans.Where(plan => kind is not null && !plan.Template.Callers.Contains(kind.Name)))
        {
            draft.Fail(plan.At, $"the wish `{plan.Template.Name}` is not one of a `{kind!.Name}`; expected a caller who is " // Where.
                + string.Join(" or ", plan.Template.Callers));
        }

        if (draft.Context.Errors.Count > before || kind is null || startsWith is null || plans.Count == 0)
        {
            return null;
        }

        var random = StreamOf(map.Text("name") ?? "");
        random.Shuffle(records);
        (BriefBuilder? Builder, Refusal? Refusal) last = default;
        foreach (var record in records.Take(MaxCallers))
        {
            last = Add(new BriefBuilder(draft, tables, kind, record, facts, random), plans, startsWith, random);
            if (last.Refusal is null || draft.Context.Errors.Count > before)
            {
                break;
            }
        }

        if (last.Refusal is { } refusal && draft.Context.Errors.Count == before)
        {
            draft.Fail(refusal.At, $"this caller cannot have the wish: {refusal.Message}");
        }

        return draft.Context.Errors.Count > before ? null
            : last.Builder?.Build(map.Text("name") ?? "", brief, labels) is not { } session ? null : session with
            {
                About = map.Verbatim("about") ?? plans[0].Template.About,
                StartsWith = startsWith,
                Noise = noise,
                Tags = tags,
                Line = node.Line,
            };
    }

    private (BriefBuilder Builder, Refusal? Refusal) Add(
        BriefBuilder builder, List<WishPlan> plans, string startsWith, RandomStream random)
    {
        var before = draft.Context.Errors.Count;
        foreach (var plan in plans.Where(_ => builder.Refusal is null && draft.Context.Errors.Count == before))
        {
            if (builder.TryAdd(plan, random, startsWith) is { } refusal)
            {
                return (builder, refusal with { At = plan.At });
            }
        }

        return (builder, builder.Refusal);
    }

    // Reports a name that is none, or is taken.
    private void CheckName(YamlMap map)
    {
        if (map.ValueOf("name") is not { } node)
        {
            return;
        }

        SuiteRootReader.CheckName(draft, node, "a session's name");
        if (node.Text is { } name && !names.TryAdd(name, node))
        {
            draft.Fail(node, $"there is a session `{ReadContext.Shown(name)}` already, in line {names[name].Line}; expected a name "
                + "of its own");
        }
    }

    // The suite's tables with the call's own records put in, and those it is without taken out.
    private Dictionary<string, RecordTable> ReadTables(YamlMap map)
    {
        var tables = draft.Tables.ToDictionary(table => table.Key, table => table.Value.Table);
        foreach (var (name, at, keys) in draft.Entries(map.ValueOf("without"), "tables with keys"))
        {
            if (draft.Known(at, "table", tables.Keys) is null)
            {
                continue;
            }

            var taken = draft.Items(keys, "a list of keys").ToList();
            foreach (var key in taken.Where(key => tables[name].Records.All(record => Key(name, record) != key.Text)))
            {
                draft.Unknown(key, $"record of {name}", key.Text ?? key.Kind,
                    tables[name].Records.Select(record => Key(name, record)));
            }

            var texts = taken.Select(key => key.Text).ToHashSet();
            tables[name] = tables[name] with
            {
                Records = [.. tables[name].Records.Where(record => !texts.Contains(Key(name, record)))],
            };
        }

        foreach (var (name, at, rows) in draft.Entries(map.ValueOf("records"), "tables with records"))
        {
            if (draft.Known(at, "table", tables.Keys) is null)
            {
                continue;
            }

            var own = TableReader.ReadRows(draft, draft.Tables[name], rows).ToDictionary(record => Key(name, record));
            var kept = tables[name].Records.Select(record =>
                own.Remove(Key(name, record), out var instead) ? instead : record);
            tables[name] = tables[name] with { Records = [.. kept.ToList(), .. own.Values] };
        }

        return tables;

        string Key(string name, JsonElement record) => draft.Tables[name].KeyOf(record);
    }

    // The kind with the key of its record, or the kind alone: any record of it will do then.
    private (CallerKind? Kind, JsonElement?[] Records) ReadCaller(
        YamlNode? node, Dictionary<string, RecordTable> tables)
    {
        const string Expected = "a kind of callers, or one with the key of its record, such as { client: C-301 }";
        if (node is null)
        {
            return (null, []);
        }

        var entries = node.Entries is null ? [] : draft.Entries(node, Expected);
        if (node.Text is null && entries.Count != 1)
        {
            draft.Fail(node, $"found {node.Kind}; expected {Expected}");
            return (null, []);
        }

        var (at, key) = node.Text is null ? (entries[0].Key, entries[0].Value) : (node, null);
        if (draft.Known(at, "kind of callers", kindNames) is not { } known
            || population.Kinds.FirstOrDefault(one => one.Name == known) is not { } kind)
        {
            return (null, []);
        }

        if (kind.Table is null)
        {
            if (key is not null)
            {
                draft.Fail(key, $"a `{known}` is on no file; expected the kind alone");
            }

            return (kind, [null]);
        }

        var all = PopulationReader.RecordsOf(draft, tables, kind);
        string KeyOf(JsonElement record) => draft.Tables[kind.Table].KeyOf(record);
        if (key is not null)
        {
            if (all.FirstOrDefault(record => KeyOf(record) == key.Text) is { ValueKind: JsonValueKind.Object } own)
            {
                return (kind, [own]);
            }

            draft.Unknown(key, $"`{known}` with the key", key.Text ?? key.Kind, all.Select(KeyOf));
            return (null, []);
        }

        if (all.Count == 0)
        {
            draft.Fail(at, $"no record of {kind.Table} can be a `{known}` in this call; expected one or more");
            return (null, []);
        }

        return (kind, [.. all.Select(record => (JsonElement?)record)]);
    }

    private List<WishPlan> ReadWishes(YamlNode? list)
    {
        var plans = new List<WishPlan>();
        var items = draft.Items(list, "a list of wishes");
        if (list is { Items.Count: 0 })
        {
            draft.Fail(list, "found an empty list; expected one wish or more");
        }

        foreach (var item in items)
        {
            const string Expected = "a wish's name, or one with what is settled of it, such as { move: { day: 2026-04-17 } }";
            var entries = item.Entries is null ? [] : draft.Entries(item, Expected);
            if (item.Text is null && entries.Count != 1)
            {
                draft.Fail(item, $"found {item.Kind}; expected {Expected}");
                continue;
            }

            var at = item.Text is null ? entries[0].Key : item;
            if (draft.Known(at, "wish", wishNames) is not { } name)
            {
                continue;
            }

            if (plans.Exists(plan => plan.Template.Name == name))
            {
                draft.Fail(at, $"the wish `{name}` is there twice; expected each once");
            }
            else if (population.Wishes.FirstOrDefault(wish => wish.Name == name) is { } template)
            {
                plans.Add(Plan(template, at, item.Text is null ? entries[0].Value : null));
            }
            else
            {
                return [];
            }
        }

        return plans;
    }

    private WishPlan Plan(WishTemplate template, YamlNode at, YamlNode? settled)
    {
        var rows = new Dictionary<string, YamlNode>(StringComparer.Ordinal);
        var facts = new Dictionary<string, YamlNode>(StringComparer.Ordinal);
        var changes = false;
        string[] known = [.. template.Rows.Select(row => row.Name), .. template.Facts.Select(fact => fact.Slot), "changes"];
        foreach (var (name, key, value) in draft.Entries(settled, "records by key, facts by value, and `changes`"))
        {
            if (name == "changes")
            {
                changes = value.Text == "true";
                if (value.Text is not ("true" or "false") || (changes && !template.MayChange))
                {
                    draft.Fail(value, value.Text is "true"
                        ? $"the wish `{template.Name}` has no `changes`; expected them there"
                        : $"found {YamlContext.Quote(value.Text ?? value.Kind)}; expected true or false");
                }
            }
            else if (draft.Known(key, $"record or fact of the wish `{template.Name}` named", known) is not null)
            {
                (template.Rows.Any(row => row.Name == name) ? rows : facts)[name] = value;
            }
        }

        return new WishPlan(template, at) { Rows = rows, Facts = facts, Changes = changes };
    }

    private static List<string> NamesOf(YamlNode? mapping) =>
        [.. (mapping?.Entries ?? []).Select(entry => entry.Key.Text).OfType<string>()];

    // What a brief leaves open is drawn by its name, whatever stands before and behind it.
    private static RandomStream StreamOf(string name) => new(name.Aggregate(
        14695981039346656037UL, (hash, one) => unchecked((hash ^ one) * 1099511628211UL)));
}
