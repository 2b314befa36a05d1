using Tollgate.Reports.Formats;
using Tollgate.Reports.Html;
using Tollgate.Reports.Json;
using Tollgate.Reports.Markdown;

namespace Tollgate.Reports;

/// <summary>Every form of a report but the terminal's. Adding one takes its folder and a line here.</summary>
public static class ReportFormats
{
    public static IReportFormat Json { get; } = new JsonFormat();

    public static IReportFormat Markdown { get; } = new MarkdownFormat();

    public static IReportFormat Html { get; } = new HtmlFormat();

    public static IReadOnlyList<IReportFormat> All { get; } = [Json, Markdown, Html];
}
