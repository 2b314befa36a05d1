using System.Buffers;
using Tollgate.Exchanges;
using Tollgate.Unicode;
using Tollgate.Wires.Answers;
using Tollgate.Wires.Json;

namespace Tollgate.Wires.Framing;

/// <summary>
/// Splits a byte stream into server-sent events as the WHATWG HTML standard has them ("9.2.6 Interpreting an event
/// stream") and hands each to a wire's reader in place, the moment its blank line is there. Bytes may be cut anywhere.
/// An event that lies in one read is not copied, and one that is like the last but for its text is not given to the
/// reader (see <see cref="EventFrame"/>). Not thread-safe.
/// </summary>
/// <remarks>
/// It differs from the standard where servers do: a field <c>error</c> (llama.cpp before September 2025) is the data of
/// an event of that name, an event named <c>error</c> needs no data, and the body's end takes the place of a last blank
/// line. Data that is no UTF-8, or escapes half a character, is mended (see <see cref="WellFormed"/>).
/// </remarks>
internal sealed class ServerSentEvents(IEventReader reader, StreamRecorder recorder) : IAnswerDecoder
{
    /// <summary>The most bytes that one event may have.</summary>
    public const int MaxEventBytes = 8 * 1024 * 1024;

    private const byte Cr = (byte)'\r';
    private const byte Lf = (byte)'\n';

    // The bytes of an event that is not whole yet; the ranges below point into them.
    private byte[]? carry;
    private int carried;
    private int lineStart;
    private int searched;
    private Range type;
    private Range data;
    private bool hasData;
    private bool isInBareJson;
    private ArrayBufferWriter<byte>? joined;
    private byte[] mended = [];
    private EventFrame frame;
    private bool skipLf;
    private bool started;

    /// <summary>Where the remembered event lies in memory; 0 for none. It may have moved since.</summary>
    internal nint FrameAt => frame.At;

    /// <summary>
    /// Takes the stream's next bytes. After a failure the rest passes by. After the end marker it is still read, since
    /// token counts may stand there, but what it cuts is not kept.
    /// </summary>
    public void Feed(ReadOnlySpan<byte> bytes)
    {
        if (bytes.IsEmpty || recorder.Failure is not null)
        {
            return;
        }

        // "a CRLF pair is one end of line": the LF of a pair that the last read cut in two.
        if (skipLf)
        {
            skipLf = false;
            if (bytes[0] == Lf)
            {
                bytes = bytes[1..];
            }
        }

        if (carried > 0)
        {
            Keep(bytes);
            bytes = carry.AsSpan(0, carried);
        }

        var rest = Split(bytes);
        if (recorder.IsOver)
        {
            Release();
            return;
        }

        if (bytes.Length - rest > MaxEventBytes)
        {
            recorder.Fail(FailureKind.EventTooLarge, $"an event is larger than {MaxEventBytes / 1024 / 1024} MiB");
            Release();
            return;
        }

        Shift(bytes, rest);
    }

    /// <summary>
    /// The body ended in good order: an event that lacks no more than its line's end and its blank line is read.
    /// </summary>
    public void End()
    {
        if (recorder.IsOver)
        {
            return;
        }

        var rest = carry.AsSpan(0, carried);
        if (lineStart < rest.Length)
        {
            TakeLine(rest, lineStart, rest.Length);
        }

        Dispatch(rest, ..rest.Length, isCut: true);
        Release();
    }

    public void Dispose() => Release();

    // Returns where the first event that is not whole begins.
    private int Split(ReadOnlySpan<byte> bytes)
    {
        var eventStart = 0;
        if (!started)
        {
            // "Strip one leading U+FEFF BYTE ORDER MARK character, if any are present."
            ReadOnlySpan<byte> mark = [0xEF, 0xBB, 0xBF];
            if (bytes.Length < 3 && mark.StartsWith(bytes))
            {
                return 0;
            }

            started = true;
            if (bytes.StartsWith(mark))
            {
                eventStart = lineStart = searched = 3;
            }
        }

        while (recorder.Failure is null)
        {
            if (lineStart == eventStart && !recorder.IsOver
                && frame.Take(bytes[eventStart..], recorder) is > 0 and var taken)
            {
                eventStart = lineStart = searched = eventStart + taken;
                continue;
            }

            var offset = bytes[searched..].IndexOfAny(Cr, Lf);
            if (offset < 0)
            {
                searched = bytes.Length;
                break;
            }

            var end = searched + offset;
            var next = end + 1;
            if (bytes[end] == Cr)
            {
                if (next == bytes.Length)
                {
                    skipLf = true;
                }
                else if (bytes[next] == Lf)
                {
                    next++;
                }
            }

            if (end == lineStart)
            {
                Dispatch(bytes, eventStart..next);
                eventStart = next;
            }
            else
            {
                TakeLine(bytes, lineStart, end);
            }

            lineStart = searched = next;
        }

        return eventStart;
    }

