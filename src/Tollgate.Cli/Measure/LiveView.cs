using Spectre.Console;
using Tollgate.Cli.Shell;
using Tollgate.Figures;
using Tollgate.Load;
using Tollgate.Measures;
using Tollgate.Workflows.Measuring;
using Tollgate.Workflows.Recording;

namespace Tollgate.Cli.Measure;

/// <summary>The view of a load while it runs, on a terminal.</summary>
internal sealed class LiveView(CommandContext context) : IRunView<MeasureProgress>
{
    /// <summary>Shows how far the run has come until it is over, and takes the view away.</summary>
    public Task ShowAsync(MeasureProgress progress, Task running) => LiveFrames.ShowAsync(
        context, Draw(progress, stopping: false), () => Draw(progress, context.Stop.IsCancellationRequested), running);

    private static Table Draw(MeasureProgress watched, bool stopping)
    {
        var (settings, progress) = (watched.Settings, watched.Counts);
        var table = new Table { Border = TableBorder.None, ShowHeaders = true };
        table.AddColumn(new TableColumn(Clock(settings, progress, stopping)));
        foreach (var name in (string[])["done", "in flight", "failed", "first token"])
        {
            table.AddColumn(new TableColumn(new Text(name, new Style(decoration: Decoration.Dim))).RightAligned());
        }

        foreach (var target in progress.Targets)
        {
            var done = target.Completed + target.Failed + target.Cancelled;
            table.AddRow(
                new Text(target.Target, new Style(decoration: Decoration.Bold)),
                new Text(settings.Requests is { } wanted
                    ? $"{FigureText.Count(done)} of {FigureText.Count(wanted + settings.WarmUp.Tasks)}"
                    : FigureText.Count(done)),
                new Text(FigureText.Count(target.InFlight)),
                new Text(FigureText.Count(target.Failed), target.Failed > 0 ? new Style(Color.Red) : Style.Plain),
                new Text(watched.RecentFirstTokenMs(target.Target) is { } ms
                    ? string.Create(CultureInfo.InvariantCulture, $"{ms:0} ms")
                    : "-"));
        }

        return table;
    }

    // The slowest target decides.
    private static string Left(LoadSettings settings, LoadProgress progress, double elapsed) =>
        settings.Requests is { } wanted && progress.Targets.Count > 0
            ? TimeLeft.Words(elapsed, progress.Targets.Min(target =>
                (double)(target.Completed + target.Failed + target.Cancelled) / (wanted + settings.WarmUp.Tasks)))
            : "";

    private static Text Clock(LoadSettings settings, LoadProgress progress, bool stopping)
    {
        var text = "connecting";
        if (progress.StartedNs is { } started)
        {
            var elapsed = Math.Max(0, (progress.NowNs - started) / 1e9);
            text = string.Create(CultureInfo.InvariantCulture, $"{elapsed:0} s")
                + (settings.For is { } length ? string.Create(CultureInfo.InvariantCulture, $" of {length.TotalSeconds:0} s") : "")
                + (progress.WarmingUp ? ", warming up" : settings.For is null ? Left(settings, progress, elapsed) : "");
        }

        return new Text(
            stopping ? text + ", stopping; once more to stop at once" : text, new Style(decoration: Decoration.Dim));
    }
}
