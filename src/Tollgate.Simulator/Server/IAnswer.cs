using Tollgate.Simulator.Http;

namespace Tollgate.Simulator.Server;

/// <summary>
/// The answer to one request, step by step. It knows what is due when; a loop owns the socket and the time.
/// </summary>
internal interface IAnswer
{
    /// <summary>When the next step is due; <see cref="long.MaxValue"/> while it waits for something else.</summary>
    long DueNs { get; }

    /// <summary>Every byte is to be written on its own.</summary>
    bool Trickle { get; }

    /// <summary>Renders the next write; it may be empty.</summary>
    Next Render(ByteBuffer into, long nowNs);

    /// <summary>What was rendered last goes to the kernel now.</summary>
    void Written(long atNs);

    /// <summary>The kernel took it only now, because the client reads slowly.</summary>
    void Delayed(long atNs);

    /// <summary>The connection is no more.</summary>
    void Gone(long atNs);
}
