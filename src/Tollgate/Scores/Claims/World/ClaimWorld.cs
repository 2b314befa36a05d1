namespace Tollgate.Scores.Claims.World;

/// <summary>What the agents of a call know before it begins. Immutable; one serves any number of calls.</summary>
/// <param name="Now">Day and time of the call.</param>
/// <param name="Agents">The agents by their names.</param>
/// <param name="Tools">Their tools by their names, transfers apart.</param>
internal sealed record ClaimWorld(
    DateTime Now, IReadOnlyDictionary<string, ClaimAgent> Agents, IReadOnlyDictionary<string, ClaimTool> Tools);
