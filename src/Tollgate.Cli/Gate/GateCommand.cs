using System.CommandLine;
using Tollgate.Cli.Rubrics;
using Tollgate.Cli.Shell;
using Tollgate.Gate.Judging;
using Tollgate.Gate.Ledgers;
using Tollgate.Gate.Reading;
using Tollgate.Gate.Rubrics;
using Tollgate.Workflows;
using Tollgate.Workflows.Judging;

namespace Tollgate.Cli.Gate;

/// <summary><c>tollgate gate</c>: a candidate held against a baseline by a rubric that was published before.</summary>
internal static class GateCommand
{
    public static Command Create(CommandContext context)
    {
        var flags = new GateFlags();
        var command = new ExampledCommand(
            "gate",
            "Judge a candidate's run against a baseline's by a published rubric: adopt (exit code 0), reject (3) or inconclusive (4); 5 if the runs cannot be judged.",
            "tollgate gate --rubric rubric.yaml --baseline base.tollgate --candidate candidate.tollgate");
        flags.AddTo(command);
        command.SetAction(async (parsed, _) =>
        {
            var (wishes, errors) = flags.Read(parsed);
            var (key, noKey) = flags.ReadKey(context, parsed);
            using (key)
            {
                return errors.Count > 0 || noKey is not null
                    ? context.WriteErrors([.. errors, .. noKey is null ? Array.Empty<string>() : [noKey]])
                    : await RunAsync(context, wishes, key);
            }
        });
        return command;
    }

    private static async Task<int> RunAsync(CommandContext context, GateOptions wishes, SigningKey? key)
    {
        var (rubric, wrong) = RubricReader.Load(wishes.RubricFile);
        if (rubric is null)
        {
            return context.WriteErrors(wrong.Select(static error => error.ToString()));
        }

        if (GateOutput.Refusal(context, wishes) is { } refusal)
        {
            return context.WriteErrors(refusal);
        }

        var request = wishes.Request(rubric, key);
        return wishes.SelfTest
            ? GiveSelfTest(context, wishes, request)
            : Give(context, wishes, await Judgement.GiveAsync(request, context.Time, context.Stop));
    }

    private static int Give(CommandContext context, GateOptions wishes, WorkflowResult<Verdict> judged)
    {
        if (judged.Value is not { } verdict)
        {
            return context.WriteErrors(judged.Problem!); // One of the two is there.
        }

        if (GateOutput.Give(context, wishes, verdict) is { } undelivered)
        {
            return context.Fail(undelivered);
        }

        return verdict.Outcome switch
        {
            VerdictOutcome.Adopt => ExitCodes.Done,
            VerdictOutcome.Reject => ExitCodes.Rejected,
            _ => ExitCodes.Inconclusive,
        };
    }

    private static int GiveSelfTest(CommandContext context, GateOptions wishes, JudgeRequest request)
    {
        var tested = PowerView.Show(
            context, wishes.Json, "the baseline against itself",
            progress => SelfTest.Run(request, wishes.Seed, progress, context.Stop));
        if (tested.Value is not { } test)
        {
            return context.WriteErrors(tested.Problem!); // One of the two is there.
        }

        PowerOutput.GiveSelfTest(context, wishes.Json, request.Rubric, test.Evidence, test.Rate);
        return ExitCodes.Done;
    }
}
