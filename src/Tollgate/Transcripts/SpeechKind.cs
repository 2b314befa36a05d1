namespace Tollgate.Transcripts;

/// <summary>Why a caller speaks.</summary>
public enum SpeechKind : byte
{
    /// <summary>It is the caller's turn.</summary>
    Line,

    /// <summary>Into the agent's words.</summary>
    BargeIn,

    /// <summary>The first part of a turn that was taken for finished too soon.</summary>
    CutShort,

    /// <summary>The rest of such a turn.</summary>
    Continuation,

    /// <summary>A word of agreement, which is no turn.</summary>
    Backchannel,

    /// <summary>The caller did not understand what the agent said.</summary>
    Clarification,
}
