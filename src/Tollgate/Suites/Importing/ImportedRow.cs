namespace Tollgate.Suites.Importing;

/// <summary>A record that an imported call needs.</summary>
/// <param name="Key">What tells it from the table's other records.</param>
/// <param name="Fields">Its fields, the key among them.</param>
internal sealed record ImportedRow(string Table, string Key, OrderedDictionary<string, object> Fields);
