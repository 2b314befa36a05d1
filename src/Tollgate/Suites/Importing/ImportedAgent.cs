namespace Tollgate.Suites.Importing;

/// <summary>An agent of an imported suite.</summary>
/// <param name="About">What it is for, for people and for agents that hand over.</param>
/// <param name="System">What the model is told.</param>
/// <param name="Tools">The tools that it may have.</param>
internal sealed record ImportedAgent(string About, string System, IReadOnlyList<string> Tools);
