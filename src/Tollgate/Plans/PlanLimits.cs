namespace Tollgate.Plans;

/// <summary>What an exchange must keep to count as good; null for what does not matter. Each is positive.</summary>
/// <param name="FirstToken">From intended to the first token.</param>
/// <param name="Gap">Between two tokens, the longest.</param>
/// <param name="Task">From the task's start to its last token.</param>
internal sealed record PlanLimits(TimeSpan? FirstToken, TimeSpan? Gap, TimeSpan? Task);
