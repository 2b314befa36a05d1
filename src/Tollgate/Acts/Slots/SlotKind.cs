namespace Tollgate.Acts.Slots;

/// <summary>What kind of thing an agent asks a caller for, or reads back.</summary>
public enum SlotKind : byte
{
    /// <summary>None of the kinds below: an open question of the agent's own.</summary>
    Other,

    /// <summary>A person's name: first, last, or both.</summary>
    Name,

    /// <summary>A telephone number.</summary>
    Phone,

    /// <summary>An e-mail address.</summary>
    Email,

    /// <summary>The day on which somebody was born.</summary>
    DateOfBirth,

    /// <summary>A postal address, or a part of it: street, house number, unit, city, postal code.</summary>
    Address,

    /// <summary>A calendar day or a day of the week.</summary>
    Day,

    /// <summary>A time of the day, or a part of the day.</summary>
    Time,

    /// <summary>How long something takes or lasts.</summary>
    Duration,

    /// <summary>How many.</summary>
    Quantity,

    /// <summary>How much money, or a percentage.</summary>
    Amount,

    /// <summary>A number or code that names a record: a ticket, an invoice, an account, a card.</summary>
    Code,

    /// <summary>A text to be passed on.</summary>
    Message,

    /// <summary>What the call is about, or why the caller wants it.</summary>
    Reason,
}
