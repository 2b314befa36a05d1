namespace Tollgate.Exchanges;

/// <summary>Token counts of one exchange, in one meaning for every wire.</summary>
/// <param name="Input">Prompt tokens billed at the full rate: neither read from nor written to a cache.</param>
/// <param name="CachedInput">Prompt tokens read from a cache.</param>
/// <param name="CacheWrite">Prompt tokens written to a cache.</param>
/// <param name="Output">Everything generated, reasoning included.</param>
/// <param name="Reasoning">
/// The part of <paramref name="Output"/> that the provider says was reasoning; 0 where it says nothing.
/// </param>
public readonly record struct Usage(long Input, long CachedInput, long CacheWrite, long Output, long Reasoning)
{
    /// <summary>All prompt tokens.</summary>
    public long AllInput => Input + CachedInput + CacheWrite;

    public static Usage operator +(Usage a, Usage b) => new(
        a.Input + b.Input, a.CachedInput + b.CachedInput, a.CacheWrite + b.CacheWrite,
        a.Output + b.Output, a.Reasoning + b.Reasoning);
}
