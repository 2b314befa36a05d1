namespace Tollgate.Suites.Importing.Tau2;

/// <summary>Reads a domain's database: each mapping of records by key, or list of records, is a table.</summary>
internal sealed class Tau2Database
{
    // A task's records, and what they refer to: a user, the orders, the products in them.
    private const int MaxSteps = 3;
    private const int MaxRows = 300;

    private readonly OrderedDictionary<string, Tau2Table> tables = [];

    public IReadOnlyList<Tau2Table> Tables => tables.Values;

    /// <param name="json">The database; an object.</param>
    public static Tau2Database Read(JsonElement json)
    {
        var database = new Tau2Database();
        foreach (var property in json.EnumerateObject())
        {
            var records = property.Value.ValueKind switch
            {
                JsonValueKind.Object => property.Value.EnumerateObject().Select(one => (one.Name, one.Value)),
                JsonValueKind.Array => property.Value.EnumerateArray().Select(one => ("", one)),
                _ => [],
            };
            database.AddTable(
                DataText.Name(property.Name), [.. records.Where(one => one.Item2.ValueKind == JsonValueKind.Object)]);
        }

        return database;
    }

    /// <summary>Every plain value in a value, as text.</summary>
    public static IEnumerable<string> Leaves(JsonElement json) => json.ValueKind switch
    {
        JsonValueKind.Object => json.EnumerateObject().SelectMany(one => Leaves(one.Value)),
        JsonValueKind.Array => json.EnumerateArray().SelectMany(Leaves),
        JsonValueKind.Null or JsonValueKind.Undefined => [],
        _ => [json.ToString()],
    };

    /// <summary>The records that the values name by their keys, and those that these refer to.</summary>
    public IReadOnlyList<Tau2Row> Around(IEnumerable<Tau2Row> start)
    {
        var found = new OrderedDictionary<(string, string), Tau2Row>();
        var next = start.ToList();
        for (var step = 0; step < MaxSteps && next.Count > 0; step++)
        {
            var added = next.Where(row => found.Count < MaxRows && found.TryAdd((row.Table, row.Key), row)).ToList();
            next = [.. added.SelectMany(row => row.Leaves).SelectMany(WithKey)];
        }

        return found.Values;
    }

    /// <summary>The records that a value names.</summary>
    public IEnumerable<Tau2Row> WithKey(string key) =>
        tables.Values.Select(table => table.Rows.GetValueOrDefault(key)).OfType<Tau2Row>();

    private void AddTable(string name, List<(string Key, JsonElement Json)> records)
    {
        if (name.Length == 0 || records.Count == 0)
        {
            return;
        }

        var table = new Tau2Table(name, KeyOf(name, records));
        foreach (var (key, json) in records)
        {
            var fields = Flat(json);
            if (!fields.ContainsKey(table.Key))
            {
                fields.Insert(0, table.Key, JsonSerializer.SerializeToElement(key));
            }

            var own = ((JsonElement)fields[table.Key]).ToString();
            if (own.Length > 0)
            {
                table.Rows.TryAdd(own, new Tau2Row(
                    name, own, fields, Leaves(json).Append(own).ToHashSet(StringComparer.Ordinal)));
                table.Fields.UnionWith(fields.Keys);
                if (fields.TryGetValue("status", out var status)
                    && (JsonElement)status is { ValueKind: JsonValueKind.String } text)
                {
                    table.Statuses.Add(text.ToString());
                }
            }
        }

        if (table.Rows.Count > 0)
        {
            tables[name] = table;
        }
    }

    // The field that holds what the mapping has as the record's name; else one that is called so.
    private static string KeyOf(string table, List<(string Key, JsonElement Json)> records)
    {
        var (key, first) = records[0];
        return first.EnumerateObject().Where(one => one.Value.ValueKind is JsonValueKind.String or JsonValueKind.Number)
            .Where(one => key.Length > 0 ? one.Value.ToString() == key
                : one.Name == "id" || one.Name == table.TrimEnd('s') + "_id")
            .Select(one => one.Name).FirstOrDefault("id");
    }

    // name: { first_name, last_name } are fields of their own, so that somebody can be found by them.
    private static OrderedDictionary<string, object> Flat(JsonElement record)
    {
        var fields = new OrderedDictionary<string, object>();
        foreach (var field in record.EnumerateObject())
        {
            fields[field.Name] = field.Value;
        }

        foreach (var field in record.EnumerateObject().Where(field => field.Value.ValueKind == JsonValueKind.Object
            && field.Value.EnumerateObject().Any() && field.Value.EnumerateObject().All(one =>
                !fields.ContainsKey(one.Name)
                && one.Value.ValueKind is not (JsonValueKind.Object or JsonValueKind.Array or JsonValueKind.Null))))
        {
            fields.Remove(field.Name);
            foreach (var inner in field.Value.EnumerateObject())
            {
                fields[inner.Name] = inner.Value;
            }
        }

        return fields;
    }
}
