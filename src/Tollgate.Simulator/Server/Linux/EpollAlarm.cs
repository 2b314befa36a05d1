namespace Tollgate.Simulator.Server.Linux;

/// <summary>An alarm that is exact to some microseconds.</summary>
internal sealed class EpollAlarm : IAlarm
{
    private readonly int epoll = Native.EpollCreate();
    private readonly int bell = Native.EventFd();
    private readonly Lock gate = new();
    private bool sharpened;
    private bool closed;

    public EpollAlarm() => Native.EpollSet(epoll, Native.EPOLL_CTL_ADD, bell, Native.EPOLLIN);

    public unsafe void Wait(long timeoutNs)
    {
        if (!sharpened)
        {
            Native.SharpenTimers();
            sharpened = true;
        }

        var room = stackalloc byte[16];
        if (Native.EpollWait(epoll, room, 1, timeoutNs) > 0)
        {
            Native.Drain(bell);
        }
    }

    // A descriptor's number is given out again once it is closed: a late ring must not reach its next owner.
    public void Ring()
    {
        lock (gate)
        {
            if (!closed)
            {
                Native.Signal(bell);
            }
        }
    }

    public void Dispose()
    {
        lock (gate)
        {
            closed = true;
            Native.Close(bell);
            Native.Close(epoll);
        }
    }
}
