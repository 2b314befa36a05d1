namespace Tollgate.Load;

/// <summary>
/// How far a run has come, for a live view. While it runs the counts are read one after another, not as one.
/// </summary>
/// <param name="StartedNs">When the load began, on the run's axis; null before.</param>
/// <param name="NowNs">When this was taken.</param>
/// <param name="WarmingUp">What leaves now is still for warming up.</param>
/// <param name="Targets">The counts, in the targets' order.</param>
internal sealed record LoadProgress(long? StartedNs, long NowNs, bool WarmingUp, IReadOnlyList<TargetTotals> Targets);
