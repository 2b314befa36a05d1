namespace Tollgate.Values;

/// <summary>What a value means, and so when two of them are the same.</summary>
public enum ValueKind : byte
{
    /// <summary>Case, runs of spaces and typographic quotes and dashes are folded; nothing else.</summary>
    Text,

    /// <summary>A number within a tolerance.</summary>
    Number,

    /// <summary>True or false.</summary>
    Boolean,

    /// <summary>A calendar date.</summary>
    Date,

    /// <summary>A time of the day.</summary>
    Time,

    /// <summary>A date with a time of the day.</summary>
    DateTime,

    /// <summary>A telephone number: its digits, with or without the country's code.</summary>
    Phone,

    /// <summary>An amount with or without its currency.</summary>
    Money,

    /// <summary>An e-mail address: case is folded.</summary>
    Email,

    /// <summary>A code such as a confirmation number: case, spaces and dashes are folded.</summary>
    Code,

    /// <summary>One of a closed list, letter for letter.</summary>
    Enum,

    /// <summary>Free text that must match a pattern.</summary>
    Pattern,

    /// <summary>A list whose order does not matter.</summary>
    Set,

    /// <summary>A list in order.</summary>
    List,

    /// <summary>An object, field by field.</summary>
    Object,

    /// <summary>Anything will do, as long as it is there and its type is right.</summary>
    Any,
}
