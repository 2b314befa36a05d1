using System.CommandLine;
using Spectre.Console;
using Tollgate.Cli.Shell;
using Tollgate.Figures;
using Tollgate.Measures;
using Tollgate.Runs;
using Tollgate.Runs.Records;
using Tollgate.Unicode;

namespace Tollgate.Cli.Runs;

/// <summary><c>tollgate runs</c>: what is there.</summary>
internal static class RunsCommand
{
    private static readonly JsonSerializerOptions Indented = new() { WriteIndented = true };

    public static Command Create(CommandContext context)
    {
        var folder = new Argument<string>("FOLDER")
        {
            Description = "Folder to list.",
            DefaultValueFactory = _ => RunFolder.Default,
        };
        var json = Flag.Switch("--json", "Print one JSON document.");
        var command = new Command("runs", "List recorded runs, newest first.") { folder, json };
        command.SetAction(parsed => Run(context, parsed.GetRequiredValue(folder), parsed.GetValue(json)));
        return command;
    }

    private static int Run(CommandContext context, string folder, bool json)
    {
        if (folder != RunFolder.Default && !Directory.Exists(folder))
        {
            return context.WriteErrors($"{folder}: there is no such folder; expected one with run files.");
        }

        var runs = RunFile.List(folder);
        if (json)
        {
            WriteJson(context.Output, runs);
        }
        else if (runs.Count == 0)
        {
            context.Diagnostics.WriteLine($"There are no runs in {folder}. `tollgate try` or `tollgate measure` makes one.");
        }
        else
        {
            WriteTable(context.NewConsole(), runs);
        }

        return ExitCodes.Done;
    }

    private static void WriteTable(IAnsiConsole console, IReadOnlyList<RunListing> runs)
    {
        // A name is for copying: it stands in a line of its own, unbroken, however narrow the terminal is.
        foreach (var run in runs)
        {
            console.Profile.Out.Writer.WriteLine(SafeText.Line(run.Path));
            if (run.Info is not { } info)
            {
                Line(console, "unreadable: " + (run.Error ?? "it cannot be read"), new Style(Color.Red));
                continue;
            }

            var failed = run.Totals.Sum(total => total.Failed);
            Line(
                console,
                $"{info.StartedAt.ToLocalTime().ToString("yyyy-MM-dd HH:mm", CultureInfo.InvariantCulture)}  {
                    Names(info)}: {FigureText.Count(run.Totals.Sum(total => total.Issued))} exchanges{
                    (failed > 0 ? $", {FigureText.Count(failed)} failed" : "")}; {
                    run.State.ToString().ToLowerInvariant()}{(run.Missing is null ? "" : ", not valid")}",
                null);
            if (run.Missing is { } missing)
            {
                Line(console, missing, new Style(Color.Red));
            }
        }
    }

    private static void Line(IAnsiConsole console, string text, Style? style) =>
        console.Write(new Padder(new Text(text, style)).Padding(2, 0, 0, 0));

    private static string Names(RunInfo info)
    {
        const int most = 3;
        var names = string.Join(", ", info.Targets.Take(most).Select(target => target.Name));
        return info.Targets.Count > most ? $"{names} and {info.Targets.Count - most} more" : names;
    }

    private static void WriteJson(TextWriter output, IReadOnlyList<RunListing> runs) =>
        output.WriteLine(JsonSerializer.Serialize(
            new
            {
                schema = 1,
                runs = runs.Select(run => new
                {
                    run = run.Name,
                    path = run.Path,
                    started = run.Info?.StartedAt.ToString("O", CultureInfo.InvariantCulture),
                    state = run.State.ToString().ToLowerInvariant(),
                    error = run.Error,
                    missing = run.Missing,
                    targets = run.Totals.Select(total => new
                    {
                        name = total.Target,
                        issued = total.Issued,
                        completed = total.Completed,
                        failed = total.Failed,
                        cancelled = total.Cancelled,
                        in_flight = total.InFlight,
                    }),
                }),
            },
            Indented));
}
