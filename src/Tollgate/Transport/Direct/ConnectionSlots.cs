namespace Tollgate.Transport.Direct;

/// <summary>
/// Connections by the token that epoll hands back: the low half is a place in an array, the high half says how often
/// the place was given away, so that an event for a connection that is gone finds nobody. Owned by the loop's thread.
/// </summary>
internal sealed class ConnectionSlots
{
    private readonly Stack<int> free = [];
    private DirectConnection?[] slots = new DirectConnection?[64];
    private uint[] generations = new uint[64];
    private int used;

    public IEnumerable<DirectConnection> All => slots.OfType<DirectConnection>();

    public ulong Add(DirectConnection connection)
    {
        if (!free.TryPop(out var slot))
        {
            slot = used++;
            if (slot == slots.Length)
            {
                Array.Resize(ref slots, slot * 2);
                Array.Resize(ref generations, slot * 2);
            }
        }

        slots[slot] = connection;
        return ((ulong)generations[slot] << 32) | (uint)slot;
    }

    public DirectConnection? Find(ulong token)
    {
        var slot = (int)(token & int.MaxValue);
        return generations[slot] == (uint)(token >> 32) ? slots[slot] : null;
    }

    public void Remove(ulong token)
    {
        var slot = (int)(token & int.MaxValue);
        if (generations[slot] == (uint)(token >> 32))
        {
            slots[slot] = null;

            // The last generation is never reached, so no token is that of a wake-up.
            generations[slot] = (generations[slot] + 1) % (uint.MaxValue - 1);
            free.Push(slot);
        }
    }
}
