namespace Tollgate.Transport.Direct;

/// <summary>
/// Has the loop look at a connection when its deadline comes. A later deadline needs no new entry: the earlier entry
/// looks again when it is due. Owned by the loop's thread.
/// </summary>
internal sealed class DeadlineWatch(DirectLoop loop, DirectConnection owner)
{
    private long watchedAtNs = long.MaxValue;

    /// <summary>Looks at <paramref name="deadlineNs"/>, unless it looks before that anyway.</summary>
    public void Set(long deadlineNs)
    {
        if (deadlineNs < watchedAtNs)
        {
            watchedAtNs = deadlineNs;
            loop.WatchAt(owner, deadlineNs);
        }
    }

    /// <summary>Whether an entry that came is the last that was made; then there is none any more.</summary>
    public bool Take(long atNs)
    {
        var isLast = atNs == watchedAtNs;
        watchedAtNs = isLast ? long.MaxValue : watchedAtNs;
        return isLast;
    }
}
