namespace Tollgate.Simulator.Profiles;

/// <summary>What a provider lets one customer ask of a model in a region. Null means without limit.</summary>
/// <param name="RequestsPerMinute">Requests a minute; positive.</param>
/// <param name="TokensPerMinute">
/// Prompt tokens and the most output tokens that were asked for, a minute; positive.
/// </param>
internal sealed record RateLimits(int? RequestsPerMinute, int? TokensPerMinute)
{
    public static RateLimits None { get; } = new(null, null);
}
