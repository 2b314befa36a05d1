using System.CommandLine;
using Tollgate.Cli.Shell;
using Tollgate.Gate.Ledgers;
using Tollgate.Gate.Reading;
using Tollgate.Workflows.Ledgers;

namespace Tollgate.Cli.Flags;

/// <summary>The flags that register a run under a published rubric before it begins.</summary>
internal sealed class RegistrationFlags
{
    private readonly Option<string?> rubric = Flag.Of<string?>("--rubric", "FILE",
        "Register the run in the ledger under this published rubric before anything is sent; the seed is derived from the publication.");
    private readonly Option<string?> ledger = Flag.Of<string?>("--ledger", "FILE",
        $"With --rubric: ledger (default: {LedgerFile.Default}).");
    private readonly Option<int?> part = Flag.Of<int?>("--part", "N",
        "With --rubric: part of the evidence, one per look; the same for both sides (default: 1).");

    private readonly SignFlags sign = new();

    public void AddTo(Command command)
    {
        command.Add(rubric);
        command.Add(ledger);
        command.Add(part);
        sign.AddTo(command);
    }

    /// <summary>Who registers the run, for the caller to dispose of; null where --rubric is not given.</summary>
    /// <param name="context">The machine.</param>
    /// <param name="parsed">The flags as given.</param>
    /// <param name="errors">Takes what is wrong, a sentence each; without one there is no error.</param>
    public RunRegistrar? Read(CommandContext context, ParseResult parsed, List<string> errors)
    {
        if (parsed.GetValue(rubric) is not { } file)
        {
            foreach (var option in ((Option[])[ledger, part, .. sign.Options]).Where(option =>
                parsed.GetResult(option) is { Implicit: false }))
            {
                errors.Add($"{option.Name}: is given without --rubric; expected the published rubric that is to judge the run");
            }

            return null;
        }

        var number = parsed.GetValue(part) ?? 1;
        if (number is < 1 or > PublishedSeed.MaxPart)
        {
            errors.Add(string.Create(CultureInfo.InvariantCulture, $"--part: found {number}; expected a number from 1 to {PublishedSeed.MaxPart}"));
        }

        var (read, wrong) = RubricReader.Load(file);
        errors.AddRange(wrong.Select(static error => error.ToString()));
        var (key, noKey) = sign.Read(context, parsed);
        if (noKey is not null)
        {
            errors.Add(noKey);
        }

        if (errors.Count > 0 || read is null)
        {
            key?.Dispose();
            return null;
        }

        var path = parsed.GetValue(ledger) ?? LedgerFile.Default;
        return new RunRegistrar(read, file, new LedgerFile(path, context.Time), number, key);
    }
}
