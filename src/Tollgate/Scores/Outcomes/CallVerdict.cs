namespace Tollgate.Scores.Outcomes;

/// <summary>What became of a call that was expected or made.</summary>
public enum CallVerdict : byte
{
    /// <summary>Made as expected.</summary>
    Right,

    /// <summary>Another tool was called in its place.</summary>
    WrongTool,

    /// <summary>Expected and not made.</summary>
    Missing,

    /// <summary>Made and not expected.</summary>
    Extra,

    /// <summary>Made again with the same arguments although it had been answered.</summary>
    Duplicate,

    /// <summary>The right tool with arguments that are not right.</summary>
    WrongArguments,

    /// <summary>Not expected and without harm. It is not counted.</summary>
    Allowed,

    /// <summary>Expected, but the session or a tool's failure ended the way there. It is not counted.</summary>
    NotReached,
}
