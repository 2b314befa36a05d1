namespace Tollgate.Plans;

/// <summary>The names of request headers that a target may add.</summary>
internal static class HeaderNames
{
    // What says where the request ends and what becomes of the connection: a second one makes two requests of it.
    private static readonly string[] OfTheTransport =
    [
        "accept-encoding", "connection", "content-encoding", "content-length", "content-type", "expect", "host",
        "keep-alive", "proxy-connection", "te", "trailer", "transfer-encoding", "upgrade",
    ];

    /// <summary>Whether it is a name at all: letters, digits, dashes and underscores.</summary>
    public static bool IsName(string name) =>
        name.Length > 0 && name.All(one => char.IsAsciiLetterOrDigit(one) || one is '-' or '_');

    /// <summary>Whether the transport writes that header itself.</summary>
    public static bool IsOfTheTransport(string name) =>
        OfTheTransport.Contains(name, StringComparer.OrdinalIgnoreCase);
}
