using System.CommandLine;
using System.CommandLine.Help;
using Tollgate.Cli;
using Tollgate.Cli.Shell;

#pragma warning disable RS0030 // This is the composition root: here the machine comes in.

// https://no-color.org: whatever it is set to, no codes. The runtime itself writes some to a terminal that has any.
if (!string.IsNullOrEmpty(Environment.GetEnvironmentVariable("NO_COLOR")))
{
    Environment.SetEnvironmentVariable("TERM", "dumb");
}

// Scripts ask for it often, so it is answered before anything else is loaded.
if (args is ["--version"])
{
    try
    {
        Console.Out.WriteLine(CommandContext.Version);
        return ExitCodes.Done;
    }
    catch (Exception e) when (e is IOException or UnauthorizedAccessException)
    {
        // Standard output is closed.
        return ExitCodes.Failed;
    }
}

using var context = new CommandContext();
if (!OpenFiles.Suffice())
{
    return context.Fail("this process may open too few files; expected a limit (ulimit -n) of 256 or more.");
}

var root = new RootCommand(
    "Tollgate tells whether a language model is fast, right and cheap enough to take your calls, before it takes them.");
foreach (var command in Commands.Of(context))
{
    root.Add(command);
}

root.Options.OfType<HelpOption>().Single().Action = new HelpPage(context);

if (args.Length == 0)
{
    // Without a command, show what there is.
    root.Parse(["--help"]).Invoke();
    return ExitCodes.BadInput;
}

// A prompt may begin with @ and is then no file of arguments.
var parsed = root.Parse(args, new ParserConfiguration { ResponseFileTokenReplacer = null });
if (parsed.Errors.Count > 0)
{
    return context.WriteErrors(ParseMistakes.Of(parsed));
}

context.Overwrites = parsed.GetValue(OutputFile.Force);
try
{
    return await parsed.InvokeAsync(new InvocationConfiguration
    {
        EnableDefaultExceptionHandler = false,
        ProcessTerminationTimeout = null,
    });
}
catch (Exception e) when (e is IOException or UnauthorizedAccessException)
{
    return context.Fail($"I/O error: {e.Message}");
}
catch (Exception e)
{
    return context.Fail($"it failed, and that is a bug: {e}");
}
