using System.Net.Sockets;
using System.Runtime.InteropServices;
using Tollgate.Exchanges;
using Tollgate.Simulator.Http;
using Tollgate.Time;

namespace Tollgate.Simulator.Server.Linux;

/// <summary>
/// One thread that owns all sockets: it sleeps in epoll until the next write is due or something arrives. One send for
/// each write, so that what the truth says of a token is true of its bytes.
/// </summary>
internal sealed class EpollLoop : IServerLoop
{
    private const int EventsAtOnce = 256;
    private const int StepsBetweenPolls = 32;

    // To fall asleep and be woken takes about this long on a virtual machine: shorter waits are spent looking at the
    // clock. From about 500 streams of 50 tokens a second on, that is most of them.
    private const long SpinNs = 30_000;
    private const int BufferBytes = 64 * 1024;

    // How long nobody is let in once the process may open no more files.
    private const long FullNs = 100_000_000;

    private readonly ServerCore core;
    private readonly MonotonicAxis axis;
    private readonly Socket listener;
    private readonly int listenerFd;
    private readonly int epoll;
    private readonly int stopFd;
    private readonly bool kernelStamps;
    private readonly DueHeap due = new();
    private readonly SpareFiles spare = new();
    private readonly Action<Connection> wake;
    private readonly ByteBuffer output = new(BufferBytes);
    private readonly unsafe byte* events;
    private readonly unsafe byte* input;
    private readonly TaskCompletionSource stopped = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private EpollPeer?[] peers = new EpollPeer?[1024];
    private long acceptFromNs;
    private volatile bool stopping;

    public unsafe EpollLoop(ServerCore core, Socket listener)
    {
        this.core = core;
        this.listener = listener;
        axis = core.Axis;
        listener.Blocking = false;
        listenerFd = (int)listener.Handle;
        epoll = Native.EpollCreate();
        stopFd = Native.EventFd();
        events = (byte*)NativeMemory.Alloc(EventsAtOnce * 16);
        input = (byte*)NativeMemory.Alloc(BufferBytes);
        wake = connection => due.Set((EpollPeer)connection.Peer!, 0); // Set when the peer is made.

        // The kernel stamps nothing while no socket asks for it: the listener asks, so that a connection's first bytes
        // have their stamp too.
        Native.Prepare(listenerFd);
        Native.EpollSet(epoll, Native.EPOLL_CTL_ADD, listenerFd, Native.EPOLLIN);
        Native.EpollSet(epoll, Native.EPOLL_CTL_ADD, stopFd, Native.EPOLLIN);

        // A clock that is not the machine's own cannot be compared with the kernel's stamps.
        kernelStamps = Math.Abs(Native.MonotonicNs() - axis.NowNs) < 1_000_000_000;
        new Thread(Run) { IsBackground = true, Name = "tollgate-simulator" }.Start();
    }

    public async ValueTask DisposeAsync()
    {
        stopping = true;
        Native.Signal(stopFd);
        await stopped.Task.ConfigureAwait(false);
        Native.Close(stopFd);
        Native.Close(epoll);
        spare.Dispose();
        Free();
        listener.Dispose();
    }

    private unsafe void Free()
    {
        NativeMemory.Free(events);
        NativeMemory.Free(input);
    }

    private void Run()
    {
        try
        {
            Native.SharpenTimers();
            while (!stopping)
            {
                Turn();
            }

            foreach (var peer in peers)
            {
                if (peer is not null)
                {
                    Drop(peer, axis.NowNs);
                }
            }

            stopped.SetResult();
        }
        catch (Exception e)
        {
            // Reported where the server is stopped; there is nobody else to tell.
            stopped.SetException(e);
        }
    }

