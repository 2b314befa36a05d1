namespace Tollgate.Time;

/// <summary>
/// The timers that are set, soonest first; equal instants leave in the order in which they were set. A binary heap
/// whose timers know their places, so that one that is disposed or changed leaves at once: streams set a time-out for
/// every token and hardly ever let it fire.
/// </summary>
internal sealed class TimerHeap
{
    private VirtualTimer[] heap = new VirtualTimer[64];

    public int Count { get; private set; }

    public VirtualTimer Soonest => heap[0];

    public void Add(VirtualTimer timer)
    {
        if (Count == heap.Length)
        {
            Array.Resize(ref heap, Count * 2);
        }

        Up(Count++, timer);
    }

    public void Remove(VirtualTimer timer)
    {
        var hole = timer.Place;
        timer.Place = VirtualTimer.NotSet;
        var last = heap[--Count];
        heap[Count] = null!; // Beyond Count nothing is read; the slot only must not keep a timer alive.
        if (last == timer)
        {
            return;
        }

        if (hole > 0 && last.IsBefore(heap[(hole - 1) / 2]))
        {
            Up(hole, last);
        }
        else
        {
            Down(hole, last);
        }
    }

    private void Up(int hole, VirtualTimer timer)
    {
        while (hole > 0)
        {
            var parent = (hole - 1) / 2;
            if (!timer.IsBefore(heap[parent]))
            {
                break;
            }

            Put(hole, heap[parent]);
            hole = parent;
        }

        Put(hole, timer);
    }

    private void Down(int hole, VirtualTimer timer)
    {
        while ((2 * hole) + 1 < Count)
        {
            var child = (2 * hole) + 1;
            if (child + 1 < Count && heap[child + 1].IsBefore(heap[child]))
            {
                child++;
            }

            if (!heap[child].IsBefore(timer))
            {
                break;
            }

            Put(hole, heap[child]);
            hole = child;
        }

        Put(hole, timer);
    }

    private void Put(int place, VirtualTimer timer)
    {
        heap[place] = timer;
        timer.Place = place;
    }
}
