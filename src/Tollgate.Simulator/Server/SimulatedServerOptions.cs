using System.Net;
using System.Security.Cryptography.X509Certificates;
using Tollgate.Simulator.Faults;
using Tollgate.Simulator.Profiles;

namespace Tollgate.Simulator.Server;

/// <summary>How a simulated server is to be.</summary>
internal sealed record SimulatedServerOptions
{
    /// <summary>The clock. Its monotonic side must be the machine's, since real sockets wait for it.</summary>
    public required TimeProvider TimeProvider { get; init; }

    public ProfileSet Profiles { get; init; } = ProfileSet.Default;

    /// <summary>What all draws come from: the same seed and requests give the same answers.</summary>
    public ulong Seed { get; init; } = 1;

    /// <summary>Where it listens.</summary>
    public IPAddress Address { get; init; } = IPAddress.Loopback;

    /// <summary>The port; 0 takes a free one.</summary>
    public int Port { get; init; }

    public FaultPlan Faults { get; init; } = FaultPlan.None;

    /// <summary>The only key that is let in; null lets everybody in.</summary>
    public string? RequiredKey { get; init; }

    /// <summary>Where the truth is written, one JSON line a request; null for nowhere.</summary>
    public string? TruthPath { get; init; }

    /// <summary>
    /// How many writes the truth keeps in memory (16 bytes each) before it lets the oldest requests go.
    /// </summary>
    public long TruthWrites { get; init; } = 8_000_000;

    /// <summary>
    /// Gets a sentence where the server itself cannot do what it should; called from its threads. Null for nobody.
    /// </summary>
    public Action<string>? Say { get; init; }

    /// <summary>Serve HTTPS.</summary>
    public bool Tls { get; init; }

    /// <summary>
    /// The certificate for <see cref="Tls"/>, with its private key; null makes one for localhost at the start.
    /// </summary>
    public X509Certificate2? Certificate { get; init; }

    /// <summary>Serve through the portable sockets even where the fast path is to be had.</summary>
    public bool Portable { get; init; }
}
