namespace Tollgate.Language.Facts;

/// <summary>What a stated fact is.</summary>
public enum FactKind : byte
{
    /// <summary>A calendar date, a day of the week or of the month.</summary>
    Date,

    /// <summary>A time of the day.</summary>
    Time,

    /// <summary>An amount of money or a percentage.</summary>
    Amount,

    /// <summary>A person's or a firm's name.</summary>
    Name,

    /// <summary>What has become of something, or that it is there: "is confirmed", "I see your booking".</summary>
    Status,

    /// <summary>A code such as a confirmation number.</summary>
    Code,

    /// <summary>A telephone number.</summary>
    Phone,

    /// <summary>An e-mail address.</summary>
    Email,
}
