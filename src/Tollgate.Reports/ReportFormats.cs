using Tollgate.Reports.Csv;
using Tollgate.Reports.Formats;
using Tollgate.Reports.Html;
using Tollgate.Reports.Json;
using Tollgate.Reports.Markdown;

namespace Tollgate.Reports;

/// <summary>Every form of a report but the terminal's. Adding one takes its folder and a line here.</summary>
internal static class ReportFormats
{
    public static IReportFormat Json { get; } = new JsonFormat();

    public static IReportFormat Markdown { get; } = new MarkdownFormat();

    public static IReportFormat Html { get; } = new HtmlFormat();

    /// <summary>In the order in which help texts list them.</summary>
    public static IReadOnlyList<IReportFormat> All { get; } = [Json, Markdown, Html, new CsvFormat()];

    /// <summary>The format of a file by the ending of its name; null if there is none.</summary>
    public static IReportFormat? OfFile(string path) => All.FirstOrDefault(
        format => path.EndsWith(format.Extension, StringComparison.OrdinalIgnoreCase));
}
