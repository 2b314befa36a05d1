using System.Runtime.InteropServices;

namespace Tollgate.Transport.Direct;

/// <summary>
/// Reads sockets into one buffer, each read with the kernel's stamp of its last byte. Owned by one thread.
/// </summary>
internal sealed unsafe class StampedReader : IDisposable
{
    private const int BufferBytes = 64 * 1024;
    private const int ControlBytes = 128;

    private readonly byte* control = (byte*)NativeMemory.AllocZeroed(ControlBytes);
    private readonly Libc.IoVector* vector = (Libc.IoVector*)NativeMemory.AllocZeroed((nuint)sizeof(Libc.IoVector));
    private readonly Libc.MessageHeader* header =
        (Libc.MessageHeader*)NativeMemory.AllocZeroed((nuint)sizeof(Libc.MessageHeader));

    public StampedReader()
    {
        vector->Base = (byte*)Marshal.UnsafeAddrOfPinnedArrayElement(Buffer, 0);
        vector->Length = BufferBytes;
        header->Vectors = vector;
        header->VectorCount = 1;
        header->Control = control;
    }

    /// <summary>What the last read brought stands at its beginning, until the next.</summary>
    public byte[] Buffer { get; } = GC.AllocateUninitializedArray<byte>(BufferBytes, pinned: true);

    /// <summary>Reads once.</summary>
    /// <param name="fd">The socket.</param>
    /// <param name="wallStampNs">The kernel's stamp in wall-clock nanoseconds; 0 where it gave none.</param>
    /// <returns>The bytes read; 0 at the end of the stream; the negative error number where it failed.</returns>
    public int Read(int fd, out long wallStampNs)
    {
        header->ControlLength = ControlBytes;
        header->Flags = 0;
        var read = Libc.recvmsg(fd, header, Libc.MsgDontWait);
        if (read < 0)
        {
            wallStampNs = 0;
            return -Marshal.GetLastSystemError();
        }

        wallStampNs = 0;
        var message = (Libc.ControlTimeSpec*)control;
        if (header->ControlLength >= (nuint)sizeof(Libc.ControlTimeSpec)
            && message->Level == Libc.SolSocket && message->Type == Libc.SoTimestampNs)
        {
            wallStampNs = message->At.ToNs();
        }

        return (int)read;
    }

    public void Dispose()
    {
        NativeMemory.Free(header);
        NativeMemory.Free(vector);
        NativeMemory.Free(control);
    }
}
