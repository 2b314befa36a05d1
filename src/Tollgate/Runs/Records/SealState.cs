namespace Tollgate.Runs.Records;

/// <summary>What a run file's seal says of its bytes.</summary>
internal enum SealState : byte
{
    /// <summary>There is none: the run was cut off, is still being written, or is older than seals.</summary>
    None,

    /// <summary>No byte was changed since the run was closed.</summary>
    Sealed,

    /// <summary>Bytes were changed, cut off or appended after the run was closed.</summary>
    Broken,
}
