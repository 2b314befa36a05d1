using System.CommandLine;
using Tollgate.Gate;
using Tollgate.Gate.Ledgers;
using Tollgate.Gate.Power;

namespace Tollgate.Cli;

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
        var noPower = new Option<bool>("--no-power")
        {
            Description = "Do not simulate how often the rule errs; `rubric power` does it at any time.",
        };
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
        var command = new Command("check", "Say what would be refused, without a run.") { file, ledger, json };
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

        LedgerEntry? there = null;
        var bound = rubric;
        var append = await ledger.AppendAsync(
            (before, now) =>
            {
                // One that was replaced meanwhile is published anew: the last of its name is the one in force.
                bound = before.AsPublished(rubric);
                there = before.LastNamed(rubric.Name) is { } last && last.Rubric?.Is(bound) == true ? last : null;
                return there is null ? before.Next(LedgerRubric.Of(rubric), now, key) : null;
            },
            context.Stop);
        if (append.Problem is { } problem)
        {
            context.WriteErrors(problem.Message);
            return problem.ExitCode;
        }

        var published = new Publication(append.Entry is null ? bound : rubric, file, ledger.Path)
        {
            Measured = rubric.Digest,
            Entry = append.Entry ?? there,
            IsNew = append.Entry is not null,
            Before = append.Before?.LastNamed(rubric.Name)?.Rubric,
            Power = power ? Simulated(context, json, append.Entry is null ? bound : rubric) : null,
        };
        if (json)
        {
            published.WriteJson(context.Output);
        }
        else
        {
            published.WriteText(context.NewConsole());
        }

        if (append.Entry is null && key is not null && there?.PublicKey != key.PublicKey)
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

        // Without a ledger nothing was published, and that is no fault of the rubric.
        Ledger? read = null;
        if (File.Exists(ledger.Path) || Directory.Exists(ledger.Path))
        {
            (read, var problem) = await ledger.ReadAsync(context.Stop);
            if (problem is not null)
            {
                context.WriteErrors(problem.Message);
                return problem.ExitCode;
            }
        }

        var bound = read?.AsPublished(rubric) ?? rubric;
        var check = new Publication(bound, file, ledger.Path)
        {
            Measured = rubric.Digest,
            Entry = read?.Publication(bound) ?? read?.Publication(bound.Digest),
            InForce = read?.LastNamed(rubric.Name),
            Before = read?.LastNamed(rubric.Name)?.Rubric,
        };
        if (json)
        {
            check.WriteJson(context.Output);
        }
        else
        {
            check.WriteText(context.NewConsole());
        }

        return ExitCodes.Done;
    }
}
