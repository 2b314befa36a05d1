using System.Buffers.Text;

namespace Tollgate.Simulator.Http;

/// <summary>
/// Bytes that grow at the end and are taken from the front. Reused, so that a token costs no allocation.
/// </summary>
internal sealed class ByteBuffer(int capacity)
{
    // Room in front of an event for the size that HTTP puts there, known only when the event is written.
    private const int ChunkHeadRoom = 12;

    // What is larger was needed once, and is let go again.
    private const int MaxKept = 1024 * 1024;
    private byte[] bytes = new byte[capacity];
    private int start;
    private int end;
    private int chunkStart = -1;

    public int Length => end - start;

    public ReadOnlySpan<byte> Span => bytes.AsSpan(start, end - start);

    public Memory<byte> Memory => bytes.AsMemory(start, end - start);

    public void Clear()
    {
        start = end = 0;
        chunkStart = -1;
        bytes = bytes.Length > MaxKept ? new byte[capacity] : bytes;
    }

    public void Add(ReadOnlySpan<byte> more)
    {
        more.CopyTo(Room(more.Length));
        end += more.Length;
    }

    public void Add(long number)
    {
        Utf8Formatter.TryFormat(number, Room(20), out var written);
        end += written;
    }

    /// <summary>ASCII text, such as a header's.</summary>
    public void AddAscii(string text)
    {
        System.Text.Ascii.FromUtf16(text, Room(text.Length), out var written);
        end += written;
    }

    public void Drop(int count)
    {
        start += count;
        if (start >= end)
        {
            Clear();
        }
    }

    /// <summary>Begins a chunk of HTTP's chunked coding.</summary>
    public void BeginChunk()
    {
        _ = Room(ChunkHeadRoom);
        end += ChunkHeadRoom;
        chunkStart = end;
    }

    /// <summary>Ends it. An empty one leaves nothing: its size would end the body.</summary>
    public void EndChunk()
    {
        var size = end - chunkStart;
        var before = chunkStart - ChunkHeadRoom;
        if (size == 0)
        {
            end = before;
            return;
        }

        // RFC 9112, 7.1: chunk-size [chunk-ext] CRLF chunk-data CRLF. The head is written backwards, up to the data;
        // what stood before it moves up, so that all is in one piece.
        var at = chunkStart;
        bytes[--at] = (byte)'\n';
        bytes[--at] = (byte)'\r';
        for (var rest = size; rest > 0; rest >>= 4)
        {
            bytes[--at] = (byte)"0123456789abcdef"[rest & 15];
        }

        var head = before - start;
        bytes.AsSpan(start, head).CopyTo(bytes.AsSpan(at - head));
        start = at - head;
        Add("\r\n"u8);
    }

    /// <summary>What the open chunk holds so far.</summary>
    public ReadOnlySpan<byte> OpenChunk => bytes.AsSpan(chunkStart, end - chunkStart);

    /// <summary>Puts <paramref name="other"/> in the open chunk's place.</summary>
    public void ReplaceChunk(ReadOnlySpan<byte> other)
    {
        end = chunkStart;
        Add(other);
    }

    private Span<byte> Room(int count)
    {
        if (end + count > bytes.Length)
        {
            if (start > bytes.Length / 2 && chunkStart < 0)
            {
                bytes.AsSpan(start, Length).CopyTo(bytes);
                end -= start;
                start = 0;
            }

            if (end + count > bytes.Length)
            {
                Array.Resize(ref bytes, Math.Max(bytes.Length * 2, end + count));
            }
        }

        return bytes.AsSpan(end);
    }
}
