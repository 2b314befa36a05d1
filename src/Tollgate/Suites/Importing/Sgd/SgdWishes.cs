using System.Text.RegularExpressions;
using Tollgate.Values;

namespace Tollgate.Suites.Importing.Sgd;

/// <summary>
/// Makes wishes of what the user of a dialogue wants: of each intent what came of it in the end, and of a search that
/// found nothing a wish for what is not there.
/// </summary>
internal sealed partial class SgdWishes(SgdDialogue dialogue, SgdRows rows)
{
    private readonly List<ImportedWish> wishes = [];
    private readonly Dictionary<string, OrderedDictionary<string, object>> settled = [];

    /// <summary>The call, with the wishes of which something came.</summary>
    /// <param name="origin">The dialogue's name in the data set.</param>
    /// <exception cref="FormatException">Nothing came of any.</exception>
    public ImportedCall Read(string origin)
    {
        foreach (var goal in dialogue.Goals.Where(goal => goal.Calls.Count > 0))
        {
            if (goal.Intent.HasEffect)
            {
                AddDeed(goal);
            }
            else
            {
                AddSearches(goal);
            }
        }

        return new ImportedCall(dialogue.Name, origin, "dialogues.json")
        {
            Agent = string.Join("_and_", dialogue.Services.Select(SgdIntent.Snake)),
            Wishes = wishes.Count > 0 ? wishes
                : throw new FormatException("no service is called that gives or does anything"),
            Brief = new() { ["tags"] = dialogue.Services },
            Settled = settled,
            Rows = rows.Own,
        };
    }

    private void AddSearches(SgdGoal goal)
    {
        var last = goal.Calls.FindLast(call => !call.Failed);
        foreach (var call in goal.Calls.Where(call => call.Failed)
            .Where(call => goal.Calls.All(other => other.Failed || !other.IsSameAs(call)))
            .Where(call => goal.Calls.First(other => other.IsSameAs(call)) == call))
        {
            var body = Begin(goal, call, call.Parameters);
            body["looks_up"] = Calls(goal.Tool, References(goal, call.Parameters));
            body["missing"] = Missing(goal.Tool, call.Parameters);
            Add(goal, body);
        }

        if (last is not null)
        {
            AddAnswer(goal, last);
        }
    }

    // Which of the results the user means, he says: an agent that offers another is not wrong.
    private void AddAnswer(SgdGoal goal, SgdCall call)
    {
        rows.AddAll(goal.Tool, call);
        var own = call.Parameters.Keys.ToHashSet(StringComparer.Ordinal);
        var chosen = call.Results.FirstOrDefault(result => goal.Offer.All(offer => result.GetValueOrDefault(offer.Key)
            == offer.Value)) ?? call.Results[0];
        var name = call.Results.Count == 1 ? null : goal.Offer.Keys.FirstOrDefault(slot => !own.Contains(slot)
            && chosen.TryGetValue(slot, out var value) && call.Results.Count(result =>
                result.GetValueOrDefault(slot) == value) == 1);
        if (call.Results.Count > 1 && name is null)
        {
            return;
        }

        var tells = goal.Told.Where(told => chosen.GetValueOrDefault(told.Slot) == told.Value && told.Slot != name
            && !IsFlag(told.Value)).DistinctBy(told => told.Slot).ToDictionary(told => told.Slot, told => told.Value);
        var asked = tells.Keys.ToList();
        if (tells.Count == 0)
        {
            tells = goal.Offer.Where(offer => !own.Contains(offer.Key) && offer.Key != name && !IsFlag(offer.Value)
                && chosen.GetValueOrDefault(offer.Key) == offer.Value).ToDictionary();
        }

        if (tells.Count == 0 && name is not null)
        {
            tells[name] = chosen[name];
        }

        if (tells.Count == 0)
        {
            return;
        }

        var facts = call.Parameters.ToDictionary();
        if (name is not null)
        {
            facts[name] = chosen[name];
        }

        var more = name is null ? "" : $" I have {{{name}}} in mind.";
        more += asked.Count == 0 ? "" : $" What's the {string.Join(" and the ", asked.Select(Spaced))}?";
        var body = Begin(goal, call, facts, more);
        body["looks_up"] = Calls(goal.Tool, References(goal, call.Parameters));
        body["tells"] = Texts(tells);
        Add(goal, body);
    }

