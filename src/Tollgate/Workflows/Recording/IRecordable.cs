using Tollgate.Load;

namespace Tollgate.Workflows.Recording;

/// <summary>A run that can be carried out once, into the run file that it was made for.</summary>
internal interface IRecordable
{
    /// <summary>What went wrong beside the load, as one sentence; null while nothing did.</summary>
    string? Problem { get; }

    Task<LoadSummary> RunAsync(CancellationToken stop, CancellationToken abort);
}
