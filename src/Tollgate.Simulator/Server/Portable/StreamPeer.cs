using System.Net.Sockets;

namespace Tollgate.Simulator.Server.Portable;

/// <summary>The socket's side of a connection in the portable loop.</summary>
internal sealed class StreamPeer(Socket socket, Stream stream, Connection connection) : IDue
{
    public Socket Socket => socket;

    public Stream Stream => stream;

    public Connection Connection => connection;

    public int HeapIndex { get; set; } = -1;

    /// <summary>A write is under way; nothing further is rendered before it is over.</summary>
    public bool Writing { get; set; }

    /// <summary>What is to follow when it is.</summary>
    public Next AfterWriting { get; set; }

    /// <summary>The answer is out and the connection is to end: what still comes is thrown away.</summary>
    public bool Draining { get; set; }

    public bool Closed { get; set; }

    /// <summary>The reader goes on, or is about to.</summary>
    public bool Reading { get; set; } = true;

    /// <summary>Lets the reader go on, once.</summary>
    public SemaphoreSlim Wanted { get; } = new(0);
}
