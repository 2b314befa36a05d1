using Tollgate.Reports.Formats;
using Tollgate.Results;

namespace Tollgate.Reports.Json;

/// <summary>A report as one JSON document.</summary>
internal sealed class JsonFormat : IReportFormat
{
    public string Name => "json";

    public string Extension => ".json";

    public string Beginning => "{\n  \"schema\": ";

    public void Write(TextWriter writer, RunReport report) => writer.WriteLine(MeasureDocument.Of(report).ToJson());
}
