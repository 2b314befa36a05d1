using System.CommandLine;
using Tollgate.Cli;

#pragma warning disable RS0030 // This is the composition root: here the machine comes in.

// Scripts ask for it often, so it is answered before anything else is loaded.
if (args is ["--version"])
{
    Console.Out.WriteLine(Surroundings.Version);
    return ExitCodes.Done;
}

using var surroundings = new Surroundings();
var root = new RootCommand(
    "Tollgate tells whether a language model is fast, right and cheap enough to take your calls, before it takes them.")
{
    TryCommand.Create(surroundings),
    MeasureCommand.Create(surroundings),
    RehearseCommand.Create(surroundings),
    ScoreCommand.Create(surroundings),
    ImportCommand.Create(surroundings),
    SimulateCommand.Create(surroundings),
    RubricCommand.Create(surroundings),
    GateCommand.Create(surroundings),
    LedgerCommand.Create(surroundings),
    ReportCommand.Create(surroundings),
    RunsCommand.Create(surroundings),
};

if (args.Length == 0)
{
    // Whoever does not know what there is gets to see it.
    root.Parse(["--help"]).Invoke();
    return ExitCodes.BadInput;
}

// A prompt may begin with @ and is then no file of arguments.
var parsed = root.Parse(args, new ParserConfiguration { ResponseFileTokenReplacer = null });
if (parsed.Errors.Count > 0)
{
    return surroundings.Complain(
        [.. CommandLine.Complaints(parsed.Errors.Select(error => error.Message), args, parsed.UnmatchedTokens),
            "`tollgate --help` and `tollgate COMMAND --help` say more."]);
}

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
    return surroundings.Fail($"what was to be read or written could not be: {e.Message}");
}
catch (Exception e)
{
    return surroundings.Fail($"it failed, and that is a bug: {e}");
}
