using System.CommandLine;
using Tollgate.Cli.Shell;
using Tollgate.Input;
using Tollgate.Suites;
using Tollgate.Suites.Importing;
using Tollgate.Unicode;

namespace Tollgate.Cli.Import;

/// <summary><c>tollgate import</c>: data sets that others wrote, as suites.</summary>
internal static class ImportCommand
{
    private const int MaxShown = 40;

    private static readonly IImportSource[] Sources = [new SgdSource(), new Tau2Source(), new BfclSource()];

    private static readonly Option<string?> Output = Flag.Of<string?>("--out", "FILE",
        "Suite to write (default: standard output).");
    private static readonly Option<int?> Most = Flag.Of<int?>("--most", "N", "Maximum entries to import.");
    private static readonly Option<double> Noise = Flag.Of<double>("--noise", "X",
        "Word error rate of the recognizer in the calls, 0 to 0.5.");

    public static Command Create(CommandContext context)
    {
        var command = new Command("import", "Turn a public data set into a suite.");
        foreach (var source in Sources)
        {
            command.Add(Create(context, source));
        }

        return command;
    }

    private static Command Create(CommandContext context, IImportSource source)
    {
        var (from, read) = source.TakesSeveral ? Several(source) : One(source);
        var command = new Command(source.Name, source.Description) { from, Output, Most, Noise, OutputFile.Force };
        command.SetAction(parsed => Run(context, parsed, source, read(parsed)));
        return command;
    }

    private static (Argument Argument, Func<ParseResult, IReadOnlyList<string>> Read) One(IImportSource source)
    {
        var from = new Argument<string>(source.Argument) { Description = source.ArgumentDescription };
        return (from, parsed => [parsed.GetRequiredValue(from)]);
    }

    private static (Argument Argument, Func<ParseResult, IReadOnlyList<string>> Read) Several(IImportSource source)
    {
        var from = new Argument<string[]>(source.Argument)
        {
            Description = source.ArgumentDescription,
            Arity = ArgumentArity.OneOrMore,
        };
        return (from, parsed => parsed.GetRequiredValue(from));
    }

    private static int Run(
        CommandContext context, ParseResult parsed, IImportSource source, IReadOnlyList<string> given)
    {
        var options = new ImportOptions { Most = parsed.GetValue(Most), Noise = parsed.GetValue(Noise) };
        var output = parsed.GetValue(Output);
        var noise = SuiteSession.NoiseBounds;
        if (!noise.Holds(options.Noise))
        {
            return context.WriteErrors(FormattableString.Invariant($"--noise: found {options.Noise}; expected a number from {noise.Min} to {noise.Max}."));
        }

        if (options.Most is < 1)
        {
            return context.WriteErrors($"--most: found {options.Most}; expected 1 or more.");
        }

        if (OutputFile.Refusal(context, "--out", output, source.Inputs(given)) is { } refusal)
        {
            return context.WriteErrors(refusal);
        }

        var found = source.Find(given);
        if (found.Refusal is { } none)
        {
            return context.WriteErrors(none);
        }

        if (found.Note is { } note)
        {
            context.Diagnostics.WriteLine(note);
        }

        var texts = new List<string>();
        foreach (var path in found.Files)
        {
            if (!InputFiles.TryReadText(path, out var text, out var unreadable))
            {
                return context.WriteErrors($"{unreadable}.");
            }

            texts.Add(text);
        }

        var result = source.Convert(found.Files, texts, options);
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
            context.Diagnostics.WriteLine($"{result.Taken} of {result.Of} {source.Entries} taken"
                + string.Concat(result.Reasons.Select((one, i) => $"{(i == 0 ? ": " : ", ")}{one.Entries} {one.Reason}"))
                + ".");
        }

        if (result.Yaml.Length == 0)
        {
            return context.WriteErrors($"{given[0]}: no call could be made of it.");
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
