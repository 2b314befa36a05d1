using System.Net;
using System.Net.Sockets;
using System.Text;
using Tollgate.Exchanges;
using Tollgate.Time;

namespace Tollgate.Transport;

/// <summary>
/// Has the runtime compile what an exchange runs through before the first one that counts: a few exchanges with a
/// listener of our own on the loopback, which answers from memory. Without it the first stamps of a process are
/// milliseconds late, and a short run is made of first stamps.
/// </summary>
public static class Priming
{
    private const int Exchanges = 40;

    // Libraries come compiled for any processor; what is called often is compiled anew for this one, after a while.
    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(150);

    private const int Tokens = 60;

    /// <summary>
    /// Holds the exchanges. Where the system allows no listener, nothing is primed and nothing is said.
    /// </summary>
    public static async Task PrimeAsync(IExchanger exchanger, MonotonicAxis axis, CancellationToken cancellationToken)
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
        var serving = ServeAsync(listener, done.Token);
        try
        {
            await HoldAsync(exchanger, axis, listener.LocalEndpoint, cancellationToken);
            await Task.Delay(Pause, axis.TimeProvider, cancellationToken);
            await HoldAsync(exchanger, axis, listener.LocalEndpoint, cancellationToken);
        }
        catch (OperationCanceledException)
        {
            // The run that follows will find the same token.
        }

        await done.CancelAsync();
        await serving;
    }

    private static async Task HoldAsync(
        IExchanger exchanger, MonotonicAxis axis, EndPoint endpoint, CancellationToken cancellationToken)
    {
        foreach (var wire in Tollgate.Wires.WireCatalog.Names)
        {
            var target = new Target { Name = "priming", Wire = wire, Model = "none", Url = new Uri($"http://{endpoint}") };
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

    private static async Task ServeAsync(TcpListener listener, CancellationToken cancellationToken)
    {
        try
        {
            while (true)
            {
                _ = AnswerAsync(await listener.AcceptTcpClientAsync(cancellationToken), cancellationToken);
            }
        }
        catch (OperationCanceledException)
        {
            // Everything is primed.
        }
    }

    private static async Task AnswerAsync(TcpClient client, CancellationToken cancellationToken)
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
                    var isAnthropic = request.AsSpan().IndexOf("/messages"u8) is >= 0 and < 64;
                    await stream.WriteAsync(
                        "HTTP/1.1 200 OK\r\nContent-Type: text/event-stream\r\nTransfer-Encoding: chunked\r\n\r\n"u8.ToArray(),
                        cancellationToken);
                    foreach (var data in Events(isAnthropic))
                    {
                        await stream.WriteAsync(
                            Encoding.ASCII.GetBytes($"{data.Length:x}\r\n{data}\r\n"), cancellationToken);
                    }

                    await stream.WriteAsync("0\r\n\r\n"u8.ToArray(), cancellationToken);
                }
            }
            catch (Exception e) when (e is IOException or OperationCanceledException)
            {
                // The exchanger closed its connection, or everything is primed.
            }
        }
    }

    private static IEnumerable<string> Events(bool isAnthropic)
    {
        var token = isAnthropic
            ? """{"type":"content_block_delta","index":0,"delta":{"type":"text_delta","text":" token"}}"""
            : """{"id":"c","object":"chat.completion.chunk","model":"none","choices":[{"index":0,"delta":{"content":" token"}}]}""";
        foreach (var data in Enumerable.Repeat(token, Tokens).Append(isAnthropic
            ? """{"type":"message_stop"}"""
            : "[DONE]"))
        {
            yield return $"data: {data}\n\n";
        }
    }
}
