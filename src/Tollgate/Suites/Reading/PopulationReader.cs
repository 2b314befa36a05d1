using Tollgate.Acts.Slots;
using Tollgate.Input;
using Tollgate.Suites.Briefs;
using Tollgate.Suites.Reading.Drafts;
using Tollgate.Suites.Tools;

namespace Tollgate.Suites.Reading;

/// <summary>Reads what callers are made of: slots, kinds of callers, asides.</summary>
internal static class PopulationReader
{
    public const string MissingExpected = "a table with fields, such as { patients: { last_name: Smyth } }";

    private const double HighestWeight = 1e6;
    private const int MaxKinds = 100;

    public static string[] SlotKeys { get; } = ["kind", "words"];

    public static string[] CallerKeys { get; } = ["weight", "from", "where", "facts"];

    /// <summary>The kinds of callers and the wishes that could be read.</summary>
    public static PopulationDraft Read(ReadContext draft, YamlMap root)
    {
        foreach (var tool in draft.Tools.Values.OfType<SuiteTool>())
        {
            draft.Slots.Note(tool);
        }

        ReadSlots(draft, root.ValueOf("slots"));
        var kinds = ReadKinds(draft, root.ValueOf("callers"));
        if (kinds.Count == 0 && root.ValueOf("callers") is not { Entries.Count: > 0 })
        {
            draft.Fail(root.KeyAt("callers"), "the suite has no `callers`; expected one kind of callers or more");
        }

        var names = draft.Entries(root.ValueOf("callers"), "kinds of callers by name").Select(kind => kind.Name).ToList();
        return new PopulationDraft(
            draft, kinds, WishReader.Read(draft, root.ValueOf("wishes"), names),
            SettingsReader.Texts(draft, root.ValueOf("asides")));
    }

    /// <summary>A weight; 1 where there is none.</summary>
    public static double Weight(YamlMap map) => map.Number("weight", 0.001, HighestWeight) ?? 1;

    /// <summary>A mapping's first entries; where there are more, that is reported.</summary>
    public static IEnumerable<(string Name, YamlNode Key, YamlNode Value)> Bounded(
        ReadContext draft, YamlNode? node, string what, int most)
    {
        var entries = draft.Entries(node, what);
        if (entries.Count > most)
        {
            draft.Fail(entries[most].Key, $"there are {entries.Count} {what}; expected {most} or fewer");
        }

        return entries.Take(most);
    }

    /// <summary>Facts by slot, not read yet; names that are none are reported.</summary>
    public static IReadOnlyList<(string Slot, YamlNode Key, YamlNode Value)> Facts(ReadContext draft, YamlNode? node)
    {
        var facts = draft.Entries(node, "facts by slot");
        foreach (var (_, key, _) in facts)
        {
            SuiteRootReader.CheckName(draft, key, "a fact's name");
        }

        return facts;
    }

    /// <summary>The records of which the callers of a kind are one each.</summary>
    public static IReadOnlyList<JsonElement> RecordsOf(
        ReadContext draft, IReadOnlyDictionary<string, RecordTable> tables, CallerKind kind) => kind.Table is { } table
        ? [.. new RecordStore(tables, draft.Now).Matching(table, draft.Tables[table].Values(draft, kind.Where))]
        : [];

    private static void ReadSlots(ReadContext draft, YamlNode? slots)
    {
        foreach (var (name, at, value) in draft.Entries(slots, "slots by name"))
        {
            SuiteRootReader.CheckName(draft, at, "a slot's name");
            if (YamlMap.Of(draft.Context, value, "a slot", SlotKeys) is not { } map)
            {
                continue;
            }

            var words = SettingsReader.Texts(draft, map.ValueOf("words"));
            if (words.Count == 0 && map.ValueOf("words") is null or { Items.Count: 0 })
            {
                draft.Fail(map.KeyAt("words"), $"the slot `{name}` has no `words`; expected what agents call it");
            }

            if (!map.Has("kind"))
            {
                draft.Fail(at, $"the slot `{name}` has no `kind`; expected {SnakeCase.Choices<SlotKind>()}");
            }

            draft.Slots.Own[name] = new AskedSlot(name, map.OneOf<SlotKind>("kind") ?? SlotKind.Other, words);
        }
    }

    private static List<CallerKind> ReadKinds(ReadContext draft, YamlNode? callers)
    {
        var kinds = new List<CallerKind>();
        foreach (var (name, at, value) in Bounded(draft, callers, "kinds of callers by name", MaxKinds))
        {
            var before = draft.Context.Errors.Count;
            SuiteRootReader.CheckName(draft, at, "a kind of callers");
            if (YamlMap.Of(draft.Context, value, "a kind of callers", CallerKeys) is not { } map)
            {
                continue;
            }

            var table = draft.Known(map.ValueOf("from"), "table", draft.Tables.Keys);
            if (map.Has("where") && !map.Has("from"))
            {
                draft.Fail(map.KeyAt("where"), "found `where` without `from`; expected the table whose records are meant");
            }

            var kind = new CallerKind(
                name, at, Weight(map), table, map.ValueOf("where"), Facts(draft, map.ValueOf("facts")));
            var tables = draft.Tables.ToDictionary(one => one.Key, one => one.Value.Table);
            if (table is not null && RecordsOf(draft, tables, kind).Count == 0
                && draft.Context.Errors.Count == before)
            {
                draft.Fail(map.KeyAt("from"), $"no record of {table} can be a `{name}`; expected one or more"
                    + (map.Has("where") ? " with the fields of `where`" : ""));
            }

            if (draft.Context.Errors.Count == before)
            {
                kinds.Add(kind);
            }
        }

        return kinds;
    }
}
