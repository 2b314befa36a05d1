using System.Text.RegularExpressions;
using Tollgate.Acts.Slots;
using Tollgate.Suites.Reading.Drafts;

namespace Tollgate.Suites.Importing.Tau2;

/// <summary>
/// What a user knows: what the texts say by their form, and what of the calls' values stands in them.
/// </summary>
internal static partial class Tau2Facts
{
    /// <param name="actions">Its calls.</param>
    public static OrderedDictionary<string, object> Of(Tau2Task task, IReadOnlyList<Tau2Action> actions)
    {
        var facts = new OrderedDictionary<string, object>();
        var known = $"{task.Known}\n{task.Reason}";
        if (Name().Match(task.Known) is { Success: true } name)
        {
            facts["first_name"] = name.Groups[1].Value;
            facts["last_name"] = name.Groups[2].Value;
        }

        Add(facts, "user_id", UserId().Matches(known), null);
        Add(facts, "email", Email().Matches(known), null);
        Add(facts, "zip", Zip().Matches(task.Known), null);
        Add(facts, "phone_number", Phone().Matches(known), null);
        Add(facts, "order_id", Order().Matches(known), Code);
        Add(facts, "reservation_id", Reservation().Matches(known), Code);
        foreach (var values in actions.SelectMany(action => action.Arguments.EnumerateObject())
            .Where(one => one.Value.ValueKind is JsonValueKind.String or JsonValueKind.Number).GroupBy(one => one.Name)
            .Where(one => !facts.ContainsKey(one.Key) && DataText.Name(one.Key) == one.Key))
        {
            if (values.Select(one => one.Value.ToString()).Distinct().ToList() is [{ Length: > 0 } only])
            {
                AddArgument(facts, task, values.Key, only);
            }
        }

        AddUnknown(facts, task, actions);
        return facts;
    }

    private static void AddArgument(OrderedDictionary<string, object> facts, Tau2Task task, string slot, string value)
    {
        if (Regex.IsMatch(task.Scenario, $@"(?<!\w){Regex.Escape(value)}(?!\w)", RegexOptions.CultureInvariant))
        {
            facts[slot] = value;
        }

        // credit_card_9513926 is what records call it; he says that it is the credit card.
        else if (slot.StartsWith("payment", StringComparison.Ordinal) && Method().Match(value) is { Success: true } method)
        {
            facts["payment_method"] = method.Groups[1].Value.Replace('_', ' ');
        }
    }

    private static void AddUnknown(
        OrderedDictionary<string, object> facts, Tau2Task task, IReadOnlyList<Tau2Action> actions)
    {
        foreach (var slot in actions.SelectMany(action => action.Arguments.EnumerateObject()).Select(one => one.Name)
            .Append("email").Where(slot => !facts.ContainsKey(slot) && DataText.Name(slot) == slot).Distinct())
        {
            var words = slot.Replace("_id", "", StringComparison.Ordinal).Replace('_', ' ');
            if (task.Unknown.Contains(words, StringComparison.OrdinalIgnoreCase))
            {
                facts[slot] = new YamlText.Plain("unknown");
            }
        }
    }

    // Of several he says the one that is asked for, which cannot be told apart here.
    private static void Add(
        OrderedDictionary<string, object> facts, string slot, MatchCollection found, Func<string, string>? spoken)
    {
        if (found.Select(match => match.Groups[^1].Value).Distinct().ToList() is [var only])
        {
            facts[slot] = spoken is null ? only
                : new OrderedDictionary<string, object> { ["value"] = only, ["spoken"] = spoken(only) };
        }
    }

    private static string Code(string value) => Spoken.Plain(SlotKind.Code, value.TrimStart('#'));

    [GeneratedRegex(@"(?:\bYou(?: are|'re)|\bname is)\s+(\p{Lu}[\p{L}'-]+)\s+(\p{Lu}[\p{L}'-]+)", RegexOptions.CultureInvariant)]
    private static partial Regex Name();

    [GeneratedRegex(@"(?<![\w.])([a-z]+_[a-z]+_\d{3,})(?!\w)", RegexOptions.CultureInvariant)]
    private static partial Regex UserId();

    [GeneratedRegex(@"([\w.+-]+@[\w-]+(?:\.[\w-]+)+)", RegexOptions.CultureInvariant)]
    private static partial Regex Email();

    [GeneratedRegex(@"(?<![\w#])(\d{5})(?!\w)", RegexOptions.CultureInvariant)]
    private static partial Regex Zip();

    [GeneratedRegex(@"(?<!\w)(\d{3}-\d{3}-\d{4})(?!\w)", RegexOptions.CultureInvariant)]
    private static partial Regex Phone();

    [GeneratedRegex(@"(#[A-Z]?\d{4,})(?!\w)", RegexOptions.CultureInvariant)]
    private static partial Regex Order();

    [GeneratedRegex(@"(?:reservation|confirmation)(?: number| id| code)?(?: is)?:?\s+([A-Z0-9]{6})(?!\w)", RegexOptions.CultureInvariant)]
    private static partial Regex Reservation();

    [GeneratedRegex(@"^([a-z]+(?:_[a-z]+)*)_\d+$", RegexOptions.CultureInvariant)]
    private static partial Regex Method();
}
