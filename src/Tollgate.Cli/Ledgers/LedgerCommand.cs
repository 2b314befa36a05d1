using System.CommandLine;
using Tollgate.Cli.Shell;
using Tollgate.Gate.Judging;
using Tollgate.Gate.Ledgers;
using Tollgate.Input;
using Tollgate.Workflows.Ledgers;

namespace Tollgate.Cli.Ledgers;

/// <summary><c>tollgate ledger</c>: the record of published rubrics, registered runs and verdicts.</summary>
internal static class LedgerCommand
{
    public static Command Create(CommandContext context) => new(
        "ledger", "The record of published rubrics, registered runs and verdicts.")
    {
        Verify(context),
    };

    private static Command Verify(CommandContext context)
    {
        var file = new Argument<string>("FILE")
        {
            Description = "The ledger.",
            DefaultValueFactory = _ => LedgerFile.Default,
        };
        var keys = Flag.Of<string[]>("--key", "PUBLIC.pem",
            "Require signatures by this EC P-256 public key (PEM): on every rubric, and on every entry after the first signed one. Further --key files may sign runs and verdicts, but not rubrics.");
        var head = Flag.Of<string?>("--head", "N:HASH", "Require this entry, as a verdict or publication posted it.");
        var writeHead = Flag.Switch("--write-head", "Write the head file next to the ledger if --head holds.");
        var json = Flag.Switch("--json", "Print one JSON document.");
        var command = new Command("verify", "Verify the ledger: every hash, every signature, its end.")
        {
            file, keys, head, writeHead, json,
        };
        command.SetAction((parsed, _) => VerifyAsync(
            context, new LedgerFile(parsed.GetRequiredValue(file), context.Time),
            parsed.GetValue(keys) ?? [], parsed.GetValue(head), parsed.GetValue(writeHead), parsed.GetValue(json)));
        return command;
    }

    private static async Task<int> VerifyAsync(
        CommandContext context, LedgerFile file, IReadOnlyList<string> keyFiles, string? head, bool writeHead,
        bool json)
    {
        var known = head is null ? null : LedgerHead.Parse(head);
        if (head is not null && known is null)
        {
            return context.WriteErrors($"--head: found \"{head}\"; expected {LedgerHead.Expected}");
        }

        if (writeHead && known is null)
        {
            return context.WriteErrors("--write-head: is given without --head; expected an entry that was posted, so that a ledger which was cut is not taken for whole");
        }

        var (keys, wrong) = ReadKeys(keyFiles);
        if (wrong is not null)
        {
            return context.WriteErrors(wrong);
        }

        var verified = await LedgerVerification.VerifyAsync(file, known, writeHead, keys, context.Stop);
        if (verified.Value is not { } ledger)
        {
            return context.WriteErrors(verified.Problem!); // One of the two is there.
        }

        if (json)
        {
            WriteJson(context.Output, file, ledger);
        }
        else
        {
            Write(context.Output, file, ledger);
        }

        if (ledger.TornBytes > 0)
        {
            context.Diagnostics.WriteLine($"tollgate: {file.Path}: its last {ledger.TornBytes} bytes are of an entry that a process did not end; they count for nothing, and the next entry takes their place.");
        }

        return ExitCodes.Done;
    }

    private static (List<string> Keys, string? Wrong) ReadKeys(IReadOnlyList<string> files)
    {
        var keys = new List<string>();
        foreach (var file in files)
        {
            if (!InputFiles.TryReadText(file, out var pem, out var error))
            {
                return ([], $"--key: {error}; expected a public key.");
            }

            var (key, wrong) = SigningKey.ReadPublic(pem);
            if (key is null)
            {
                return ([], $"--key {file}: {wrong}.");
            }

            keys.Add(key);
        }

        return (keys, null);
    }

    private static void Write(TextWriter output, LedgerFile file, Ledger ledger)
    {
        output.WriteLine($"{file.Path} is whole: {Kinds(ledger)}, since {LedgerWords.Time(ledger.Entries[0].At)}.");
        foreach (var signer in ledger.Entries.Where(entry => entry.PublicKey is not null)
            .GroupBy(entry => entry.PublicKey!)) // The others were left out.
        {
            output.WriteLine($"{signer.Count()} of {ledger.Entries.Count} signed by key {SigningKey.NameOf(signer.Key)}");
        }

        if (ledger.ClockStep is var (before, entry))
        {
            output.WriteLine($"note: entry {entry.Seq} is dated {LedgerWords.Time(entry.At)}, before entry {before.Seq}, {LedgerWords.Time(before.At)}: a clock was wrong; the order of the entries stands.");
        }

        output.WriteLine($"head {ledger.Head}");
    }

    private static string Kinds(Ledger ledger)
    {
        var rubrics = ledger.Entries.Count(static entry => entry.Rubric is not null);
        var runs = ledger.Entries.Count(static entry => entry.Run is not null);
        var verdicts = ledger.Entries.Count - rubrics - runs;
        return $"{Count(rubrics, "rubric")} published, {Count(runs, "run")} registered, {Count(verdicts, "verdict")}";

        static string Count(int count, string what) => count == 1 ? $"1 {what}" : $"{count} {what}s";
    }

    private static void WriteJson(TextWriter output, LedgerFile file, Ledger ledger) => LedgerText.WriteJson(output, new
    {
        schema = 1,
        ledger = file.Path,
        torn_bytes = ledger.TornBytes,
        head = ledger.Head.ToString(),
        clock_went_back = ledger.ClockStep is not null,
        entries = ledger.Entries.Select(entry => new
        {
            entry = entry.Seq,
            at = LedgerText.Instant(entry.At),
            kind = LedgerText.KindName(entry),
            rubric = entry.Rubric?.Name,
            digest = entry.Rubric?.Digest ?? entry.Verdict?.RubricDigest ?? entry.Run?.RubricDigest,
            targets = entry.Run?.Targets ?? [],
            outcome = entry.Verdict?.Outcome.ToString().ToLowerInvariant(),
            key = entry.PublicKey is { } key ? SigningKey.NameOf(key) : null,
            hash = entry.Hash,
        }),
    });
}
