using Tollgate.Results;

namespace Tollgate.Reports.Formats;

/// <summary>A form in which a report can be written to a file or a pipe. Stateless; safe for concurrent use.</summary>
internal interface IReportFormat
{
    /// <summary>As commands call it: <c>json</c>.</summary>
    string Name { get; }

    /// <summary>What the names of its files end in: <c>.json</c>.</summary>
    string Extension { get; }

    /// <summary>What its files begin with, by which Tollgate knows them again before it overwrites one.</summary>
    string Beginning { get; }

    /// <summary>Writes the whole of a report.</summary>
    /// <param name="writer">Where to; UTF-8.</param>
    /// <param name="report">What to show.</param>
    void Write(TextWriter writer, RunReport report);
}
