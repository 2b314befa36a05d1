using Tollgate.Input;
using Tollgate.Suites.Tools;
using Tollgate.Values;

namespace Tollgate.Suites.Reading.Drafts;

/// <summary>A table while its suite is read: what its columns are, and so what a scalar without quotes is.</summary>
internal sealed class TableDraft(string name, string key, IReadOnlyDictionary<string, ValueRule> rules)
{
    private readonly HashSet<string> textColumns = new(StringComparer.Ordinal);
    private readonly HashSet<string> fields = new(rules.Keys.Append(key), StringComparer.Ordinal);

    public RecordTable Table { get; set; } = new(name, key, []) { Rules = rules };

    /// <summary>The fields that its records have, and those that tools write.</summary>
    public ISet<string> Fields => fields;

    /// <summary>Notes the columns of a record: a column with one text in it holds texts.</summary>
    public void Note(YamlNode record)
    {
        foreach (var (column, value) in record.Entries ?? [])
        {
            if (column.Text is { } field)
            {
                fields.Add(field);
                if (value.Text is not null && YamlJson.Of(value).ValueKind == JsonValueKind.String)
                {
                    textColumns.Add(field);
                }
            }
        }
    }

    /// <summary>A field's value as its column has it.</summary>
    public JsonElement Typed(string field, YamlNode node) => YamlJson.Of(
        node, Table.Rules.TryGetValue(field, out var rule)
            ? RuleReader.IsOfText(rule.Kind) || (rule.Kind == ValueKind.Money && textColumns.Contains(field))
            : textColumns.Contains(field));

    /// <summary>Fields with their values; a field that there is not is reported.</summary>
    public Dictionary<string, JsonElement> Values(ReadContext draft, YamlNode? node)
    {
        var values = new Dictionary<string, JsonElement>(StringComparer.Ordinal);
        foreach (var (field, at, value) in draft.Entries(node, $"fields of {Table.Name} with their values"))
        {
            if (IsField(draft, at))
            {
                values[field] = Typed(field, value);
            }
        }

        return values;
    }

    /// <summary>Whether a key names one of the table's fields; reported where it does not.</summary>
    public bool IsField(ReadContext draft, YamlNode at)
    {
        // What cannot be read at all was said before.
        if (at.Text is not { } field || fields.Contains(field))
        {
            return at.Text is not null;
        }

        draft.Unknown(at, $"field of {Table.Name} named", field, fields);
        return false;
    }

    /// <summary>A record with its key; null where it is none, which is then reported.</summary>
    public JsonElement? Record(ReadContext draft, YamlNode node)
    {
        var entries = draft.Entries(node, $"a record of {Table.Name}, a mapping");
        if (node.Entries is null)
        {
            return null;
        }

        var record = RecordJson.Record(
            entries.ToDictionary(entry => entry.Name, entry => Typed(entry.Name, entry.Value)));
        if (record.TryGetProperty(Table.Key, out var key)
            && key.ValueKind is JsonValueKind.String or JsonValueKind.Number && key.ToString().Length > 0)
        {
            return record;
        }

        draft.Fail(node, $"the record has no key `{Table.Key}`; expected a text or a number that is its own");
        return null;
    }

    public string KeyOf(JsonElement record) => record.GetProperty(Table.Key).ToString();
}
