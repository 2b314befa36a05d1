using Tollgate.Simulator.Http;

namespace Tollgate.Simulator.Server.Linux;

/// <summary>The socket's side of a connection in the epoll loop.</summary>
internal sealed class EpollPeer(int fd, Connection connection) : IDue
{
    public int Fd => fd;

    public Connection Connection => connection;

    /// <summary>Its place in the heap of what is due; -1 for none.</summary>
    public int HeapIndex { get; set; } = -1;

    /// <summary>
    /// What the kernel has not taken yet; nothing further is rendered before it has. Null for nothing.
    /// </summary>
    public ByteBuffer? Pending { get; set; }

    /// <summary>What is to follow when <see cref="Pending"/> has gone.</summary>
    public Next AfterPending { get; set; }

    /// <summary>The answer is out and the connection is to end: what still comes is thrown away.</summary>
    public bool Draining { get; set; }

    /// <summary>What the epoll waits for.</summary>
    public uint Interest { get; set; }

    public bool Closed { get; set; }
}
