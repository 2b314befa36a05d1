namespace Tollgate.Load;

/// <summary>Counts of one target's exchanges; warm-up and repetitions are among them.</summary>
/// <param name="Target">The target's name.</param>
/// <param name="Issued">All that were asked for.</param>
/// <param name="Completed">Those whose stream came to its end marker.</param>
/// <param name="Failed">Those that failed, <paramref name="NotSent"/> among them.</param>
/// <param name="Cancelled">Those that were taken back.</param>
/// <param name="InFlight">Those that are not over.</param>
/// <param name="NotSent">Those that the bound on exchanges in flight did not let leave.</param>
internal readonly record struct TargetTotals(
    string Target, long Issued, long Completed, long Failed, long Cancelled, long InFlight, long NotSent)
{
    /// <summary>issued = completed + failed + cancelled + in flight.</summary>
    public bool AddUp => Issued == Completed + Failed + Cancelled + InFlight;
}
