using Tollgate.Simulator.Http;

namespace Tollgate.Simulator.Server;

/// <summary>Status line and headers of a response.</summary>
internal static class ResponseHead
{
    public static void Begin(ByteBuffer into, int status, DateTimeOffset now)
    {
        into.AddAscii(string.Create(CultureInfo.InvariantCulture,
            $"HTTP/1.1 {status} {Reason(status)}\r\ndate: {now:R}\r\nserver: tollgate-simulator\r\n"));
    }

    public static void EndStream(ByteBuffer into, bool gzip, bool keepAlive)
    {
        into.Add("content-type: text/event-stream; charset=utf-8\r\ncache-control: no-cache\r\n"u8);
        if (gzip)
        {
            into.Add("content-encoding: gzip\r\n"u8);
        }

        into.Add("transfer-encoding: chunked\r\n"u8);
        End(into, keepAlive);
    }

    public static void EndBody(ByteBuffer into, string contentType, int length, bool gzip, bool keepAlive)
    {
        into.AddAscii($"content-type: {contentType}\r\ncontent-length: {length}\r\n");
        if (gzip)
        {
            into.Add("content-encoding: gzip\r\n"u8);
        }

        End(into, keepAlive);
    }

    private static void End(ByteBuffer into, bool keepAlive) =>
        into.Add(keepAlive ? "connection: keep-alive\r\n\r\n"u8 : "connection: close\r\n\r\n"u8);

    private static string Reason(int status) => status switch
    {
        200 => "OK",
        400 => "Bad Request",
        401 => "Unauthorized",
        403 => "Forbidden",
        404 => "Not Found",
        405 => "Method Not Allowed",
        413 => "Content Too Large",
        429 => "Too Many Requests",
        431 => "Request Header Fields Too Large",
        500 => "Internal Server Error",
        502 => "Bad Gateway",
        503 => "Service Unavailable",
        529 => "Overloaded",
        _ => "Status",
    };
}
