using System.CommandLine;
using Tollgate.Results;
using Tollgate.Runs;
using Tollgate.Runs.Records;

namespace Tollgate.Cli;

/// <summary><c>tollgate report RUN...</c>: every number drawn anew from run files.</summary>
internal static class ReportCommand
{
    public static Command Create(CommandContext context)
    {
        var runs = new Argument<string[]>("RUN") { Description = "Run files.", Arity = ArgumentArity.OneOrMore };
        var html = new Option<string?>("--html")
        {
            Description = "Write a report that a browser shows.",
            HelpName = "FILE",
        };
        var json = new Option<bool>("--json") { Description = "Print one JSON document." };
        var markdown = new Option<bool>("--markdown")
        {
            Description = "Print Markdown, for a pull request or an issue.",
        };
        var transcript = new Option<string?>("--transcript")
        {
            Description = "Read one call of a rehearsal: NAME, NAME#2 for its third repetition, NAME@TARGET.",
            HelpName = "CALL",
        };
        var export = new Option<string?>("--transcripts")
        {
            Description = "Write every call of a rehearsal as JSON lines, as `score` reads them.",
            HelpName = "FILE",
        };
        var command = new Command("report", "Report on recorded runs: their numbers, side by side.")
        {
            runs, html, json, markdown, transcript, export, OutputFile.Force,
        };
        command.SetAction(parsed => Run(
            context, parsed.GetRequiredValue(runs), parsed.GetValue(json), parsed.GetValue(markdown),
            parsed.GetValue(html), parsed.GetValue(transcript), parsed.GetValue(export)));
        return command;
    }

    private static int Run(CommandContext context, string[] paths, bool json, bool markdown, string? html,
        string? transcript, string? export)
    {
        if ((OutputFile.Refusal(context, "--html", html, [.. paths, export])
            ?? OutputFile.Refusal(context, "--transcripts", export, [.. paths, html])) is { } refusal)
        {
            return context.WriteErrors(refusal);
        }

        var files = new List<RunFile>();
        try
        {
            var errors = new List<string>();
            var areInvalid = true;
            foreach (var path in paths)
            {
                var opened = RunFile.Open(path);
                if (opened.File is { } file)
                {
                    files.Add(file);
                }
                else
                {
                    errors.Add(opened.Error!); // Without a file there is a reason.
                    areInvalid &= opened.NotValid;
                }
            }

            if (errors.Count > 0)
            {
                // The runs are there and the arguments are right: what cannot be told is which run a file stands for.
                var code = context.WriteErrors(errors);
                return areInvalid ? ExitCodes.NotValid : code;
            }

            if (export is not null || transcript is not null)
            {
                // The other forms show it with their numbers.
                context.WriteErrors(files.Select(file => file.Missing).OfType<string>());
            }

            return export is not null ? TranscriptOutput.Export(context, files, export)
                : transcript is not null ? TranscriptOutput.Give(context, RunReport.Of(files), transcript)
                : ReportOutput.Give(context, RunReport.Of(files), json, markdown, html);
        }
        catch (RunFileException e)
        {
            return context.WriteErrors(e.Message);
        }
        finally
        {
            files.ForEach(file => file.Dispose());
        }
    }
}
