using System.Buffers;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Text.Unicode;
using Tollgate.Exchanges;
using Tollgate.Wires.Answers;

namespace Tollgate.Wires.Framing;

/// <summary>
/// Remembers what stands around the text of a stream's last event. Most servers send the same bytes there event after
/// event, so the next one need not be read as JSON: it is compared, and its text taken. Not thread-safe.
/// </summary>
/// <remarks>
/// It knows an event by the bytes before its text, up to the opening quote, and those behind it, from the closing quote
/// to the blank line. Between them may stand anything that a JSON string holds as it is. Such an event parses as the
/// remembered one did but for that string, and what was remembered brought its text and nothing else; so the reader
/// would do no other thing with it. Whatever differs in one byte goes to the reader.
/// </remarks>
internal struct EventFrame
{
    // Larger events are rare, and cheap for each character of their text.
    private const int MaxBytes = 2048;

    // A server that changes something else in each event will do so in the next.
    private const int MaxMisses = 8;

    // RFC 8259, 7: what must be escaped in a string.
    private static readonly SearchValues<byte> NotPlain =
        SearchValues.Create([.. Enumerable.Range(0, 0x20).Select(control => (byte)control), (byte)'"', (byte)'\\']);

    private byte[]? bytes;
    private int before;
    private int length;
    private int misses;
    private ArrivalKind kind;

    /// <summary>Where it lies in memory; 0 for none. It may have moved since.</summary>
    public readonly unsafe nint At => bytes is null ? 0
        : (nint)Unsafe.AsPointer(ref MemoryMarshal.GetArrayDataReference(bytes));

    /// <summary>Takes the event that begins here, if it is like the remembered one.</summary>
    /// <param name="stream">Bytes of the stream, from an event's beginning on.</param>
    /// <param name="recorder">Takes the text.</param>
    /// <returns>The event's length with its blank line; 0 where it is for the reader.</returns>
    public int Take(ReadOnlySpan<byte> stream, StreamRecorder recorder)
    {
        if (length == 0 || stream.Length <= length || !stream.StartsWith(bytes.AsSpan(0, before)))
        {
            return 0;
        }

        var rest = stream[before..];
        var behind = bytes.AsSpan(before, length - before);
        var end = rest.IndexOfAny(NotPlain);
        if (end <= 0 || !rest[end..].StartsWith(behind) || !Utf8.IsValid(rest[..end]))
        {
            return 0;
        }

        misses = 0;
        recorder.BeginEvent();
        recorder.ArriveText(kind, rest[..end]);
        return length + end;
    }

    /// <summary>An event was read: if it brought one text as it stands there and nothing else, it is remembered.</summary>
    /// <param name="event">Its bytes with its blank line.</param>
    /// <param name="data">Where its data begins among them; -1 where the reader was given other bytes.</param>
    /// <param name="recorder">Took what it brought.</param>
    public void Learn(ReadOnlySpan<byte> @event, int data, StreamRecorder recorder)
    {
        length = 0;
        if (data < 0 || recorder.SoleText is not { } text || @event.Length > MaxBytes || @event[^1] != '\n'
            || ++misses > MaxMisses)
        {
            return;
        }

        before = data + text.Start;
        var behind = @event[(before + text.Length)..];
        if (bytes is null || bytes.Length < before + behind.Length)
        {
            bytes = new byte[@event.Length];
        }

        @event[..before].CopyTo(bytes);
        behind.CopyTo(bytes.AsSpan(before));
        length = before + behind.Length;
        kind = text.Kind;
    }
}