    private void AddDeed(SgdGoal goal)
    {
        var done = goal.Calls.FindLast(call => !call.Failed);
        var failed = goal.Calls.FindLast(call => call.Failed && (done is null || !call.IsSameAs(done)));
        if (done is null)
        {
            rows.AddAlternative(goal.Tool, failed!); // All of them failed, and there is one.
            AddRefusal(goal, failed!);
            return;
        }

        rows.AddOpen(goal.Tool, done);
        if (failed is not null && done.Parameters.Keys.All(failed.Parameters.ContainsKey)
            && failed.Parameters.Count == done.Parameters.Count)
        {
            AddSecondBest(goal, failed, done);
        }
        else
        {
            AddDone(goal, done);
        }

        AddQuestions(goal, done);
    }

    private void AddRefusal(SgdGoal goal, SgdCall failed)
    {
        var body = Begin(goal, failed, failed.Parameters);
        body["looks_up"] = Calls(SgdSuite.OptionsOf(goal.Tool), References(goal, failed.Parameters));
        body["missing"] = Missing(goal.Tool, failed.Parameters);
        Add(goal, body);
    }

    // What was wanted could not be had, and the user took something else.
    private void AddSecondBest(SgdGoal goal, SgdCall failed, SgdCall done)
    {
        var other = done.Parameters.Where(one => failed.Parameters[one.Key] != one.Value).ToDictionary();
        var shared = failed.Parameters.Where(one => !other.ContainsKey(one.Key)).ToDictionary();
        var options = SgdSuite.OptionsOf(goal.Tool);
        var body = Begin(goal, failed, failed.Parameters);
        body["looks_up"] = Calls(options, References(goal, failed.Parameters))
            .Concat(shared.Count == 0 ? [] : Calls(options, References(goal, shared)));
        body["missing"] = Missing(goal.Tool, failed.Parameters);
        body["accepts"] = Mapping(other, one => new object[] { one.Value });
        body["does"] = Calls(goal.Tool, Mapping(done.Parameters, one => other.ContainsKey(one.Key)
            ? AnyOf([one.Value])
            : Reference(goal, one.Key, one.Value)));
        Add(goal, body);
    }

    private void AddDone(SgdGoal goal, SgdCall done)
    {
        var body = Begin(goal, done, done.Parameters);
        body["does"] = Calls(goal.Tool, References(goal, done.Parameters));

        // One thing: who changes his mind on several says one after the other, and an agent may act in between.
        var first = goal.Informs
            .Where(one => done.Parameters.TryGetValue(one.Slot, out var value) && value != one.Value).Take(1)
            .ToDictionary(one => one.Slot, one => one.Value);
        if (first.Count > 0)
        {
            body["changes"] = Facts(goal, first);
        }

        Add(goal, body);
        if (first.Count > 0)
        {
            settled[wishes[^1].Name] = new() { ["changes"] = true };
        }
    }

    private void AddQuestions(SgdGoal goal, SgdCall done)
    {
        var result = done.Results.Count > 0 ? done.Results[0] : new Dictionary<string, string>();
        var tells = goal.Told.Where(told => !done.Parameters.ContainsKey(told.Slot) && !IsFlag(told.Value)
            && result.GetValueOrDefault(told.Slot) == told.Value)
            .DistinctBy(told => told.Slot).ToDictionary(told => told.Slot, told => told.Value);
        if (tells.Count == 0)
        {
            return;
        }

        var words = string.Join(" and the ", tells.Keys.Select(Spaced));
        Add(goal, new OrderedDictionary<string, object>
        {
            ["about"] = $"Asks for the {words}.",
            ["opens"] = $"What's the {words}, by the way?",
            ["again"] = $"I was asking for the {words}.",
            ["facts"] = Facts(goal, done.Parameters),
            ["looks_up"] = Calls(SgdSuite.OptionsOf(goal.Tool), References(goal, done.Parameters)),
            ["tells"] = Texts(tells),
        });
    }

    private void Add(SgdGoal goal, OrderedDictionary<string, object> body)
    {
        var number = (wishes.Count + 1).ToString(CultureInfo.InvariantCulture);
        wishes.Add(new ImportedWish(
            DataText.Name($"{dialogue.Name}_{number}_{SgdIntent.Snake(goal.Intent.Name)}"), body));
    }

