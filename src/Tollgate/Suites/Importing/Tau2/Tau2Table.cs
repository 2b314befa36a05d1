namespace Tollgate.Suites.Importing.Tau2;

/// <summary>A table of a domain's database.</summary>
/// <param name="Key">The field that tells its records apart.</param>
internal sealed record Tau2Table(string Name, string Key)
{
    /// <summary>The records by key.</summary>
    public Dictionary<string, Tau2Row> Rows { get; } = new(StringComparer.Ordinal);

    /// <summary>The fields that its records have.</summary>
    public HashSet<string> Fields { get; } = new(StringComparer.Ordinal);

    /// <summary>What stands in the field <c>status</c>.</summary>
    public HashSet<string> Statuses { get; } = new(StringComparer.Ordinal);
}
