using Tollgate.Values;

namespace Tollgate.Suites.Tools;

/// <summary>A table of records.</summary>
/// <param name="Name">Unique in the suite.</param>
/// <param name="Key">The field that tells one record from another; every record has it, and no two the same.</param>
/// <param name="Records">Each a JSON object, in the file's order.</param>
public sealed record RecordTable(string Name, string Key, IReadOnlyList<JsonElement> Records)
{
    /// <summary>How the fields compare, by name; a field that is not here compares by its JSON type.</summary>
    public IReadOnlyDictionary<string, ValueRule> Rules { get; init; } = new Dictionary<string, ValueRule>();
}
