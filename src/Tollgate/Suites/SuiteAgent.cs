namespace Tollgate.Suites;

/// <summary>One agent of a suite: what it is told and what it may do.</summary>
/// <param name="Name">Unique in the suite; letters, digits and underscores.</param>
/// <param name="System">Its instructions.</param>
public sealed record SuiteAgent(string Name, string System)
{
    /// <summary>What it is for, in the hands of the agents that may hand over to it.</summary>
    public string Description { get; init; } = "";

    /// <summary>
    /// What is played when a call begins with this agent, before the caller speaks; empty for nothing. The model is
    /// told of it in the system text, since not every wire lets an assistant begin.
    /// </summary>
    public string Greeting { get; init; } = "";

    /// <summary>The names of its tools.</summary>
    public IReadOnlyList<string> Tools { get; init; } = [];

    /// <summary>The names of the agents to whom it may hand over.</summary>
    public IReadOnlyList<string> HandsOverTo { get; init; } = [];

    /// <summary>How often it may call a tool again that timed out or failed, before it says so or hands over.</summary>
    public int Retries { get; init; } = 1;
}
