using Tollgate.Load;
using Tollgate.Runs.Records;

namespace Tollgate.Runs;

/// <summary>A run file of a folder.</summary>
/// <param name="Path">The file.</param>
/// <param name="Info">What it says of its run; null where it cannot be read.</param>
/// <param name="State">Whether the run came to its end.</param>
/// <param name="Totals">The counts of each target.</param>
/// <param name="Error">Why it cannot be read, as one sentence; null where it can.</param>
internal sealed record RunListing(
    string Path, RunInfo? Info, RunState State, IReadOnlyList<TargetTotals> Totals, string? Error)
{
    /// <summary><inheritdoc cref="RunFile.Missing" path="/summary"/></summary>
    public string? Missing { get; init; }

    /// <summary>The run's name: the file's, without its ending.</summary>
    public string Name => System.IO.Path.GetFileNameWithoutExtension(Path);
}
