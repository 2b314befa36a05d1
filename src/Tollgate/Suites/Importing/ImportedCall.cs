namespace Tollgate.Suites.Importing;

/// <summary>An entry of a data set on its way to a brief.</summary>
/// <param name="Name">The brief's name.</param>
/// <param name="Origin">What the data set calls it.</param>
/// <param name="File">The file in which it stands.</param>
internal sealed record ImportedCall(string Name, string Origin, string File)
{
    /// <summary>The agent that picks up.</summary>
    public required string Agent { get; init; }

    /// <summary>What is wanted, in its order. Not empty.</summary>
    public required IReadOnlyList<ImportedWish> Wishes { get; init; }

    /// <summary>Further keys of the brief.</summary>
    public OrderedDictionary<string, object> Brief { get; init; } = [];

    /// <summary>What a wish's entry in the brief settles, by the wish's name.</summary>
    public Dictionary<string, OrderedDictionary<string, object>> Settled { get; init; } = [];

    /// <summary>The records that it needs; those of all calls are in the suite's tables.</summary>
    public IReadOnlyList<ImportedRow> Rows { get; init; } = [];

    /// <summary>Records of other calls that are not there in this one: table and key.</summary>
    public IReadOnlyList<(string Table, string Key)> Without { get; init; } = [];
}
