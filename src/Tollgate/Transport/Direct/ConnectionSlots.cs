namespace Tollgate.Transport.Direct;

/// <summary>
/// Connections by the token that epoll hands back: the low half is a place in an array, the high half says how often
/// the place was given away, so that an event for a connection that is gone finds nobody. Owned by the loop's thread.
/// </summary>
internal sealed class ConnectionSlots
{
    private readonly Stack<int> free = [];
    private Slot[] slots = new Slot[64];
    private int used;

    public IEnumerable<DirectConnection> All => slots.Select(slot => slot.Connection).OfType<DirectConnection>();

    public ulong Add(DirectConnection connection)
    {
        if (!free.TryPop(out var place))
        {
            place = used++;
            if (place == slots.Length)
            {
                Array.Resize(ref slots, place * 2);
            }
        }

        ref var slot = ref slots[place];
        slot.Connection = connection;
        slot.Footprint = default;
        return ((ulong)slot.Generation << 32) | (uint)place;
    }

    /// <summary>The connection; null where it is gone.</summary>
    public DirectConnection? Find(ulong token)
    {
        ref var slot = ref slots[PlaceOf(token)];
        if (slot.Generation != GenerationOf(token))
        {
            return null;
        }

        slot.Footprint.Fetch();
        return slot.Connection;
    }

    /// <summary>A read of it is over: notes what the next one will touch.</summary>
    public void NoteFootprint(ulong token)
    {
        ref var slot = ref slots[PlaceOf(token)];
        if (slot.Generation == GenerationOf(token))
        {
            slot.Connection?.NoteFootprint(ref slot.Footprint);
        }
    }

    public void Remove(ulong token)
    {
        var place = PlaceOf(token);
        ref var slot = ref slots[place];
        if (slot.Generation == GenerationOf(token))
        {
            slot.Connection = null;

            // The last generation is never reached, so no token is that of a wake-up.
            slot.Generation = (slot.Generation + 1) % (uint.MaxValue - 1);
            free.Push(place);
        }
    }

    private static int PlaceOf(ulong token) => (int)(token & int.MaxValue);

    private static uint GenerationOf(ulong token) => (uint)(token >> 32);

    private struct Slot
    {
        public DirectConnection? Connection;
        public uint Generation;
        public Footprint Footprint;
    }
}
