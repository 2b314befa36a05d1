namespace Tollgate.Suites.Importing.Tau2;

/// <summary>A record of a domain's database.</summary>
/// <param name="Fields">Its fields; what stood in an object of plain values stands beside the others.</param>
/// <param name="Leaves">Every plain value in it, as text.</param>
internal sealed record Tau2Row(
    string Table, string Key, OrderedDictionary<string, object> Fields, IReadOnlySet<string> Leaves);
