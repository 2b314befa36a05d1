using System.Text.RegularExpressions;
using Tollgate.Input;

namespace Tollgate.Suites.Reading.Drafts;

/// <summary>
/// Puts a caller's records and facts where texts and calls name them: <c>{caller.phone}</c> a fact of the caller or a
/// field of the caller's record, <c>{booking.day}</c> a field of a drawn record, <c>{time}</c> a fact of the wish, else
/// of the caller.
/// </summary>
internal sealed partial class References(ReadContext draft)
{
    private readonly HashSet<(string Table, string Key)> used = [];
    private IReadOnlyDictionary<string, FactDraft>? saidFirst;

    /// <summary>The drawn records by name.</summary>
    public Dictionary<string, (TableDraft Table, JsonElement Record)> Rows { get; init; } = new(StringComparer.Ordinal);

    /// <summary>The caller's own record; null for somebody who is on no file.</summary>
    public (TableDraft Table, JsonElement Record)? Caller { get; init; }

    public Dictionary<string, FactDraft> CallerFacts { get; init; } = new(StringComparer.Ordinal);

    public Dictionary<string, FactDraft> Facts { get; } = new(StringComparer.Ordinal);

    /// <summary>Why this caller cannot have what was filled; null where nothing stands in the way.</summary>
    public Refusal? Refusal { get; set; }

    /// <summary>The same caller with another wish.</summary>
    public References ForWish() => new(draft) { Caller = Caller, CallerFacts = CallerFacts };

    /// <summary>The drawn records that were put in since this was last asked.</summary>
    public IReadOnlyCollection<(string Table, string Key)> TakeUsed()
    {
        var taken = used.ToList();
        used.Clear();
        return taken;
    }

    /// <summary>Why the caller cannot have it; the first reason stays.</summary>
    public void Refuse(YamlNode at, string message) => Refusal ??= new Refusal(at, message);

    /// <summary>The node with values in place of references, all through it.</summary>
    /// <param name="node">A value with references.</param>
    /// <param name="spoken">Inside texts, values become the way they are said.</param>
    public YamlNode Fill(YamlNode node, bool spoken = false) => node switch
    {
        { Items: { } items } => node.WithItems(items.Select(item => Fill(item, spoken))),
        { Entries: [var (key, value)] } when value.IsNull && key.Text is { } name && IsName(name) =>
            Bare(node, name, spoken),
        { Entries: { } entries } => node.WithEntries(entries.Select(entry => (entry.Key, Fill(entry.Value, spoken)))),
        _ => FillText(node, spoken),
    };

    /// <summary>The text with values in place of references, as the caller says it.</summary>
    /// <param name="node">The text.</param>
    /// <param name="first">What is said of a fact before the caller changes his mind; null for nothing.</param>
    public string Say(YamlNode node, IReadOnlyDictionary<string, FactDraft>? first)
    {
        saidFirst = first;
        var filled = Fill(node, true).Text ?? "";
        saidFirst = null;
        return SentenceStart().Replace(filled, match => match.Value.ToUpperInvariant());
    }

    /// <summary>The slot that a value is nothing but a reference to; null for anything else.</summary>
    public static string? LoneName(YamlNode node) =>
        node.Text is { } text && Reference().Match(text) is { Success: true } match && match.Length == text.Length
            ? match.Groups[1].Value
            : null;

    // {last} without quotes is a mapping in YAML.
    private bool IsName(string name) => Facts.ContainsKey(name) || CallerFacts.ContainsKey(name)
        || (name.IndexOf('.', StringComparison.Ordinal) is > 0 and var dot
            && (name[..dot] == "caller" || Rows.ContainsKey(name[..dot])));

    private YamlNode Bare(YamlNode node, string name, bool spoken)
    {
        draft.Fail(node, $"found {{{name}}} without quotes, which is a mapping; expected \"{{{name}}}\"");
        return FillText(node.WithText($"{{{name}}}", false), spoken);
    }

