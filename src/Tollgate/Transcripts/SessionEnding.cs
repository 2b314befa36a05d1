namespace Tollgate.Transcripts;

/// <summary>How a session ended.</summary>
public enum SessionEnding : byte
{
    /// <summary>The caller had said it all and hung up.</summary>
    Finished,

    /// <summary>Nothing moved any more, and the caller gave up.</summary>
    OffScript,

    /// <summary>A bound on turns or on exchanges was reached.</summary>
    Bounded,

    /// <summary>The caller heard nothing for too long and hung up.</summary>
    HungUp,

    /// <summary>The provider failed, and no retry helped.</summary>
    Failed,

    /// <summary>The user stopped the run.</summary>
    Stopped,
}
