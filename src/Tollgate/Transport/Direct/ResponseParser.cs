using System.Buffers;

namespace Tollgate.Transport.Direct;

/// <summary>
/// Reads one HTTP/1.1 answer as its bytes come, cut anywhere: RFC 9112. Body bytes are handed on in place. Not
/// thread-safe.
/// </summary>
internal sealed class ResponseParser(IResponseSink sink)
{
    private const int MaxHeadBytes = 64 * 1024;
    private const int MaxLineBytes = 16 * 1024;
    private const int MaxSizeDigits = 64;
    private const long MaxChunkBytes = 1L << 40;

    private State state;
    private byte[]? head;
    private int headLength;
    private int interimBytes;
    private int lineBytes;
    private long left;
    private bool sizeHasDigit;
    private int trailerLine;

    private enum State : byte
    {
        Head,
        FixedBody,
        BodyToClose,
        ChunkSize,
        ChunkExtension,
        ChunkData,
        ChunkDataEnd,
        Trailer,
        Done,
        Broken,
    }

    /// <summary>The answer is whole.</summary>
    public bool IsDone => state == State.Done;

    /// <summary>The connection may carry another exchange when this answer is whole.</summary>
    public bool KeepAlive { get; private set; }

    /// <summary>The headers came.</summary>
    public bool HasHead => state > State.Head && state != State.Broken;

    /// <summary>What came is no HTTP but TLS.</summary>
    public bool IsTls { get; private set; }

    /// <summary>Any byte came.</summary>
    public bool HasBytes => headLength > 0 || state != State.Head;

    /// <summary>Takes the next bytes. Returns a sentence where they break the standard, else null.</summary>
    public string? Feed(ReadOnlySpan<byte> bytes)
    {
        while (!bytes.IsEmpty)
        {
            switch (state)
            {
                case State.Head:
                    if (FeedHead(ref bytes) is { } error)
                    {
                        return Break(error);
                    }

                    break;
                case State.FixedBody:
                case State.ChunkData:
                    var take = (int)Math.Min(left, bytes.Length);
                    left -= take;
                    var body = bytes[..take];
                    bytes = bytes[take..];
                    sink.Body(body);
                    if (left == 0)
                    {
                        state = state == State.FixedBody ? Finish() : State.ChunkDataEnd;
                    }

                    break;
                case State.BodyToClose:
                    sink.Body(bytes);
                    return null;
                case State.ChunkSize:
                    if (!TakeSizeByte(bytes[0]))
                    {
                        return Break("a chunk's size is no hexadecimal number");
                    }

                    bytes = bytes[1..];
                    break;
                case State.ChunkExtension:
                    if (++lineBytes > MaxLineBytes)
                    {
                        return Break("a chunk's first line is longer than 16 KiB");
                    }

                    if (bytes[0] == '\n')
                    {
                        state = left == 0 ? State.Trailer : State.ChunkData;
                    }

                    bytes = bytes[1..];
                    break;
                case State.ChunkDataEnd:
                    if (bytes[0] == '\n')
                    {
                        BeginChunk();
                    }
                    else if (bytes[0] != '\r')
                    {
                        return Break("a chunk is longer than its size says");
                    }

                    bytes = bytes[1..];
                    break;
                case State.Trailer:
                    if (++lineBytes > MaxHeadBytes)
                    {
                        return Break("its trailer is larger than 64 KiB");
                    }

                    TakeTrailerByte(bytes[0]);
                    bytes = bytes[1..];
                    break;
                case State.Done:
                    // Bytes behind the answer belong to no request: the connection cannot be trusted with another.
                    KeepAlive = false;
                    return null;
                default:
                    return null;
            }
        }

        return null;
    }

    /// <summary>The connection was closed in good order. True where that was the answer's proper end.</summary>
    public bool Close()
    {
        if (state == State.BodyToClose)
        {
            state = Finish();
        }

        return state == State.Done;
    }

    /// <summary>Gives back what it borrowed.</summary>
    public void Release()
    {
        if (head is not null)
        {
            ArrayPool<byte>.Shared.Return(head);
            head = null;
        }
    }

    private string Break(string error)
    {
        state = State.Broken;
        Release();
        return error;
    }

    private State Finish()
    {
        state = State.Done;
        sink.End();
        return State.Done;
    }

    private void BeginChunk()
    {
        state = State.ChunkSize;
        left = 0;
        sizeHasDigit = false;
        lineBytes = 0;
    }

