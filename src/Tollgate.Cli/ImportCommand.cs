using System.CommandLine;
using Tollgate.Input;
using Tollgate.Suites.Importing;
using Tollgate.Suites.Importing.Bfcl;
using Tollgate.Suites.Importing.Sgd;
using Tollgate.Suites.Importing.Tau2;
using Tollgate.Unicode;

namespace Tollgate.Cli;

/// <summary><c>tollgate import</c>: data sets that others wrote, as suites.</summary>
internal static class ImportCommand
{
    private const int MaxShown = 40;

    private static readonly Option<string?> Output = new("--out")
    {
        Description = "The suite to write; standard output unless said otherwise.",
        HelpName = "FILE",
    };

    private static readonly Option<int?> Most = new("--most") { Description = "Take this many entries at most.", HelpName = "N" };

    private static readonly Option<double> Noise = new("--noise")
    {
        Description = "The recogniser's word error rate in the calls, 0 to 0.5.",
        HelpName = "X",
    };

    public static Command Create(CommandContext context) => new("import", "Make a suite of a data set that others wrote.")
    {
        Sgd(context), Tau2(context), Bfcl(context),
    };

    private static Command Sgd(CommandContext context)
    {
        var folder = new Argument<string>("FOLDER")
        {
            Description = "A folder with schema.json and dialogues of Schema-Guided Dialogue.",
        };
        var command = new Command("sgd", "Dialogues of Schema-Guided Dialogue (google-research-datasets, CC BY-SA 4.0).")
        {
            folder, Output, Most, Noise, OutputFile.Force,
        };
        command.SetAction(parsed => Run(context, parsed, "dialogues", FilesIn(parsed.GetRequiredValue(folder)), options =>
        {
            var from = parsed.GetRequiredValue(folder);
            var dialogues = Directory.Exists(from)
                ? Directory.EnumerateFiles(from, "dialogues*.json").Order(StringComparer.Ordinal).ToList()
                : [];
            var schema = Path.Combine(from, "schema.json");
            if (!File.Exists(schema) || dialogues.Count == 0)
            {
                return ($"{from}: found no schema.json with dialogues beside it; expected a folder of Schema-Guided Dialogue.", null);
            }

            if (dialogues.Count > 1)
            {
                context.Diagnostics.WriteLine($"of {dialogues.Count} files of dialogues the first is taken: {dialogues[0]}");
            }

            return Read([schema, dialogues[0]], texts => SgdImport.Convert(texts[0], texts[1], options));
        }));
        return command;
    }

    private static Command Tau2(CommandContext context)
    {
        var folder = new Argument<string>("FOLDER")
        {
            Description = "A domain's folder with tasks.json, db.json and policy.md, such as data/tau2/domains/retail.",
        };
        var command = new Command("tau2", "Tasks of tau2-bench (sierra-research, MIT).")
        {
            folder, Output, Most, Noise, OutputFile.Force,
        };
        command.SetAction(parsed => Run(context, parsed, "tasks", FilesIn(parsed.GetRequiredValue(folder)), options =>
        {
            var from = parsed.GetRequiredValue(folder);
            string? Found(params string[] names) =>
                names.Select(name => Path.Combine(from, name)).FirstOrDefault(File.Exists);
            if (Found("tasks.json") is not { } tasks || Found("policy.md", "main_policy.md") is not { } policy
                || Found("db.json", "db.toml") is not { } database)
            {
                return ($"{from}: found no tasks.json with db.json and policy.md beside it; expected a domain of tau2-bench.", null);
            }

            var isJson = Path.GetExtension(database) == ".json";
            return Read(isJson ? [tasks, policy, database] : [tasks, policy], texts =>
                Tau2Import.Convert(texts[0], isJson ? texts[2] : null, texts[1], options));
        }));
        return command;
    }

    private static Command Bfcl(CommandContext context)
    {
        var files = new Argument<string[]>("FILE...")
        {
            Description = "Files of questions, such as BFCL_v4_multiple.json; answers are looked for in possible_answer beside them.",
            Arity = ArgumentArity.OneOrMore,
        };
        var command = new Command("bfcl", "Questions of the Berkeley Function Calling Leaderboard (gorilla, Apache-2.0).")
        {
            files, Output, Most, Noise, OutputFile.Force,
        };
        command.SetAction(parsed =>
        {
            var given = parsed.GetRequiredValue(files);
            string[] all = [.. given, .. given.Select(AnswersTo).Where(File.Exists)];
            return Run(context, parsed, "entries", all, options => Read(all, texts => BfclImport.Convert(
                [.. all.Zip(texts, (name, text) => new BfclFile(name, text))], options)));
        });
        return command;
    }

    private static string AnswersTo(string questions) =>
        Path.Combine(Path.GetDirectoryName(questions) ?? "", "possible_answer", Path.GetFileName(questions));

    // What is read is never written over.
    private static string[] FilesIn(string folder) =>
        Directory.Exists(folder) ? [folder, .. Directory.EnumerateFiles(folder)] : [folder];

    private static (string? Refusal, ImportResult? Result) Read(
        IReadOnlyList<string> paths, Func<IReadOnlyList<string>, ImportResult> convert)
    {
        var texts = new List<string>();
        foreach (var path in paths)
        {
            if (!InputFiles.TryReadText(path, out var text, out var unreadable))
            {
                return ($"{unreadable}.", null);
            }

            texts.Add(text);
        }

        return (null, convert(texts));
    }

    private static int Run(
        CommandContext context, ParseResult parsed, string entries, string[] inputs,
        Func<ImportOptions, (string? Refusal, ImportResult? Result)> read)
    {
        var options = new ImportOptions { Most = parsed.GetValue(Most), Noise = parsed.GetValue(Noise) };
        var output = parsed.GetValue(Output);
        if (options.Noise is not (>= 0 and <= 0.5))
        {
            return context.WriteErrors(FormattableString.Invariant($"--noise: found {options.Noise}; expected a number from 0 to 0.5."));
        }

        if (options.Most is < 1)
        {
            return context.WriteErrors($"--most: found {options.Most}; expected 1 or more.");
        }

        if (OutputFile.Refusal(context, "--out", output, inputs) is { } refusal)
        {
            return context.WriteErrors(refusal);
        }

        var (unreadable, result) = read(options);
        if (result is null)
        {
            return context.WriteErrors(unreadable!); // It is one or the other.
        }

        foreach (var error in result.LeftOut.Take(MaxShown))
        {
            context.Diagnostics.WriteLine(SafeText.Line(error.ToString()));
        }

        if (result.LeftOut.Count > MaxShown)
        {
            context.Diagnostics.WriteLine($"and {result.LeftOut.Count - MaxShown} more");
        }

        if (result.Of > 0)
        {
            context.Diagnostics.WriteLine($"{result.Taken} of {result.Of} {entries} taken"
                + string.Concat(result.Reasons.Select((one, i) => $"{(i == 0 ? ": " : ", ")}{one.Entries} {one.Reason}"))
                + ".");
        }

        if (result.Yaml.Length == 0)
        {
            return context.WriteErrors($"{inputs[0]}: no call could be made of it.");
        }

        if (output is null)
        {
            context.Output.Write(result.Yaml);
            return ExitCodes.Done;
        }

        if (OutputFile.Write(output, writer => writer.Write(result.Yaml)) is { } unwritten)
        {
            return context.WriteErrors(unwritten);
        }

        context.Diagnostics.WriteLine($"suite: {output}");
        return ExitCodes.Done;
    }
}
