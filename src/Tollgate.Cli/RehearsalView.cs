using System.Globalization;
using Spectre.Console;
using Tollgate.Sessions;

namespace Tollgate.Cli;

/// <summary>The view of a rehearsal while it runs, on a terminal.</summary>
internal static class RehearsalView
{
    private static readonly TimeSpan Every = TimeSpan.FromMilliseconds(200);

    /// <summary>Shows how far it has come until it is over, and takes the view away.</summary>
    public static async Task ShowAsync(
        Surroundings surroundings, bool quiet, RehearsalRunner runner, SessionRecorder recorder, Task running)
    {
        if (quiet || !surroundings.TalksToTerminal)
        {
            return;
        }

        var began = surroundings.Time.GetTimestamp();
        surroundings.IsViewing = true;
        await surroundings.NewTalkConsole().Live(new Text("connecting ...")).AutoClear(true).StartAsync(async view =>
        {
            while (!running.IsCompleted)
            {
                var stopping = surroundings.Stop.IsCancellationRequested ? ", stopping" : "";
                var left = TimeLeft.Words(
                    surroundings.Time.GetElapsedTime(began).TotalSeconds,
                    runner.All > 0 ? (double)runner.Ended / runner.All : 0);
                var line = string.Create(
                    CultureInfo.InvariantCulture,
                    $"{runner.Ended:N0} of {runner.All:N0} calls over, {runner.Started - runner.Ended:N0} on the line, {recorder.Finished:N0} to their end{left}{stopping}");

                // A table, since it ends its lines: a text that does not leaves pieces of earlier frames behind.
                view.UpdateTarget(new Table { Border = TableBorder.None, ShowHeaders = false }
                    .AddColumn("").AddRow(new Text(line)));
                await Task.WhenAny(running, Task.Delay(Every, surroundings.Time));
            }
        });
        surroundings.IsViewing = false;
    }
}
