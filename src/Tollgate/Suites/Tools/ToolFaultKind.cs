namespace Tollgate.Suites.Tools;

/// <summary>What can befall a tool.</summary>
public enum ToolFaultKind : byte
{
    /// <summary>It takes four times as long as it might, and answers.</summary>
    Slow,

    /// <summary>It does not answer in time and does nothing.</summary>
    TimeOut,

    /// <summary>It answers that it failed, and does nothing.</summary>
    Fail,

    /// <summary>It answers twice: the second answer comes in a message of its own.</summary>
    AnswerTwice,

    /// <summary>It answers with a part of its answer first, and with the whole after that.</summary>
    PartialFirst,
}
