using System.Runtime.InteropServices;

namespace Tollgate.Simulator.Server.Linux;

/// <summary>
/// The calls of Linux that the fast server needs. Constants are those of the kernel's headers, 64-bit.
/// </summary>
internal static unsafe partial class Native
{
    public const int EINTR = 4;
    public const int EAGAIN = 11;
    public const int ECONNABORTED = 103;

    public const uint EPOLLIN = 0x001;
    public const uint EPOLLOUT = 0x004;
    public const uint EPOLLERR = 0x008;
    public const uint EPOLLHUP = 0x010;
    public const uint EPOLLRDHUP = 0x2000;
    public const int EPOLL_CTL_ADD = 1;
    public const int EPOLL_CTL_MOD = 3;

    public const int MSG_DONTWAIT = 0x40;
    public const int MSG_NOSIGNAL = 0x4000;
    private const int SOCK_NONBLOCK = 0x800;
    private const int SOCK_CLOEXEC = 0x80000;
    private const int CLOEXEC = 0x80000;
    private const int EFD_NONBLOCK = 0x800;

    private const int SOL_SOCKET = 1;
    private const int SO_LINGER = 13;
    private const int SO_TIMESTAMPNS = 35;
    private const int IPPROTO_TCP = 6;
    private const int TCP_NODELAY = 1;
    private const int SHUT_WR = 1;
    private const int PR_SET_TIMERSLACK = 29;
    private const int CLOCK_REALTIME = 0;
    private const int CLOCK_MONOTONIC = 1;

    /// <summary>The size of an epoll_event: packed on x86-64 alone.</summary>
    public static readonly int EventBytes = RuntimeInformation.ProcessArchitecture == Architecture.X64 ? 12 : 16;

    /// <summary>Where its data stands.</summary>
    public static readonly int EventData = RuntimeInformation.ProcessArchitecture == Architecture.X64 ? 4 : 8;

    public static int LastError => Marshal.GetLastPInvokeError();

    public static int EpollCreate() => Check(epoll_create1(CLOEXEC), "epoll_create1");

    public static int EventFd() => Check(eventfd(0, CLOEXEC | EFD_NONBLOCK), "eventfd");

    public static void EpollSet(int epoll, int operation, int fd, uint events)
    {
        var raw = stackalloc byte[16];
        *(uint*)raw = events;
        *(ulong*)(raw + EventData) = (ulong)fd;
        Check(epoll_ctl(epoll, operation, fd, raw), "epoll_ctl");
    }

    /// <param name="epoll">The epoll descriptor.</param>
    /// <param name="events">Room for the events.</param>
    /// <param name="most">How many it holds.</param>
    /// <param name="timeoutNs">Nanoseconds; below 0 for ever.</param>
    public static int EpollWait(int epoll, byte* events, int most, long timeoutNs)
    {
        var timeout = new Timespec { Seconds = timeoutNs / 1_000_000_000, Nanoseconds = timeoutNs % 1_000_000_000 };
        return epoll_pwait2(epoll, events, most, timeoutNs < 0 ? null : &timeout, null);
    }

    public static int Accept(int listener) => accept4(listener, null, null, SOCK_NONBLOCK | SOCK_CLOEXEC);

    public static void Prepare(int socket)
    {
        var on = 1;
        setsockopt(socket, IPPROTO_TCP, TCP_NODELAY, &on, sizeof(int));
        setsockopt(socket, SOL_SOCKET, SO_TIMESTAMPNS, &on, sizeof(int));
    }

    /// <summary>Makes the next close a reset (RST).</summary>
    public static void ResetOnClose(int socket)
    {
        var linger = stackalloc int[] { 1, 0 };
        setsockopt(socket, SOL_SOCKET, SO_LINGER, linger, 2 * sizeof(int));
    }

    public static void ShutdownWrite(int socket) => shutdown(socket, SHUT_WR);

    public static void Close(int fd) => close(fd);

    public static nint Send(int socket, byte* bytes, nint count) =>
        send(socket, bytes, count, MSG_NOSIGNAL | MSG_DONTWAIT);

