namespace Tollgate.Reports.Wording;

/// <summary>A table in words, whatever it is rendered as. The first column holds names, the others figures.</summary>
/// <param name="Title">What it shows.</param>
/// <param name="Headers">One for each column.</param>
/// <param name="Rows">Each with as many cells as there are headers.</param>
internal sealed record ReportTable(
    string Title, IReadOnlyList<string> Headers, IReadOnlyList<IReadOnlyList<string>> Rows);
