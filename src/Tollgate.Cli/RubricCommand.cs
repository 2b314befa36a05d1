using System.CommandLine;
using Tollgate.Gate;
using Tollgate.Gate.Ledgers;
using Tollgate.Gate.Power;

namespace Tollgate.Cli;

/// <summary><c>tollgate rubric</c>: the rule, published before the run.</summary>
internal static class RubricCommand
{
    public static Command Create(Surroundings surroundings) => new(
        "rubric", "What a model must do to be adopted: check a rubric, publish it.")
    {
        Publish(surroundings),
        Check(surroundings),
        RubricPowerCommand.Create(surroundings),
    };

    private static Command Publish(Surroundings surroundings)
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
            var (key, error) = sign.Read(surroundings, parsed);
            using (key)
            {
                return error is not null
                    ? surroundings.Complain(error)
                    : await PublishAsync(
                        surroundings, parsed.GetRequiredValue(file), NewLedger(surroundings, parsed, ledger), key,
                        parsed.GetValue(json), !parsed.GetValue(noPower));
            }
        });
        return command;
    }

    private static Command Check(Surroundings surroundings)
    {
        var (file, ledger, json) = Options();
        var command = new Command("check", "Say what would be refused, without a run.") { file, ledger, json };
        command.SetAction((parsed, _) => CheckAsync(
            surroundings, parsed.GetRequiredValue(file), NewLedger(surroundings, parsed, ledger),
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

    private static LedgerFile NewLedger(Surroundings surroundings, ParseResult parsed, Option<string> ledger) =>
        new(parsed.GetRequiredValue(ledger), surroundings.Time);

    private static async Task<int> PublishAsync(
        Surroundings surroundings, string file, LedgerFile ledger, SigningKey? key, bool json, bool power)
    {
        var (rubric, errors) = RubricReader.Load(file);
        if (rubric is null)
        {
            return surroundings.Complain(errors.Select(error => error.ToString()));
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
            surroundings.Stop);
        if (append.Problem is { } problem)
        {
            surroundings.Complain(problem.Message);
            return problem.ExitCode;
        }

        var published = new Publication(append.Entry is null ? bound : rubric, file, ledger.Path)
        {
            Measured = rubric.Digest,
            Entry = append.Entry ?? there,
            IsNew = append.Entry is not null,
            Before = append.Before?.LastNamed(rubric.Name)?.Rubric,
            Power = power ? Simulated(surroundings, json, append.Entry is null ? bound : rubric) : null,
        };
        if (json)
        {
            published.WriteJson(surroundings.Output);
        }
        else
        {
            published.WriteText(surroundings.NewConsole());
        }

        if (append.Entry is null && key is not null && there?.PublicKey != key.PublicKey)
        {
            surroundings.Talk.WriteLine("tollgate: it was published without this signature, and what is in a ledger stays as it is.");
        }

        return ExitCodes.Done;
    }

    // It is published already: whoever does not wait for the rates has lost nothing.
    private static PowerReport? Simulated(Surroundings surroundings, bool quiet, Rubric rubric)
    {
        try
        {
            return RubricPowerCommand.Study(
                surroundings, quiet, rubric, null, RubricPowerCommand.Seed, PowerEffort.Quick);
        }
        catch (OperationCanceledException)
        {
            return null;
        }
    }

    private static async Task<int> CheckAsync(Surroundings surroundings, string file, LedgerFile ledger, bool json)
    {
        var (rubric, errors) = RubricReader.Load(file);
        if (rubric is null)
        {
            return surroundings.Complain(errors.Select(error => error.ToString()));
        }

        // Without a ledger nothing was published, and that is no fault of the rubric.
        Ledger? read = null;
        if (File.Exists(ledger.Path) || Directory.Exists(ledger.Path))
        {
            (read, var problem) = await ledger.ReadAsync(surroundings.Stop);
            if (problem is not null)
            {
                surroundings.Complain(problem.Message);
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
            check.WriteJson(surroundings.Output);
        }
        else
        {
            check.WriteText(surroundings.NewConsole());
        }

        return ExitCodes.Done;
    }
}
