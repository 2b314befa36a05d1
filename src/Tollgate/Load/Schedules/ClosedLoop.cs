namespace Tollgate.Load.Schedules;

/// <summary>
/// So many callers for each target, each of whom asks again once it has its answer. A slow target is asked less
/// often, so waits that callers outside would feel do not show: use <see cref="OpenLoop"/> for those.
/// </summary>
/// <param name="Concurrency">Callers for each target; 1 or more.</param>
internal sealed record ClosedLoop(int Concurrency) : LoadMode
{
    /// <summary>
    /// The callers' first exchanges are spread evenly over so long, the targets in turn, so that they do not fall on
    /// the targets as one burst and stay in step. About as long as an answer takes serves best.
    /// </summary>
    public TimeSpan Stagger { get; init; } = TimeSpan.FromSeconds(1);

    /// <summary>
    /// A caller whose task failed comes back so much later: a target that refuses at once would otherwise be asked
    /// tens of thousands of times a second.
    /// </summary>
    public TimeSpan PauseAfterFailure { get; init; } = TimeSpan.FromMilliseconds(100);
}
