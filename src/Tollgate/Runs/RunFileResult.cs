namespace Tollgate.Runs;

/// <summary>What came of opening a run file: the file, or why not. Exactly one of them is not null.</summary>
/// <param name="File">The open file; the caller disposes it.</param>
/// <param name="Error">One sentence that names the file.</param>
internal readonly record struct RunFileResult(RunFile? File, string? Error)
{
    /// <summary>There is a run, and files beside it make it uncertain which: it is not valid.</summary>
    public bool NotValid { get; init; }
}
