using Tollgate.Runs.Records;

namespace Tollgate.Workflows.Recording;

/// <summary>A run that was carried out and recorded.</summary>
/// <param name="Path">The run file.</param>
/// <param name="End">How it ended, which the file may be unable to say where the disk failed.</param>
internal sealed record RecordedRun(string Path, RunEnd End);
