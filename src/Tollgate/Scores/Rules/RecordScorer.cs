using Tollgate.Scores.Calls;
using Tollgate.Scores.Kinds;
using Tollgate.Scores.Outcomes;
using Tollgate.Suites;
using Tollgate.Transcripts;
using Tollgate.Unicode;
using Tollgate.Values;

namespace Tollgate.Scores.Rules;

/// <summary>What became of the records: the changes are replayed on the session's tables, and the end is
/// compared.</summary>
internal sealed class RecordScorer
{
    private readonly SessionView view;
    private readonly CallMatches calls;

    // Table and key → the record before and now; null where there is none.
    private readonly Dictionary<(string Table, string Key), (JsonElement? Before, JsonElement? Now)> records = [];
    private readonly Dictionary<(string Table, string Key), int> changedBy = [];

    public RecordScorer(SessionView view, CallMatches calls)
    {
        this.view = view;
        this.calls = calls;
        foreach (var table in view.Session.Tables.Values)
        {
            foreach (var record in table.Records)
            {
                if (record.TryGetProperty(table.Key, out var key))
                {
                    records[(table.Name, Plain(key))] = (record, record);
                }
            }
        }

        for (var i = 0; i < view.Transcript.Entries.Count; i++)
        {
            if (view.Transcript.Entries[i] is ToolRan ran)
            {
                foreach (var change in ran.Changes)
                {
                    Apply(change, i);
                }
            }
        }
    }

    public void Score(List<ScoredItem> items)
    {
        foreach (var expected in view.Outcome.Records)
        {
            var found = Count(expected);
            var right = found == expected.Count;
            var excused = !right && IsExcused(expected);
            items.Add(new ScoredItem(
                RecordsScore.Name, excused ? null : right, view.LastTurn,
                right ? $"{expected.Table}: {found} as expected."
                : excused ? $"{expected.Table}: a tool that failed or whose answer is not known, or the session's end, stood in the way."
                : $"{expected.Table}: {found} records are as expected; there should be {expected.Count}.")
            {
                Found = found.ToString(System.Globalization.CultureInfo.InvariantCulture),
                Expected = Describe(expected),
            });
        }

        foreach (var (place, (before, now)) in records)
        {
            if (changedBy.TryGetValue(place, out var entry) && !IsSame(before, now, place.Table)
                && !IsExplained(place.Table, before, now, entry))
            {
                items.Add(new ScoredItem(
                    RecordsScore.Name, false, view.TurnOf(entry),
                    $"{place.Table} {place.Key} was changed, and nothing in the session asks for it.")
                {
                    Entry = entry,
                    Found = now?.GetRawText() ?? "taken away",
                    Expected = before?.GetRawText() ?? "no such record",
                });
            }
        }
    }

    public int Count(ExpectedRecord expected) => records.Count(one =>
        one.Key.Table == expected.Table && one.Value.Now is { } record && IsMeant(expected, record)
        && expected.Fields.All(field =>
            ValueComparer.Meets(field.Value, FieldOf(record, field.Key), view.Suite.Now)));

    /// <summary>
    /// A tool that would have done it failed in every attempt, or the session was cut off before it, or whether a call
    /// did it is not known.
    /// </summary>
    public bool IsExcused(ExpectedRecord expected) =>
        calls.Calls.Any(call => call.Expected is { } target && Changes(target.Tool, expected.Table)
            && (call.Verdict == CallVerdict.NotReached || calls.FailedThroughout(target)))
        || view.Made.Exists(call => call.IsOpen && Changes(call.Ran.Tool, expected.Table));

    private bool Changes(string name, string table) =>
        view.Suite.Tools.TryGetValue(name, out var tool) && tool.HasEffect && tool.Backend.Table == table;

    private void Apply(RecordChange change, int entry)
    {
        var place = (change.Table, change.Key);
        records.TryGetValue(place, out var record);
        records[place] = (record.Before, change.AfterJson is { } after ? OutsideJson.Parse(after) : null);
        changedBy[place] = entry;
    }

    private bool IsExplained(string table, JsonElement? before, JsonElement? now, int entry)
    {
        var expected = view.Outcome.Records.Concat(view.Outcome.Goals.SelectMany(static goal => goal.Records));
        return expected.Any(one => one.Table == table
                && (one.Count == 0
                    ? now is null && before is { } gone && IsMeant(one, gone)
                    : (now is { } is_ && IsMeant(one, is_)) || (before is { } was && IsMeant(one, was))))
            || calls.Calls.Any(call => call.Entry == entry && (call.Verdict is CallVerdict.Right
                || (call.Verdict is CallVerdict.Allowed && view.WasAgreed(entry))));
    }

    private bool IsMeant(ExpectedRecord expected, JsonElement record) => expected.Where.All(field =>
        ValueComparer.Same(
            field.Value, FieldOf(record, field.Key), RuleOf(expected.Table, field.Key, field.Value), view.Suite.Now));

    private bool IsSame(JsonElement? before, JsonElement? now, string table) =>
        before is { } was && now is { } is_
            ? ValueComparer.Same(
                was, is_, new ValueRule(ValueKind.Object) { Fields = RulesOf(table) }, view.Suite.Now)
            : before is null && now is null;

    private IReadOnlyDictionary<string, ValueRule> RulesOf(string table) =>
        view.Session.Tables.TryGetValue(table, out var one) ? one.Rules : new Dictionary<string, ValueRule>();

    private ValueRule RuleOf(string table, string field, JsonElement value) =>
        RulesOf(table).TryGetValue(field, out var rule) ? rule
        : new ValueRule(value.ValueKind == JsonValueKind.Object ? ValueKind.Object : ValueKind.Text);

    private static JsonElement FieldOf(JsonElement record, string field) =>
        record.ValueKind == JsonValueKind.Object && record.TryGetProperty(field, out var value) ? value : default;

    private static string Plain(JsonElement key) =>
        key.ValueKind == JsonValueKind.String ? key.GetString()! : key.GetRawText();

    private static string Describe(ExpectedRecord expected) =>
        $"{expected.Count} with " + string.Join(", ", expected.Where.Select(static one => $"{one.Key} {one.Value.GetRawText()}"))
        + string.Concat(expected.Fields.Select(static one =>
            $", {one.Key} {string.Join(" or ", one.Value.AnyOf.Select(static value => value.GetRawText()))}"));
}
