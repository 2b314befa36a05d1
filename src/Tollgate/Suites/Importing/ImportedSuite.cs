namespace Tollgate.Suites.Importing;

/// <summary>
/// What the calls of an import have in common. Of tables, tools and agents only those are written that the calls use.
/// </summary>
internal sealed record ImportedSuite
{
    public required string Name { get; init; }

    /// <summary>Where it comes from and under which licence: the comment at the top of the file.</summary>
    public required string Source { get; init; }

    public required string About { get; init; }

    /// <summary>The day and the time of every call.</summary>
    public required DateTime Now { get; init; }

    /// <summary>The recogniser's word error rate, 0 to 0.5.</summary>
    public double Noise { get; init; }

    /// <summary>A table's key and rules, by name, in a suite's form and without rows.</summary>
    public OrderedDictionary<string, OrderedDictionary<string, object>> Tables { get; init; } = [];

    public OrderedDictionary<string, OrderedDictionary<string, object>> Tools { get; init; } = [];

    /// <summary>Each agent with all the tools that it may have.</summary>
    public OrderedDictionary<string, ImportedAgent> Agents { get; init; } = [];

    public OrderedDictionary<string, object> Slots { get; init; } = [];
}
