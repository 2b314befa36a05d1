using Tollgate.Yaml;

namespace Tollgate.Suites.Reading;

/// <summary>A session with the places of what it says.</summary>
internal sealed record SessionDraft(SuiteSession Session, YamlMap Map)
{
    /// <summary>The place of its name.</summary>
    public YamlNode At => Map.ValueOf("name") ?? Map.Node;

    public required IReadOnlyList<StepDraft> Steps { get; init; }

    public required IReadOnlyDictionary<string, YamlNode> Missing { get; init; }

    public required IReadOnlyList<(ExpectedRecord Record, YamlNode Node)> RecordsAfter { get; init; }

    public required
        IReadOnlyList<(Goal Goal, YamlMap Map, IReadOnlyList<(ExpectedRecord Record, YamlNode Node)> Records)> Goals
    { get; init; }
}
