using System.CommandLine;
using Tollgate.Cli.Flags;
using Tollgate.Cli.Shell;
using Tollgate.Input;
using Tollgate.Suites;

namespace Tollgate.Cli.Suites;

/// <summary><c>tollgate suite</c>: what a suite is like, before a model sees it.</summary>
internal static class SuiteCommand
{
    public static Command Create(CommandContext context) =>
        new("suite", "Check a suite against agents that behave, or take the agent's seat yourself.")
        {
            Check(context),
            Play(context),
        };

    private static Command Check(CommandContext context)
    {
        var suite = SuiteArgument();
        var calls = Flag.Of<int>("--calls", "N",
            "Number of callers to draw, in addition to the named ones.", byDefault: 100);
        var seed = Seed();
        var json = Flag.Switch("--json", "Print one JSON document.");
        var command = new ExampledCommand(
            "check", "Check a suite, and show how each style of agent fares with its callers.",
            "tollgate suite check salon --calls 300")
        {
            suite, calls, seed, json,
        };
        command.SetAction((parsed, _) => WithSuite(
            context, parsed.GetRequiredValue(suite), read => Task.FromResult(
                parsed.GetValue(calls) is >= 0 and <= 10_000 and var drawn
                ? SuiteCheckOutput.Run(context, read, drawn, parsed.GetValue(seed), parsed.GetValue(json))
                : context.WriteErrors($"--calls: found {parsed.GetValue(calls)}; expected 0 to 10000."))));
        return command;
    }

    private static Command Play(CommandContext context)
    {
        var suite = SuiteArgument();
        var session = new Argument<string>("SESSION") { Description = "Name of a session of the suite." };
        var seed = Seed();
        var target = new TargetFlags();
        var command = new ExampledCommand(
            "play",
            "Take part in a call: as the agent, who sees what the model would get and answers; or, with --url, as the caller of a model.",
            "tollgate suite play salon bride_callan")
        {
            suite, session, seed,
        };
        foreach (var option in target.Place)
        {
            command.Add(option);
        }

        command.SetAction((parsed, _) =>
        {
            var name = parsed.GetRequiredValue(session);
            var given = target.Given(parsed).Any();
            List<InputError> errors = [];
            var model = given ? target.Read(parsed, context.Environment, errors) : null;
            var code = errors.Count > 0
                ? context.WriteErrors(errors.Select(static error => error.ToString()))
                : (int?)null;
            return code is { } bad ? Task.FromResult(bad) : WithSuite(
                context, parsed.GetRequiredValue(suite), read => model is null
                    ? Task.FromResult(SeatedCall.Run(context, read, name, parsed.GetValue(seed)))
                    : SeatedCall.Find(context, read, name) is { } found
                        ? new CallersSeat(context, read, found).RunAsync(model, parsed.GetValue(seed))
                        : Task.FromResult(ExitCodes.BadInput));
        });
        return command;
    }

    private static Argument<string> SuiteArgument() => new("SUITE")
    {
        Description = $"The suite: a YAML file, or {string.Join(", ", ShippedSuites.Names)}.",
    };

    private static Option<ulong> Seed() => new("--seed")
    {
        HelpName = "N",
        Description = "Seed of all random draws.",
        DefaultValueFactory = _ => 1,
    };

    private static Task<int> WithSuite(CommandContext context, string path, Func<Suite, Task<int>> run)
    {
        var (read, _) = ShippedSuites.Load(path);
        return read.Suite is not { } suite
            ? Task.FromResult(context.WriteErrors(read.Errors.Select(error => error.ToString())))
            : suite.Population is null
                ? Task.FromResult(context.WriteErrors(
                    $"{path}: the suite's sessions are scripts; expected callers with briefs."))
                : run(suite);
    }
}
