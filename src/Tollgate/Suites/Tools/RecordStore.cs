using Tollgate.Transcripts;
using Tollgate.Values;

namespace Tollgate.Suites.Tools;

/// <summary>
/// The records of one session while it is played: tools run against them. The same calls in the same order give the
/// same answers. Not thread-safe.
/// </summary>
internal sealed class RecordStore
{
    private const long FirstNumber = 1001;

    private readonly Dictionary<string, RecordTable> tables;
    private readonly Dictionary<(string Table, string Prefix), long> lastNumbers = [];
    private readonly DateTime now;

    /// <param name="tables">The tables as the session finds them; they are not changed.</param>
    /// <param name="now">The day and the time of the call, for dates that leave the year out.</param>
    public RecordStore(IReadOnlyDictionary<string, RecordTable> tables, DateTime now = default)
    {
        this.tables = new Dictionary<string, RecordTable>(tables, StringComparer.Ordinal);
        this.now = now;
    }

    /// <summary>The tables as they are now.</summary>
    public IReadOnlyDictionary<string, RecordTable> Tables => tables;

    /// <summary>Carries out a call whose arguments its schema allows.</summary>
    /// <param name="arguments">An object.</param>
    /// <returns>
    /// What the tool answers, as a JSON object, and what changed. A find answers <c>{"found":1,"records":[...]}</c>;
    /// what changes records answers <c>{"ok":true,"record":{...}}</c>, or
    /// <c>{"ok":false,"error":"...","what":"..."}</c> and changes nothing: <c>not_found</c> with the argument that
    /// names nothing, <c>not_possible</c> where the record is there and its state forbids it, <c>ambiguous</c> where
    /// several match, <c>exists</c> where the key is taken.
    /// </returns>
    public (string ResultJson, IReadOnlyList<RecordChange> Changes) Run(SuiteTool tool, JsonElement arguments)
    {
        var backend = tool.Backend;
        if (backend.Action == BackendAction.Answer)
        {
            return (backend.Answer is { } answer ? RecordJson.Write(answer) : "{}", []);
        }

        foreach (var (argument, table) in backend.Requires)
        {
            if (Argument(arguments, argument) is { } key && !Exists(tables[table], key, RuleOf(tool, argument)))
            {
                return (RecordJson.Refused("not_found", argument), []);
            }
        }

        return backend.Action switch
        {
            BackendAction.Find => (Find(tool, arguments), []),
            BackendAction.Insert => Insert(backend, arguments),
            BackendAction.Update => ChangeOne(tool, arguments, record => With(backend, arguments, record)),
            _ => ChangeOne(tool, arguments, static _ => null),
        };
    }

    /// <summary>The records of a table whose fields are these, by the table's rules.</summary>
    internal IEnumerable<JsonElement> Matching(string table, IReadOnlyDictionary<string, JsonElement> where) =>
        tables[table].Records.Where(record => where.All(one =>
            Same(one.Key, record, one.Value, RuleOf(tables[table], one.Key, one.Value))));

    private static JsonElement? Argument(JsonElement arguments, string name) =>
        arguments.TryGetProperty(name, out var value) && value.ValueKind != JsonValueKind.Null ? value : null;

    private static Dictionary<string, JsonElement> With(
        ToolBackend backend, JsonElement arguments, Dictionary<string, JsonElement> fields)
    {
        foreach (var (field, argument) in backend.Set)
        {
            if (Argument(arguments, argument) is { } value)
            {
                fields[field] = value;
            }
        }

        foreach (var (field, value) in backend.SetTo)
        {
            fields[field] = value;
        }

        return fields;
    }

    private string Find(SuiteTool tool, JsonElement arguments)
    {
        var wanted = Wanted(tool, arguments);
        var found = tables[tool.Backend.Table].Records
            .Where(record => Selects(wanted, record) && Allowed(tool.Backend, record));
        return RecordJson.Found([.. found], tool.Backend);
    }

    private (string, IReadOnlyList<RecordChange>) Insert(ToolBackend backend, JsonElement arguments)
    {
        var table = tables[backend.Table];
        var fields = With(backend, arguments, new Dictionary<string, JsonElement> { [table.Key] = default });
        if (fields[table.Key].ValueKind == JsonValueKind.Undefined)
        {
            fields[table.Key] = NewKey(table, backend.KeyPrefix);
        }
        else if (Exists(table, fields[table.Key]))
        {
            return (RecordJson.Refused("exists", table.Key), []);
        }

        var record = RecordJson.Record(fields);
        tables[table.Name] = table with { Records = [.. table.Records, record] };
        return (RecordJson.Done(record, backend),
            [new RecordChange(table.Name, KeyOf(table, record), null, RecordJson.Write(record))]);
    }

