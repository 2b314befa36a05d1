using System.CommandLine;
using System.Globalization;
using System.Text.Json;
using Spectre.Console;
using Tollgate.Measures;
using Tollgate.Runs;

namespace Tollgate.Cli;

/// <summary><c>tollgate runs</c>: what is there.</summary>
internal static class RunsCommand
{
    public static Command Create(Surroundings surroundings)
    {
        var folder = new Argument<string>("FOLDER")
        {
            Description = "Where to look.",
            DefaultValueFactory = _ => RunFolder.Default,
        };
        var json = new Option<bool>("--json") { Description = "Print one JSON document." };
        var command = new Command("runs", "List the recorded runs, the youngest first.") { folder, json };
        command.SetAction(parsed => Run(surroundings, parsed.GetRequiredValue(folder), parsed.GetValue(json)));
        return command;
    }

    private static int Run(Surroundings surroundings, string folder, bool json)
    {
        if (folder != RunFolder.Default && !Directory.Exists(folder))
        {
            return surroundings.Complain($"{folder}: there is no such folder; expected one with run files.");
        }

        var runs = RunFile.List(folder);
        if (json)
        {
            WriteJson(surroundings.Output, runs);
        }
        else if (runs.Count == 0)
        {
            surroundings.Talk.WriteLine($"There are no runs in {folder}. `tollgate try` or `tollgate measure` makes one.");
        }
        else
        {
            WriteTable(surroundings.NewConsole(), runs);
        }

        return ExitCodes.Done;
    }

    private static void WriteTable(IAnsiConsole console, IReadOnlyList<RunListing> runs)
    {
        var table = new Table().Border(TableBorder.Simple).AddColumns("run", "started", "targets", "exchanges", "failed", "state");
        foreach (var run in runs)
        {
            if (run.Info is not { } info)
            {
                table.AddRow(
                    new Text(run.Path), new Text(""), new Text(run.Error ?? "cannot be read", Color.Red), new Text(""),
                    new Text(""), new Text("unreadable"));
                continue;
            }

            table.AddRow(
                new Text(run.Path),
                new Text(info.StartedAt.ToLocalTime().ToString("yyyy-MM-dd HH:mm", CultureInfo.InvariantCulture)),
                new Text(Names(info)),
                new Text(FigureText.Count(run.Totals.Sum(total => total.Issued))),
                new Text(FigureText.Count(run.Totals.Sum(total => total.Failed))),
                new Text(run.State.ToString().ToLowerInvariant() + (run.Missing is null ? "" : ", not valid")));
            if (run.Missing is { } missing)
            {
                table.AddRow(
                    new Text(""), new Text(""), new Text(missing, Color.Red), new Text(""), new Text(""), new Text(""));
            }
        }

        console.Write(table);
    }

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
