using System.Buffers.Text;
using Tollgate.Simulator.Faults;

namespace Tollgate.Simulator.Http;

/// <summary>
/// Reads requests of HTTP/1.1 (RFC 9112) from a connection's bytes, in pieces of any size. It keeps to what clients of
/// model providers send: a head of at most 64 KiB and a body of at most 32 MiB, by length or in chunks.
/// </summary>
internal sealed class HttpReader
{
    private const int MaxHead = 64 * 1024;
    private const int MaxBody = 32 * 1024 * 1024;

    private readonly ByteBuffer input = new(2048);
    private HttpRequest? head;
    private byte[]? chunks;
    private int chunksLength;

    /// <summary>Bytes that came and belong to no request yet.</summary>
    public int Waiting => input.Length;

    public void Add(ReadOnlySpan<byte> bytes) => input.Add(bytes);

    /// <summary>The next request, once it is whole.</summary>
    /// <param name="request">The request; null where it is not whole or wrong.</param>
    /// <param name="wantsContinue">The client waits for 100 Continue before it sends the body.</param>
    /// <returns>The status to refuse it with; 0 for none.</returns>
    public int Read(out HttpRequest? request, out bool wantsContinue)
    {
        request = null;
        wantsContinue = false;
        if (head is null)
        {
            // RFC 9112, 2.2: a server should ignore an empty line before the request line.
            while (input.Span.StartsWith("\r\n"u8))
            {
                input.Drop(2);
            }

            var length = input.Span.IndexOf("\r\n\r\n"u8);
            if (length < 0)
            {
                return input.Length > MaxHead ? 431 : 0;
            }

            head = ReadHead(Encoding.Latin1.GetString(input.Span[..length]));
            input.Drop(length + 4);
            if (head is null)
            {
                return 400;
            }

            wantsContinue = head.ExpectsContinue;
        }

        var status = head.Chunked ? ReadChunks() : ReadLength();
        if (status > 0)
        {
            return status;
        }

        if (status == 0)
        {
            request = head;
            head = null;
            wantsContinue = false;
        }

        return 0;
    }

    /// <summary>Lets go of the body of the request that was read last.</summary>
    public void Release(HttpRequest request)
    {
        if (!request.Chunked)
        {
            input.Drop((int)request.ContentLength);
        }

        chunks = null;
        chunksLength = 0;
    }

    // -1: not whole yet; 0: whole; else the status to refuse it with.
    private int ReadLength()
    {
        if (head!.ContentLength > MaxBody)
        {
            return 413;
        }

        if (input.Length < head.ContentLength)
        {
            return -1;
        }

        head.Body = input.Memory[..(int)head.ContentLength];
        return 0;
    }

    private int ReadChunks()
    {
        while (true)
        {
            var line = input.Span.IndexOf("\r\n"u8);
            if (line < 0)
            {
                return input.Length > MaxHead ? 400 : -1;
            }

            if (!Utf8Parser.TryParse(input.Span[..line], out long size, out _, 'x') || size < 0)
            {
                return 400;
            }

            if (size > MaxBody - chunksLength)
            {
                return 413;
            }

            // The last chunk is followed by trailers, which nobody sends, and an empty line.
            if (input.Length < line + 2 + size + 2)
            {
                return -1;
            }

            var length = (int)size;
            chunks ??= new byte[Math.Max(1024, length)];
            if (chunks.Length < chunksLength + length)
            {
                Array.Resize(ref chunks, Math.Max(chunks.Length * 2, chunksLength + length));
            }

            input.Span.Slice(line + 2, length).CopyTo(chunks.AsSpan(chunksLength));
            chunksLength += length;
            input.Drop(line + 2 + length + 2);
            if (size == 0)
            {
                head!.Body = chunks.AsMemory(0, chunksLength);
                return 0;
            }
        }
    }

    private static HttpRequest? ReadHead(string text)
    {
        var lines = text.Split("\r\n");
        var first = lines[0].Split(' ');
        if (first.Length != 3 || !first[2].StartsWith("HTTP/1.", StringComparison.Ordinal))
        {
            return null;
        }

        var query = first[1].IndexOf('?', StringComparison.Ordinal);
        var request = new HttpRequest
        {
            Method = first[0],
            Path = query < 0 ? first[1] : first[1][..query],
            KeepAlive = first[2] != "HTTP/1.0",
        };
        foreach (var line in lines.AsSpan(1))
        {
            var colon = line.IndexOf(':', StringComparison.Ordinal);
            if (colon <= 0 || !Take(request, line[..colon], line[(colon + 1)..].Trim()))
            {
                return null;
            }
        }

        return request;
    }

    private static bool Take(HttpRequest request, string name, string value)
    {
        switch (name.ToLowerInvariant())
        {
            case "content-length":
                if (!long.TryParse(value, NumberStyles.None, CultureInfo.InvariantCulture, out var length))
                {
                    return false;
                }

                request.ContentLength = length;
                break;
            case "transfer-encoding":
                request.Chunked = value.Equals("chunked", StringComparison.OrdinalIgnoreCase);
                return request.Chunked;
            case "connection":
                request.KeepAlive = value.Contains("keep-alive", StringComparison.OrdinalIgnoreCase)
                    || (request.KeepAlive && !value.Contains("close", StringComparison.OrdinalIgnoreCase));
                break;
            case "expect":
                request.ExpectsContinue = value.Equals("100-continue", StringComparison.OrdinalIgnoreCase);
                break;
            case "authorization":
                request.Key = value.StartsWith("Bearer ", StringComparison.OrdinalIgnoreCase) ? value[7..] : value;
                break;
            case "x-api-key":
                request.Key = value;
                break;
            case Injection.Header:
                request.Simulate = request.Simulate is null ? value : $"{request.Simulate},{value}";
                break;
            case var other:
                request.Add(other, value);
                break;
        }

        return true;
    }
}
