using Tollgate.Wires.Requests;

namespace Tollgate.Transport;

/// <summary>A request as HTTP/1.1 has it on the wire, whole, so that one write can hand it over.</summary>
internal static class RequestBytes
{
    /// <summary>Writes request line, headers and body. RFC 9112, 3 and 6.2.</summary>
    /// <param name="request">The request.</param>
    /// <param name="further">The target's and the exchange's headers.</param>
    /// <param name="close">The connection is to be closed behind the answer.</param>
    /// <param name="now">The wall clock, for a signature.</param>
    public static byte[] Write(
        WireRequest request, IEnumerable<KeyValuePair<string, string>> further, bool close, DateTimeOffset now)
    {
        var head = new StringBuilder(512)
            .Append(request.Method).Append(' ').Append(request.Uri.PathAndQuery).Append(" HTTP/1.1\r\n")
            .Append("Host: ").Append(Host(request.Uri)).Append("\r\n")
            // A compressed stream is held back by what compresses it; not asked for, it may come all the same.
            .Append("Accept-Encoding: identity\r\nUser-Agent: tollgate\r\nContent-Length: ")
            .Append(CultureInfo.InvariantCulture, $"{request.Body.Length}\r\n");
        foreach (var (name, value) in request.AllHeaders(further, now))
        {
            head.Append(name).Append(": ").Append(value).Append("\r\n");
        }

        head.Append(close ? "Connection: close\r\n\r\n" : "\r\n");
        var headLength = Encoding.Latin1.GetByteCount(head.ToString());
        var bytes = new byte[headLength + request.Body.Length];
        Encoding.Latin1.GetBytes(head.ToString(), bytes);
        request.Body.Span.CopyTo(bytes.AsSpan(headLength));
        return bytes;
    }

    // The port only where it is not the scheme's own (RFC 9110, 7.2); an IPv6 address in brackets.
    private static string Host(Uri uri)
    {
        var name = uri.HostNameType == UriHostNameType.IPv6 ? $"[{uri.IdnHost}]" : uri.IdnHost;
        return uri.IsDefaultPort ? name : string.Create(CultureInfo.InvariantCulture, $"{name}:{uri.Port}");
    }
}
