using Tollgate.Values;

namespace Tollgate.Suites.Tools;

/// <summary>A tool of a suite: what the model is told of it, what it does, and how its arguments compare.</summary>
/// <param name="Name">Unique in the suite; letters, digits and underscores; no transfer's name.</param>
/// <param name="Description">What it is for, in the model's hands.</param>
/// <param name="ParametersJson">A JSON Schema object of its arguments.</param>
/// <param name="Backend">What a call does to the records and what it answers.</param>
public sealed record SuiteTool(string Name, string Description, string ParametersJson, ToolBackend Backend)
{
    /// <summary>
    /// How an argument's value is compared, by the argument's name: from the suite, or from the schema where the suite
    /// does not say. Every argument of the schema is in it.
    /// </summary>
    public IReadOnlyDictionary<string, ValueRule> Rules { get; init; } = new Dictionary<string, ValueRule>();

    /// <summary>How long a call takes, drawn evenly from this range.</summary>
    public TimeSpan LatencyFrom { get; init; } = TimeSpan.FromMilliseconds(200);

    /// <inheritdoc cref="LatencyFrom"/>
    public TimeSpan LatencyTo { get; init; } = TimeSpan.FromMilliseconds(600);

    /// <summary>After so long the agent's side gives a call up and tells the model that it timed out.</summary>
    public TimeSpan Timeout { get; init; } = TimeSpan.FromSeconds(5);

    /// <summary>A call of it may change records, so that a second one of the same arguments is a duplicate.</summary>
    public bool HasEffect => Backend.Action is BackendAction.Insert or BackendAction.Update or BackendAction.Delete;
}
