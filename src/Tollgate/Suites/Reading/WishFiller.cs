using Tollgate.Input;
using Tollgate.Statistics;
using Tollgate.Suites.Briefs;
using Tollgate.Suites.Reading.Drafts;
using Tollgate.Suites.Tools;
using Tollgate.Values;

namespace Tollgate.Suites.Reading;

/// <summary>
/// Makes a caller's wish: draws its records, facts and words, and puts them in place of the references.
/// </summary>
internal sealed class WishFiller(
    ReadContext draft, IReadOnlyDictionary<string, RecordTable> tables, References references, RandomStream random)
{
    /// <summary>The wish; null where it could not be made, which is then reported or refused.</summary>
    /// <param name="plan">The wish, with what is settled of it.</param>
    public FilledWish? Fill(WishPlan plan)
    {
        var before = draft.Context.Errors.Count;
        var template = plan.Template;
        if (!new RowDrawer(draft, tables, references, random).Draw(plan))
        {
            return null;
        }

        foreach (var (slot, _, value) in template.Facts)
        {
            var settled = plan.Facts.GetValueOrDefault(slot) ?? value;
            if (FactReader.Read(draft, slot, settled, references, random) is { } fact)
            {
                references.Facts[slot] = fact;
            }
        }

        // A fact that could not be read would be missed wherever it is named.
        if (references.Facts.Count < template.Facts.Count)
        {
            return null;
        }

        references.TakeUsed();
        var accepts = ReadAccepts(template);
        var does = ReadCalls(template.Map.ValueOf("does"), accepts);
        var actedOn = references.TakeUsed();
        var looksUp = ReadCalls(template.Map.ValueOf("looks_up"), []);
        var first = plan.Changes ? ReadChange(template) : null;
        var wish = new Wish
        {
            Name = template.Name,
            About = template.About,
            Agents = template.Agents,
            Opens = Say(template.Opens, first),
            Again = Say(template.Again, null),
            Facts = references.Facts.ToDictionary(fact => fact.Key, fact => fact.Value.Fact),
            Accepts = accepts,
            Change = first is null ? null
                : new ChangeOfMind(first.ToDictionary(one => one.Key, one => one.Value.Fact)),
            Does = [.. does.Select(call => call.Call)],
            LooksUp = [.. looksUp.Select(call => call.Call)],
            Tells = [.. draft.Entries(template.Map.ValueOf("tells"), "what must be told, by slot")
                .Select(entry => FactReader.Read(draft, entry.Name, entry.Value, references, random)?.Fact)
                .OfType<CallerFact>()],
            Missing = ReadMissing(template),
            HandsOverTo = template.HandsOverTo,
            Labels = LabelReader.Read(draft, template.Map.ValueOf("labels")),
        };
        return draft.Context.Errors.Count > before || references.Refusal is not null
            ? null
            : new FilledWish(wish, looksUp, does, actedOn, KeyOf(wish));
    }

    private static string KeyOf(Wish wish) => string.Join('\n',
    [
        wish.Name,
        .. wish.Facts.Values.Select(fact => $"{fact.Slot}={fact.Value}"),
        .. wish.Does.SelectMany(call => call.Arguments).Select(one => $"{one.Key}={one.Value.Example?.GetRawText()}"),
    ]);

    private Dictionary<string, Acceptance> ReadAccepts(WishTemplate template)
    {
        var accepts = new Dictionary<string, Acceptance>(StringComparer.Ordinal);
        foreach (var (slot, _, value) in draft.Entries(template.Map.ValueOf("accepts"), "what else is taken, by slot"))
        {
            accepts[slot] = value.Text == "any"
                ? new Acceptance(true, [])
                : new Acceptance(false, [.. draft.Items(value, "`any`, or a list of values")
                    .Select(item => draft.Word(references.Fill(item), "a value")).OfType<string>()]);
        }

        return accepts;
    }

    private List<CallDraft> ReadCalls(YamlNode? list, Dictionary<string, Acceptance> accepts)
    {
        var calls = new List<CallDraft>();
        foreach (var item in draft.Items(list, "a list of calls"))
        {
            if (CallReader.Read(draft, references.Fill(item)) is { } call)
            {
                calls.Add(call with { Call = Widened(item, call.Call, accepts) });
            }
        }

        return calls;
    }

    // What the caller also takes is right in the call, too.
    private static ExpectedCall Widened(YamlNode item, ExpectedCall call, Dictionary<string, Acceptance> accepts)
    {
        var arguments = new Dictionary<string, ExpectedValue>(call.Arguments, StringComparer.Ordinal);
        foreach (var (key, value) in item.Entries is [var (_, given)] ? given.Entries ?? [] : [])
        {
            if (References.LoneName(value) is { } slot && accepts.TryGetValue(slot, out var accepted)
                && arguments.TryGetValue(key.Text ?? "", out var expected) && expected.Example is { } example)
            {
                arguments[key.Text!] = accepted.Any // It is one of the arguments' names.
                    ? new ExpectedValue([], ValueRule.Any) { Example = example }
                    : expected with
                    {
                        AnyOf = [.. expected.AnyOf, .. accepted.Values.Select(one => As(example.ValueKind, one))],
                    };
            }
        }

        return call with { Arguments = arguments };
    }

    private static JsonElement As(JsonValueKind kind, string text) => kind == JsonValueKind.String
        ? JsonSerializer.SerializeToElement(text)
        : YamlJson.Of(new YamlNode(default, default) { Text = text, Plain = true });

    // What is the same as what is wanted in the end is no change: of a day and a time, one may stay.
    private Dictionary<string, FactDraft> ReadChange(WishTemplate template)
    {
        var first = draft.Entries(template.Map.ValueOf("changes"), "what is said first, by slot")
            .Select(entry => FactReader.Read(draft, entry.Name, entry.Value, references, random)).OfType<FactDraft>()
            .Where(one => references.Facts[one.Fact.Slot].Fact.Value != one.Fact.Value)
            .ToDictionary(one => one.Fact.Slot);
        if (first.Count == 0)
        {
            references.Refuse(template.Map.KeyAt("changes"), "what is said first is what is wanted in the end; expected "
                + "another value");
        }

        return first;
    }

    private string Say(IReadOnlyList<YamlNode> texts, Dictionary<string, FactDraft>? first) =>
        references.Say(texts[random.Next(texts.Count)], first);

    private MissingRecord? ReadMissing(WishTemplate template)
    {
        var entries = draft.Entries(template.Map.ValueOf("missing"), PopulationReader.MissingExpected);
        return entries is [var (table, key, where)] && draft.Known(key, "table", draft.Tables.Keys) is not null
            ? new MissingRecord(template.Name, table, draft.Tables[table].Values(draft, references.Fill(where)))
            : null; // Anything else was reported with the wish.
    }
}
