using Spectre.Console;
using Tollgate.Reports;

namespace Tollgate.Cli;

/// <summary>Gives a report in the forms that were asked for.</summary>
internal static class ReportOutput
{
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
            TerminalReport.Write(surroundings.NewConsole(), report.Document);
        }

        if (htmlPath is not null)
        {
            try
            {
                using var html = new StreamWriter(htmlPath);
                HtmlReport.Write(html, report.Document, report.Curves);
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
