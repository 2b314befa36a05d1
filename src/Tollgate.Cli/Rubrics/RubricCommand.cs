using System.CommandLine;
using Tollgate.Cli.Flags;
using Tollgate.Cli.Shell;
using Tollgate.Gate.Ledgers;
using Tollgate.Gate.Power;
using Tollgate.Gate.Reading;
using Tollgate.Gate.Rubrics;
using Tollgate.Workflows.Ledgers;
using Tollgate.Workflows.Publishing;

namespace Tollgate.Cli.Rubrics;

/// <summary><c>tollgate rubric</c>: the rule, published before the run.</summary>
internal static class RubricCommand
{
    public static Command Create(CommandContext context) => new(
        "rubric", "What a model must do to be adopted: check a rubric, publish it.")
    {
        Publish(context),
        Check(context),
        RubricPowerCommand.Create(context),
    };

    private static Command Publish(CommandContext context)
    {
        var (file, ledger, json) = Options();
        var sign = new SignFlags();
        var noPower = Flag.Switch("--no-power",
            "Skip the simulation of the rule's error rates; `rubric power` does it at any time.");
        var command = new Command("publish", "Append a rubric to the ledger, before any run that it will judge.")
        {
            file, ledger, noPower, json,
        };
        sign.AddTo(command);
        command.SetAction(async (parsed, _) =>
        {
            var (key, error) = sign.Read(context, parsed);
            using (key)
            {
                return error is not null
                    ? context.WriteErrors(error)
                    : await PublishAsync(
                        context, parsed.GetRequiredValue(file), NewLedger(context, parsed, ledger), key,
                        parsed.GetValue(json), !parsed.GetValue(noPower));
            }
        });
        return command;
    }

    private static Command Check(CommandContext context)
    {
        var (file, ledger, json) = Options();
        var command = new Command("check", "Check what would be refused, without a run.") { file, ledger, json };
        command.SetAction((parsed, _) => CheckAsync(
            context, parsed.GetRequiredValue(file), NewLedger(context, parsed, ledger),
            parsed.GetValue(json)));
        return command;
    }

    private static (Argument<string> File, Option<string> Ledger, Option<bool> Json) Options() => (
        new Argument<string>("FILE") { Description = "The rubric: a YAML file." },
        new Option<string>("--ledger")
        {
            Description = "The ledger.",
            HelpName = "FILE",
            DefaultValueFactory = _ => LedgerFile.Default,
        },
        new Option<bool>("--json") { Description = "Print one JSON document." });

    private static LedgerFile NewLedger(CommandContext context, ParseResult parsed, Option<string> ledger) =>
        new(parsed.GetRequiredValue(ledger), context.Time);

    private static async Task<int> PublishAsync(
        CommandContext context, string file, LedgerFile ledger, SigningKey? key, bool json, bool power)
    {
        var (rubric, errors) = RubricReader.Load(file);
        if (rubric is null)
        {
            return context.WriteErrors(errors.Select(error => error.ToString()));
        }

        var appended = await RubricStatus.PublishAsync(rubric, file, ledger, key, context.Stop);
        if (appended.Value is not { } status)
        {
            return context.WriteErrors(appended.Problem!); // One of the two is there.
        }

        Write(context, json, new Publication(status, power ? Simulated(context, json, status.Rubric) : null));
        if (!status.IsNew && key is not null && status.Entry?.PublicKey != key.PublicKey)
        {
            context.Diagnostics.WriteLine("tollgate: it was published without this signature, and what is in a ledger stays as it is.");
        }

        return ExitCodes.Done;
    }

    // It is published already: whoever does not wait for the rates has lost nothing.
    private static PowerReport? Simulated(CommandContext context, bool quiet, Rubric rubric)
    {
        try
        {
            return RubricPowerCommand.Study(
                context, quiet, rubric, null, RubricPowerCommand.Seed, PowerEffort.Quick);
        }
        catch (OperationCanceledException)
        {
            return null;
        }
    }

    private static async Task<int> CheckAsync(CommandContext context, string file, LedgerFile ledger, bool json)
    {
        var (rubric, errors) = RubricReader.Load(file);
        if (rubric is null)
        {
            return context.WriteErrors(errors.Select(error => error.ToString()));
        }

        var found = await RubricStatus.FindAsync(rubric, file, ledger, context.Stop);
        if (found.Value is not { } status)
        {
            return context.WriteErrors(found.Problem!); // One of the two is there.
        }

        Write(context, json, new Publication(status));
        return ExitCodes.Done;
    }

    private static void Write(CommandContext context, bool json, Publication publication)
    {
        if (json)
        {
            publication.WriteJson(context.Output);
        }
        else
        {
            publication.WriteText(context.NewConsole());
        }
    }
}
