using System.Text.Json;
using Tollgate.Values;
using Tollgate.Yaml;

namespace Tollgate.Suites.Reading;

/// <summary>
/// Runs the expected calls of a session against its records: what they name must be there, or be declared missing, and
/// what they do must be what the session says becomes of the records.
/// </summary>
internal sealed class RecordTrial
{
    // Stands for anything at all: it is never the same as a value that a suite could hold.
    private const string Unknown = "\uE000";

    private readonly Draft draft;
    private readonly SessionDraft session;
    private readonly RecordStore store;

    private RecordTrial(Draft draft, SessionDraft session)
    {
        this.draft = draft;
        this.session = session;
        store = new RecordStore(session.Session.Tables, draft.Now);
    }

    public static void Check(Draft draft, SessionDraft session)
    {
        var trial = new RecordTrial(draft, session);
        var before = draft.Context.Errors.Count;
        trial.CheckMissing();
        foreach (var step in session.Steps)
        {
            foreach (var call in step.Calls.Where(call => call.Tool is not null))
            {
                // What may be left out has left nothing behind, and what it names must be there all the same.
                trial.Run(call, call.Tool!, step.Step.Optional || call.Call.Optional); // Where has seen it.
            }
        }

        // A call that failed, or whose tool could not be read, has not done what the records would show.
        if (draft.Context.Errors.Count == before
            && session.Steps.All(step => step.Calls.All(call => call.Tool is not null || call.To is not null)))
        {
            trial.CheckAfter();
        }
    }

    private void CheckMissing()
    {
        // One whose table could not be read was reported.
        foreach (var (name, missing) in session.Session.Missing.Where(static one => one.Value.Table.Length > 0))
        {
            if (store.Matching(missing.Table, missing.Where).Select(record => record.GetProperty(
                store.Tables[missing.Table].Key)).ToList() is [var first, ..])
            {
                draft.Fail(session.Missing[name], $"the missing record `{name}` is there: {first} of {missing.Table} has "
                    + "these fields; expected fields that no record has");
            }
        }
    }

    private void Run(CallDraft call, SuiteTool tool, bool mayBeLeftOut)
    {
        var arguments = Arguments(call, tool);
        var runs = mayBeLeftOut ? new RecordStore(store.Tables, draft.Now) : store;
        var answer = JsonElement.Parse(runs.Run(tool, arguments).ResultJson);
        if (tool.Backend.Action == BackendAction.Answer)
        {
            return;
        }

        if (answer.TryGetProperty("found", out var found))
        {
            if (found.ValueKind == JsonValueKind.Number && found.GetInt32() == 0)
            {
                NotThere(call, tool, "", Conditions(tool, arguments), tool.Backend.Table);
            }

            return;
        }

        if (!answer.TryGetProperty("error", out var error))
        {
            return;
        }

        var what = answer.GetProperty("what").ToString();
        if (error.ValueEquals("not_found"))
        {
            var required = tool.Backend.Requires.GetValueOrDefault(what) is { } of
                && !tool.Backend.Where.Values.Contains(what) ? of : null;
            NotThere(call, tool, what, required is null ? Conditions(tool, arguments)
                : new Dictionary<string, JsonElement>
                {
                    [store.Tables[required].Key] = arguments.GetProperty(what),
                }, required ?? tool.Backend.Table);
        }
        else if (!Open(call, tool))
        {
            draft.Fail(call.Node, $"the call is answered with the error {error} ({what}); expected one that is carried out "
                + "on the records as they are then");
        }
    }

    // An argument that may be anything may name a single record where the trial sees several.
    private static bool Open(CallDraft call, SuiteTool tool) => tool.Backend.Where.Values.Any(name =>
        call.Call.Arguments.TryGetValue(name, out var value) && value.Example is null);

    private JsonElement Arguments(CallDraft call, SuiteTool tool)
    {
        var arguments = new Dictionary<string, JsonElement>(StringComparer.Ordinal);
        foreach (var (name, expected) in call.Call.Arguments)
        {
            var names = tool.Backend.Where.Values.Contains(name) || tool.Backend.Requires.ContainsKey(name);
            if (expected.Example is { } example)
            {
                arguments[name] = example;
            }
            else if (!names)
            {
                arguments[name] = JsonSerializer.SerializeToElement(Unknown);
            }
        }

        return RecordJson.Record(arguments);
    }

