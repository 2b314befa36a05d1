namespace Tollgate.Load;

/// <summary>Why a run was over.</summary>
internal enum LoadEnd : byte
{
    /// <summary>All that was asked for has been sent, and is over.</summary>
    Finished,

    /// <summary>It was stopped: nothing new left, and what was in flight was taken back.</summary>
    Stopped,

    /// <summary>It was cut off: what was in flight was not waited for.</summary>
    Aborted,
}
