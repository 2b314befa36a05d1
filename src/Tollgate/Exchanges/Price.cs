namespace Tollgate.Exchanges;

/// <summary>What tokens cost, for each million of them, in <paramref name="Currency"/>.</summary>
/// <param name="Currency">ISO 4217, such as USD.</param>
/// <param name="Input">Prompt tokens at the full rate.</param>
/// <param name="CachedInput">Prompt tokens read from a cache.</param>
/// <param name="CacheWrite">Prompt tokens written to a cache.</param>
/// <param name="Output">Generated tokens, reasoning included.</param>
internal sealed record Price(string Currency, decimal Input, decimal CachedInput, decimal CacheWrite, decimal Output)
{
    /// <summary>The most that a million tokens may cost: beyond any price, and far from where sums overflow.</summary>
    public const decimal Most = 1_000_000_000;

    /// <summary>The cost of <paramref name="usage"/>: the sum of tokens of each kind times its price.</summary>
    public decimal Of(Usage usage) =>
        ((usage.Input * Input) + (usage.CachedInput * CachedInput) + (usage.CacheWrite * CacheWrite)
            + (usage.Output * Output)) / 1_000_000m;
}
