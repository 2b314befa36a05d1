using Tollgate.Simulator.Profiles;

namespace Tollgate.Simulator.Engine;

/// <summary>
/// One model's servers in one region: slots, a queue before them, and the customer's limits. Thread-safe.
/// </summary>
internal sealed class ServingPool(ModelProfile profile, string? region, Spread regionDelayMs)
{
    private readonly Lock gate = new();
    private readonly LinkedList<ISlotWaiter> queue = new();
    private readonly Dictionary<ISlotWaiter, LinkedListNode<ISlotWaiter>> places =
        new(ReferenceEqualityComparer.Instance);
    private volatile int active;

    public ModelProfile Profile => profile;

    public string? Region => region;

    public Spread RegionDelayMs => regionDelayMs;

    /// <summary>The customer's limits here.</summary>
    public RateLimiter Limiter { get; } = new(profile.Limits);

    /// <summary>The exchanges being served.</summary>
    public int Active => active;

    /// <summary>Takes a slot, or a place in the queue; then <see cref="ISlotWaiter.Granted"/> comes later.</summary>
    /// <returns>Whether the slot was free.</returns>
    public bool Enter(ISlotWaiter waiter)
    {
        lock (gate)
        {
            if (active < profile.Capacity.Streams)
            {
                active++;
                return true;
            }

            places[waiter] = queue.AddLast(waiter);
            return false;
        }
    }

    /// <summary>Gives the slot, or the place in the queue, back.</summary>
    public void Leave(ISlotWaiter waiter)
    {
        ISlotWaiter? next;
        lock (gate)
        {
            if (places.Remove(waiter, out var place))
            {
                queue.Remove(place);
                return;
            }

            next = queue.First?.Value;
            if (next is null)
            {
                active--;
            }
            else
            {
                queue.RemoveFirst();
                places.Remove(next);
            }
        }

        next?.Granted();
    }
}
