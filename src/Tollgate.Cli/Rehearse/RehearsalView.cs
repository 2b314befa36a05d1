using Spectre.Console;
using Tollgate.Cli.Shell;
using Tollgate.Workflows.Recording;
using Tollgate.Workflows.Rehearsing;

namespace Tollgate.Cli.Rehearse;

/// <summary>The view of a rehearsal while it runs, on a terminal.</summary>
internal sealed class RehearsalView(CommandContext context) : IRunView<RehearsalProgress>
{
    /// <summary>The view; null where nobody watches, or nobody wants one.</summary>
    public static RehearsalView? Of(CommandContext context, bool quiet) =>
        quiet || !context.ShowsProgress ? null : new RehearsalView(context);

    /// <summary>Shows how far it has come until it is over, and takes the view away.</summary>
    public Task ShowAsync(RehearsalProgress progress, Task running)
    {
        var began = context.Time.GetTimestamp();
        return LiveFrames.ShowAsync(context, Draw("connecting", ""), () => Draw(progress, began), running);
    }

    private Table Draw(RehearsalProgress progress, long began)
    {
        var stopping = context.Stop.IsCancellationRequested ? ", stopping" : "";
        var elapsed = context.Time.GetElapsedTime(began).TotalSeconds;
        var left = TimeLeft.Words(elapsed, progress.All > 0 ? (double)progress.Ended / progress.All : 0);
        return Draw(
            string.Create(
                CultureInfo.InvariantCulture,
                $"{progress.Ended:N0} of {progress.All:N0} calls over, {progress.Finished:N0} to their end, {progress.Started - progress.Ended:N0} on the line"),
            string.Create(CultureInfo.InvariantCulture, $"{elapsed:0} s{left}{stopping}"));
    }

    // A table, since it ends its lines; and of two of them: to redraw a single one, Spectre.Console 0.57 writes "up by
    // 0", which terminals take for 1.
    private static Table Draw(string calls, string time) =>
        new Table { Border = TableBorder.None, ShowHeaders = false }
            .AddColumn("")
            .AddRow(new Text(calls))
            .AddRow(new Text(time, new Style(decoration: Decoration.Dim)));
}
