namespace Tollgate.Runs.Records;

/// <summary>Whether a run came to its end.</summary>
internal enum RunState : byte
{
    /// <summary>It ended in order, or was stopped in order.</summary>
    Complete,

    /// <summary>It was cut off, or it is still being written.</summary>
    Interrupted,
}
