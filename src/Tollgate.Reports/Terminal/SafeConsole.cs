using Spectre.Console;
using Spectre.Console.Rendering;
using Tollgate.Measures.Definitions;
using Tollgate.Unicode;

namespace Tollgate.Reports.Terminal;

/// <summary>
/// Makes a console safe to show what models, servers and files say: whatever text is rendered on it has no control
/// character but line breaks, and no bidirectional control. Styles and the console's own codes pass.
/// </summary>
internal static class SafeConsole
{
    /// <summary>The same console, from now on safe.</summary>
    public static IAnsiConsole Guard(IAnsiConsole console)
    {
        ArgumentNullException.ThrowIfNull(console);
        console.Pipeline.Attach(new Hook());
        return console;
    }

    private sealed class Hook : IRenderHook
    {
        public IEnumerable<IRenderable> Process(RenderOptions options, IEnumerable<IRenderable> renderables) =>
            renderables.Select(renderable => renderable is ControlCode ? renderable : new Safe(renderable));
    }

    private sealed class Safe(IRenderable inner) : IRenderable
    {
        public Measurement Measure(RenderOptions options, int maxWidth) => inner.Measure(options, maxWidth);

        public IEnumerable<Segment> Render(RenderOptions options, int maxWidth) =>
            inner.Render(options, maxWidth).Select(segment => segment.IsControlCode || segment.IsLineBreak
                ? segment
                : new Segment(SafeText.Lines(segment.Text), segment.Style));
    }
}
