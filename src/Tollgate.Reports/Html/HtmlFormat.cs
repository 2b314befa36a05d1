using Tollgate.Reports.Formats;
using Tollgate.Results;

namespace Tollgate.Reports.Html;

/// <summary>A report as one HTML file that needs nothing else.</summary>
internal sealed class HtmlFormat : IReportFormat
{
    public string Name => "html";

    public string Extension => ".html";

    public string Beginning =>
        "<!DOCTYPE html>\n<html lang=\"en\">\n<head>\n<meta name=\"generator\" content=\"Tollgate\">";

    public void Write(TextWriter writer, RunReport report) => HtmlReport.Write(writer, report);
}
