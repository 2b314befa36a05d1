using Spectre.Console;
using Tollgate.Cli.Hosts;
using Tollgate.Cli.Shell;
using Tollgate.Exchanges;
using Tollgate.Reports;
using Tollgate.Reports.Formats;
using Tollgate.Reports.Html;
using Tollgate.Reports.Terminal;
using Tollgate.Results;
using Tollgate.Runs;
using Tollgate.Runs.Records;
using Tollgate.Scores.Outcomes;

namespace Tollgate.Cli.Report;

/// <summary>Gives a report in the forms that were asked for.</summary>
internal static class ReportOutput
{
    /// <summary>
    /// Reports on a run that has just been carried out. Its numbers are drawn from the file, like those of every later
    /// report on it.
    /// </summary>
    /// <param name="context">The machine.</param>
    /// <param name="path">The run file.</param>
    /// <param name="end">How the run ended; null where the file says it.</param>
    /// <param name="json">Print JSON.</param>
    /// <param name="markdown">Print Markdown.</param>
    /// <param name="htmlPath">Where the report is wanted; null for none.</param>
    /// <param name="targets">The targets with their keys, for what is asked of servers on this machine.</param>
    /// <param name="scores">The scores of its sessions, by target and number; null where they are to be scored anew.</param>
    /// <returns>The exit code.</returns>
    public static int GiveRun(
        CommandContext context, string path, RunEnd? end, bool json, bool markdown, string? htmlPath,
        IReadOnlyList<Target> targets, IReadOnlyDictionary<(string Target, long Id), SessionScore>? scores = null)
    {
        var (file, unreadable) = RunFile.Open(path);
        if (file is null)
        {
            return context.WriteErrors(unreadable!); // Without a file there is a reason.
        }

        using (file)
        {
            var report = RunReport.Of([file], end: end, scores: scores);
            var code = Give(context, report, json, markdown, htmlPath);
            foreach (var hint in Hints(context, report, targets))
            {
                context.Diagnostics.WriteLine($"tollgate: {hint}");
            }

            context.Diagnostics.WriteLine($"run: {path}");
            return code == ExitCodes.NotValid || end is not { Reason: "stopped" or "aborted" }
                ? code
                : ExitCodes.Stopped;
        }
    }

    // Where nothing but the model's name can be wrong, a server on this machine can say which it has.
    private static IEnumerable<string> Hints(
        CommandContext context, RunReport report, IReadOnlyList<Target> targets) =>
        from result in report.Targets
        let measured = result.Measures
        where measured.Completed == 0 && measured.Failures.Count > 0
        from target in targets
        where target.Name == result.Name && measured.FailureMessages.All(failure =>
            failure.Key == FailureKind.NotFound
            || (failure.Key == FailureKind.BadRequest
                && failure.Value.Contains(target.Model, StringComparison.Ordinal)))
        select ServedModels.Hint(target, context) into hint
        where hint is not null
        select hint;

    /// <summary>Prints the document, writes the HTML file where one is wanted, and says where it is.</summary>
    /// <returns>The exit code.</returns>
    public static int Give(CommandContext context, RunReport report, bool json, bool markdown, string? htmlPath)
    {
        if (json)
        {
            ReportFormats.Json.Write(context.Output, report);
        }
        else if (markdown)
        {
            ReportFormats.Markdown.Write(context.Output, report);
        }
        else
        {
            var console = context.NewConsole();
            TerminalReport.Write(console, report);
            if (report.Verdict is { } verdict)
            {
                console.WriteLine();
                TerminalVerdict.Write(console, verdict);
            }
        }

        if (htmlPath is not null && Write(context, report, ReportFormats.Html, htmlPath) is { } unwritten)
        {
            return context.WriteErrors(unwritten);
        }

        return report.IsAllFailed ? ExitCodes.Failed
            : report.Valid ? ExitCodes.Done
            : ExitCodes.NotValid;
    }

    /// <summary>Writes a report to a file, and says where it is.</summary>
    /// <returns>Why it could not be written, as one sentence; null where it was.</returns>
    public static string? Write(CommandContext context, RunReport report, IReportFormat format, string path)
    {
        if (OutputFile.Write(path, writer => format.Write(writer, report)) is { } unwritten)
        {
            return unwritten;
        }

        context.Diagnostics.WriteLine($"report: {Path.GetFullPath(path)}");
        return null;
    }
}