    private void TakeLine(ReadOnlySpan<byte> bytes, int start, int end)
    {
        var line = bytes[start..end];
        var isError = line.StartsWith("error"u8) && (line.Length == 5 || line[5] == ':');

        if (isInBareJson)
        {
            Join(bytes, line);
            return;
        }

        // Proxies write their errors between the events as they are, without a field's name; Gemini over many lines.
        var isBare = line is [(byte)'{' or (byte)'[', ..];
        isInBareJson = isBare && !JsonWalk.IsDocument(line);
        if (isError || isBare || (line.StartsWith("data"u8) && (line.Length == 4 || line[4] == ':')))
        {
            var value = isBare ? 0 : ValueStart(line, isError ? 5 : 4);
            type = isError ? start..(start + 5) : type;
            if (!hasData)
            {
                data = (start + value)..end;
                hasData = true;
                return;
            }

            Join(bytes, line[value..]);
        }
        else if (line.StartsWith("event"u8) && (line.Length == 5 || line[5] == ':'))
        {
            type = (start + ValueStart(line, 5))..end;
        }

        // Comments, id, retry and unknown fields are ignored.
    }

    // "If the field name is 'data': append the field value to the data buffer, then append a LF": rare, so copied.
    private void Join(ReadOnlySpan<byte> bytes, ReadOnlySpan<byte> value)
    {
        if (joined is not { WrittenCount: > 0 })
        {
            joined ??= new ArrayBufferWriter<byte>();
            joined.Write(bytes[data]);
        }

        joined.Write("\n"u8);
        joined.Write(value);
    }

    // "If value starts with a U+0020 SPACE character, remove it from value."
    private static int ValueStart(ReadOnlySpan<byte> line, int colon) =>
        colon == line.Length ? colon
        : colon + 1 < line.Length && line[colon + 1] == ' ' ? colon + 2
        : colon + 1;

    private void Dispatch(ReadOnlySpan<byte> bytes, Range all, bool isCut = false)
    {
        var name = bytes[type];
        var whole = joined is { WrittenCount: > 0 } ? joined.WrittenSpan : hasData ? bytes[data] : default;

        // "If the data buffer is an empty string, set the event type buffer to the empty string and return."
        if (!whole.IsEmpty || name.SequenceEqual("error"u8))
        {
            recorder.BeginEvent(isCut);
            var wellFormed = WellFormed.Json(whole, ref mended);
            reader.Read(name, wellFormed, recorder);
            var isInPlace = hasData && !isCut && wellFormed == bytes[data];
            frame.Learn(bytes[all], isInPlace ? data.Start.Value - all.Start.Value : -1, recorder);
        }

        Reset();
    }

    private void Reset()
    {
        joined?.ResetWrittenCount();
        hasData = isInBareJson = false;
        type = default;
        data = default;
    }

    // Keeps the bytes from `rest` on, at the front of the carry.
    private void Shift(ReadOnlySpan<byte> bytes, int rest)
    {
        var left = bytes[rest..];
        if (left.IsEmpty)
        {
            Release();
            return;
        }

        if (carried == 0)
        {
            Keep(left);
        }
        else if (rest > 0)
        {
            left.CopyTo(carry);
            carried = left.Length;
        }

        lineStart -= rest;
        searched -= rest;
        type = Less(type, rest);
        data = Less(data, rest);
    }

    private static Range Less(Range range, int by) =>
        range.End.Value == 0 ? default : (range.Start.Value - by)..(range.End.Value - by);

    private void Keep(ReadOnlySpan<byte> bytes)
    {
        var needed = carried + bytes.Length;
        if (carry is null || carry.Length < needed)
        {
            var larger = ArrayPool<byte>.Shared.Rent(Math.Max(1024, needed));
            carry.AsSpan(0, carried).CopyTo(larger);
            if (carry is not null)
            {
                ArrayPool<byte>.Shared.Return(carry);
            }

            carry = larger;
        }

        bytes.CopyTo(carry.AsSpan(carried));
        carried = needed;
    }

    private void Release()
    {
        if (carry is not null)
        {
            ArrayPool<byte>.Shared.Return(carry);
            carry = null;
        }

        carried = lineStart = searched = 0;
        Reset();
    }
}
