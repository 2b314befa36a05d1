using Tollgate.Acts.Slots;
using Tollgate.Input;
using Tollgate.Statistics;
using Tollgate.Suites.Briefs;
using Tollgate.Suites.Reading.Drafts;

namespace Tollgate.Suites.Reading;

/// <summary>Reads what a caller knows.</summary>
internal static class FactReader
{
    public static string[] Keys { get; } = ["value", "any_of", "spoken", "kind"];

    /// <summary>The fact with its references filled; null where it cannot be read, which is then reported.</summary>
    /// <param name="draft">The suite.</param>
    /// <param name="slot">The slot's name.</param>
    /// <param name="node">A value, <c>unknown</c>, or a mapping.</param>
    /// <param name="references">The caller's records and facts so far.</param>
    /// <param name="random">Draws one of several values.</param>
    public static FactDraft? Read(
        ReadContext draft, string slot, YamlNode node, References references, RandomStream random)
    {
        if (node.Entries is null || References.LoneName(Braced(node)) is not null)
        {
            return Of(draft, slot, node, null, null, references);
        }

        if (YamlMap.Of(draft.Context, node, "a fact", Keys) is not { } map)
        {
            return null;
        }

        if (map.Has("value") == map.Has("any_of"))
        {
            draft.Fail(node, $"the fact `{slot}` has {(map.Has("value") ? "both `value` and" : "neither `value` nor")} "
                + "`any_of`; expected one of them");
            return null;
        }

        var kind = map.OneOf<SlotKind>("kind");
        if (map.ValueOf("any_of") is not { } list)
        {
            return Of(draft, slot, map.ValueOf("value")!, map.ValueOf("spoken"), kind, references); // One is there.
        }

        var values = draft.Items(list, "a list of values");
        if (values.Count == 0 || map.Has("spoken"))
        {
            draft.Fail(values.Count == 0 ? list : map.KeyAt("spoken"), values.Count == 0
                ? "found no values; expected one or more"
                : "found `spoken` beside `any_of`; expected it beside each value, as in { value: 12, spoken: \"a dozen\" }");
            return null;
        }

        var drawn = values[random.Next(values.Count)];
        return drawn.Entries is null
            ? Of(draft, slot, drawn, null, kind, references)
            : YamlMap.Of(draft.Context, drawn, "a value", "value", "spoken") is { } one && one.ValueOf("value") is { } value
                ? Of(draft, slot, value, one.ValueOf("spoken"), kind, references)
                : Refuse(draft, drawn, slot);
    }

    // {row.name} without quotes is a mapping with one key and no value: References says so.
    private static YamlNode Braced(YamlNode node) =>
        node.Entries is [var (key, value)] && value.IsNull && key.Text is { } name && !Keys.Contains(name)
            ? node.WithText($"{{{name}}}", false)
            : node;

    private static FactDraft? Refuse(ReadContext draft, YamlNode node, string slot)
    {
        draft.Fail(node, $"found no `value` of the fact `{slot}`; expected one beside `spoken`");
        return null;
    }

    private static FactDraft? Of(
        ReadContext draft, string slot, YamlNode node, YamlNode? spoken, SlotKind? kind, References references)
    {
        if (node is { Plain: true, Text: "unknown" })
        {
            return new FactDraft(new CallerFact(slot, kind ?? draft.Slots.Of(slot, null), null), null, []);
        }

        references.TakeUsed();
        var before = draft.Context.Errors.Count;
        var of = kind ?? draft.Slots.Of(slot, null);
        var isText = of is SlotKind.Other or SlotKind.Reason or SlotKind.Message;
        var value = references.Fill(node, isText && References.LoneName(node) is null);
        if (draft.Word(value, $"the fact `{slot}`: a value, `unknown`, or a mapping such as {{ any_of: [...] }}")
            is not { } text || draft.Context.Errors.Count > before || references.Refusal is not null)
        {
            return null;
        }

        of = kind ?? draft.Slots.Of(slot, text);
        if (kind is null && of == SlotKind.Other && YamlJson.Of(value).ValueKind == JsonValueKind.Number)
        {
            of = SlotKind.Quantity;
        }

        if (spoken is null && !Spoken.CanSay(of, text))
        {
            draft.Fail(node, $"found {YamlContext.Quote(text)} for `{slot}`, of which there is no way to say it as "
                + $"{SnakeCase.Of(of)}; expected a value as records hold it, or `spoken` beside it");
        }

        var said = spoken is null ? null : draft.Word(references.Fill(spoken, true), "the words that are said");
        return new FactDraft(new CallerFact(slot, of, text) { Spoken = said }, value, references.TakeUsed());
    }
}
