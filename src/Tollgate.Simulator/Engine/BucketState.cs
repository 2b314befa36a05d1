namespace Tollgate.Simulator.Engine;

/// <summary>How full a bucket is.</summary>
/// <param name="Limit">A minute's worth.</param>
/// <param name="Remaining">What is left.</param>
/// <param name="ResetNs">Nanoseconds until it is full.</param>
internal readonly record struct BucketState(long Limit, long Remaining, long ResetNs);
