using System.Net;
using System.Net.Sockets;
using System.Runtime.InteropServices;

namespace Tollgate.Transport.Direct;

/// <summary>
/// A non-blocking socket of the loop: what is sent, and what the kernel would not take yet. Owned by the loop's thread.
/// </summary>
internal sealed class LoopSocket(DirectLoop loop, DirectConnection owner)
{
    private const int FamilyV4 = 2;
    private const int FamilyV6 = 10;

    // Edge-triggered: the kernel need not look at each socket once more after it was read.
    private const int Read = Libc.EpollIn | Libc.EpollRdHup | Libc.EpollEdge;

    private ulong token;
    private int reading = Read;
    private byte[] unsent = [];

    /// <summary>Its descriptor; -1 where there is none.</summary>
    public int Fd { get; private set; } = -1;

    /// <summary>Bytes wait for the kernel.</summary>
    public bool HasUnsent => unsent.Length > 0;

    /// <summary>It is there.</summary>
    public bool IsOpen => Fd >= 0;

    /// <summary>Makes the socket and begins to connect it.</summary>
    /// <returns>0 where it is on its way, else the system's error number.</returns>
    public unsafe int Connect(SocketAddress address)
    {
        Fd = Libc.StreamSocket(address.Family == AddressFamily.InterNetworkV6 ? FamilyV6 : FamilyV4);
        if (Fd < 0)
        {
            return Marshal.GetLastPInvokeError();
        }

        _ = Libc.SetOption(Fd, Libc.IpProtoTcp, Libc.TcpNoDelay, 1);
        _ = Libc.SetOption(Fd, Libc.SolSocket, Libc.SoTimestampNs, 1);
        token = loop.Register(owner, Fd, Libc.EpollOut);
        int result;
        fixed (byte* bytes = address.Buffer.Span)
        {
            result = Libc.connect(Fd, bytes, address.Size);
        }

        var error = result == 0 ? 0 : Marshal.GetLastPInvokeError();
        return error == Libc.EInProgress ? 0 : error;
    }

    /// <summary>
    /// The attempt to connect ended: 0 where it is connected, and from now on it is read; else the error number.
    /// </summary>
    public int EndConnect()
    {
        var error = Libc.TakeError(Fd);
        if (error == 0)
        {
            loop.Interest(token, Fd, reading);
        }

        return error;
    }

    /// <summary>
    /// Hands bytes to the kernel. What it does not take now waits for <see cref="OnWritable"/>. Errors are left to the
    /// reading side, which sees them too.
    /// </summary>
    /// <returns>Just before the call that handed over the last byte, in nanoseconds; null where bytes are
    /// left.</returns>
    public unsafe long? Send(ReadOnlySpan<byte> bytes)
    {
        if (HasUnsent)
        {
            unsent = [.. unsent, .. bytes];
            return null;
        }

        long? handedOverNs = null;
        while (!bytes.IsEmpty)
        {
            var beforeNs = DirectLoop.NowNs;
            nint taken;
            fixed (byte* first = bytes)
            {
                taken = Libc.send(Fd, first, bytes.Length, Libc.MsgDontWait | Libc.MsgNoSignal);
            }

            if (taken < 0)
            {
                if (Marshal.GetLastPInvokeError() == Libc.EAgain)
                {
                    unsent = bytes.ToArray();
                    loop.Interest(token, Fd, reading | Libc.EpollOut);
                }

                return null;
            }

            handedOverNs = beforeNs;
            bytes = bytes[(int)taken..];
        }

        return handedOverNs;
    }

    /// <summary>The kernel takes bytes again.</summary>
    /// <inheritdoc cref="Send" path="/returns"/>
    public long? OnWritable()
    {
        var rest = unsent;
        unsent = [];
        var handedOverNs = Send(rest);
        if (!HasUnsent)
        {
            loop.Interest(token, Fd, reading);
        }

        return handedOverNs;
    }

    /// <summary>Nothing is read until <see cref="Resume"/>, unless the other side closes.</summary>
    public void Pause() => Listen(0);

    /// <summary>It is read again.</summary>
    public void Resume() => Listen(Read);

    /// <summary>A read may have left something, bytes or the end: epoll looks once more.</summary>
    public void LookAgain()
    {
        if (IsOpen)
        {
            loop.Interest(token, Fd, reading | (HasUnsent ? Libc.EpollOut : 0));
        }
    }

    private void Listen(int interest)
    {
        if (reading != interest)
        {
            reading = interest;
            LookAgain();
        }
    }

    public void Close()
    {
        if (Fd >= 0)
        {
            loop.Unregister(token);
            _ = Libc.close(Fd);
            Fd = -1;
        }
    }
}