    private bool TakeSizeByte(byte b)
    {
        var digit = b switch
        {
            >= (byte)'0' and <= (byte)'9' => b - '0',
            >= (byte)'a' and <= (byte)'f' => b - 'a' + 10,
            >= (byte)'A' and <= (byte)'F' => b - 'A' + 10,
            _ => -1,
        };
        if (digit >= 0)
        {
            sizeHasDigit = true;
            left = (left << 4) | (uint)digit;
            return left < MaxChunkBytes && ++lineBytes <= MaxSizeDigits;
        }

        if (!sizeHasDigit || b is not ((byte)'\r' or (byte)'\n' or (byte)';' or (byte)' ' or (byte)'\t'))
        {
            return false;
        }

        state = b != '\n' ? State.ChunkExtension : left == 0 ? State.Trailer : State.ChunkData;
        trailerLine = 0;
        return true;
    }

    private void TakeTrailerByte(byte b)
    {
        if (b == '\n')
        {
            if (trailerLine == 0)
            {
                state = Finish();
            }

            trailerLine = 0;
        }
        else if (b != '\r')
        {
            trailerLine++;
        }
    }

    private string? FeedHead(ref ReadOnlySpan<byte> bytes)
    {
        head ??= ArrayPool<byte>.Shared.Rent(4096);
        var before = headLength;
        var take = Math.Min(bytes.Length, MaxHeadBytes - before);
        if (head.Length < before + take)
        {
            var larger = ArrayPool<byte>.Shared.Rent(before + take);
            head.AsSpan(0, before).CopyTo(larger);
            ArrayPool<byte>.Shared.Return(head);
            head = larger;
        }

        bytes[..take].CopyTo(head.AsSpan(before));
        headLength += take;
        if (before < 2 && WrongScheme.IsTls(head.AsSpan(0, headLength)))
        {
            IsTls = true;
            return "it is TLS";
        }

        var from = Math.Max(0, before - 3);
        var end = EndOfHead(head.AsSpan(from, headLength - from));
        if (end < 0)
        {
            bytes = bytes[take..];
            return headLength >= MaxHeadBytes ? "its headers are larger than 64 KiB" : null;
        }

        end += from;
        var error = ParseHead(Encoding.Latin1.GetString(head, 0, end));
        bytes = bytes[(end - before)..];
        Release();
        return error;
    }

    // Behind the blank line; lines may end with LF alone (RFC 9112, 2.2). -1 where it has not come.
    private static int EndOfHead(ReadOnlySpan<byte> bytes)
    {
        var crlf = bytes.IndexOf("\r\n\r\n"u8);
        var lf = bytes.IndexOf("\n\n"u8);
        return crlf >= 0 && (lf < 0 || crlf < lf) ? crlf + 4 : lf >= 0 ? lf + 2 : -1;
    }

    private string? ParseHead(string text)
    {
        var lines = text.Split('\n', StringSplitOptions.TrimEntries);
        if (lines[0].Length < 12 || !lines[0].StartsWith("HTTP/1.", StringComparison.Ordinal)
            || !int.TryParse(lines[0].AsSpan(9, 3), out var status))
        {
            var shown = lines[0].Length <= 60 ? lines[0] : lines[0][..60] + "…";
            return $"it begins with \"{shown}\" where an HTTP/1.1 status line was expected";
        }

        if (status is >= 100 and < 200)
        {
            // Interim answers (100, 103) come before the real one.
            interimBytes += text.Length;
            headLength = 0;
            return interimBytes > MaxHeadBytes ? "its interim answers are larger than 64 KiB" : null;
        }

        var answer = new AnswerHead { Status = status };
        var chunked = false;
        KeepAlive = lines[0][7] == '1';
        foreach (var line in lines.Skip(1))
        {
            var colon = line.IndexOf(':');
            if (colon <= 0)
            {
                continue;
            }

            var name = line[..colon].ToLowerInvariant();
            var value = line[(colon + 1)..].Trim();
            switch (name)
            {
                case "transfer-encoding":
                    chunked |= value.EndsWith("chunked", StringComparison.OrdinalIgnoreCase);
                    break;
                case "connection":
                    KeepAlive = !value.Contains("close", StringComparison.OrdinalIgnoreCase)
                        && (KeepAlive || value.Contains("keep-alive", StringComparison.OrdinalIgnoreCase));
                    break;
                default:
                    answer.Take(name, value);
                    break;
            }
        }

        if (answer.Problem is not null)
        {
            return answer.Problem;
        }

        sink.Head(answer);
        if (status is 204 or 304 || (!chunked && answer.ContentLength == 0))
        {
            Finish();
        }
        else if (chunked)
        {
            BeginChunk();
        }
        else if (answer.ContentLength is { } fixedLength)
        {
            state = State.FixedBody;
            left = fixedLength;
        }
        else
        {
            state = State.BodyToClose;
            KeepAlive = false;
        }

        return null;
    }
}
