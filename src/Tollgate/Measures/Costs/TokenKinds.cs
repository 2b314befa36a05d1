namespace Tollgate.Measures.Costs;

/// <summary>The tokens of one target by kind, over all exchanges. Reasoning is a part of the output.</summary>
/// <param name="Input">Prompt tokens at the full rate.</param>
/// <param name="CachedInput">Prompt tokens read from a cache.</param>
/// <param name="CacheWrite">Prompt tokens written to a cache.</param>
/// <param name="Output">Generated tokens.</param>
/// <param name="Reasoning">Those of them that were reasoning.</param>
/// <param name="OfFailed">Tokens of every kind that failed attempts took.</param>
/// <param name="OfCancelled">Tokens of every kind that interrupted exchanges took.</param>
/// <param name="Estimated">Tokens that no provider counted: in none of the first five.</param>
internal sealed record TokenKinds(
    long Input, long CachedInput, long CacheWrite, long Output, long Reasoning, long OfFailed, long OfCancelled,
    long Estimated);
