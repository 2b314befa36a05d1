using Tollgate.Reports.Formats;
using Tollgate.Results;

namespace Tollgate.Reports.Markdown;

/// <summary>A report as Markdown.</summary>
internal sealed class MarkdownFormat : IReportFormat
{
    public string Name => "markdown";

    public string Extension => ".md";

    public string Beginning => "# Tollgate: ";

    public void Write(TextWriter writer, RunReport report) => writer.Write(MarkdownReport.Render(report));
}
