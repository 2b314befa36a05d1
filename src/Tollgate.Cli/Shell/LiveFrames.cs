using Spectre.Console;
using Spectre.Console.Rendering;

namespace Tollgate.Cli.Shell;

/// <summary>A view on the terminal that is drawn again and again while something runs.</summary>
internal static class LiveFrames
{
    private static readonly TimeSpan Every = TimeSpan.FromMilliseconds(200);

    /// <summary>Shows frames until it is over, and takes the view away.</summary>
    /// <param name="context">The machine.</param>
    /// <param name="first">What is shown at once.</param>
    /// <param name="draw">Draws how far it has come.</param>
    /// <param name="running">What runs.</param>
    public static async Task ShowAsync(
        CommandContext context, IRenderable first, Func<IRenderable> draw, Task running)
    {
        context.IsViewing = true;
        await context.NewDiagnosticsConsole().Live(first).AutoClear(true).StartAsync(async view =>
        {
            while (!running.IsCompleted)
            {
                view.UpdateTarget(draw());
                await Task.WhenAny(running, Task.Delay(Every, context.Time));
            }
        });
        context.IsViewing = false;
    }
}
