namespace Tollgate.Callers.Lines;

/// <summary>What a caller's line does, in the turn that it answers.</summary>
internal enum CallerActKind : byte
{
    /// <summary>Gives a slot's value.</summary>
    Give,

    /// <summary>Gives it once more, slowly.</summary>
    Again,

    /// <summary>Spells it.</summary>
    Spell,

    /// <summary>Gives the part of it that is missing.</summary>
    Rest,

    /// <summary>Puts a wrong value right.</summary>
    Correct,

    /// <summary>Picks his own value of a slot among several.</summary>
    Choose,

    /// <summary>Takes an offered value that is not his own.</summary>
    Other,

    /// <summary>Does not know, or does not have it.</summary>
    Unknown,

    /// <summary>"Yes, that's right."</summary>
    Confirm,

    /// <summary>Gives leave, or takes an offer.</summary>
    Yes,

    /// <summary>Declines.</summary>
    No,

    /// <summary>Has no preference.</summary>
    Any,

    /// <summary>A yes or a no to a question that nothing in his facts answers.</summary>
    YesNo,

    /// <summary>An evasive word to a question that wants more than a yes or a no, and that nothing answers.</summary>
    Tell,

    /// <summary>Says again what he wants.</summary>
    Wish,

    /// <summary>Brings up the next wish.</summary>
    Next,

    /// <summary>Asks to look or to try again.</summary>
    Insist,

    /// <summary>"Sure, take your time."</summary>
    Wait,

    /// <summary>"Okay", "thanks": the agent goes on.</summary>
    Okay,

    /// <summary>That was all.</summary>
    Bye,

    /// <summary>Did not catch it.</summary>
    Sorry,
}
