namespace Tollgate.Suites.Importing.Sgd;

/// <summary>
/// The records of a dialogue: what its services found, what could be had. Records of all dialogues stand in the suite's
/// tables; those that would answer this dialogue's questions in another way are not there in its call.
/// </summary>
/// <param name="all">The records of the dialogues so far, by table and content.</param>
internal sealed class SgdRows(Dictionary<(string Table, string Content), ImportedRow> all)
{
    private readonly OrderedDictionary<(string Table, string Key), ImportedRow> own = [];

    public IReadOnlyList<ImportedRow> Own => own.Values;

    /// <summary>What a search found.</summary>
    public void AddAll(string table, SgdCall call)
    {
        foreach (var result in call.Results)
        {
            Add(table, Found(call.Parameters, result));
        }
    }

    /// <summary>What was done could be had.</summary>
    public void AddOpen(string table, SgdCall call)
    {
        var row = Found(call.Parameters, call.Results.Count > 0 ? call.Results[0] : call.Parameters);
        row["status"] = "open";
        Add(table, row);
    }

    /// <summary>What could be had in place of what was wanted.</summary>
    public void AddAlternative(string table, SgdCall failed)
    {
        foreach (var result in failed.Results.Where(result => failed.Parameters.Any(one =>
            result.TryGetValue(one.Key, out var other) && other != one.Value)))
        {
            var row = failed.Parameters.ToDictionary();
            foreach (var (slot, value) in result)
            {
                row[slot] = value;
            }

            row["status"] = "open";
            Add(table, row);
        }
    }

    // A service may give another value than it was asked for: found by the one, it says the other.
    private static Dictionary<string, string> Found(
        IReadOnlyDictionary<string, string> given, IReadOnlyDictionary<string, string> result)
    {
        var row = result.ToDictionary();
        foreach (var (slot, value) in given)
        {
            if (row.TryGetValue(slot, out var other) && other != value)
            {
                row["confirmed_" + slot] = other;
            }

            row[slot] = value;
        }

        return row;
    }

    private void Add(string table, Dictionary<string, string> fields)
    {
        var content = string.Join('\n', fields.OrderBy(one => one.Key, StringComparer.Ordinal)
            .Select(one => one.ToString()));
        if (!all.TryGetValue((table, content), out var row))
        {
            var number = all.Keys.Count(one => one.Table == table) + 1;
            var key = string.Create(CultureInfo.InvariantCulture, $"{table}-{number}");
            OrderedDictionary<string, object> values = new() { ["id"] = key };
            foreach (var (field, value) in fields)
            {
                values[field] = value;
            }

            row = all[(table, content)] = new ImportedRow(table, key, values);
        }

        own[(table, row.Key)] = row;
    }
}
