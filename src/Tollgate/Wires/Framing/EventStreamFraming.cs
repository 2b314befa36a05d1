namespace Tollgate.Wires.Framing;

/// <summary>
/// Server-sent events. Servers send them as text/plain, application/x-ndjson or application/json too, and JSON or a
/// page under text/event-stream.
/// </summary>
internal sealed class EventStreamFraming : IFraming
{
    // So much white space before anything else tells that it is no stream.
    private const int MaxBytes = 4096;

    private EventStreamFraming()
    {
    }

    public static EventStreamFraming Instance { get; } = new();

    public string Name => "event stream";

    public string MediaType => "text/event-stream";

    /// <summary>An event without a name.</summary>
    internal static ReadOnlyMemory<byte> Event(string data) => Encoding.UTF8.GetBytes($"data: {data}\n\n");

    public bool? IsStream(ReadOnlySpan<byte> body, bool isAnnounced, out int start)
    {
        start = 0;
        ReadOnlySpan<byte> mark = [0xEF, 0xBB, 0xBF];
        if (body.Length < mark.Length && mark.StartsWith(body))
        {
            return null;
        }

        var begin = body.StartsWith(mark) ? mark.Length : 0;
        var offset = body[begin..].IndexOfAnyExcept(" \t\r\n"u8);
        if (offset < 0)
        {
            return body.Length < MaxBytes ? null : isAnnounced;
        }

        begin += offset;
        if (isAnnounced)
        {
            // Only a body that is plainly something else is not one.
            return body[begin] is not ((byte)'{' or (byte)'[' or (byte)'<');
        }

        start = begin;
        return IsField(body[begin..]);
    }

    // The fields of the standard with their colon, and a comment; null where the bytes may yet become one.
    private static bool? IsField(ReadOnlySpan<byte> line)
    {
        var could = false;
        foreach (var field in (ReadOnlySpan<string>)["data:", "event:", "id:", "retry:", ":"])
        {
            var length = Math.Min(field.Length, line.Length);
            if (Ascii.Equals(line[..length], field.AsSpan(0, length)))
            {
                if (length == field.Length)
                {
                    return true;
                }

                could = true;
            }
        }

        return could ? null : false;
    }
}
