using Tollgate.Acts.Slots;

namespace Tollgate.Suites.Briefs;

/// <summary>Something that an agent may ask a caller for.</summary>
/// <param name="Slot">Its name, such as <c>phone</c> or a tool's argument: <c>invoice_id</c>.</param>
/// <param name="Kind">What kind of thing it is: how it is said, and which questions ask for it.</param>
/// <param name="Value">
/// The value as a record would hold it: digits of a phone number, <c>2026-04-17</c>, <c>16:30</c>, <c>B-4101</c>; null
/// where the caller does not know it.
/// </param>
public sealed record CallerFact(string Slot, SlotKind Kind, string? Value)
{
    /// <summary>How the caller says it at first; null for the plain way of its kind.</summary>
    public string? Spoken { get; init; }

    /// <summary>The caller can give it.</summary>
    public bool IsKnown => Value is not null;

    /// <summary>A call's argument has the fact's value.</summary>
    internal bool Is(JsonElement argument) => IsKnown
        && (argument.ValueKind == JsonValueKind.String ? argument.GetString() : argument.GetRawText()) == Value;
}
