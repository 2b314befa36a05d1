using Tollgate.Yaml;

namespace Tollgate.Suites.Reading;

/// <summary>An expected call with the places of what it says.</summary>
/// <param name="Call">The call.</param>
/// <param name="Node">Its tool's name.</param>
/// <param name="Arguments">The arguments' names, and their values.</param>
/// <param name="Tool">The tool; null where it could not be read, and for a transfer.</param>
/// <param name="To">The agent to whom it hands over; null for another call.</param>
internal sealed record CallDraft(
    ExpectedCall Call, YamlNode Node, IReadOnlyDictionary<string, YamlNode> Arguments, SuiteTool? Tool, string? To);
