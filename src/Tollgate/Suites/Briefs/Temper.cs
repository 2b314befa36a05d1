namespace Tollgate.Suites.Briefs;

/// <summary>How a caller talks.</summary>
public enum Temper : byte
{
    /// <summary>Says what is needed, politely.</summary>
    Even,

    /// <summary>Adds a remark to most answers, and tells more than was asked.</summary>
    Talkative,

    /// <summary>As few words as will do.</summary>
    Curt,

    /// <summary>In a hurry: says so, and goes straight on.</summary>
    Hurried,

    /// <summary>Hard of hearing: asks to have long answers repeated now and then.</summary>
    HardOfHearing,
}
