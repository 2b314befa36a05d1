namespace Tollgate.Simulator.Engine;

/// <summary>What a rate limiter answered. <c>default</c>: let through, without limits.</summary>
/// <param name="WaitNs">Nanoseconds until the same request would be let through; 0 where it was.</param>
/// <param name="Requests">The bucket of requests; null where there is no such limit.</param>
/// <param name="Tokens">The bucket of tokens; null where there is no such limit.</param>
internal readonly record struct RateDecision(long WaitNs, BucketState? Requests, BucketState? Tokens)
{
    public bool Refused => WaitNs > 0;

    /// <summary>Whole seconds to wait, as Retry-After has it.</summary>
    public int RetryAfterSeconds => (int)((WaitNs + 999_999_999) / 1_000_000_000);
}
