using Tollgate.Acts.Slots;
using Tollgate.Suites.Briefs;
using Tollgate.Suites.Tools;
using Tollgate.Values;

namespace Tollgate.Suites.Reading.Drafts;

/// <summary>
/// What kind of thing a slot is: what the suite says, then what a tool's argument or a table's field of that name
/// holds, then what the name means, then what the value looks like.
/// </summary>
internal sealed class SlotKinds
{
    private static readonly Dictionary<string, SlotKind> WellKnown = new(StringComparer.Ordinal)
    {
        ["name"] = SlotKind.Name,
        ["first_name"] = SlotKind.Name,
        ["last_name"] = SlotKind.Name,
        ["full_name"] = SlotKind.Name,
        ["phone"] = SlotKind.Phone,
        ["email"] = SlotKind.Email,
        ["date_of_birth"] = SlotKind.DateOfBirth,
        ["dob"] = SlotKind.DateOfBirth,
        ["birth_date"] = SlotKind.DateOfBirth,
        ["birthday"] = SlotKind.DateOfBirth,
        ["born"] = SlotKind.DateOfBirth,
        ["address"] = SlotKind.Address,
        ["street"] = SlotKind.Address,
        ["city"] = SlotKind.Address,
        ["zip"] = SlotKind.Address,
        ["zip_code"] = SlotKind.Address,
        ["postal_code"] = SlotKind.Address,
        ["day"] = SlotKind.Day,
        ["date"] = SlotKind.Day,
        ["time"] = SlotKind.Time,
        ["duration"] = SlotKind.Duration,
        ["quantity"] = SlotKind.Quantity,
        ["amount"] = SlotKind.Amount,
        ["price"] = SlotKind.Amount,
        ["balance"] = SlotKind.Amount,
        ["cost"] = SlotKind.Amount,
        ["fee"] = SlotKind.Amount,
        ["total"] = SlotKind.Amount,
        ["reason"] = SlotKind.Reason,
        ["message"] = SlotKind.Message,
    };

    // What the last word of a longer name means: new_phone, due_date, card_number.
    private static readonly Dictionary<string, SlotKind> LastWords = new(StringComparer.Ordinal)
    {
        ["phone"] = SlotKind.Phone,
        ["email"] = SlotKind.Email,
        ["address"] = SlotKind.Address,
        ["day"] = SlotKind.Day,
        ["date"] = SlotKind.Day,
        ["time"] = SlotKind.Time,
        ["amount"] = SlotKind.Amount,
        ["price"] = SlotKind.Amount,
        ["quantity"] = SlotKind.Quantity,
        ["reason"] = SlotKind.Reason,
        ["message"] = SlotKind.Message,
        ["id"] = SlotKind.Code,
        ["number"] = SlotKind.Code,
        ["code"] = SlotKind.Code,
    };

    private readonly Dictionary<string, SlotKind> ofTools = new(StringComparer.Ordinal);

    /// <summary>What the suite says of its own slots, by name.</summary>
    public Dictionary<string, AskedSlot> Own { get; } = new(StringComparer.Ordinal);

    /// <summary>Notes the arguments of a tool.</summary>
    public void Note(SuiteTool tool)
    {
        foreach (var (argument, rule) in tool.Rules)
        {
            if (OfRule(rule) is { } kind)
            {
                ofTools.TryAdd(argument, kind);
            }
        }
    }

    /// <param name="slot">The slot's name, or a field's.</param>
    /// <param name="value">Its value; null where it is unknown.</param>
    /// <param name="rule">How the field compares; null where it is none.</param>
    public SlotKind Of(string slot, string? value, ValueRule? rule = null)
    {
        if (Own.TryGetValue(slot, out var own))
        {
            return own.Kind;
        }

        var known = WellKnown.TryGetValue(slot, out var meant)
            || LastWords.TryGetValue(slot[(slot.LastIndexOf('_') + 1)..], out meant);
        return known && meant == SlotKind.DateOfBirth ? meant
            : rule is not null && OfRule(rule) is { } field ? field
            : ofTools.TryGetValue(slot, out var kind) ? kind
            : known ? meant
            : value is null ? SlotKind.Other
            : Spoken.IsDate(value) ? SlotKind.Day
            : Spoken.IsTime(value) ? SlotKind.Time
            : LooksLikeACode(value) ? SlotKind.Code
            : SlotKind.Other;
    }

    private static SlotKind? OfRule(ValueRule rule) => rule.Kind switch
    {
        ValueKind.Date or ValueKind.DateTime => SlotKind.Day,
        ValueKind.Time => SlotKind.Time,
        ValueKind.Phone => SlotKind.Phone,
        ValueKind.Email => SlotKind.Email,
        ValueKind.Code => SlotKind.Code,
        ValueKind.Money => SlotKind.Amount,
        _ => null,
    };

    // B-4101, 00417: digits with capitals or dashes, and no words.
    private static bool LooksLikeACode(string value) => value.Any(char.IsAsciiDigit) && value.Length > 3
        && value.All(one => char.IsAsciiDigit(one) || char.IsAsciiLetterUpper(one) || one == '-')
        && (value.Any(char.IsAsciiLetterUpper) || value[0] == '0' || value.Length > 6);
}
