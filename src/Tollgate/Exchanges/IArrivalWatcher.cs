namespace Tollgate.Exchanges;

/// <summary>
/// Watches a stream while it comes: to speak it, or to interrupt it. Called by the thread that reads the wire, in order
/// of time; it must be quick and must not block or throw.
/// </summary>
internal interface IArrivalWatcher
{
    /// <summary>Model output came.</summary>
    /// <param name="atNs">
    /// Its stamp, in nanoseconds on the run's axis. Under virtual time it may lie ahead by as much as a few tokens
    /// take.
    /// </param>
    /// <param name="kind">What it is.</param>
    /// <param name="utf8">It; valid during the call only.</param>
    void Arrived(long atNs, ArrivalKind kind, ReadOnlySpan<byte> utf8);

    /// <summary>The attempt failed and another begins: what came is void.</summary>
    void Restarted();
}