    private unsafe void Turn()
    {
        var now = axis.NowNs;
        for (var steps = 0; due.MinDueNs <= now && steps < StepsBetweenPolls; steps++)
        {
            var peer = (EpollPeer)due.Min;
            try
            {
                Step(peer, now);
            }
            catch (Exception bug)
            {
                Fail(peer, bug);
            }

            now = axis.NowNs;
            while (due.MinDueNs > now && due.MinDueNs - now < SpinNs && steps + 1 < StepsBetweenPolls)
            {
                now = axis.NowNs;
            }
        }

        if (acceptFromNs > 0 && now >= acceptFromNs)
        {
            acceptFromNs = spare.TryHold() ? 0 : now + FullNs;
            Native.EpollSet(epoll, Native.EPOLL_CTL_MOD, listenerFd, acceptFromNs == 0 ? Native.EPOLLIN : 0);
        }

        var next = acceptFromNs > 0 ? Math.Min(acceptFromNs, due.MinDueNs) : due.MinDueNs;
        var wait = next == long.MaxValue ? -1 : Math.Max(0, next - now);
        var count = Native.EpollWait(epoll, events, EventsAtOnce, wait);
        for (var i = 0; i < count; i++)
        {
            var at = events + (i * Native.EventBytes);
            Handle((int)*(ulong*)(at + Native.EventData), *(uint*)at);
        }
    }

    private void Handle(int fd, uint flags)
    {
        if (fd == listenerFd)
        {
            AcceptAll();
        }
        else if (fd == stopFd)
        {
            Native.Drain(stopFd);
        }
        else if (fd < peers.Length && peers[fd] is { } peer)
        {
            try
            {
                Handle(peer, flags);
            }
            catch (Exception bug)
            {
                Fail(peer, bug);
            }
        }
    }

    private void Handle(EpollPeer peer, uint flags)
    {
        if ((flags & Native.EPOLLOUT) != 0)
        {
            Flush(peer);
        }

        if (!peer.Closed && (flags & Native.EPOLLIN) == 0 && (flags & (Native.EPOLLHUP | Native.EPOLLERR)) != 0)
        {
            Drop(peer, axis.NowNs);
        }

        if (!peer.Closed && (flags & ~Native.EPOLLOUT) != 0)
        {
            Receive(peer);
        }
    }

    // What goes wrong with one connection ends that one.
    private void Fail(EpollPeer peer, Exception bug)
    {
        core.Say(bug);
        Drop(peer, axis.NowNs);
    }

    private void AcceptAll()
    {
        while (true)
        {
            var fd = Native.Accept(listenerFd);
            if (fd < 0)
            {
                if (Native.LastError is not (Native.EAGAIN or Native.EINTR or Native.ECONNABORTED))
                {
                    // No more files, or no memory: those who wait stay in the kernel's queue until others have gone.
                    var error = Native.LastError;
                    spare.GiveUp();
                    core.Say($"no further connection can be accepted for now (errno {error}); raise the limit on open files (ulimit -n) for more at once");
                    acceptFromNs = axis.NowNs + FullNs;
                    Native.EpollSet(epoll, Native.EPOLL_CTL_MOD, listenerFd, 0);
                }

                return;
            }

            Native.Prepare(fd);
            if (fd >= peers.Length)
            {
                Array.Resize(ref peers, Math.Max(fd + 1, peers.Length * 2));
            }

            var connection = new Connection(core, wake);
            var peer = new EpollPeer(fd, connection);
            connection.Peer = peer;
            peers[fd] = peer;
            peer.Interest = Native.EPOLLIN | Native.EPOLLRDHUP;
            Native.EpollSet(epoll, Native.EPOLL_CTL_ADD, fd, peer.Interest);
        }
    }

    private unsafe void Receive(EpollPeer peer)
    {
        var read = Native.Receive(peer.Fd, input, BufferBytes, out var wallNs);
        var now = axis.NowNs;
        if (read <= 0)
        {
            if (read == 0 || Native.LastError is not (Native.EAGAIN or Native.EINTR))
            {
                Drop(peer, now);
            }

            return;
        }

        if (peer.Draining)
        {
            return;
        }

        var stamped = kernelStamps && wallNs > 0;
        var age = stamped ? AgeNs(wallNs, ref now) : 0;
        var plausible = stamped && age is >= 0 and < 60_000_000_000;
        peer.Connection.Receive(new ReadOnlySpan<byte>(input, (int)read), plausible ? now - age : now,
            plausible ? StampSource.Kernel : StampSource.Process);
        if (peer.Pending is null)
        {
            due.Set(peer, peer.Connection.DueNs);
        }

        Watch(peer);
    }