    /// <summary>Reads, with the kernel's stamp of the last byte on the wall clock.</summary>
    /// <param name="bytes">Where to.</param>
    /// <param name="count">How many at most.</param>
    /// <param name="wallNs">Nanoseconds since 1970; 0 where the kernel gave none.</param>
    public static nint Receive(int socket, byte* bytes, nint count, out long wallNs)
    {
        var control = stackalloc long[8];
        var part = new Iovec { Base = bytes, Length = count };
        var message = new Msghdr { Parts = &part, PartCount = 1, Control = control, ControlLength = 64 };
        var read = recvmsg(socket, &message, MSG_DONTWAIT);
        wallNs = 0;

        // One cmsghdr: length (8 bytes), level and type (4 each), then a timespec.
        if (read > 0 && message.ControlLength >= 32 && ((int*)control)[2] == SOL_SOCKET
            && ((int*)control)[3] == SO_TIMESTAMPNS)
        {
            wallNs = (control[2] * 1_000_000_000) + control[3];
        }

        return read;
    }

    public static void Signal(int eventFd)
    {
        ulong one = 1;
        write(eventFd, &one, sizeof(ulong));
    }

    public static void Drain(int eventFd)
    {
        ulong value;
        read(eventFd, &value, sizeof(ulong));
    }

    public static long WallNs() => Clock(CLOCK_REALTIME);

    public static long MonotonicNs() => Clock(CLOCK_MONOTONIC);

    /// <summary>Lets this thread's timers fire when they are due, and not up to 50 us later.</summary>
    public static void SharpenTimers() => prctl(PR_SET_TIMERSLACK, 1, 0, 0, 0);

    private static long Clock(int clock)
    {
        Timespec time;
        clock_gettime(clock, &time);
        return (time.Seconds * 1_000_000_000) + time.Nanoseconds;
    }

    private static int Check(int result, string call) =>
        result >= 0 ? result : throw new InvalidOperationException($"{call} failed with errno {LastError}.");

    private struct Timespec
    {
        public long Seconds;
        public long Nanoseconds;
    }

    private struct Iovec
    {
        public byte* Base;
        public nint Length;
    }

    private struct Msghdr
    {
        public void* Name;
        public ulong NameLength;
        public Iovec* Parts;
        public nint PartCount;
        public void* Control;
        public nint ControlLength;
        public ulong Flags;
    }

    [LibraryImport("libc", SetLastError = true)]
    private static partial int epoll_create1(int flags);

    [LibraryImport("libc", SetLastError = true)]
    private static partial int epoll_ctl(int epoll, int operation, int fd, void* item);

    [LibraryImport("libc", SetLastError = true)]
    private static partial int epoll_pwait2(int epoll, void* events, int most, Timespec* timeout, void* signals);

    [LibraryImport("libc", SetLastError = true)]
    private static partial int eventfd(uint initial, int flags);

    [LibraryImport("libc", SetLastError = true)]
    private static partial int accept4(int socket, void* address, void* length, int flags);

    [LibraryImport("libc", SetLastError = true)]
    private static partial int setsockopt(int socket, int level, int name, void* value, uint length);

    [LibraryImport("libc", SetLastError = true)]
    private static partial int shutdown(int socket, int how);

    [LibraryImport("libc", SetLastError = true)]
    private static partial int close(int fd);

    [LibraryImport("libc", SetLastError = true)]
    private static partial nint send(int socket, void* bytes, nint count, int flags);

    [LibraryImport("libc", SetLastError = true)]
    private static partial nint recvmsg(int socket, Msghdr* message, int flags);

    [LibraryImport("libc", SetLastError = true)]
    private static partial nint write(int fd, void* bytes, nint count);

    [LibraryImport("libc", SetLastError = true)]
    private static partial nint read(int fd, void* bytes, nint count);

    [LibraryImport("libc")]
    private static partial int clock_gettime(int clock, Timespec* time);

    [LibraryImport("libc")]
    private static partial int prctl(int option, ulong a, ulong b, ulong c, ulong d);

    /// <summary>
    /// Whether this system has everything that is needed: Linux, 64-bit, with epoll_pwait2 (5.11, glibc 2.35).
    /// </summary>
    public static bool IsSupported { get; } = Probe();

    private static bool Probe()
    {
        if (!OperatingSystem.IsLinux() || !Environment.Is64BitProcess)
        {
            return false;
        }

        try
        {
            var epoll = epoll_create1(CLOEXEC);
            var room = stackalloc byte[16];
            var works = EpollWait(epoll, room, 1, 0) == 0;
            close(epoll);
            return works;
        }
        catch (Exception e) when (e is EntryPointNotFoundException or DllNotFoundException)
        {
            return false;
        }
    }
}
