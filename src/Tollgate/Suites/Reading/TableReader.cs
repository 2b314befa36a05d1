using Tollgate.Input;
using Tollgate.Suites.Reading.Drafts;
using Tollgate.Values;

namespace Tollgate.Suites.Reading;

/// <summary>Reads the tables of records.</summary>
internal static class TableReader
{
    public static string[] Keys { get; } = ["key", "compare", "rows"];

    public static void Read(ReadContext draft, YamlNode? records, IEnumerable<YamlNode> ofBriefs)
    {
        var rows = new List<(TableDraft Table, YamlNode? Rows)>();
        foreach (var (name, at, value) in draft.Entries(records, "tables by name"))
        {
            if (YamlMap.Of(draft.Context, value, "a table", Keys) is not { } map)
            {
                continue;
            }

            SuiteRootReader.CheckName(draft, at, "a table's name");
            var rules = new Dictionary<string, ValueRule>(StringComparer.Ordinal);
            foreach (var (field, _, rule) in draft.Entries(map.ValueOf("compare"), "fields with their rules"))
            {
                rules[field] = RuleReader.Read(draft, rule) ?? ValueRule.Text;
            }

            if (!map.Has("key"))
            {
                draft.Fail(at, $"the table `{name}` has no `key`; expected the field that tells its records apart");
            }

            draft.Tables[name] = new TableDraft(name, map.Text("key", "a field's name") ?? "id", rules);
            rows.Add((draft.Tables[name], map.ValueOf("rows")));
        }

        NoteColumns(draft, rows, ofBriefs);
        foreach (var (table, list) in rows)
        {
            table.Table = table.Table with { Records = ReadRows(draft, table, list) };
        }
    }

    /// <summary>Records of which no two have the same key.</summary>
    public static List<JsonElement> ReadRows(ReadContext draft, TableDraft table, YamlNode? list)
    {
        var records = new List<JsonElement>();
        var seen = new Dictionary<string, int>(StringComparer.Ordinal);
        foreach (var row in draft.Items(list, "a list of records"))
        {
            if (table.Record(draft, row) is not { } record)
            {
                continue;
            }

            var key = table.KeyOf(record);
            if (seen.TryAdd(key, row.Line))
            {
                records.Add(record);
            }
            else
            {
                draft.Fail(row, $"there is a record `{ReadContext.Shown(key)}` of {table.Table.Name} already, in line "
                    + $"{seen[key]}; expected a key of its own");
            }
        }

        return records;
    }

    // A column is what all of the file makes of it, so that the same scalar is the same value everywhere.
    private static void NoteColumns(
        ReadContext draft, List<(TableDraft Table, YamlNode? Rows)> rows, IEnumerable<YamlNode> ofBriefs)
    {
        foreach (var (table, list) in rows)
        {
            list?.Items?.ForEach(table.Note);
        }

        foreach (var (key, list) in ofBriefs.SelectMany(session => session.Entries ?? []))
        {
            if (draft.Tables.TryGetValue(key.Text ?? "", out var table))
            {
                list.Items?.ForEach(table.Note);
            }
        }
    }
}