    // Both clocks read at once: the stamp's age on the one is its age on the other. A thread that was put aside between
    // the readings reads them again, or the request would have arrived earlier by all that time.
    private long AgeNs(long wallStampNs, ref long nowNs)
    {
        const int Tries = 5;
        const long ApartNs = 5_000;
        long age = 0, width = long.MaxValue;
        for (var i = 0; i < Tries && width > ApartNs; i++)
        {
            var before = axis.NowNs;
            var wall = Native.WallNs();
            var apart = axis.NowNs - before;
            if (apart < width)
            {
                (width, age, nowNs) = (apart, wall - wallStampNs, before + (apart / 2));
            }
        }

        return age;
    }

    // A client that sends on while it is being answered is not listened to: what it sends stays with the kernel.
    private void Watch(EpollPeer peer)
    {
        if (peer.Closed)
        {
            return;
        }

        var interest = (peer.Draining || !peer.Connection.IsFull ? Native.EPOLLIN | Native.EPOLLRDHUP : 0)
            | (peer.Pending is null ? 0 : Native.EPOLLOUT);
        if (interest != peer.Interest)
        {
            peer.Interest = interest;
            Native.EpollSet(epoll, Native.EPOLL_CTL_MOD, peer.Fd, interest);
        }
    }

    private void Step(EpollPeer peer, long now)
    {
        output.Clear();
        var next = peer.Connection.Render(output, now);
        var at = axis.NowNs;
        peer.Connection.Written(at);
        if (!Send(peer, output))
        {
            // Nothing further is rendered before the kernel has taken this: a slow reader costs one write of memory.
            var pending = new ByteBuffer(output.Length);
            pending.Add(output.Span);
            peer.Pending = pending;
            peer.AfterPending = next;
            due.Set(peer, long.MaxValue);
            Watch(peer);
            return;
        }

        After(peer, next);
    }

    private void Flush(EpollPeer peer)
    {
        if (peer.Pending is null)
        {
            return;
        }

        var at = axis.NowNs;
        if (!Send(peer, peer.Pending))
        {
            return;
        }

        peer.Connection.Delayed(at);
        peer.Pending = null;
        After(peer, peer.AfterPending);
    }

    private void After(EpollPeer peer, Next next)
    {
        switch (next)
        {
            case Next.Reset:
                Native.ResetOnClose(peer.Fd);
                Drop(peer, axis.NowNs);
                return;
            case Next.DoneAndClose:
                peer.Connection.Sent();
                peer.Draining = true;
                due.Set(peer, long.MaxValue);
                Native.ShutdownWrite(peer.Fd);
                Watch(peer);
                return;
            case Next.Done:
                peer.Connection.Sent();
                break;
        }

        due.Set(peer, peer.Connection.DueNs);
        Watch(peer);
    }

    // Takes what the kernel took off the buffer; true when nothing is left. A broken connection shows itself to the
    // next read, so its bytes count as gone.
    private static unsafe bool Send(EpollPeer peer, ByteBuffer buffer)
    {
        var most = peer.Connection.Trickle ? 1 : int.MaxValue;
        while (buffer.Length > 0)
        {
            nint sent;
            fixed (byte* bytes = buffer.Span)
            {
                sent = Native.Send(peer.Fd, bytes, Math.Min(buffer.Length, most));
            }

            if (sent < 0)
            {
                var error = Native.LastError;
                if (error == Native.EINTR)
                {
                    continue;
                }

                return error != Native.EAGAIN;
            }

            buffer.Drop((int)sent);
        }

        return true;
    }

    private void Drop(EpollPeer peer, long now)
    {
        if (peer.Closed)
        {
            return;
        }

        peer.Closed = true;
        due.Set(peer, long.MaxValue);
        peers[peer.Fd] = null;
        Native.Close(peer.Fd);
        peer.Connection.Gone(now);

        // Its own answer's end may have woken it.
        due.Set(peer, long.MaxValue);
    }
}