    // The first wish of an intent begins as the user did; what comes after it says what is different.
    private OrderedDictionary<string, object> Begin(
        SgdGoal goal, SgdCall call, IReadOnlyDictionary<string, string> facts, string more = "")
    {
        var wanted = Wanted(goal.Intent);
        var isFirst = goal.Calls.TakeWhile(other => other != call).All(other => other.IsSameAs(call))
            || goal.Intent.HasEffect;
        var turn = isFirst ? goal.Opening : call.Turn;
        var isOwn = isFirst ? goal.IsOwn : turn.Informs.Count > 0;
        var before = isFirst ? null : goal.Calls[goal.Calls.IndexOf(call) - 1];
        var other = before is null ? [] : call.Parameters.Where(one =>
            before.Parameters.GetValueOrDefault(one.Key) != one.Value).Select(one => $"{{{one.Key}}}").ToList();
        var opens = isOwn ? Words(turn, facts)
            : other.Count > 0 ? $"Then let's try {string.Join(" and ", other)}."
            : $"I'd like to {wanted}.";
        return new OrderedDictionary<string, object>
        {
            ["about"] = goal.Intent.Description.TrimEnd('.') + ".",
            ["opens"] = opens + more,
            ["again"] = $"I wanted to {wanted}.",
            ["facts"] = Facts(goal, facts),
        };
    }

    // A value that is another one in the end is said as the caller has it in the end, or before a change of mind.
    private static string Words(SgdUserTurn turn, IReadOnlyDictionary<string, string> facts)
    {
        var words = turn.Utterance.Trim();
        foreach (var inform in turn.Informs.Where(one => one.Words.Length > 0
            && facts.TryGetValue(one.Slot, out var value) && value != one.Value))
        {
            words = words.Replace(inform.Words, $"{{{inform.Slot}}}", StringComparison.Ordinal);
        }

        return words;
    }

    private static string Wanted(SgdIntent intent)
    {
        var words = Details().Replace(intent.Description.TrimEnd('.', ' '), "");
        words = words.Length > 0 ? words : Spaced(SgdIntent.Snake(intent.Name));
        return char.ToLowerInvariant(words[0]) + words[1..];
    }

    private static OrderedDictionary<string, object> Facts(SgdGoal goal, IReadOnlyDictionary<string, string> values) =>
        Mapping(values, one => Said(goal, one.Key, one.Value) is { } spoken
            ? new OrderedDictionary<string, object> { ["value"] = one.Value, ["spoken"] = spoken }
            : one.Value);

    private static string? Said(SgdGoal goal, string slot, string value) =>
        value switch { "True" => "yes", "False" => "no", _ => goal.WordsFor(slot, value) };

    private static OrderedDictionary<string, object> References(
        SgdGoal goal, IReadOnlyDictionary<string, string> values) =>
        Mapping(values, one => Reference(goal, one.Key, one.Value));

    // What the user said for it counts as well, where it is free text: "Sipan" for its whole name.
    private static object Reference(SgdGoal goal, string slot, string value) =>
        goal.Service.Slots.TryGetValue(slot, out var known) && known.Kind == ValueKind.Text
            && goal.WordsFor(slot, value) is { } words ? AnyOf([$"{{{slot}}}", words]) : $"{{{slot}}}";

    private static OrderedDictionary<string, object> AnyOf(IReadOnlyList<string> values) =>
        new() { ["any_of"] = values };

    private static IReadOnlyList<object> Calls(string tool, OrderedDictionary<string, object> arguments) =>
        [new OrderedDictionary<string, object> { [tool] = arguments }];

    private static OrderedDictionary<string, object> Missing(
        string table, IReadOnlyDictionary<string, string> values) => new() { [table] = Mapping(values, one => $"{{{one.Key}}}") };

    private static OrderedDictionary<string, object> Texts(Dictionary<string, string> values) =>
        Mapping(values, one => one.Value);

    private static OrderedDictionary<string, object> Mapping(
        IReadOnlyDictionary<string, string> values, Func<KeyValuePair<string, string>, object> of) =>
        new(values.Select(one => KeyValuePair.Create(one.Key, of(one))));

    private static bool IsFlag(string value) => value is "True" or "False";

    private static string Spaced(string name) => name.Replace('_', ' ');

    [GeneratedRegex(@",?\s+(by|based|according|for an? given|for given|on a particular)\b.*$",
        RegexOptions.CultureInvariant)]
    private static partial Regex Details();
}
