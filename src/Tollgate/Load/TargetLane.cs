using Tollgate.Exchanges;

namespace Tollgate.Load;

/// <summary>A target while a run lasts: what has been counted of it. Safe for concurrent use.</summary>
internal sealed class TargetLane(Target target, int index)
{
    private long issued, completed, failed, cancelled, inFlight, notSent, tasksOpen;

    public Target Target { get; } = target;

    /// <summary>Its place among the targets.</summary>
    public int Index { get; } = index;

    public TargetTotals Totals => new(
        Target.Name,
        Volatile.Read(ref issued),
        Volatile.Read(ref completed),
        Volatile.Read(ref failed),
        Volatile.Read(ref cancelled),
        Volatile.Read(ref inFlight),
        Volatile.Read(ref notSent));

    /// <summary>Takes one of <paramref name="bound"/> places for a task; false where all are taken.</summary>
    public bool TryOpenTask(long bound)
    {
        if (Interlocked.Increment(ref tasksOpen) <= bound)
        {
            return true;
        }

        Interlocked.Decrement(ref tasksOpen);
        return false;
    }

    public void CloseTask() => Interlocked.Decrement(ref tasksOpen);

    public void Issued()
    {
        Interlocked.Increment(ref issued);
        Interlocked.Increment(ref inFlight);
    }

    public void Ended(Exchange exchange)
    {
        Interlocked.Decrement(ref inFlight);
        switch (exchange.Outcome)
        {
            case Outcome.Completed:
                Interlocked.Increment(ref completed);
                break;
            case Outcome.Failed:
                Interlocked.Increment(ref failed);
                if (exchange.Failure?.Kind == FailureKind.NotSent)
                {
                    Interlocked.Increment(ref notSent);
                }

                break;
            case Outcome.Cancelled:
                Interlocked.Increment(ref cancelled);
                break;
            default:
                throw new InvalidOperationException($"There is no outcome {exchange.Outcome}.");
        }
    }
}
