namespace Tollgate.Sessions.Recognition;

/// <summary>What kind of word a recogniser has before it; they are misheard at different rates.</summary>
public enum WordClass
{
    /// <summary>Any word that is none of the others. The default.</summary>
    Content,

    /// <summary>A small word: the, of, my, would.</summary>
    Function,

    /// <summary>A number in words or digits that stands alone: fifteen, hundred, 45.</summary>
    Number,

    /// <summary>A weekday, a month, a part of the day, an ordinal.</summary>
    Calendar,

    /// <summary>A digit in a row of digits, or a row written together: five five five, 5550142.</summary>
    Digit,

    /// <summary>A letter by itself.</summary>
    Letter,

    /// <summary>A name of a person or a place.</summary>
    Name,
}
