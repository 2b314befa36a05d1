using Tollgate.Input;
using Tollgate.Statistics;
using Tollgate.Suites.Reading.Drafts;
using Tollgate.Suites.Tools;
using Tollgate.Values;

namespace Tollgate.Suites.Reading;

/// <summary>
/// Draws the records that a wish is about, one after the other: where nothing fits the ones before, those are drawn
/// anew.
/// </summary>
internal sealed class RowDrawer(
    ReadContext draft, IReadOnlyDictionary<string, RecordTable> tables, References references, RandomStream random)
{
    private const int MaxTries = 500;

    private int tries;

    /// <summary>Whether there are such records; what stands in the way is reported or refused where not.</summary>
    public bool Draw(WishPlan plan) => Draw(plan, 0);

    private bool Draw(WishPlan plan, int index)
    {
        if (index == plan.Template.Rows.Count)
        {
            return true;
        }

        var (name, at, tableName, where) = plan.Template.Rows[index];
        var table = draft.Tables[tableName];
        var before = draft.Context.Errors.Count;
        var conditions = Conditions(table, references.Fill(where));
        if (draft.Context.Errors.Count > before || references.Refusal is not null)
        {
            return false;
        }

        var all = tables[tableName].Records;
        var taken = references.Rows.Values.Where(other => other.Table == table)
            .Select(other => table.KeyOf(other.Record)).ToHashSet(StringComparer.Ordinal);
        var matching = all.Where(record => !taken.Contains(table.KeyOf(record))
            && conditions.All(one => Has(table, record, one.Field, one.AnyOf))).ToArray();
        if (plan.Rows.TryGetValue(name, out var key))
        {
            if (all.All(record => table.KeyOf(record) != key.Text))
            {
                draft.Unknown(key, $"record of {tableName}", key.Text ?? key.Kind,
                    all.Select(table.KeyOf));
                return false;
            }

            matching = [.. matching.Where(record => table.KeyOf(record) == key.Text)];
        }

        random.Shuffle(matching);
        foreach (var record in matching)
        {
            references.Rows[name] = (table, record);
            references.Refusal = null;
            if (++tries > MaxTries)
            {
                break;
            }

            if (Draw(plan, index + 1))
            {
                return true;
            }

            references.Rows.Remove(name);
            if (draft.Context.Errors.Count > before)
            {
                return false;
            }
        }

        references.Refuse(key ?? at, key is not null && matching.Length == 0
            ? $"the record {ReadContext.Shown(key.Text ?? key.Kind)} of {tableName} is not one that `{name}` of the wish "
                + $"`{plan.Template.Name}` may be: it has not {Shown(conditions)}, or another stands for it; expected one that has"
            : $"no record of {tableName} has {Shown(conditions)} for `{name}` of the wish `{plan.Template.Name}`; expected one");
        return false;
    }

    // A list is any of its values.
    private List<(string Field, IReadOnlyList<JsonElement> AnyOf)> Conditions(TableDraft table, YamlNode where) =>
    [
        .. draft.Entries(where, $"fields of {table.Table.Name} with their values").Where(entry => table.IsField(draft, entry.Key))
            .Select(entry => (entry.Name, (IReadOnlyList<JsonElement>)
                [.. (entry.Value.Items ?? [entry.Value]).Select(value => table.Typed(entry.Name, value))])),
    ];

    private bool Has(TableDraft table, JsonElement record, string field, IReadOnlyList<JsonElement> anyOf) =>
        anyOf.Any(value => ValueComparer.Same(record.TryGetProperty(field, out var has) ? has : default, value,
            RecordJson.RuleOf(table.Table, field, value), draft.Now));

    private static string Shown(List<(string Field, IReadOnlyList<JsonElement> AnyOf)> conditions) =>
        conditions.Count == 0 ? "what is needed" : ReadContext.Shown(string.Join(" and ", conditions.Select(one =>
            $"{one.Field} {string.Join(" or ", one.AnyOf.Select(value => value.GetRawText()))}")));
}
