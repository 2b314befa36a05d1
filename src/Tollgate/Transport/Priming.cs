using System.Net;
using System.Net.Sockets;
using Tollgate.Exchanges;
using Tollgate.Time;
using Tollgate.Wires;

namespace Tollgate.Transport;

/// <summary>
/// Has the runtime compile what an exchange runs through before the first one that counts: a few exchanges with a
/// listener of our own on the loopback, which answers from memory. Without it the first stamps of a process are
/// milliseconds late, and a short run is made of first stamps.
/// </summary>
internal static class Priming
{
    private const int Exchanges = 40;

    // Libraries come compiled for any processor; what is called often is compiled anew for this one, after a while.
    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(150);

    private const int Tokens = 60;

    /// <summary>
    /// Holds the exchanges. Where the system allows no listener, nothing is primed and nothing is said.
    /// </summary>
    /// <param name="exchanger">What carries them out.</param>
    /// <param name="wires">The wires that it is primed for, each of which it carries.</param>
    /// <param name="axis">The run's axis.</param>
    /// <param name="cancellationToken">Breaks it off.</param>
    public static async Task PrimeAsync(
        IExchanger exchanger, IReadOnlyList<IWire> wires, MonotonicAxis axis, CancellationToken cancellationToken)
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        try
        {
            listener.Start();
        }
        catch (SocketException)
        {
            return;
        }

        using var done = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        var answer = new PrimingAnswer();
        var serving = ServeAsync(listener, answer, done.Token);
        try
        {
            await HoldAsync(exchanger, wires, answer, axis, listener.LocalEndpoint, cancellationToken);
            await Task.Delay(Pause, axis.TimeProvider, cancellationToken);
            await HoldAsync(exchanger, wires, answer, axis, listener.LocalEndpoint, cancellationToken);
        }
        catch (OperationCanceledException)
        {
            // The run that follows will find the same token.
        }

        await done.CancelAsync();
        await serving;
    }

    private static async Task HoldAsync(
        IExchanger exchanger, IReadOnlyList<IWire> wires, PrimingAnswer answer, MonotonicAxis axis, EndPoint endpoint,
        CancellationToken cancellationToken)
    {
        foreach (var wire in wires)
        {
            answer.Bytes = Answer(wire);
            var target = new Target
            {
                Name = "priming", Wire = wire.Name, Model = "none", Url = new Uri($"http://{endpoint}"),
            };
            for (var i = 0; i < Exchanges && !cancellationToken.IsCancellationRequested; i++)
            {
                await exchanger.ExchangeAsync(
                    new ExchangeRequest
                    {
                        Id = i, TaskId = i, Target = target, Prompt = Prompt.FromUser("Hello"), IntendedNs = axis.NowNs,
                    },
                    cancellationToken);
            }
        }
    }

    private static async Task ServeAsync(
        TcpListener listener, PrimingAnswer answer, CancellationToken cancellationToken)
    {
        try
        {
            while (true)
            {
                _ = AnswerAsync(await listener.AcceptTcpClientAsync(cancellationToken), answer, cancellationToken);
            }
        }
        catch (OperationCanceledException)
        {
            // Everything is primed.
        }
    }

    private static async Task AnswerAsync(TcpClient client, PrimingAnswer answer, CancellationToken cancellationToken)
    {
        using (client)
        {
            try
            {
                var stream = client.GetStream();
                client.NoDelay = true;
                var request = new byte[16 * 1024];
                while (await stream.ReadAsync(request, cancellationToken) > 0)
                {
                    foreach (var piece in answer.Bytes)
                    {
                        await stream.WriteAsync(piece, cancellationToken);
                    }
                }
            }
            catch (Exception e) when (e is IOException or OperationCanceledException)
            {
                // The exchanger closed its connection, or everything is primed.
            }
        }
    }

    private static List<byte[]> Answer(IWire wire) =>
    [
        Encoding.ASCII.GetBytes(
            $"HTTP/1.1 200 OK\r\nContent-Type: {wire.Framing.MediaType}\r\nTransfer-Encoding: chunked\r\n\r\n"),
        .. wire.Sample(Tokens).Select(static piece =>
            (byte[])[.. Encoding.ASCII.GetBytes($"{piece.Length:x}\r\n"), .. piece.Span, .. "\r\n"u8]),
        "0\r\n\r\n"u8.ToArray(),
    ];

    /// <summary>What the listener answers now: one wire is primed after the other.</summary>
    private sealed class PrimingAnswer
    {
        private volatile IReadOnlyList<byte[]> bytes = [];

        /// <summary>Head and body, a write each.</summary>
        public IReadOnlyList<byte[]> Bytes
        {
            get => bytes;
            set => bytes = value;
        }
    }
}
