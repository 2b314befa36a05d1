using System.Text.Json;
using Tollgate.Statistics;
using Tollgate.Yaml;

namespace Tollgate.Suites.Reading;

/// <summary>
/// Draws the records that a wish is about, one after the other: where nothing fits the ones before, those are drawn
/// anew.
/// </summary>
internal sealed class RowDrawer(
    Draft draft, IReadOnlyDictionary<string, RecordTable> tables, References references, RandomStream random)
{
    private const int MostTries = 500;

    private readonly RecordStore store = new(tables, draft.Now);
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
        var fields = table.Values(draft, references.Fill(where));
        if (draft.Context.Errors.Count > before || references.Refusal is not null)
        {
            return false;
        }

        var matching = store.Matching(tableName, fields).Where(record => references.Rows.Values.All(other =>
            other.Table != table || table.KeyOf(other.Record) != table.KeyOf(record))).ToArray();
        if (plan.Rows.TryGetValue(name, out var key))
        {
            if (store.Tables[tableName].Records.All(record => table.KeyOf(record) != key.Text))
            {
                draft.Unknown(key, $"record of {tableName}", key.Text ?? key.Kind,
                    store.Tables[tableName].Records.Select(table.KeyOf));
                return false;
            }

            matching = [.. matching.Where(record => table.KeyOf(record) == key.Text)];
        }

        random.Shuffle(matching);
        foreach (var record in matching)
        {
            references.Rows[name] = (table, record);
            references.Refusal = null;
            if (++tries > MostTries)
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
            ? $"the record {Draft.Shown(key.Text ?? key.Kind)} of {tableName} is not one that `{name}` of the wish "
                + $"`{plan.Template.Name}` may be: it has not {Shown(fields)}, or another stands for it; expected one that has"
            : $"no record of {tableName} has {Shown(fields)} for `{name}` of the wish `{plan.Template.Name}`; expected one");
        return false;
    }

    private static string Shown(Dictionary<string, JsonElement> fields) => fields.Count == 0 ? "what is needed"
        : Draft.Shown(string.Join(" and ", fields.Select(field => $"{field.Key} {field.Value.GetRawText()}")));
}
