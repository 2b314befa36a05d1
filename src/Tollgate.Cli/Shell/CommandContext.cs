using System.Collections;
using System.Reflection;
using System.Runtime.InteropServices;
using Spectre.Console;
using Tollgate.Reports.Terminal;
using Tollgate.Secrets;
using Tollgate.Workflows;
using Tollgate.Workflows.Recording;

#pragma warning disable RS0030 // This is the composition root: here the machine comes in.

namespace Tollgate.Cli.Shell;

/// <summary>The machine as the commands see it: clock, console, environment, and the two ways of stopping.</summary>
internal sealed class CommandContext : IDisposable
{
    // Shorter ones are switches, such as TOKEN=1.
    private const int MinKeyLength = 8;

    private readonly CancellationTokenSource stop = new();
    private readonly CancellationTokenSource abort = new();
    private readonly List<IDisposable> held = [];
    private readonly PosixSignalRegistration[] signals;

    public CommandContext()
    {
        signals =
        [
            PosixSignalRegistration.Create(PosixSignal.SIGINT, OnSignal),
            PosixSignalRegistration.Create(PosixSignal.SIGTERM, OnSignal),
        ];
    }

    /// <summary>The version of this program.</summary>
    public static string Version { get; } =
        typeof(CommandContext).Assembly.GetCustomAttribute<AssemblyInformationalVersionAttribute>()?
            .InformationalVersion ?? "unknown";

    public TimeProvider Time => TimeProvider.System;

    /// <summary>Where data goes.</summary>
    public TextWriter Output { get; } = new SafeWriter(Console.Out);

    /// <summary>What a person types.</summary>
    public TextReader Input => Console.In;

    /// <summary>Where talk goes.</summary>
    public TextWriter Diagnostics { get; } = new SafeWriter(Console.Error, DiagnosticsWidth());

    /// <summary>Somebody watches the talk as it comes.</summary>
    public bool ShowsProgress => !Console.IsErrorRedirected && HasCodes;

    /// <summary>Files that Tollgate did not write may be written over.</summary>
    public bool Overwrites { get; set; }

    /// <summary>A live view has the terminal: a line between its frames would leave pieces of them behind.</summary>
    public bool IsViewing { get; set; }

    /// <summary>A person or a program asked the run to end in order: the first Ctrl+C, or SIGTERM.</summary>
    public CancellationToken Stop => stop.Token;

    /// <summary>They asked again: what is in flight is not waited for.</summary>
    public CancellationToken Abort => abort.Token;

    public string? Environment(string name) => System.Environment.GetEnvironmentVariable(name);

    /// <summary>Data for people: as wide as the terminal, without colours in a pipe.</summary>
    public IAnsiConsole NewConsole() => NewConsole(Console.Out, Console.IsOutputRedirected);

    /// <summary>Progress and messages for people.</summary>
    public IAnsiConsole NewDiagnosticsConsole() => NewConsole(Console.Error, Console.IsErrorRedirected);

    /// <summary>Says what is wrong, a line each, without keys.</summary>
    public int WriteErrors(params IEnumerable<string> lines)
    {
        foreach (var line in lines)
        {
            Diagnostics.WriteLine($"tollgate: {WithoutKeys(line)}");
        }

        return ExitCodes.BadInput;
    }

    /// <summary>Says why the program failed, where anybody can still be told.</summary>
    public int Fail(string why)
    {
        try
        {
            Diagnostics.WriteLine($"tollgate: {WithoutKeys(why)}");
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            // Standard error is closed as well: the exit code has to do.
        }

        return ExitCodes.Failed;
    }

    /// <summary>Disposes of it when the command is over.</summary>
    public void Hold(IDisposable until) => held.Add(until);

    /// <summary>What run files say of this process and of the command.</summary>
    public RunOrigin Origin => new()
    {
        Version = Version,
        CommandLine = WithoutKeys(CommandLine.Without(System.Environment.GetCommandLineArgs().Skip(1))),
    };

    /// <summary>Where a run is recorded, and what stops it.</summary>
    public RunPlace PlaceOf(string path) => new(path, Time, Origin) { Stop = Stop, Abort = Abort };

    /// <summary>Says why a workflow came to nothing.</summary>
    /// <returns>The exit code for it.</returns>
    public int WriteErrors(WorkflowProblem problem)
    {
        WriteErrors(problem.Messages);
        return ExitCodes.Of(problem.Kind);
    }

    public void Dispose()
    {
        foreach (var signal in signals)
        {
            signal.Dispose();
        }

        held.ForEach(one => one.Dispose());
        stop.Dispose();
        abort.Dispose();
    }

    /// <summary>
    /// The text without what looks like a key, and without the values of variables whose names say that they hold one:
    /// a shell puts them where a user names them.
    /// </summary>
    public static string WithoutKeys(string text)
    {
        var keys = System.Environment.GetEnvironmentVariables().Cast<DictionaryEntry>()
            .Select(static one => ((string)one.Key, Value: (string?)one.Value ?? ""))
            .Where(static one => PlainUrl.IsOfAKey(one.Item1) && one.Value.Length >= MinKeyLength)
            .Select(static one => (one.Value, (string?)one.Item1));
        return KeyShapes.StrikeOut(new Redactor(keys).Redact(text));
    }

    private static IAnsiConsole NewConsole(TextWriter writer, bool redirected)
    {
        var console = AnsiConsole.Create(new AnsiConsoleSettings
        {
            Out = new AnsiConsoleOutput(writer),
            Ansi = redirected || !HasCodes ? AnsiSupport.No : AnsiSupport.Detect,
            Interactive = redirected || !HasCodes ? InteractionSupport.No : InteractionSupport.Detect,
        });
        if (redirected)
        {
            // Nobody wraps lines in a file; so wide, nothing of ours does either.
            console.Profile.Width = 120;
        }

        return SafeConsole.Guard(console);
    }

    private static int? DiagnosticsWidth()
    {
        try
        {
            return Console.IsErrorRedirected || Console.WindowWidth < 20 ? null : Console.WindowWidth;
        }
        catch (IOException)
        {
            // Nothing knows how wide it is.
            return null;
        }
    }

    private static bool HasCodes => System.Environment.GetEnvironmentVariable("TERM") != "dumb";

    // The first asks for an end in order, the second for an end at once, the third is left to the system.
    private void OnSignal(PosixSignalContext context)
    {
        if (!stop.IsCancellationRequested)
        {
            context.Cancel = true;
            if (!IsViewing)
            {
                Diagnostics.WriteLine("tollgate: stopping in order; once more to stop at once.");
            }

            stop.Cancel();
        }
        else if (!abort.IsCancellationRequested)
        {
            context.Cancel = true;
            abort.Cancel();
        }
    }
}
