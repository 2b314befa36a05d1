using Tollgate.Language;
using Tollgate.Language.Facts;

namespace Tollgate.Acts.Slots;

/// <summary>Which values may fill which slots.</summary>
internal static class SlotValues
{
    /// <summary>A value of this kind may be what the slot is asked for.</summary>
    public static bool Fits(SlotKind slot, FactKind value) => slot switch
    {
        SlotKind.Name => value is FactKind.Name,
        SlotKind.Phone => value is FactKind.Phone or FactKind.Code,
        SlotKind.Email => value is FactKind.Email,
        SlotKind.DateOfBirth or SlotKind.Day => value is FactKind.Date,
        SlotKind.Time => value is FactKind.Time,
        SlotKind.Amount => value is FactKind.Amount,
        SlotKind.Code => value is FactKind.Code or FactKind.Phone,
        SlotKind.Address => value is FactKind.Code or FactKind.Name,
        SlotKind.Quantity or SlotKind.Duration => value is FactKind.Code,
        _ => false,
    };

    /// <summary>The kind of slot that such a value most often fills.</summary>
    public static SlotKind KindOf(FactKind value) => value switch
    {
        FactKind.Date => SlotKind.Day,
        FactKind.Time => SlotKind.Time,
        FactKind.Amount => SlotKind.Amount,
        FactKind.Name => SlotKind.Name,
        FactKind.Code => SlotKind.Code,
        FactKind.Phone => SlotKind.Phone,
        FactKind.Email => SlotKind.Email,
        _ => SlotKind.Other,
    };
}
