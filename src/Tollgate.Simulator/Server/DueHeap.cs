namespace Tollgate.Simulator.Server;

/// <summary>
/// Connections by the instant at which they have something to write: a binary heap that knows their places.
/// </summary>
internal sealed class DueHeap
{
    private (long DueNs, IDue Peer)[] items = new (long, IDue)[256];
    private int count;

    /// <summary>The earliest instant; <see cref="long.MaxValue"/> for none.</summary>
    public long MinDueNs => count == 0 ? long.MaxValue : items[0].DueNs;

    public IDue Min => items[0].Peer;

    /// <summary>Puts the peer where its instant belongs; <see cref="long.MaxValue"/> takes it out.</summary>
    public void Set(IDue peer, long dueNs)
    {
        var at = peer.HeapIndex;
        if (dueNs == long.MaxValue)
        {
            if (at >= 0)
            {
                peer.HeapIndex = -1;
                count--;
                if (at < count)
                {
                    var moved = items[count];
                    items[count] = default;
                    Settle(at, moved);
                }
                else
                {
                    items[at] = default;
                }
            }

            return;
        }

        if (at < 0)
        {
            if (count == items.Length)
            {
                Array.Resize(ref items, count * 2);
            }

            at = count++;
        }

        Settle(at, (dueNs, peer));
    }

    private void Settle(int at, (long DueNs, IDue Peer) item)
    {
        while (at > 0 && items[(at - 1) / 2].DueNs > item.DueNs)
        {
            Place(at, items[(at - 1) / 2]);
            at = (at - 1) / 2;
        }

        while (true)
        {
            var child = (2 * at) + 1;
            if (child >= count)
            {
                break;
            }

            if (child + 1 < count && items[child + 1].DueNs < items[child].DueNs)
            {
                child++;
            }

            if (items[child].DueNs >= item.DueNs)
            {
                break;
            }

            Place(at, items[child]);
            at = child;
        }

        Place(at, item);
    }

    private void Place(int at, (long DueNs, IDue Peer) item)
    {
        items[at] = item;
        item.Peer.HeapIndex = at;
    }
}
