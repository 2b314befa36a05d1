using System.CommandLine;
using Tollgate.Cli.Shell;
using Tollgate.Gate.Evidence;
using Tollgate.Gate.Power;
using Tollgate.Gate.Reading;
using Tollgate.Gate.Rubrics;
using Tollgate.Workflows.Judging;

namespace Tollgate.Cli.Rubrics;

/// <summary><c>tollgate rubric power</c>: how often the rule errs, before anything is measured.</summary>
internal static class RubricPowerCommand
{
    /// <summary>
    /// Where all chance comes from unless somebody says otherwise: the same rubric prints the same rates.
    /// </summary>
    public const ulong Seed = 1;

    public static Command Create(CommandContext context)
    {
        var file = new Argument<string>("FILE") { Description = "The rubric: a YAML file." };
        var baseline = Flag.Of<string?>("--baseline", "RUN",
            "Run to draw sessions from, instead of a model of sessions.");
        var target = Flag.Of<string?>("--baseline-target", "TARGET", "Target of that run, if it has several.");
        var seed = new Option<ulong>("--seed")
        {
            Description = "Seed of all random draws.",
            DefaultValueFactory = _ => Seed,
        };
        var json = Flag.Switch("--json", "Print one JSON document.");
        var command = new Command(
            "power", "Simulate the rule: how often it adopts candidates that are equal, better or badly worse.")
        {
            file, baseline, target, seed, json,
        };
        command.SetAction(parsed => Run(
            context, parsed.GetRequiredValue(file), parsed.GetValue(baseline), parsed.GetValue(target),
            parsed.GetValue(seed), parsed.GetValue(json)));
        return command;
    }

    private static int Run(
        CommandContext context, string file, string? run, string? target, ulong seed, bool json)
    {
        var (rubric, errors) = RubricReader.Load(file);
        if (rubric is null)
        {
            return context.WriteErrors(errors.Select(static error => error.ToString()));
        }

        SideEvidence? evidence = null;
        if (run is not null)
        {
            var read = PowerEvidence.Read(rubric, run, target);
            if (read.Problem is { } problem)
            {
                return context.WriteErrors(problem);
            }

            evidence = read.Value;
        }

        try
        {
            PowerOutput.Give(
                context, json, rubric, Study(context, json, rubric, evidence?.Sessions, seed),
                evidence?.Target);
            return ExitCodes.Done;
        }
        catch (OperationCanceledException)
        {
            return context.Fail("stopped before the end; a part of a simulation says nothing.");
        }
    }

    /// <summary>The study of a rubric, with a bar on a terminal.</summary>
    /// <exception cref="OperationCanceledException">Somebody stopped it.</exception>
    public static PowerReport Study(
        CommandContext context, bool quiet, Rubric rubric, IReadOnlyList<SessionEvidence>? sessions, ulong seed,
        PowerEffort? effort = null) =>
        PowerView.Show(
            context, quiet, $"simulating {rubric.Name}",
            progress => PowerStudy.Of(rubric, sessions, seed, effort).Run(progress, context.Stop));
}
