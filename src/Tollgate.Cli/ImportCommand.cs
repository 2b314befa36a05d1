using System.CommandLine;
using Tollgate.Suites.Sgd;
using Tollgate.Yaml;

namespace Tollgate.Cli;

/// <summary><c>tollgate import</c>: dialogues that others wrote, as suites.</summary>
internal static class ImportCommand
{
    public static Command Create(Surroundings surroundings) => new("import", "Make a suite of dialogues that others wrote.")
    {
        Sgd(surroundings),
    };

    private static Command Sgd(Surroundings surroundings)
    {
        var folder = new Argument<string>("FOLDER")
        {
            Description = "A folder with schema.json and dialogues of Schema-Guided Dialogue.",
        };
        var output = new Option<string?>("--out")
        {
            Description = "The suite to write; standard output unless said otherwise.",
            HelpName = "FILE",
        };
        var most = new Option<int?>("--most") { Description = "Take so many dialogues at most.", HelpName = "N" };
        var noise = new Option<double>("--noise")
        {
            Description = "The recogniser's word error rate in the sessions, 0 to 0.5.",
            HelpName = "X",
        };
        var command = new Command("sgd", "Dialogues of Schema-Guided Dialogue (google-research-datasets, CC BY-SA 4.0).")
        {
            folder, output, most, noise, OutputFile.Force,
        };
        command.SetAction(parsed => Run(
            surroundings, parsed.GetRequiredValue(folder), parsed.GetValue(output),
            new SgdOptions
            {
                Most = parsed.GetValue(most),
                Noise = parsed.GetValue(noise),
            }));
        return command;
    }

    private static int Run(Surroundings surroundings, string folder, string? output, SgdOptions options)
    {
        if (options.Noise is not (>= 0 and <= 0.5))
        {
            return surroundings.Complain(FormattableString.Invariant($"--noise: found {options.Noise}; expected a number from 0 to 0.5."));
        }

        if (options.Most is < 1)
        {
            return surroundings.Complain($"--most: found {options.Most}; expected 1 or more.");
        }

        var schema = Path.Combine(folder, "schema.json");
        if (OutputFile.Refusal(surroundings, "--out", output, schema) is { } refusal)
        {
            return surroundings.Complain(refusal);
        }

        var dialogues = Directory.Exists(folder)
            ? Directory.EnumerateFiles(folder, "dialogues*.json").Order(StringComparer.Ordinal).ToList()
            : [];
        if (!File.Exists(schema) || dialogues.Count == 0)
        {
            return surroundings.Complain($"{folder}: found no schema.json with dialogues beside it; expected a folder of Schema-Guided Dialogue.");
        }

        if (dialogues.Count > 1)
        {
            surroundings.Talk.WriteLine($"of {dialogues.Count} files of dialogues the first is taken: {dialogues[0]}");
        }

        if (!InputFiles.TryReadText(schema, out var schemaText, out var unreadable)
            || !InputFiles.TryReadText(dialogues[0], out var dialoguesText, out unreadable))
        {
            return surroundings.Complain($"{unreadable}.");
        }

        var (yaml, errors) = SgdImport.Convert(schemaText, dialoguesText, options);
        foreach (var error in errors)
        {
            surroundings.Talk.WriteLine(error.ToString());
        }

        if (yaml.Length == 0)
        {
            return surroundings.Complain($"{folder}: no dialogue could be made a session of.");
        }

        if (output is null)
        {
            surroundings.Output.Write(yaml);
        }
        else
        {
            if (OutputFile.Write(output, writer => writer.Write(yaml)) is { } unwritten)
            {
                return surroundings.Complain(unwritten);
            }

            surroundings.Talk.WriteLine($"suite: {output}");
        }

        return ExitCodes.Done;
    }
}
