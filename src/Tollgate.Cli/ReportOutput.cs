using Spectre.Console;
using Tollgate.Reports;
using Tollgate.Runs;

namespace Tollgate.Cli;

/// <summary>Gives a report in the forms that were asked for.</summary>
internal static class ReportOutput
{
    /// <summary>
    /// Reports on a run that has just been carried out. Its numbers are drawn from the file, like those of every later
    /// report on it.
    /// </summary>
    /// <returns>The exit code.</returns>
    public static int GiveRun(
        Surroundings surroundings, string path, RunEnd? end, bool json, bool markdown, string? htmlPath)
    {
        var (file, unreadable) = RunFile.Open(path);
        if (file is null)
        {
            return surroundings.Complain(unreadable!); // Without a file there is a reason.
        }

        using (file)
        {
            var code = Give(surroundings, RunReport.Of([file], end: end), json, markdown, htmlPath);
            surroundings.Talk.WriteLine($"run: {path}");
            return code == ExitCodes.NotValid || end is not { Reason: "stopped" or "aborted" }
                ? code
                : ExitCodes.Stopped;
        }
    }

    /// <summary>Prints the document, writes the HTML file where one is wanted, and says where it is.</summary>
    /// <returns>The exit code.</returns>
    public static int Give(Surroundings surroundings, RunReport report, bool json, bool markdown, string? htmlPath)
    {
        if (json)
        {
            surroundings.Output.WriteLine(report.Document.ToJson());
        }
        else if (markdown)
        {
            surroundings.Output.Write(MarkdownReport.Render(report.Document));
        }
        else
        {
            var console = surroundings.NewConsole();
            TerminalReport.Write(console, report.Document);
            if (report.Verdict is { } verdict)
            {
                console.WriteLine();
                TerminalVerdict.Write(console, verdict);
            }
        }

        if (htmlPath is not null)
        {
            var unwritten = OutputFile.Write(htmlPath, html => HtmlReport.Write(
                html, report.Document, report.Curves, report.Sessions, report.Verdict));
            if (unwritten is not null)
            {
                return surroundings.Complain(unwritten);
            }

            surroundings.Talk.WriteLine($"report: {Path.GetFullPath(htmlPath)}");
        }

        return report.Document.IsAllFailed ? ExitCodes.Failed
            : report.Document.Valid ? ExitCodes.Done
            : ExitCodes.NotValid;
    }
}
