using System.Text.Json;
using Tollgate.Yaml;

namespace Tollgate.Suites.Reading;

/// <summary>Reads a session and goes through it.</summary>
internal static class SessionReader
{
    public static string[] Keys { get; } =
    [
        "name", "about", "starts_with", "noise", "facts", "variants", "records", "without", "missing", "may_call",
        "in_order", "labels", "tags", "goals", "records_after", "steps",
    ];

    /// <summary>The session; null where too little of it could be read.</summary>
    public static SuiteSession? Read(
        Draft draft, YamlNode node, FactFiller facts, Dictionary<string, YamlNode> names)
    {
        var before = draft.Context.Errors.Count;
        if (YamlMap.Of(draft.Context, node, "a session", Keys) is not { } map)
        {
            return null;
        }

        foreach (var absent in new[] { "name", "starts_with", "steps" }.Where(key => !map.Has(key)))
        {
            draft.Fail(node, $"the session has no `{absent}`; expected name, starts_with and steps");
        }

        CheckName(draft, map, names);
        var tables = ReadTables(draft, map);
        var missing = ReadMissing(draft, map);
        var steps = new StepReader(draft, facts, [.. missing.Keys]).Read(map.ValueOf("steps"));
        if (steps.Count == 0 && map.ValueOf("steps") is { Items.Count: 0 } none)
        {
            draft.Fail(none, "found an empty list; expected one step or more");
        }

        var goals = OutcomeReader.ReadGoals(draft, map.ValueOf("goals"));
        var after = OutcomeReader.ReadRecords(draft, map.ValueOf("records_after"));
        var session = new SuiteSession
        {
            Name = map.Text("name") ?? "",
            About = map.Verbatim("about") ?? "",
            StartsWith = draft.Known(map.ValueOf("starts_with"), "agent", draft.Agents.Keys) ?? "",
            Noise = map.Number("noise", 0, 0.5) ?? 0,
            Steps = [.. steps.Select(step => step.Step)],
            Tables = tables.ToDictionary(table => table.Key, table => table.Value),
            Missing = missing.ToDictionary(one => one.Key, one => one.Value.Record),
            MayCall = ReadMayCall(draft, map),
            InOrder = map.Flag("in_order") ?? false,
            Goals = [.. goals.Select(goal => goal.Goal)],
            RecordsAfter = [.. after.Select(record => record.Record)],
            Labels = ReadLabels(draft, map.ValueOf("labels")),
            Tags = SettingsReader.Texts(draft, map.ValueOf("tags")).ToHashSet(StringComparer.Ordinal),
            Line = node.Line,
        };
        var read = new SessionDraft(session, map)
        {
            Steps = steps,
            Missing = missing.ToDictionary(one => one.Key, one => one.Value.Node),
            RecordsAfter = after,
            Goals = goals,
        };
        if (session.StartsWith.Length > 0 && steps.Count > 0)
        {
            // What could not be read is not there when the session is gone through: it would be missed everywhere.
            var whole = draft.Context.Errors.Count == before;
            HandoffTrial.Check(draft, read);
            if (whole)
            {
                CallerTrial.Check(draft, read, draft.Context.Errors.Count > before);
                RecordTrial.Check(draft, read);
            }
        }

        return session.StartsWith.Length > 0 ? session : null;
    }

    /// <summary>Reports a name that is none, or is taken.</summary>
    public static void CheckName(Draft draft, YamlMap map, Dictionary<string, YamlNode> names)
    {
        if (map.ValueOf("name") is not { } node)
        {
            return;
        }

        RootReader.CheckName(draft, node, "a session's name");
        if (node.Text is { } name && !names.TryAdd(name, node))
        {
            draft.Fail(node, $"there is a session `{Draft.Shown(name)}` already, in line {names[name].Line}; expected a name "
                + "of its own");
        }
    }

    /// <summary>The suite's tables with the call's own records put in, and those it is without taken out.</summary>
    public static Dictionary<string, RecordTable> ReadTables(Draft draft, YamlMap map)
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

    private static Dictionary<string, (MissingRecord Record, YamlNode Node)> ReadMissing(Draft draft, YamlMap map)
    {
        var missing = new Dictionary<string, (MissingRecord, YamlNode)>(StringComparer.Ordinal);
        foreach (var (name, at, value) in draft.Entries(map.ValueOf("missing"), "missing records by name"))
        {
            const string Expected = "a table with fields, such as { patients: { last_name: Smyth } }";
            var tables = draft.Entries(value, Expected);
            if (tables is not [var (table, key, where)])
            {
                if (value.Entries is not null)
                {
                    draft.Fail(at, $"found {tables.Count} tables; expected {Expected}");
                }

                missing[name] = (new MissingRecord(name, "", new Dictionary<string, JsonElement>()), at);
                continue;
            }

            var known = draft.Known(key, "table", draft.Tables.Keys) is not null;
            var fields = known ? draft.Tables[table].Values(draft, where) : [];
            if (known && where.Entries is null or { Count: 0 })
            {
                draft.Fail(key, "found no fields; expected those by which the record would be found");
            }

            missing[name] = (new MissingRecord(name, table, fields), at);
        }

        return missing;
    }

    private static HashSet<string> ReadMayCall(Draft draft, YamlMap map)
    {
        var names = new HashSet<string>(StringComparer.Ordinal);
        foreach (var item in draft.Items(map.ValueOf("may_call"), "a list of tools"))
        {
            if (draft.Known(item, "tool", draft.Tools.Keys) is not { } name)
            {
                continue;
            }

            if (draft.Tools[name] is { HasEffect: true })
            {
                draft.Fail(item, $"found {name}, which changes records; expected tools that only look, since a further call "
                    + "of it does harm");
            }

            names.Add(name);
        }

        return names;
    }

    /// <summary>The right answers to the questions of the post-call work.</summary>
    public static Dictionary<string, string> ReadLabels(Draft draft, YamlNode? node)
    {
        var labels = new Dictionary<string, string>(StringComparer.Ordinal);
        var questions = draft.PostCall?.Questions ?? new Dictionary<string, IReadOnlyList<string>>();
        foreach (var (name, at, value) in draft.Entries(node, "questions with their right answers"))
        {
            if (draft.Known(at, "question of the post-call work named", [.. questions.Keys]) is not null
                && draft.Known(value, $"answer to {name} named", [.. questions[name]]) is { } answer)
            {
                labels[name] = answer;
            }
        }

        return labels;
    }
}
