using Tollgate.Runs;

namespace Tollgate.Workflows.Recording;

/// <summary>Where a run is recorded, by which clock, and what stops it.</summary>
/// <param name="Path">The run file; it must not exist.</param>
/// <param name="Time">The system's clock, under virtual time too.</param>
/// <param name="Origin">The process that makes the run.</param>
internal sealed record RunPlace(string Path, TimeProvider Time, RunOrigin Origin)
{
    /// <summary>Asks the run to end in order: nothing new begins.</summary>
    public CancellationToken Stop { get; init; }

    /// <summary>Asks it to end at once: what is in flight is not waited for.</summary>
    public CancellationToken Abort { get; init; }

    /// <summary>Why no run file can be made there, as one sentence; null where nothing stands in its way yet.</summary>
    public string? Taken => RunWriter.NameProblem(Path) is { } wrong ? wrong
        : File.Exists(Path) ? $"{Path}: there is such a file already; expected the name of a new run file."
        : Directory.Exists(Path) ? $"{Path}: this is a folder; expected the name of a new run file."
        : null;
}
