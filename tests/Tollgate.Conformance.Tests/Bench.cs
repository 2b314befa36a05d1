using Tollgate.Exchanges;
using Tollgate.Simulator;
using Tollgate.Simulator.Faults;
using Tollgate.Simulator.Server;
using Tollgate.Time;
using Tollgate.Transport;
using Tollgate.Transport.Direct;
using Tollgate.Transport.Handler;

namespace Tollgate.Conformance.Tests;

/// <summary>A simulated server and a transport, for one test.</summary>
internal sealed class Bench : IAsyncDisposable
{
    private long nextId;

    private Bench(SimulatedServer server, IExchanger exchanger)
    {
        Server = server;
        Exchanger = exchanger;
    }

    public SimulatedServer Server { get; }

    public IExchanger Exchanger { get; }

    public MonotonicAxis Axis { get; } = new(TimeProvider.System);

    public static Bench Start(string transport, bool tls = false) => new(
        SimulatedServer.Start(new SimulatedServerOptions { TimeProvider = TimeProvider.System, Tls = tls }),
        NewExchanger(transport));

    public static IExchanger NewExchanger(string transport) => transport == "direct"
        ? new DirectExchanger(new DirectOptions { CertificateValidation = (_, _, _, _) => true })
        : new HandlerExchanger(new MonotonicAxis(TimeProvider.System), (_, _, _, _) => true);

    public Target Target(string wire, string simulate = "", string model = "instant", Uri? url = null) => new()
    {
        Name = "t",
        Wire = wire,
        Url = url ?? Server.Url,
        Model = model,
        Headers = simulate.Length == 0
            ? new Dictionary<string, Secret>()
            : new Dictionary<string, Secret> { [Injection.Header] = new(simulate) },
    };

    public Task<Exchange> ExchangeAsync(
        Target target, Timeouts? timeouts = null, bool cold = false, CancellationToken cancellationToken = default,
        long aheadNs = 0) =>
        Exchanger.ExchangeAsync(
            new ExchangeRequest
            {
                Id = Interlocked.Increment(ref nextId),
                TaskId = nextId,
                Target = target,
                Prompt = Prompt.FromUser("Hello", 64),
                IntendedNs = Axis.NowNs + aheadNs,
                Timeouts = timeouts ?? Timeouts.Default,
                Cold = cold,
                KeepContent = true,
            },
            cancellationToken).AsTask();

    public async ValueTask DisposeAsync()
    {
        await Exchanger.DisposeAsync();
        await Server.DisposeAsync();
    }
}
