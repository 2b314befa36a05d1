namespace Tollgate.Suites.Briefs;

/// <summary>A record that a caller asks for and that is not there.</summary>
/// <param name="Name">Unique in the session.</param>
/// <param name="Table">Where it would be.</param>
/// <param name="Where">The fields by which it would be found; no record of the table matches all of them.</param>
public sealed record MissingRecord(string Name, string Table, IReadOnlyDictionary<string, JsonElement> Where);
