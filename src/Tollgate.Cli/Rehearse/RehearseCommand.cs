using System.CommandLine;
using Tollgate.Cli.Hosts;
using Tollgate.Cli.Report;
using Tollgate.Cli.Shell;
using Tollgate.Workflows;
using Tollgate.Workflows.Recording;
using Tollgate.Workflows.Rehearsing;

namespace Tollgate.Cli.Rehearse;

/// <summary><c>tollgate rehearse SUITE</c>: simulated calls against targets.</summary>
internal static class RehearseCommand
{
    public static Command Create(CommandContext context)
    {
        var flags = new RehearseFlags();
        var command = new ExampledCommand(
            "rehearse",
            "Rehearse the simulated calls of a suite with a target, and score them. Without a target, simulated models take the calls in virtual time.",
            "tollgate rehearse salon --html calls.html",
            "tollgate rehearse salon --calls 300 --seed 7",
            "tollgate rehearse salon --url http://127.0.0.1:8000 --wire openai-chat --model MODEL -c 2");
        flags.AddTo(command);
        command.Add(OutputFile.Force);
        command.SetAction((parsed, _) => RunAsync(context, flags.Read(parsed, context)));
        return command;
    }

    private static async Task<int> RunAsync(CommandContext context, RehearseOptions wishes)
    {
        if (wishes.Errors.Count > 0)
        {
            return context.WriteErrors(wishes.Errors);
        }

        using var registrar = wishes.Registrar;
        var settings = wishes.Settings!; // Without an error there are some.
        var prepared = registrar is null
            ? (WorkflowResult<Rehearsal>)new Rehearsal(settings, wishes.SuiteText)
            : await Rehearsal.RegisteredAsync(
                settings, wishes.SuiteText,
                new RehearsalRegistration(registrar, "rehearse")
                {
                    GivenSeed = wishes.GivenSeed,
                    DrawnCalls = wishes.DrawnCalls,
                },
                context.Stop);
        if (prepared.Value is not { } rehearsal)
        {
            return context.WriteErrors(prepared.Problem!); // One of the two is there.
        }

        var place = context.PlaceOf(wishes.Out ?? RunFolder.NewPath(context, "rehearse"));
        string?[] others = [place.Path, .. wishes.InputFiles, .. registrar?.Files ?? []];
        if (OutputFile.Refusal(context, "--html", wishes.Html, others) is { } refusal)
        {
            return context.WriteErrors(refusal);
        }

        var opened = Open(context, rehearsal, wishes);
        if (opened.Value is not { } host)
        {
            return context.WriteErrors(opened.Problem!);
        }

        await using (host)
        {
            var recorded = await rehearsal.RunAsync(host, place, RehearsalView.Of(context, wishes.Quiet));
            return recorded.Value is { } run
                ? ReportOutput.GiveRun(
                    context, run.Path, run.End, wishes.Json, wishes.Markdown, wishes.Html, settings.Targets, run.Scores)
                : context.WriteErrors(recorded.Problem!);
        }
    }

    private static WorkflowResult<IRunHost> Open(CommandContext context, Rehearsal rehearsal, RehearseOptions wishes) =>
        wishes.Profiles is { } profiles
            ? new WorkflowResult<IRunHost>(new SimulatedModels(profiles).NewHost(rehearsal.Settings.Seed), null)
            : Transports.Host(context, wishes.Transport, rehearsal.Settings.Reached, wishes.Insecure);
}
