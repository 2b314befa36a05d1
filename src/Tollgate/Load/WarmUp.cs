namespace Tollgate.Load;

/// <summary>
/// What comes before the load that counts, with the same rhythm: it is recorded, flagged, and left out of every number.
/// It is on top of the requests and the duration that a run is asked for. <c>default</c> is none.
/// </summary>
/// <param name="Tasks">
/// The first so many tasks of each target; 0 where <paramref name="Length"/> says it, or none.
/// </param>
/// <param name="Length">All that leaves before so much time has passed.</param>
internal readonly record struct WarmUp(long Tasks, TimeSpan Length)
{
    public static WarmUp OfTasks(long tasks) => new(tasks, TimeSpan.Zero);

    public static WarmUp OfTime(TimeSpan length) => new(0, length);
}
