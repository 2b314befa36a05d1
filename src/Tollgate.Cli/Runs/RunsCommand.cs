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

    private static void WriteJson(TextWriter output, IReadOnlyList<RunListing> runs)
    {
        using var buffer = new MemoryStream();
        using (var json = new Utf8JsonWriter(buffer, new JsonWriterOptions { Indented = true }))
        {
            json.WriteStartObject();
            json.WriteNumber("schema", 1);
            json.WriteStartArray("runs");
            foreach (var run in runs)
            {
                json.WriteStartObject();
                json.WriteString("run", run.Name);
                json.WriteString("path", run.Path);
                json.WriteString("started", run.Info?.StartedAt.ToString("O", CultureInfo.InvariantCulture));
                json.WriteString("state", run.State.ToString().ToLowerInvariant());
                json.WriteString("error", run.Error);
                json.WriteString("missing", run.Missing);
                json.WriteStartArray("targets");
                foreach (var total in run.Totals)
                {
                    json.WriteStartObject();
                    json.WriteString("name", total.Target);
                    json.WriteNumber("issued", total.Issued);
                    json.WriteNumber("completed", total.Completed);
                    json.WriteNumber("failed", total.Failed);
                    json.WriteNumber("cancelled", total.Cancelled);
                    json.WriteNumber("in_flight", total.InFlight);
                    json.WriteEndObject();
                }

                json.WriteEndArray();
                json.WriteEndObject();
            }

            json.WriteEndArray();
            json.WriteEndObject();
        }

        output.WriteLine(System.Text.Encoding.UTF8.GetString(buffer.ToArray()));
    }
}
