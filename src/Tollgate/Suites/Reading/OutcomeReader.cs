using System.Globalization;
using System.Text.Json;
using Tollgate.Values;
using Tollgate.Yaml;

namespace Tollgate.Suites.Reading;

/// <summary>Reads what must have become of a session: its goals and its records.</summary>
internal static class OutcomeReader
{
    private const int MostRecords = 10_000;

    public static string[] GoalKeys { get; } = ["name", "called", "handed_over_to", "said", "records"];

    public static IReadOnlyList<(Goal Goal, YamlMap Map, IReadOnlyList<(ExpectedRecord Record, YamlNode Node)> Records)>
        ReadGoals(Draft draft, YamlNode? list)
    {
        var goals = new List<(Goal, YamlMap, IReadOnlyList<(ExpectedRecord, YamlNode)>)>();
        var names = new Dictionary<string, int>(StringComparer.Ordinal);
        foreach (var item in draft.Items(list, "a list of goals"))
        {
            if (YamlMap.Of(draft.Context, item, "a goal", GoalKeys) is not { } map)
            {
                continue;
            }

            var name = map.Text("name");
            if (name is null && !map.Has("name"))
            {
                draft.Fail(item, "the goal has no `name`; expected one of its own");
            }
            else if (name is not null && !names.TryAdd(name, item.Line))
            {
                draft.Fail(map.KeyAt("name"), $"there is a goal `{Draft.Shown(name)}` already, in line {names[name]}; "
                    + "expected a name of its own");
            }

            if (GoalKeys.Skip(1).All(key => !map.Has(key)))
            {
                draft.Fail(item, "the goal says nothing; expected called, handed_over_to, said or records");
            }

            var records = ReadRecords(draft, map.ValueOf("records"));
            goals.Add((new Goal(name ?? "")
            {
                Called = draft.Known(map.ValueOf("called"), "tool", draft.Tools.Keys),
                HandedOverTo = draft.Known(map.ValueOf("handed_over_to"), "agent", draft.Agents.Keys),
                Said = draft.PatternsOf(map.ValueOf("said")),
                Records = [.. records.Select(record => record.Record)],
            }, map, records));
        }

        return goals;
    }

    public static IReadOnlyList<(ExpectedRecord Record, YamlNode Node)> ReadRecords(Draft draft, YamlNode? list)
    {
        const string Expected = "a table with fields, such as { appointments: { id: APT-1 } }";
        var records = new List<(ExpectedRecord, YamlNode)>();
        foreach (var item in draft.Items(list, "a list of records"))
        {
            var entries = draft.Entries(item, Expected);
            var tables = entries.Where(entry => entry.Name is not ("fields" or "count")).ToList();
            if (tables is not [var (_, key, where)])
            {
                if (item.Entries is not null)
                {
                    draft.Fail(item, $"found {tables.Count} tables; expected {Expected}");
                }

                continue;
            }

            if (draft.Known(key, "table", draft.Tables.Keys) is not { } name)
            {
                continue;
            }

            var table = draft.Tables[name];
            records.Add((new ExpectedRecord(name, table.Values(draft, where))
            {
                Fields = ReadFields(draft, table, entries.FirstOrDefault(entry => entry.Name == "fields").Value),
                Count = ReadCount(draft, entries.FirstOrDefault(entry => entry.Name == "count").Value),
                Line = item.Line,
            }, item));
        }

        return records;
    }

    private static Dictionary<string, ExpectedValue> ReadFields(Draft draft, TableDraft table, YamlNode? node)
    {
        var fields = new Dictionary<string, ExpectedValue>(StringComparer.Ordinal);
        foreach (var (field, at, value) in draft.Entries(node, "fields with their values"))
        {
            ValueRule Rule(JsonElement like) => RecordJson.RuleOf(table.Table, field, like);
            if (table.IsField(draft, at)
                && ValueReader.Read(draft, value, given => table.Typed(field, given), Rule, false) is { } expected)
            {
                fields[field] = expected;
            }
        }

        return fields;
    }

    private static int ReadCount(Draft draft, YamlNode? node)
    {
        if (node is null)
        {
            return 1;
        }

        if (int.TryParse(node.Text, NumberStyles.None, CultureInfo.InvariantCulture, out var count)
            && count <= MostRecords)
        {
            return count;
        }

        draft.Fail(node, $"found {YamlContext.Quote(node.Text ?? node.Kind)}; expected a whole number from 0 to {MostRecords}");
        return 1;
    }
}