    private static Dictionary<string, JsonElement> Conditions(SuiteTool tool, JsonElement arguments)
    {
        var conditions = new Dictionary<string, JsonElement>(tool.Backend.Only, StringComparer.Ordinal);
        foreach (var (field, argument) in tool.Backend.Where)
        {
            if (arguments.TryGetProperty(argument, out var value) && value.ValueKind != JsonValueKind.Null)
            {
                conditions[field] = value;
            }
        }

        return conditions;
    }

    private void NotThere(
        CallDraft call, SuiteTool tool, string argument, Dictionary<string, JsonElement> conditions, string table)
    {
        if (session.Session.Missing.Values.Any(missing => missing.Table == table && Covers(missing, conditions)))
        {
            return;
        }

        var place = call.Arguments.GetValueOrDefault(argument.Length > 0 ? argument
            : tool.Backend.Where.Values.FirstOrDefault(call.Arguments.ContainsKey) ?? "") ?? call.Node;
        var said = string.Join(" and ", conditions.Select(one => $"{one.Key} {one.Value.GetRawText()}"));
        draft.Fail(place, $"no record of {table} has {(said.Length > 0 ? Draft.Shown(said) : "what the tool looks for")} when "
            + "this call is made; expected one, or a `missing` that declares it");
    }

    private bool Covers(MissingRecord missing, Dictionary<string, JsonElement> conditions)
    {
        var shared = missing.Where.Where(one => conditions.ContainsKey(one.Key)).ToList();
        return shared.Count > 0 && shared.All(one => ValueComparer.Same(
            one.Value, conditions[one.Key], RecordJson.RuleOf(store.Tables[missing.Table], one.Key, one.Value),
            draft.Now));
    }

    private void CheckAfter()
    {
        foreach (var (record, node) in session.RecordsAfter.Concat(session.Goals.SelectMany(goal => goal.Records)))
        {
            var meant = store.Matching(record.Table, record.Where).ToList();
            var right = meant.Count(one => record.Fields.All(field => Meets(field, one)));
            if (right == record.Count)
            {
                continue;
            }

            var field = meant.Count != record.Count ? null
                : record.Fields.FirstOrDefault(field => !meant.TrueForAll(one => Meets(field, one))).Key;
            draft.Fail(node, field is null
                ? $"{right} records of {record.Table} are so once the expected calls were made; expected {record.Count}, or "
                    + "calls that make them so"
                : $"the field `{field}` of {record.Table} is another once the expected calls were made; expected what they "
                    + "make of it");
        }

        foreach (var (table, key) in Changed().Where(change => !Explained(change.Table, change.Key)))
        {
            draft.Fail(session.Map.Has("records_after") ? session.Map.KeyAt("records_after") : session.At,
                $"the expected calls change {key} of {table}, and `records_after` says nothing of it; expected what becomes "
                + "of it, since other changes count against the model");
        }
    }

    private bool Meets(KeyValuePair<string, ExpectedValue> field, JsonElement record) =>
        record.TryGetProperty(field.Key, out var value)
            && value.ValueKind == JsonValueKind.String && value.ValueEquals(Unknown)
            || ValueComparer.Meets(field.Value, value, draft.Now);

    private IEnumerable<(string Table, string Key)> Changed()
    {
        foreach (var (name, table) in session.Session.Tables)
        {
            var (before, after) = (ByKey(table), ByKey(store.Tables[name]));
            foreach (var key in before.Keys.Union(after.Keys))
            {
                if (!before.TryGetValue(key, out var was) || !after.TryGetValue(key, out var now)
                    || !JsonElement.DeepEquals(was, now))
                {
                    yield return (name, key);
                }
            }
        }
    }

    // As the scores have it: by what a record was or has become, and by its being gone where none may be left.
    private bool Explained(string table, string key) => session.Session.RecordsAfter
        .Concat(session.Session.Goals.SelectMany(goal => goal.Records))
        .Where(record => record.Table == table)
        .Any(record =>
        {
            var was = ByKey(session.Session.Tables[table]).TryGetValue(key, out var before) && IsMeant(record, before);
            var there = ByKey(store.Tables[table]).TryGetValue(key, out var now);
            return record.Count == 0 ? was && !there : was || (there && IsMeant(record, now));
        });

    private bool IsMeant(ExpectedRecord expected, JsonElement record) => expected.Where.All(one => ValueComparer.Same(
        one.Value, record.TryGetProperty(one.Key, out var value) ? value : default,
        RecordJson.RuleOf(store.Tables[expected.Table], one.Key, one.Value), draft.Now));

    private static Dictionary<string, JsonElement> ByKey(RecordTable table) =>
        table.Records.ToDictionary(record => record.GetProperty(table.Key).ToString());
}
