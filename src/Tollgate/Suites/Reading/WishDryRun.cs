using Tollgate.Input;
using Tollgate.Suites.Briefs;
using Tollgate.Suites.Reading.Drafts;
using Tollgate.Suites.Tools;
using Tollgate.Transcripts;
using Tollgate.Values;

namespace Tollgate.Suites.Reading;

/// <summary>
/// Runs a wish's calls against the records: what they look up must be there, or be what the wish is missing, and what
/// they do must come about.
/// </summary>
internal sealed class WishDryRun(ReadContext draft, IReadOnlyDictionary<string, RecordTable> before, RecordStore store)
{
    /// <summary>The fields that were changed: table, key, field.</summary>
    public HashSet<(string Table, string Key, string Field)> Changed { get; } = [];

    /// <summary>Why it cannot be met on these records; null where it can.</summary>
    /// <param name="looksUp">The lookups.</param>
    /// <param name="does">The calls with an effect, in their order.</param>
    /// <param name="missing">What must not be there; null for nothing.</param>
    /// <param name="at">The place of what is missing.</param>
    public Refusal? Run(
        IReadOnlyList<CallDraft> looksUp, IReadOnlyList<CallDraft> does, MissingRecord? missing, YamlNode at)
    {
        if (missing is not null && store.Matching(missing.Table, missing.Where).Select(record =>
            draft.Tables[missing.Table].KeyOf(record)).FirstOrDefault() is { } there)
        {
            return new Refusal(at, $"what is missing is there: {there} of {missing.Table} has these fields; expected fields "
                + "that no record has");
        }

        return looksUp.Select(call => LookUp(call, missing)).FirstOrDefault(refusal => refusal is not null)
            ?? does.Select(Do).FirstOrDefault(refusal => refusal is not null);
    }

    // What an earlier wish has changed is still known from before: the agent has seen it.
    private Refusal? LookUp(CallDraft call, MissingRecord? missing)
    {
        var tool = call.Tool;
        var arguments = Arguments(call);
        var empty = new[] { store, new RecordStore(before, draft.Now) }.All(records =>
            JsonElement.Parse(records.Run(tool, arguments).ResultJson).TryGetProperty("found", out var found)
                && found.ValueKind == JsonValueKind.Number && found.GetInt32() == 0);
        return !empty || Covers(missing, tool, arguments) ? null : new Refusal(call.Node,
            $"{tool.Name} finds no record of {tool.Backend.Table} with {ReadContext.Shown(arguments.GetRawText())}; expected one, "
            + "or a `missing` that declares it");
    }

    private bool Covers(MissingRecord? missing, SuiteTool tool, JsonElement arguments)
    {
        if (missing is null || missing.Table != tool.Backend.Table)
        {
            return false;
        }

        var table = store.Tables[missing.Table];
        var shared = tool.Backend.Where.Where(one => missing.Where.ContainsKey(one.Key)
            && arguments.TryGetProperty(one.Value, out var given) && given.ValueKind != JsonValueKind.Null).ToList();
        return shared.Count > 0 && shared.All(one => ValueComparer.Same(
            missing.Where[one.Key], arguments.GetProperty(one.Value),
            RecordJson.RuleOf(table, one.Key, missing.Where[one.Key]), draft.Now));
    }

    private Refusal? Do(CallDraft call)
    {
        var tool = call.Tool;
        var arguments = Arguments(call);
        var (json, changes) = store.Run(tool, arguments);
        if (JsonElement.Parse(json).TryGetProperty("error", out var error))
        {
            return new Refusal(call.Node, $"{tool.Name} with {ReadContext.Shown(arguments.GetRawText())} is answered with the "
                + $"error {error}; expected a call that is carried out on the records as they are then");
        }

        foreach (var change in changes)
        {
            Note(change);
        }

        return changes.Count > 0 ? null : new Refusal(call.Node,
            $"{tool.Name} with {ReadContext.Shown(arguments.GetRawText())} changes nothing, since the records are so already; "
            + "expected a wish for something else");
    }

    /// <summary>The arguments as a model that behaves gives them.</summary>
    public static JsonElement Arguments(CallDraft call) => RecordJson.Record(call.Call.Arguments
        .Where(argument => argument.Value.Example is not null)
        .ToDictionary(argument => argument.Key, argument => argument.Value.Example!.Value)); // Where has seen it.

    private void Note(RecordChange change)
    {
        if (change.AfterJson is null)
        {
            Changed.Add((change.Table, change.Key, ""));
            return;
        }

        var was = change.BeforeJson is null ? default : JsonElement.Parse(change.BeforeJson);
        foreach (var field in JsonElement.Parse(change.AfterJson).EnumerateObject().Where(field => IsNew(was, field)))
        {
            Changed.Add((change.Table, change.Key, field.Name));
        }
    }

    private static bool IsNew(JsonElement was, JsonProperty field) => was.ValueKind != JsonValueKind.Object
        || !was.TryGetProperty(field.Name, out var value) || !JsonElement.DeepEquals(value, field.Value);
}
