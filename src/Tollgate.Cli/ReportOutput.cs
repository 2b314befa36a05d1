using Spectre.Console;
using Tollgate.Reports;
using Tollgate.Runs;

namespace Tollgate.Cli;

/// <summary>Gives a report in the forms that were asked for.</summary>
internal static class ReportOutput
{
    /// <summary>
    /// Why no report could be written there, as one sentence, before anything is measured; null where it can be. The
    /// folders above it are made; what stands there already stays as it is.
    /// </summary>
    /// <param name="htmlPath">Where the report is wanted; null for none.</param>
    /// <param name="runs">Run files, which a report must not take the place of.</param>
    public static string? Refusal(string? htmlPath, params IEnumerable<string> runs)
    {
        if (htmlPath is null)
        {
            return null;
        }

        if (htmlPath.Length == 0)
        {
            return "--html: found an empty name; expected a file's name.";
        }

        var full = Path.GetFullPath(htmlPath);
        if (runs.Any(run => run.Length > 0 && Path.GetFullPath(run) == full))
        {
            return $"{htmlPath}: this is the run file or another that the command uses; expected another name for the report.";
        }

        try
        {
            Directory.CreateDirectory(Path.GetDirectoryName(full) ?? full);
            var isNew = !File.Exists(htmlPath);
            new FileStream(htmlPath, FileMode.OpenOrCreate, FileAccess.Write).Dispose();
            if (isNew)
            {
                File.Delete(htmlPath);
            }

            return null;
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            return $"{htmlPath}: the report cannot be written ({e.Message}).";
        }
    }

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
            return code;
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
            try
            {
                using var html = new StreamWriter(htmlPath);
                HtmlReport.Write(html, report.Document, report.Curves, report.Sessions, report.Verdict);
            }
            catch (Exception e) when (e is IOException or UnauthorizedAccessException)
            {
                return surroundings.Complain($"{htmlPath}: the report cannot be written ({e.Message}).");
            }

            surroundings.Talk.WriteLine($"report: {Path.GetFullPath(htmlPath)}");
        }

        return report.Document.Valid ? ExitCodes.Done : ExitCodes.NotValid;
    }
}
