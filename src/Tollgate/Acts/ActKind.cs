namespace Tollgate.Acts;

/// <summary>What an agent does with a part of what it says.</summary>
public enum ActKind : byte
{
    /// <summary>"Good morning, this is the front desk."</summary>
    Greet,

    /// <summary>Asks for a slot: "What number can we reach you on?"</summary>
    Request,

    /// <summary>Asks for a slot that it has asked for, or been given, before.</summary>
    RequestAgain,

    /// <summary>Asks for the letters of a slot.</summary>
    RequestSpelling,

    /// <summary>Says a value that the caller gave, so that the caller can correct it.</summary>
    ReadBack,

    /// <summary>Asks leave to do something: "Shall I go ahead and book it?"</summary>
    ConfirmAction,

    /// <summary>Offers something that the caller may take or leave.</summary>
    Offer,

    /// <summary>Lets the caller choose between things that it names.</summary>
    AskChoice,

    /// <summary>Tells the caller something.</summary>
    Inform,

    /// <summary>Says that what the caller asked for is not there.</summary>
    NotFound,

    /// <summary>Says that it cannot or may not do something.</summary>
    Refuse,

    /// <summary>Says that a system did not work.</summary>
    ToolFailed,

    /// <summary>Says that something has been done.</summary>
    ClaimDone,

    /// <summary>Asks the caller to wait.</summary>
    Hold,

    /// <summary>Passes the caller on to somebody else.</summary>
    Transfer,

    /// <summary>"Anything else?"</summary>
    AnythingElse,

    /// <summary>Takes its leave.</summary>
    Goodbye,

    /// <summary>Asks what the caller meant.</summary>
    Clarify,

    /// <summary>Thanks, sympathy, jokes.</summary>
    SmallTalk,

    /// <summary>None of these.</summary>
    Other,
}
