using System.Buffers;

namespace Tollgate.Transport;

/// <summary>
/// Tells from its first bytes whether a body is an event stream, whatever its content type says: servers send one as
/// text/plain, application/x-ndjson or application/json, and JSON or a page under text/event-stream. Keeps the bytes
/// that it has seen until they tell. Not thread-safe.
/// </summary>
/// <param name="isAnnounced">
/// The content type is an event stream's, or there is none: then only a body that is plainly something else is not one.
/// </param>
internal sealed class StreamSniffer(bool isAnnounced)
{
    // So much white space before anything else tells that it is no stream.
    private const int MaxBytes = 4096;

    private readonly ArrayBufferWriter<byte> seen = new(256);

    /// <summary>What it has seen.</summary>
    public ReadOnlySpan<byte> Seen => seen.WrittenSpan;

    /// <summary>Takes the body's next bytes. Null where they do not tell yet.</summary>
    /// <param name="bytes">The next bytes.</param>
    /// <param name="start">Where the stream begins in <see cref="Seen"/>, if it is one.</param>
    public bool? IsStream(ReadOnlySpan<byte> bytes, out int start)
    {
        seen.Write(bytes);
        start = 0;
        var body = Seen;
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
            if (System.Text.Ascii.Equals(line[..length], field.AsSpan(0, length)))
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
