namespace Tollgate.Scores.Claims.World;

/// <summary>An agent as its claims are judged.</summary>
/// <param name="System">Its instructions.</param>
/// <param name="Greeting">What is played when a call begins with it; empty for nothing.</param>
/// <param name="Tools">The names of its tools, transfers apart.</param>
/// <param name="HandsOverTo">The names of the agents to whom it may hand over.</param>
internal sealed record ClaimAgent(
    string System, string Greeting, IReadOnlyList<string> Tools, IReadOnlyList<string> HandsOverTo)
{
    /// <summary>What it is for, which the agents are told that may hand over to it.</summary>
    public string Description { get; init; } = "";
}
