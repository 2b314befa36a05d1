using System.Buffers;
using System.Globalization;
using System.Text;
using Tollgate.Exchanges;
using Tollgate.Wires;

namespace Tollgate.Transport;

/// <summary>A request as HTTP/1.1 has it on the wire, whole, so that one write can hand it over.</summary>
internal static class RequestBytes
{
    /// <summary>Writes request line, headers and body. RFC 9112, 3 and 6.2.</summary>
    public static byte[] Write(IWire wire, Target target, Prompt prompt, bool close, Reply? dictation = null)
    {
        var body = new ArrayBufferWriter<byte>(1024);
        wire.WriteBody(target, prompt, body);
        var uri = wire.Endpoint(target.Url);
        var head = new StringBuilder(512)
            .Append("POST ").Append(uri.PathAndQuery).Append(" HTTP/1.1\r\n")
            .Append("Host: ").Append(Host(uri)).Append("\r\n")
            .Append("Content-Type: application/json\r\nAccept: text/event-stream\r\n")
            // A compressed stream is held back by whoever compresses it; not asked for, it may come all the same.
            .Append("Accept-Encoding: identity\r\nUser-Agent: tollgate\r\nContent-Length: ")
            .Append(CultureInfo.InvariantCulture, $"{body.WrittenCount}\r\n");
        foreach (var (name, value) in wire.Headers(target))
        {
            head.Append(name).Append(": ").Append(value).Append("\r\n");
        }

        foreach (var (name, value) in target.Headers)
        {
            head.Append(name).Append(": ").Append(value.Reveal()).Append("\r\n");
        }

        if (dictation is not null)
        {
            head.Append(ScriptedReply.Header).Append(": ").Append(ScriptedReply.Write(dictation)).Append("\r\n");
        }

        head.Append(close ? "Connection: close\r\n\r\n" : "\r\n");
        var headLength = Encoding.Latin1.GetByteCount(head.ToString());
        var bytes = new byte[headLength + body.WrittenCount];
        Encoding.Latin1.GetBytes(head.ToString(), bytes);
        body.WrittenSpan.CopyTo(bytes.AsSpan(headLength));
        return bytes;
    }

    // The port only where it is not the scheme's own (RFC 9110, 7.2); an IPv6 address in brackets.
    private static string Host(Uri uri)
    {
        var name = uri.HostNameType == UriHostNameType.IPv6 ? $"[{uri.IdnHost}]" : uri.IdnHost;
        return uri.IsDefaultPort ? name : string.Create(CultureInfo.InvariantCulture, $"{name}:{uri.Port}");
    }
}
