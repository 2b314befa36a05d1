namespace Tollgate.Simulator.Profiles;

/// <summary>The part of the output that is thinking, and comes first.</summary>
/// <param name="Share">The share of the output tokens; 0 to 1.</param>
/// <param name="Streamed">The client sees it; else it is only waited for and counted.</param>
internal sealed record Reasoning(double Share, bool Streamed)
{
    public static Reasoning None { get; } = new(0, true);
}
