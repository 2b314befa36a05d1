using Tollgate.Load;
using Tollgate.Runs;
using Tollgate.Runs.Records;
using Tollgate.Time;
using Tollgate.Transport;

namespace Tollgate.Cli;

/// <summary>Carries out a load over real time and records it.</summary>
internal static class RecordedRun
{
    /// <summary>Runs it to its end, or until somebody stops it; the run file is complete in either case.</summary>
    /// <returns>
    /// How it ended, which the file may be unable to say where the disk failed; or why there is no run, as one
    /// sentence.
    /// </returns>
    public static async Task<(RunEnd? End, string? Error)> RunAsync(
        CommandContext context, LoadSettings settings, IExchanger exchanger, MonotonicAxis axis, RunInfo info,
        string path,
        bool showProgress)
    {
        await using var writer = RunWriter.TryCreate(path, info, context.Time, out var error);
        if (writer is null)
        {
            return (null, error);
        }

        var live = new LiveNumbers(writer);
        var runner = new LoadRunner(settings, exchanger, live, axis);
        var running = PumpThread.RunAsync(() => runner.RunAsync(context.Stop, context.Abort));
        if (showProgress)
        {
            await LiveView.ShowAsync(context, settings, runner, live, running);
        }

        var summary = await running;
        var end = await writer.CompleteAsync(new RunEnd(
            summary.End.ToString().ToLowerInvariant(), summary.Valid, [.. summary.Problems, .. exchanger.Warnings]));
        return (end, null);
    }
}
