using System.Collections.Concurrent;
using System.Net;
using System.Net.Security;
using Tollgate.Exchanges;
using Tollgate.Time;
using Tollgate.Wires;
using Tollgate.Wires.Catalog;

namespace Tollgate.Transport.Handler;

/// <summary>
/// The transport over SocketsHttpHandler: HTTP/2, proxies and every system that .NET knows. The stamp is the monotonic
/// clock read straight after a read returned, so it holds whatever the process was late. Thread-safe.
/// </summary>
internal sealed class HandlerExchanger : IExchanger
{
    private readonly MonotonicAxis axis;
    private readonly Func<string, IWire?> findWire;
    private readonly RemoteCertificateValidationCallback? certificateValidation;
    private readonly bool usesProxies;
    private readonly HttpMessageInvoker warm;
    private readonly ConcurrentDictionary<string, ConnectionKeeping> keepings = new();

    /// <param name="axis">The run's axis.</param>
    /// <param name="certificateValidation">
    /// Decides on a server's certificate; null trusts what the system trusts.
    /// </param>
    /// <param name="findWire">The wire of a name; null for those of the catalog.</param>
    /// <param name="usesProxies">It goes through the system's proxy where there is one.</param>
    public HandlerExchanger(
        MonotonicAxis axis, RemoteCertificateValidationCallback? certificateValidation = null,
        Func<string, IWire?>? findWire = null, bool usesProxies = true)
    {
        this.usesProxies = usesProxies;
        this.axis = axis;
        this.findWire = findWire ?? WireCatalog.Find;
        this.certificateValidation = certificateValidation;
        warm = NewInvoker();
    }

    public StampSource Stamp => StampSource.Process;

    /// <summary>
    /// Does nothing: SocketsHttpHandler opens a connection only for a request, and a request that nobody asked for is
    /// not sent. The first exchanges are marked as those of fresh connections instead.
    /// </summary>
    public ValueTask WarmAsync(Target target, int connections, CancellationToken cancellationToken) =>
        ValueTask.CompletedTask;

    public async ValueTask<Exchange> ExchangeAsync(ExchangeRequest request, CancellationToken cancellationToken)
    {
        var wire = findWire(request.Target.Wire)
            ?? throw new ArgumentException($"there is no wire \"{request.Target.Wire}\"", nameof(request));
        var server = wire.Endpoint(request.Target).GetLeftPart(UriPartial.Authority);
        var exchange = new HandlerExchange(
            request, wire, axis, keepings.GetOrAdd(server, static _ => new ConnectionKeeping()));
        try
        {
            // Not Task.Delay: the system's timers may fire a little early.
            await axis.UntilAsync(request.IntendedNs, cancellationToken);
        }
        catch (OperationCanceledException)
        {
            return exchange.Cancelled();
        }

        if (!exchange.IsCold)
        {
            return await exchange.RunAsync(warm, NewInvoker, cancellationToken);
        }

        using var cold = NewInvoker();
        return await exchange.RunAsync(cold, NewInvoker, cancellationToken);
    }

    public ValueTask DisposeAsync()
    {
        warm.Dispose();
        return ValueTask.CompletedTask;
    }

    private HttpMessageInvoker NewInvoker()
    {
        var handler = new SocketsHttpHandler
        {
            AllowAutoRedirect = false,
            UseProxy = usesProxies,
            UseCookies = false,
            AutomaticDecompression = DecompressionMethods.None, // It would ask for what it decodes.
            EnableMultipleHttp2Connections = true,
            PooledConnectionIdleTimeout = Timeout.InfiniteTimeSpan,
            ActivityHeadersPropagator = null,
            ConnectCallback = HandlerExchange.ConnectAsync,
            PlaintextStreamFilter = HandlerExchange.OnConnectedAsync,
        };
        if (certificateValidation is not null)
        {
            handler.SslOptions.RemoteCertificateValidationCallback = certificateValidation;
        }

        return new HttpMessageInvoker(handler);
    }
}
