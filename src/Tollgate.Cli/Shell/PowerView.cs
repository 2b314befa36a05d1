using Spectre.Console;

namespace Tollgate.Cli.Shell;

/// <summary>Shows on a terminal how far a long simulation has come.</summary>
internal static class PowerView
{
    private static readonly TimeSpan Every = TimeSpan.FromMilliseconds(100);

    /// <summary>Runs it with a bar that goes away at the end; in a pipe without one.</summary>
    /// <param name="surroundings">The machine.</param>
    /// <param name="quiet">Show nothing.</param>
    /// <param name="what">What is done, in a few words.</param>
    /// <param name="work">The work; it tells its share done, 0 to 1.</param>
    public static T Show<T>(CommandContext surroundings, bool quiet, string what, Func<Action<double>?, T> work)
    {
        if (quiet || !surroundings.ShowsProgress)
        {
            return work(null);
        }

        var done = 0.0;
        surroundings.IsViewing = true;
        try
        {
            var console = surroundings.NewDiagnosticsConsole();
            return console.Progress().AutoClear(true).HideCompleted(true)
                .Columns(new TaskDescriptionColumn(), new ProgressBarColumn(), new PercentageColumn())
                .Start(context =>
                {
                    var bar = context.AddTask(Markup.Escape(what), maxValue: 1);
                    var working = Task.Factory.StartNew(
                        () => work(share => Volatile.Write(ref done, share)), CancellationToken.None,
                        TaskCreationOptions.LongRunning, TaskScheduler.Default);
                    while (!working.Wait(Every))
                    {
                        bar.Value = Volatile.Read(ref done);
                    }

                    return working.Result;
                });
        }
        catch (AggregateException e) when (e.InnerException is OperationCanceledException stopped)
        {
            throw stopped;
        }
        finally
        {
            surroundings.IsViewing = false;
        }
    }
}
