using System.CommandLine;
using Tollgate.Cli.Shell;
using Tollgate.Reports;
using Tollgate.Results;
using Tollgate.Runs.Records;
using Tollgate.Workflows.Reporting;

namespace Tollgate.Cli.Report;

/// <summary><c>tollgate report RUN...</c>: every number drawn anew from run files.</summary>
internal static class ReportCommand
{
    public static Command Create(CommandContext context)
    {
        var runs = new Argument<string[]>("RUN") { Description = "Run files.", Arity = ArgumentArity.OneOrMore };
        var html = Flag.Of<string?>("--html", "FILE", "Write an HTML report.");
        var json = Flag.Switch("--json", "Print one JSON document.");
        var markdown = Flag.Switch("--markdown", "Print Markdown, for a pull request or an issue.");
        var to = Flag.Of<string[]>("--to", "FILE",
            $"Write the report to a file as well, in the format of its ending: {Endings}. Repeatable.");
        var transcript = Flag.Of<string?>("--transcript", "CALL",
            "Show one call of a rehearsal: NAME, NAME#2 for its third repetition, NAME@TARGET.");
        var export = Flag.Of<string?>("--transcripts", "FILE",
            "Write every call of a rehearsal as JSON lines, in the format that `score` reads.");
        var command = new ExampledCommand(
            "report", "Report on recorded runs: their numbers, side by side.",
            "tollgate report tollgate-runs/*.tollgate --html report.html",
            "tollgate report RUN.tollgate --transcript CALL")
        {
            runs, html, json, markdown, to, transcript, export, OutputFile.Force,
        };
        command.SetAction(parsed => Run(
            context, parsed.GetRequiredValue(runs), parsed.GetValue(json), parsed.GetValue(markdown),
            parsed.GetValue(html), parsed.GetValue(to) ?? [], parsed.GetValue(transcript), parsed.GetValue(export)));
        return command;
    }

    private static int Give(
        CommandContext context, RunReport report, bool json, bool markdown, string? html, string[] to)
    {
        foreach (var path in to)
        {
            var format = ReportFormats.OfFile(path)!; // The names were checked.
            if (ReportOutput.Write(context, report, format, path) is { } unwritten)
            {
                return context.WriteErrors(unwritten);
            }
        }

        return ReportOutput.Give(context, report, json, markdown, html);
    }

    private static string Endings => string.Join(", ", ReportFormats.All.Select(static format => format.Extension));

    private static int Run(CommandContext context, string[] paths, bool json, bool markdown, string? html,
        string[] to, string? transcript, string? export)
    {
        foreach (var path in to)
        {
            if (ReportFormats.OfFile(path) is null)
            {
                return context.WriteErrors($"--to: found {path}; expected a name that ends in one of {Endings}.");
            }

            if (OutputFile.Refusal(context, "--to", path, [.. paths, html, export]) is { } taken)
            {
                return context.WriteErrors(taken);
            }
        }

        if ((OutputFile.Refusal(context, "--html", html, [.. paths, export])
            ?? OutputFile.Refusal(context, "--transcripts", export, [.. paths, html])) is { } refusal)
        {
            return context.WriteErrors(refusal);
        }

        var opened = OpenRuns.Open(paths);
        if (opened.Value is not { } runs)
        {
            return context.WriteErrors(opened.Problem!); // One of the two is there.
        }

        using (runs)
        {
            try
            {
                if (export is not null || transcript is not null)
                {
                    // The other forms show it with their numbers.
                    context.WriteErrors(runs.Missing);
                }

                return export is not null ? TranscriptOutput.Export(context, runs.Files, export)
                    : transcript is not null ? TranscriptOutput.Give(context, RunReport.Of(runs.Files), transcript)
                    : Give(context, RunReport.Of(runs.Files), json, markdown, html, to);
            }
            catch (RunFileException e)
            {
                return context.WriteErrors(e.Message);
            }
        }
    }
}
