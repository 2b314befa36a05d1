using Tollgate.Yaml;

namespace Tollgate.Suites.Reading;

/// <summary>A step with the places of what it says.</summary>
/// <param name="Step">The step.</param>
/// <param name="Map">Its mapping.</param>
/// <param name="Calls">The calls that it expects.</param>
internal sealed record StepDraft(Step Step, YamlMap Map, IReadOnlyList<CallDraft> Calls);