    private YamlNode FillText(YamlNode node, bool spoken)
    {
        if (node.Text is not { } text || !text.Contains('{', StringComparison.Ordinal))
        {
            return node;
        }

        // A text that is nothing but a reference has the value's type.
        if (!spoken && LoneName(node) is { } only)
        {
            return Find(node, only) is { Value: { } value } ? node.WithText(value.Text!, value.Plain) : node; // A text.
        }

        return node.WithText(Reference().Replace(text, match => Find(node, match.Groups[1].Value) is { } found
            ? spoken ? found.Said : found.Value!.Text! // Find gives those that are known, and they are texts.
            : match.Value), false);
    }

    private FactDraft? Find(YamlNode at, string name)
    {
        var parts = name.Split('.');
        var found = parts is [var slot] ? OfSlot(at, slot)
            : parts[0] == "caller" ? OfCaller(at, parts[1])
            : Rows.TryGetValue(parts[0], out var row) ? OfRow(at, row, parts[1])
            : Missing(at, "record", parts[0], Rows.Keys.Append("caller"));
        used.UnionWith(found?.Rows ?? []);
        return found;
    }

    private FactDraft? OfSlot(YamlNode at, string slot) =>
        saidFirst?.TryGetValue(slot, out var fact) == true || Facts.TryGetValue(slot, out fact)
            || CallerFacts.TryGetValue(slot, out fact)
            ? Known(at, slot, fact)
            : Missing(at, "fact", slot, Facts.Keys.Concat(CallerFacts.Keys));

    // What the caller does not know may still stand in the records: the call that is meant names it.
    private FactDraft? OfCaller(YamlNode at, string name)
    {
        if (CallerFacts.TryGetValue(name, out var fact) && fact.Value is not null)
        {
            return fact;
        }

        if (Caller is { } own && own.Table.Fields.Contains(name))
        {
            return OfRow(at, own, name);
        }

        return fact is not null ? Known(at, name, fact)
            : Missing(at, "fact or field of the caller named", name,
                CallerFacts.Keys.Concat(Caller?.Table.Fields ?? new HashSet<string>()).Distinct());
    }

    private FactDraft? Known(YamlNode at, string slot, FactDraft fact)
    {
        if (fact.Value is null)
        {
            draft.Fail(at, $"the caller does not know `{slot}`, so that nothing can stand here; expected a reference to what "
                + "is known, such as a field of a record");
        }

        return fact.Value is null ? null : fact;
    }

    private FactDraft? OfRow(YamlNode at, (TableDraft Table, JsonElement Record) row, string field)
    {
        var table = row.Table.Table;
        if (!row.Table.Fields.Contains(field))
        {
            return Missing(at, $"field of {table.Name} named", field, row.Table.Fields);
        }

        var key = row.Table.KeyOf(row.Record);
        if (!row.Record.TryGetProperty(field, out var value)
            || value.ValueKind is JsonValueKind.Null or JsonValueKind.Array or JsonValueKind.Object)
        {
            Refuse(at, $"{key} of {table.Name} has no `{field}` that could stand here; expected a record that has one");
            return null;
        }

        var isText = value.ValueKind == JsonValueKind.String;
        var text = isText ? value.GetString()! : value.GetRawText(); // It is a string.
        if (text.Length == 0)
        {
            Refuse(at, $"the `{field}` of {key} of {table.Name} is empty; expected a record that has one");
            return null;
        }

        var kind = draft.Slots.Of(field, text, table.Rules.GetValueOrDefault(field));
        return new FactDraft(new(field, kind, text), at.WithText(text, !isText), [(table.Name, key)]);
    }

    private FactDraft? Missing(YamlNode at, string what, string name, IEnumerable<string> known)
    {
        draft.Unknown(at, what, name, known.Distinct());
        return null;
    }

    [GeneratedRegex(@"(?:^|[.!?]\s+)\p{Ll}", RegexOptions.CultureInvariant)]
    private static partial Regex SentenceStart();

    [GeneratedRegex(@"\{([A-Za-z_][A-Za-z0-9_]*(?:\.[A-Za-z_][A-Za-z0-9_]*)?)\}", RegexOptions.CultureInvariant)]
    private static partial Regex Reference();
}
