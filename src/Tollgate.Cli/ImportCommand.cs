using System.CommandLine;
using Tollgate.Suites.Importing;
using Tollgate.Suites.Importing.Sgd;
using Tollgate.Unicode;
using Tollgate.Yaml;

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

    public static Command Create(Surroundings surroundings) => new("import", "Make a suite of a data set that others wrote.")
    {
        Sgd(surroundings),
    };

    private static Command Sgd(Surroundings surroundings)
    {
        var folder = new Argument<string>("FOLDER")
        {
            Description = "A folder with schema.json and dialogues of Schema-Guided Dialogue.",
        };
        var command = new Command("sgd", "Dialogues of Schema-Guided Dialogue (google-research-datasets, CC BY-SA 4.0).")
        {
            folder, Output, Most, Noise, OutputFile.Force,
        };
        command.SetAction(parsed => Run(surroundings, parsed, "dialogues", [parsed.GetRequiredValue(folder)], options =>
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
                surroundings.Talk.WriteLine($"of {dialogues.Count} files of dialogues the first is taken: {dialogues[0]}");
            }

            return Read([schema, dialogues[0]], texts => SgdImport.Convert(texts[0], texts[1], options));
        }));
        return command;
    }

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
        Surroundings surroundings, ParseResult parsed, string entries, string[] inputs,
        Func<ImportOptions, (string? Refusal, ImportResult? Result)> read)
    {
        var options = new ImportOptions { Most = parsed.GetValue(Most), Noise = parsed.GetValue(Noise) };
        var output = parsed.GetValue(Output);
        if (options.Noise is not (>= 0 and <= 0.5))
        {
            return surroundings.Complain(FormattableString.Invariant($"--noise: found {options.Noise}; expected a number from 0 to 0.5."));
        }

        if (options.Most is < 1)
        {
            return surroundings.Complain($"--most: found {options.Most}; expected 1 or more.");
        }

        if (OutputFile.Refusal(surroundings, "--out", output, inputs) is { } refusal)
        {
            return surroundings.Complain(refusal);
        }

        var (unreadable, result) = read(options);
        if (result is null)
        {
            return surroundings.Complain(unreadable!); // It is one or the other.
        }

        foreach (var error in result.LeftOut.Take(MaxShown))
        {
            surroundings.Talk.WriteLine(SafeText.Line(error.ToString()));
        }

        if (result.LeftOut.Count > MaxShown)
        {
            surroundings.Talk.WriteLine($"and {result.LeftOut.Count - MaxShown} more");
        }

        surroundings.Talk.WriteLine($"{result.Taken} of {result.Of} {entries} taken"
            + string.Concat(result.Reasons.Select((one, i) => $"{(i == 0 ? ": " : ", ")}{one.Entries} {one.Reason}")) + ".");
        if (result.Yaml.Length == 0)
        {
            return surroundings.Complain($"{inputs[0]}: no call could be made of it.");
        }

        if (output is null)
        {
            surroundings.Output.Write(result.Yaml);
            return ExitCodes.Done;
        }

        if (OutputFile.Write(output, writer => writer.Write(result.Yaml)) is { } unwritten)
        {
            return surroundings.Complain(unwritten);
        }

        surroundings.Talk.WriteLine($"suite: {output}");
        return ExitCodes.Done;
    }
}
