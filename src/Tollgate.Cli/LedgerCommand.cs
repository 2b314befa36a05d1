using System.CommandLine;
using Tollgate.Gate.Ledgers;
using Tollgate.Yaml;

namespace Tollgate.Cli;

/// <summary><c>tollgate ledger</c>: the record of published rubrics and verdicts.</summary>
internal static class LedgerCommand
{
    public static Command Create(Surroundings surroundings) => new(
        "ledger", "The record of published rubrics and verdicts.")
    {
        Verify(surroundings),
    };

    private static Command Verify(Surroundings surroundings)
    {
        var file = new Argument<string>("FILE")
        {
            Description = "The ledger.",
            DefaultValueFactory = _ => LedgerFile.Default,
        };
        var key = new Option<string?>("--key")
        {
            Description = "Every rubric must be signed by the private half of this EC P-256 public key (PEM).",
            HelpName = "PUBLIC.pem",
        };
        var json = new Option<bool>("--json") { Description = "Print one JSON document." };
        var command = new Command("verify", "Say whether the ledger is whole: every hash, every signature.")
        {
            file, key, json,
        };
        command.SetAction((parsed, _) => VerifyAsync(
            surroundings, new LedgerFile(parsed.GetRequiredValue(file), surroundings.Time), parsed.GetValue(key),
            parsed.GetValue(json)));
        return command;
    }

    private static async Task<int> VerifyAsync(
        Surroundings surroundings, LedgerFile file, string? keyFile, bool json)
    {
        string? key = null;
        if (keyFile is not null)
        {
            (key, var wrong) = ReadKey(keyFile);
            if (wrong is not null)
            {
                return surroundings.Complain(wrong);
            }
        }

        var (ledger, problem) = await file.ReadAsync(surroundings.Stop);
        if (ledger is null)
        {
            surroundings.Complain(problem!.Message); // Without a ledger there is a problem.
            return problem.ExitCode;
        }

        if (key is not null && ledger.Entries.FirstOrDefault(one => one.Rubric is not null && one.PublicKey != key)
            is { } stranger)
        {
            surroundings.Complain($"{file.Path}:{stranger.Seq}: the rubric {stranger.Rubric!.Name} is {LedgerText.SignedBy(stranger)}; expected a signature by key {SigningKey.NameOf(key)}"); // It holds one.
            return ExitCodes.NotValid;
        }

        if (json)
        {
            WriteJson(surroundings.Output, file, ledger);
        }
        else
        {
            Write(surroundings.Output, file, ledger);
        }

        if (ledger.TornBytes > 0)
        {
            surroundings.Talk.WriteLine($"tollgate: {file.Path}: its last {ledger.TornBytes} bytes are of an entry that a process did not end; they count for nothing, and the next entry takes their place.");
        }

        return ExitCodes.Done;
    }

    private static (string? Key, string? Wrong) ReadKey(string file)
    {
        if (!InputFiles.TryReadText(file, out var pem, out var error))
        {
            return (null, $"--key: {error}; expected a public key.");
        }

        var (key, wrong) = SigningKey.ReadPublic(pem);
        return (key, wrong is null ? null : $"--key {file}: {wrong}.");
    }

    private static void Write(TextWriter output, LedgerFile file, Ledger ledger)
    {
        if (ledger.Entries.Count == 0)
        {
            output.WriteLine($"{file.Path} is whole: no entries yet.");
            return;
        }

        var (rubrics, verdicts) = Kinds(ledger);
        output.WriteLine($"{file.Path} is whole: {rubrics} published, {verdicts}, since {LedgerText.Time(ledger.Entries[0].At)}.");
        foreach (var signer in ledger.Entries.Where(entry => entry.PublicKey is not null)
            .GroupBy(entry => entry.PublicKey!)) // The others were left out.
        {
            output.WriteLine($"{signer.Count()} of {ledger.Entries.Count} signed by key {SigningKey.NameOf(signer.Key)}");
        }

        output.WriteLine($"head {ledger.Head}");
    }

    private static (string Rubrics, string Verdicts) Kinds(Ledger ledger)
    {
        var rubrics = ledger.Entries.Count(entry => entry.Rubric is not null);
        var verdicts = ledger.Entries.Count - rubrics;
        return ($"{rubrics} {(rubrics == 1 ? "rubric" : "rubrics")}", $"{verdicts} {(verdicts == 1 ? "verdict" : "verdicts")}");
    }

    private static void WriteJson(TextWriter output, LedgerFile file, Ledger ledger) =>
        LedgerText.WriteJson(output, json =>
        {
            json.WriteString("ledger", file.Path);
            json.WriteNumber("torn_bytes", ledger.TornBytes);
            json.WriteString("head", ledger.Head);
            json.WriteStartArray("entries");
            foreach (var entry in ledger.Entries)
            {
                json.WriteStartObject();
                json.WriteNumber("entry", entry.Seq);
                json.WriteString("at", LedgerText.Instant(entry.At));
                json.WriteString("kind", entry.Rubric is null ? "verdict" : "rubric");
                json.WriteString("rubric", entry.Rubric?.Name);
                json.WriteString("digest", entry.Rubric?.Digest ?? entry.Verdict?.RubricDigest);
                json.WriteString("outcome", entry.Verdict?.Outcome.ToString().ToLowerInvariant());
                json.WriteString("key", entry.PublicKey is { } key ? SigningKey.NameOf(key) : null);
                json.WriteString("hash", entry.Hash);
                json.WriteEndObject();
            }

            json.WriteEndArray();
        });
}