    private (string, IReadOnlyList<RecordChange>) ChangeOne(
        SuiteTool tool, JsonElement arguments,
        Func<Dictionary<string, JsonElement>, Dictionary<string, JsonElement>?> change)
    {
        var backend = tool.Backend;
        var table = tables[backend.Table];
        var wanted = Wanted(tool, arguments);
        var selected = Enumerable.Range(0, table.Records.Count)
            .Where(i => Selects(wanted, table.Records[i])).ToList();
        var allowed = selected.Where(i => Allowed(backend, table.Records[i])).ToList();
        if (allowed.Count != 1)
        {
            var error = allowed.Count > 1 ? "ambiguous" : selected.Count > 0 ? "not_possible" : "not_found";
            return (RecordJson.Refused(error, WhatOf(backend, arguments)), []);
        }

        var before = table.Records[allowed[0]];
        var fields = change(before.EnumerateObject().ToDictionary(field => field.Name, field => field.Value));
        JsonElement? after = fields is null ? null : RecordJson.Record(fields);
        tables[table.Name] = table with
        {
            Records = [.. table.Records.Select((record, i) => i == allowed[0] ? after : record).OfType<JsonElement>()],
        };
        var (beforeJson, afterJson) = (RecordJson.Write(before), after is { } put ? RecordJson.Write(put) : null);
        return (RecordJson.Done(after ?? before, backend),
            beforeJson == afterJson ? [] : [new RecordChange(table.Name, KeyOf(table, before), beforeJson, afterJson)]);
    }

    // The argument that names the record: the first that is given.
    private static string WhatOf(ToolBackend backend, JsonElement arguments) =>
        backend.Where.Values.FirstOrDefault(name => Argument(arguments, name) is not null)
            ?? backend.Where.Values.FirstOrDefault() ?? backend.Table;

    // The fields that the arguments name, with how each compares.
    private List<(string Field, JsonElement Value, ValueRule Rule)> Wanted(SuiteTool tool, JsonElement arguments)
    {
        var table = tables[tool.Backend.Table];
        var wanted = new List<(string, JsonElement, ValueRule)>();
        foreach (var (field, argument) in tool.Backend.Where)
        {
            if (Argument(arguments, argument) is { } value)
            {
                wanted.Add((field, value, RuleOf(table, field, value, RuleOf(tool, argument))));
            }
        }

        return wanted;
    }

    private bool Selects(List<(string Field, JsonElement Value, ValueRule Rule)> wanted, JsonElement record) =>
        wanted.TrueForAll(one => Same(one.Field, record, one.Value, one.Rule));

    // Where the table does not say how a field compares, the argument does; one that takes anything says nothing.
    private static ValueRule? RuleOf(SuiteTool tool, string argument) =>
        tool.Rules.TryGetValue(argument, out var rule) && rule.Kind is not (ValueKind.Any or ValueKind.Pattern)
            ? rule
            : null;

    private bool Allowed(ToolBackend backend, JsonElement record) =>
        backend.Only.All(one => Same(one.Key, record, one.Value, RuleOf(tables[backend.Table], one.Key, one.Value)));

    private bool Exists(RecordTable table, JsonElement key, ValueRule? rule = null)
    {
        var its = RuleOf(table, table.Key, key, rule);
        return table.Records.Any(record => Same(table.Key, record, key, its));
    }

    private static ValueRule RuleOf(RecordTable table, string field, JsonElement value, ValueRule? ofArgument = null) =>
        table.Rules.GetValueOrDefault(field) ?? ofArgument ?? RecordJson.ByType(value);

    private bool Same(string field, JsonElement record, JsonElement value, ValueRule rule) =>
        ValueComparer.Same(record.TryGetProperty(field, out var has) ? has : default, value, rule, now);

    // A number that was given once is not given again, even where its record was taken away.
    private JsonElement NewKey(RecordTable table, string prefix)
    {
        var numbers = table.Records.Select(record => NumberAfter(KeyOf(table, record), prefix))
            .Append(lastNumbers.GetValueOrDefault((table.Name, prefix)));
        var next = numbers.Max() is var last and > 0 and < long.MaxValue ? last + 1 : FirstNumber;
        lastNumbers[(table.Name, prefix)] = next;
        var areNumbers = prefix.Length == 0 && table.Records.Count > 0 && table.Records.All(record =>
            record.TryGetProperty(table.Key, out var key) && key.ValueKind == JsonValueKind.Number);
        var digits = next.ToString(CultureInfo.InvariantCulture);
        return JsonElement.Parse(areNumbers ? digits : RecordJson.Quoted(prefix + digits));
    }

    private static long NumberAfter(string key, string prefix) =>
        key.StartsWith(prefix, StringComparison.OrdinalIgnoreCase)
            && long.TryParse(key.AsSpan(prefix.Length), NumberStyles.None, CultureInfo.InvariantCulture, out var number)
            ? number
            : 0;

    private static string KeyOf(RecordTable table, JsonElement record) =>
        record.TryGetProperty(table.Key, out var key) ? key.ToString() : "";
}
