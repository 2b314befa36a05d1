namespace Tollgate.Transport.Direct;

/// <summary>
/// Counts connections that are being opened ahead of the load. Owned by the loop's thread but for the task.
/// </summary>
internal sealed class Warmth
{
    private readonly TaskCompletionSource done = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private int left;

    /// <summary>Ends when none is left to be opened.</summary>
    public Task Task => done.Task;

    public void Begin(int count)
    {
        left = count + 1;
        Settle();
    }

    /// <summary>One more is open, or has failed.</summary>
    public void Settle()
    {
        if (--left == 0)
        {
            done.TrySetResult();
        }
    }
}
