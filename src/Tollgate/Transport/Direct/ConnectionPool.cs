using System.Net;

namespace Tollgate.Transport.Direct;

/// <summary>The connections to one endpoint, and who waits for one. Owned by the loop's thread.</summary>
internal sealed class ConnectionPool(Uri endpoint, IPAddress[] addresses)
{
    // The last that was used is the first to be used again: the others may close in peace.
    private readonly List<DirectConnection> idle = [];

    public Uri Endpoint => endpoint;

    public bool IsTls => endpoint.Scheme == Uri.UriSchemeHttps;

    public IPAddress[] Addresses => addresses;

    /// <summary>The address that answered last; the others are tried after it.</summary>
    public int PreferredAddress { get; set; }

    public ConnectionKeeping Keeping { get; } = new();

    /// <summary>Exchanges without a connection, first come first served.</summary>
    public LinkedList<DirectJob> Waiting { get; } = [];

    /// <summary>Connections that are being opened for the jobs that wait.</summary>
    public int Opening { get; set; }

    /// <summary>Connections that are open, busy or idle.</summary>
    public int Open { get; set; }

    public int IdleCount => idle.Count;

    public DirectConnection? TakeIdle()
    {
        if (idle.Count == 0)
        {
            return null;
        }

        var connection = idle[^1];
        idle.RemoveAt(idle.Count - 1);
        return connection;
    }

    public void PutIdle(DirectConnection connection) => idle.Add(connection);

    public void RemoveIdle(DirectConnection connection) => idle.Remove(connection);

    public SocketAddress Address(int attempt) =>
        new IPEndPoint(addresses[(PreferredAddress + attempt) % addresses.Length], endpoint.Port).Serialize();
}
