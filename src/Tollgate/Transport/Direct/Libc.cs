using System.Runtime.InteropServices;

namespace Tollgate.Transport.Direct;

/// <summary>The Linux calls that .NET does not offer: epoll, receive time stamps, raw non-blocking sockets.</summary>
internal static unsafe partial class Libc
{
    public const int EpollIn = 0x1;
    public const int EpollOut = 0x4;
    public const int EpollErr = 0x8;
    public const int EpollHup = 0x10;
    public const int EpollRdHup = 0x2000;

    /// <summary>EPOLLET, which is the sign bit.</summary>
    public const int EpollEdge = int.MinValue;
    public const int EpollAdd = 1;
    public const int EpollModify = 3;

    public const int SolSocket = 1;
    public const int SoError = 4;

    /// <summary>SO_TIMESTAMPNS as 64-bit systems have it; the control message's type is the same number.</summary>
    public const int SoTimestampNs = 35;
    public const int IpProtoTcp = 6;
    public const int TcpNoDelay = 1;

    public const int MsgDontWait = 0x40;
    public const int MsgNoSignal = 0x4000;

    public const int ClockRealtime = 0;
    public const int ClockMonotonic = 1;
    public const int PrSetTimerSlack = 29;

    public const int EInterrupted = 4;
    public const int EAgain = 11;
    public const int EInProgress = 115;

    private const int SockStream = 1;
    private const int SockNonBlock = 0x800;
    private const int SockCloseOnExec = 0x80000;

    public static long NowNs(int clock)
    {
        TimeSpec now;
        _ = clock_gettime(clock, &now);
        return now.ToNs();
    }

    public static int StreamSocket(int family) => socket(family, SockStream | SockNonBlock | SockCloseOnExec, 0);

    public static int EventFd() => eventfd(0, SockNonBlock | SockCloseOnExec);

    public static int SetOption(int fd, int level, int name, int value) =>
        setsockopt(fd, level, name, &value, sizeof(int));

    /// <summary>The error that a socket holds, 0 for none; asking clears it.</summary>
    public static int TakeError(int fd)
    {
        int error, length = sizeof(int);
        return getsockopt(fd, SolSocket, SoError, &error, &length) == 0 ? error : Marshal.GetLastPInvokeError();
    }

    [LibraryImport("libc", SetLastError = true)]
    public static partial int epoll_create1(int flags);

    [LibraryImport("libc", SetLastError = true)]
    public static partial int epoll_ctl(int epoll, int operation, int fd, void* change);

    [LibraryImport("libc", SetLastError = true)]
    public static partial int epoll_pwait2(int epoll, void* events, int most, TimeSpec* timeout, void* signals);

    [LibraryImport("libc", SetLastError = true)]
    public static partial int epoll_wait(int epoll, void* events, int most, int timeoutMs);

    [LibraryImport("libc", SetLastError = true)]
    public static partial int connect(int fd, byte* address, int length);

    // With MSG_DONTWAIT it takes a microsecond or two; the transition's price and the error number's would be a tenth
    // of it. The error number is the system's own, asked for at once: no transition stands between that could change
    // it.
    [LibraryImport("libc")]
    [SuppressGCTransition]
    public static partial nint recvmsg(int fd, MessageHeader* message, int flags);

    [LibraryImport("libc", SetLastError = true)]
    public static partial nint send(int fd, byte* bytes, nint length, int flags);

    [LibraryImport("libc")]
    public static partial int close(int fd);

    [LibraryImport("libc")]
    public static partial int prctl(int option, nuint value, nuint third, nuint fourth, nuint fifth);

    [LibraryImport("libc")]
    public static partial nint write(int fd, void* bytes, nint length);

    // It is answered without entering the kernel, in less time than the switch to native code and back takes.
    [LibraryImport("libc")]
    [SuppressGCTransition]
    private static partial int clock_gettime(int clock, TimeSpec* now);

    [LibraryImport("libc", SetLastError = true)]
    private static partial int socket(int family, int type, int protocol);

    [LibraryImport("libc", SetLastError = true)]
    private static partial int eventfd(uint value, int flags);

    [LibraryImport("libc", SetLastError = true)]
    private static partial int setsockopt(int fd, int level, int name, void* value, int length);

    [LibraryImport("libc", SetLastError = true)]
    private static partial int getsockopt(int fd, int level, int name, void* value, int* length);

#pragma warning disable CS0649 // The kernel writes some fields, and others must only be zero.
    /// <summary>struct timespec.</summary>
    public struct TimeSpec
    {
        public long Seconds;
        public long Nanoseconds;

        public readonly long ToNs() => (Seconds * 1_000_000_000) + Nanoseconds;
    }

    /// <summary>struct iovec.</summary>
    public struct IoVector
    {
        public byte* Base;
        public nuint Length;
    }

    /// <summary>struct msghdr.</summary>
    public struct MessageHeader
    {
        public void* Name;
        public uint NameLength;
        public IoVector* Vectors;
        public nuint VectorCount;
        public void* Control;
        public nuint ControlLength;
        public int Flags;
    }

    /// <summary>struct cmsghdr with a timespec behind it.</summary>
    public struct ControlTimeSpec
    {
        public nuint Length;
        public int Level;
        public int Type;
        public TimeSpec At;
    }
}
