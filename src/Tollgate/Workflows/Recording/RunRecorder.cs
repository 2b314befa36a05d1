using Tollgate.Runs;
using Tollgate.Runs.Records;

namespace Tollgate.Workflows.Recording;

/// <summary>Carries out a run and records it: every run file that there is was written here.</summary>
internal static class RunRecorder
{
    /// <summary>
    /// Runs it to its end, or until somebody stops it; the run file is complete in either case. Nothing is sent where
    /// the file cannot be made.
    /// </summary>
    /// <param name="place">Where it is recorded, and what stops it.</param>
    /// <param name="info">What the file says of it.</param>
    /// <param name="host">What it is carried out by.</param>
    /// <param name="make">Makes the run, for the file's writer.</param>
    /// <param name="view">Shows it while it runs; null for nobody.</param>
    public static async Task<WorkflowResult<RecordedRun>> RecordAsync<T>(
        RunPlace place, RunInfo info, IRunHost host, Func<RunWriter, T> make, IRunView<T>? view)
        where T : IRecordable
    {
        await using var writer = RunWriter.TryCreate(
            place.Path, info, place.Time, out var error, waitWhenFull: host.WaitsForDisk);
        if (writer is null)
        {
            return WorkflowProblem.BadInput(error!); // Without a writer there is a reason.
        }

        var run = make(writer);
        var running = host.RunAsync(run.RunAsync, place.Stop, place.Abort);
        if (view is not null)
        {
            await view.ShowAsync(run, running);
        }

        var summary = await running;
        var end = await writer.CompleteAsync(new RunEnd(
            summary.End.ToString().ToLowerInvariant(), summary.Valid && run.Problem is null,
            [
                .. summary.Problems, .. run.Problem is { } problem ? [problem] : Array.Empty<string>(),
                .. host.Exchanger.Warnings,
            ]));
        return new RecordedRun(place.Path, end);
    }
}
