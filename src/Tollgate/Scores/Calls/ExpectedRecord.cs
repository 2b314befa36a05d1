using Tollgate.Values;

namespace Tollgate.Scores.Calls;

/// <summary>What must have become of records by the end of a session.</summary>
/// <param name="Table">The table.</param>
/// <param name="Where">Which records are meant: those whose fields are these.</param>
internal sealed record ExpectedRecord(string Table, IReadOnlyDictionary<string, JsonElement> Where)
{
    /// <summary>What further fields must be.</summary>
    public IReadOnlyDictionary<string, ExpectedValue> Fields { get; init; } = new Dictionary<string, ExpectedValue>();

    /// <summary>How many such records there must be; 0 where they must be gone.</summary>
    public int Count { get; init; } = 1;
}
