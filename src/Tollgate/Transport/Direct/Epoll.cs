using System.Runtime.InteropServices;

namespace Tollgate.Transport.Direct;

/// <summary>
/// An epoll set whose waits end to the microsecond. Owned by one thread; <see cref="Wake"/> may come from any.
/// </summary>
internal sealed unsafe class Epoll : IDisposable
{
    private const int MaxEvents = 256;

    /// <summary>What <see cref="Token"/> returns for a wake-up.</summary>
    public const ulong WakeToken = ulong.MaxValue;

    // struct epoll_event is packed on x86-64 alone.
    private static readonly int Stride = RuntimeInformation.ProcessArchitecture == Architecture.X64 ? 12 : 16;
    private static readonly int DataOffset = Stride - 8;

    private readonly int epoll;
    private readonly int wake;
    private readonly byte* events;
    private bool hasPreciseWait = true;

    /// <exception cref="InvalidOperationException">The system gave no descriptor.</exception>
    public Epoll()
    {
        epoll = Libc.epoll_create1(0);
        wake = Libc.EventFd();
        if (epoll < 0 || wake < 0)
        {
            throw new InvalidOperationException("the system gave no epoll descriptor: too many open files?");
        }

        events = (byte*)NativeMemory.AllocZeroed((nuint)(MaxEvents * 16));
        Set(Libc.EpollAdd, wake, Libc.EpollIn | Libc.EpollEdge, WakeToken);
    }

    public void Add(int fd, int interest, ulong token) => Set(Libc.EpollAdd, fd, interest, token);

    public void Modify(int fd, int interest, ulong token) => Set(Libc.EpollModify, fd, interest, token);

    /// <summary>Ends the wait of the owning thread.</summary>
    public void Wake()
    {
        ulong one = 1;
        _ = Libc.write(wake, &one, sizeof(ulong));
    }

    /// <summary>Waits for at most <paramref name="timeoutNs"/> nanoseconds; without end where it is negative.</summary>
    /// <returns>How many events there are.</returns>
    public int Wait(long timeoutNs)
    {
        var count = hasPreciseWait
            ? PreciseWait(timeoutNs)
            : Libc.epoll_wait(epoll, events, MaxEvents, ToMs(timeoutNs));
        return Math.Max(0, count);
    }

    /// <summary>The token of event <paramref name="i"/>.</summary>
    public ulong Token(int i) => *(ulong*)(events + (i * Stride) + DataOffset);

    /// <summary>What happened in event <paramref name="i"/>.</summary>
    public int Flags(int i) => *(int*)(events + (i * Stride));

    public void Dispose()
    {
        _ = Libc.close(wake);
        _ = Libc.close(epoll);
        NativeMemory.Free(events);
    }

    private static int ToMs(long timeoutNs) => timeoutNs < 0 ? -1 : (int)Math.Min(timeoutNs / 1_000_000, 60_000);

    private int PreciseWait(long timeoutNs)
    {
        var timeout = new Libc.TimeSpec
        {
            Seconds = timeoutNs / 1_000_000_000,
            Nanoseconds = timeoutNs % 1_000_000_000,
        };
        try
        {
            var count = Libc.epoll_pwait2(epoll, events, MaxEvents, timeoutNs < 0 ? null : &timeout, null);
            const int notImplemented = 38;
            if (count >= 0 || Marshal.GetLastPInvokeError() != notImplemented)
            {
                return count;
            }
        }
        catch (EntryPointNotFoundException)
        {
            // A C library before glibc 2.35.
        }

        // Kernels before 5.11 wait in milliseconds.
        hasPreciseWait = false;
        return Libc.epoll_wait(epoll, events, MaxEvents, ToMs(timeoutNs));
    }

    private void Set(int operation, int fd, int interest, ulong token)
    {
        var change = stackalloc byte[16];
        *(int*)change = interest;
        *(ulong*)(change + DataOffset) = token;
        _ = Libc.epoll_ctl(epoll, operation, fd, change);
    }
}
