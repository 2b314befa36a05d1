using System.Net;
using System.Net.Security;
using System.Net.Sockets;
using Tollgate.Simulator.Server;
using Tollgate.Simulator.Server.Linux;
using Tollgate.Simulator.Server.Portable;
using Tollgate.Simulator.Truth;

namespace Tollgate.Simulator;

/// <summary>
/// The simulated providers behind real sockets: OpenAI's Chat Completions and Anthropic's Messages on one port, with or
/// without TLS. Running from <see cref="Start"/> until it is disposed.
/// </summary>
internal sealed class SimulatedServer : IAsyncDisposable
{
    private const int Backlog = 8192;
    private readonly IServerLoop loop;

    private SimulatedServer(Uri url, TruthLog truth, IServerLoop loop)
    {
        Url = url;
        Truth = truth;
        this.loop = loop;
    }

    /// <summary>
    /// Its root, such as <c>http://127.0.0.1:8080/</c>; add <c>v1</c> or <c>emea/v1</c> as a client wants it.
    /// </summary>
    public Uri Url { get; }

    /// <summary>What it did, by its own account.</summary>
    public TruthLog Truth { get; }

    /// <exception cref="SocketException">The address or the port is not to be had.</exception>
    /// <exception cref="IOException">The truth's file cannot be written.</exception>
    public static SimulatedServer Start(SimulatedServerOptions options)
    {
        var listener = new Socket(options.Address.AddressFamily, SocketType.Stream, ProtocolType.Tcp);
        try
        {
            listener.Bind(new IPEndPoint(options.Address, options.Port));
            listener.Listen(Backlog);
            var truth = new TruthLog(options.TruthPath, options.TruthWrites, options.TimeProvider);
            var core = new ServerCore(options, truth);
            IServerLoop loop = options.Tls || options.Portable || !Native.IsSupported
                ? new StreamLoop(
                    core, listener, options.Tls ? Secure(options) : null,
                    Native.IsSupported ? new EpollAlarm() : new MonitorAlarm())
                : new EpollLoop(core, listener);
            var end = (IPEndPoint)listener.LocalEndPoint!; // A bound socket has one.
            var url = new Uri(string.Create(CultureInfo.InvariantCulture, $"{(options.Tls ? "https" : "http")}://{end}/"));
            return new SimulatedServer(url, truth, loop);
        }
        catch
        {
            listener.Dispose();
            throw;
        }
    }

    private static SslServerAuthenticationOptions Secure(SimulatedServerOptions options) => new()
    {
        ServerCertificate = options.Certificate ?? ServerCertificate.Make(options.TimeProvider.GetUtcNow()),
        ApplicationProtocols = [SslApplicationProtocol.Http11],
    };

    /// <summary>Stops at once: connections are closed, and the truth's file is completed.</summary>
    public async ValueTask DisposeAsync()
    {
        await loop.DisposeAsync().ConfigureAwait(false);
        await Truth.DisposeAsync().ConfigureAwait(false);
    }
}
