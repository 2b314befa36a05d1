namespace Tollgate.Load;

/// <summary>Counts what nobody awaits one by one. Safe for concurrent use.</summary>
internal sealed class Outstanding
{
    private readonly TaskCompletionSource empty = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private Exception? fault;

    // The driver itself is one of them until it closes, so that a pause in the load is not its end.
    private int open = 1;

    public void Add() => Interlocked.Increment(ref open);

    /// <param name="error">What went wrong, where it was not to; the first is kept and thrown at the end.</param>
    public void Remove(Exception? error = null)
    {
        if (error is not null)
        {
            Interlocked.CompareExchange(ref fault, error, null);
        }

        if (Interlocked.Decrement(ref open) == 0)
        {
            if (fault is null)
            {
                empty.SetResult();
            }
            else
            {
                empty.SetException(fault);
            }
        }
    }

    /// <summary>The driver adds no more; completes when all are gone.</summary>
    public Task CloseAsync()
    {
        Remove();
        return empty.Task;
    }
}
