using Tollgate.Suites;
using Tollgate.Suites.Tools;
using Tollgate.Unicode;
using Tollgate.Values;

namespace Tollgate.Scores.Calls;

/// <summary>What must have become of the records when certain calls were made.</summary>
internal static class ExpectedChanges
{
    /// <summary>Makes the calls and reads off what they change; free text may come out as it likes.</summary>
    public static List<ExpectedRecord> Of(Suite suite, RecordStore store, IReadOnlyList<ExpectedCall> calls)
    {
        var expected = new List<ExpectedRecord>();
        foreach (var call in calls)
        {
            if (!suite.Tools.TryGetValue(call.Tool, out var tool))
            {
                continue;
            }

            var (_, changes) = store.Run(tool, JsonSerializer.SerializeToElement(call.Examples));
            foreach (var change in changes)
            {
                var before = change.BeforeJson is { } was ? OutsideJson.Parse(was) : null;
                var after = change.AfterJson is { } now ? OutsideJson.Parse(now) : null;
                expected.Add(Expected(store, tool, call, change.Table, before, after));
            }
        }

        return expected;
    }

    private static ExpectedRecord Expected(
        RecordStore store, SuiteTool tool, ExpectedCall call, string name, JsonElement? before, JsonElement? after)
    {
        var table = store.Tables[name];
        var record = after ?? before ?? default;
        if (before is null)
        {
            // A new record: its key is drawn, and what was free to say is free.
            var where = Fields(record).Where(field => field.Name != table.Key && !IsFree(tool, call, field.Name))
                .ToDictionary(field => field.Name, field => field.Value);
            return new ExpectedRecord(name, where) { Count = store.Matching(name, where).Count() };
        }

        var key = new Dictionary<string, JsonElement> { [table.Key] = record.GetProperty(table.Key) };
        return new ExpectedRecord(name, key)
        {
            Count = after is null ? 0 : 1,
            Fields = after is null
                ? new Dictionary<string, ExpectedValue>()
                : Fields(record).Where(field => !IsFree(tool, call, field.Name)
                        && !(before.Value.TryGetProperty(field.Name, out var old)
                            && old.GetRawText() == field.Value.GetRawText()))
                    .ToDictionary(field => field.Name, field => new ExpectedValue(
                        [field.Value], table.Rules.GetValueOrDefault(field.Name) ?? ByType(field.Value))),
        };
    }

    private static bool IsFree(SuiteTool tool, ExpectedCall call, string field) =>
        tool.Backend.Set.TryGetValue(field, out var argument)
        && (call.Arguments.TryGetValue(argument, out var expected)
            ? expected.Rule.Kind is ValueKind.Any or ValueKind.Pattern
            : tool.Rules.TryGetValue(argument, out var rule) && rule.Kind is ValueKind.Any or ValueKind.Pattern);

    private static IEnumerable<JsonProperty> Fields(JsonElement record) => record.EnumerateObject();

    private static ValueRule ByType(JsonElement value) => new(value.ValueKind switch
    {
        JsonValueKind.Number => ValueKind.Number,
        JsonValueKind.True or JsonValueKind.False => ValueKind.Boolean,
        JsonValueKind.Object => ValueKind.Object,
        _ => ValueKind.Text,
    });
}
