using System.Collections.Concurrent;
using System.Net;
using System.Net.Sockets;
using Tollgate.Exchanges;
using Tollgate.Wires;

namespace Tollgate.Transport.Direct;

/// <summary>
/// The transport that Linux has: one thread owns every socket through epoll, the kernel stamps what arrives, and
/// HTTP/1.1, event splitting and the wire's reader run on that thread in place. Thread-safe.
/// </summary>
internal sealed class DirectExchanger : IExchanger
{
    private readonly DirectLoop loop;
    private readonly Func<string, IWire?> findWire;
    private readonly ConcurrentDictionary<Uri, Task<ConnectionPool>> pools = new();

    /// <exception cref="PlatformNotSupportedException">The system is not 64-bit Linux.</exception>
    public DirectExchanger(DirectOptions? options = null)
    {
        if (!IsSupported)
        {
            throw new PlatformNotSupportedException("the direct transport needs 64-bit Linux");
        }

        options ??= new DirectOptions();
        findWire = options.FindWire;
        loop = new DirectLoop(options);
    }

    /// <summary>Whether this system has what it needs.</summary>
    public static bool IsSupported => OperatingSystem.IsLinux() && Environment.Is64BitProcess;

    public StampSource Stamp => StampSource.Kernel;

    public IReadOnlyList<string> Warnings => loop.ClockSteps is not (> 0 and var steps) ? [] :
    [
        $"The wall clock was stepped {(steps == 1 ? "once" : $"{steps} times")} during the run; the stamps were mended.",
    ];

    public async ValueTask WarmAsync(Target target, int connections, CancellationToken cancellationToken)
    {
        if (findWire(target.Wire) is not { } wire)
        {
            return;
        }

        try
        {
            var pool = await PoolAsync(wire.Endpoint(target));
            await loop.WarmAsync(pool, connections).WaitAsync(cancellationToken);

            // A thousand handshakes leave much behind. Collected later, it would be amid the first tokens, and the
            // pause longer than the time from one token to the next.
            GC.Collect();
        }
        catch (SocketException)
        {
            // The name does not resolve: each exchange will say so for itself.
        }
    }

    public async ValueTask<Exchange> ExchangeAsync(ExchangeRequest request, CancellationToken cancellationToken)
    {
        var wire = findWire(request.Target.Wire)
            ?? throw new ArgumentException($"there is no wire \"{request.Target.Wire}\"", nameof(request));
        var endpoint = wire.Endpoint(request.Target);
        ConnectionPool pool;
        try
        {
            pool = await PoolAsync(endpoint);
        }
        catch (SocketException e)
        {
            var failure = new Failure(FailureKind.DnsFailure, FailurePhase.Resolve,
                $"the name {endpoint.IdnHost} did not resolve: {e.Message}");
            return new StreamObserver(wire, request).Build(Outcome.Failed, failure, DirectLoop.NowNs);
        }

        var job = new DirectJob(request, wire, pool, DirectLoop.WallClock);
        loop.Start(job);
        await using var registration = cancellationToken.UnsafeRegister(
            static state =>
            {
                var (cancelled, owner) = ((DirectJob, DirectLoop))state!;
                owner.Cancel(cancelled);
            },
            (job, loop));
        return await job.Task;
    }

    public async ValueTask DisposeAsync() => await loop.StopAsync();

    // A name is resolved once a run, so that no exchange waits for it; a failure is not remembered.
    private async Task<ConnectionPool> PoolAsync(Uri endpoint)
    {
        var key = new Uri(endpoint.GetLeftPart(UriPartial.Authority));
        var pool = pools.GetOrAdd(key, static k => ResolveAsync(k));
        try
        {
            return await pool;
        }
        catch (SocketException)
        {
            pools.TryRemove(new KeyValuePair<Uri, Task<ConnectionPool>>(key, pool));
            throw;
        }
    }

    private static async Task<ConnectionPool> ResolveAsync(Uri endpoint)
    {
        var addresses = IPAddress.TryParse(endpoint.IdnHost.Trim('[', ']'), out var literal)
            ? [literal]
            : await Dns.GetHostAddressesAsync(endpoint.IdnHost);
        return addresses.Length > 0
            ? new ConnectionPool(endpoint, addresses)
            : throw new SocketException((int)SocketError.HostNotFound);
    }
}
