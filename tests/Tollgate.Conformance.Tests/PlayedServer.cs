using System.Net;
using System.Net.Security;
using System.Net.Sockets;
using System.Text;

namespace Tollgate.Conformance.Tests;

/// <summary>
/// A server that a test makes up: it takes any number of connections and hands each, request by request, to the test's
/// own bytes. Nothing of the simulator is in it.
/// </summary>
internal sealed class PlayedServer : IAsyncDisposable
{
    private readonly TcpListener listener = new(IPAddress.Loopback, 0);
    private readonly CancellationTokenSource stop = new();
    private readonly SslServerAuthenticationOptions? tls;
    private readonly Task accepting;

    /// <param name="answer">
    /// What it does on a connection after a request's head came; the connection is closed when it returns false.
    /// </param>
    /// <param name="tls">How it shakes hands; null for plain text.</param>
    public PlayedServer(Func<Call, Task<bool>> answer, SslServerAuthenticationOptions? tls = null)
    {
        this.tls = tls;
        listener.Start();
        accepting = AcceptAsync(answer);
    }

    public Uri Url => new($"{(tls is null ? "http" : "https")}://{listener.LocalEndpoint}");

    /// <summary>An event of OpenAI's format with one piece of text.</summary>
    public static string Token(string text) => "data: {\"choices\":[{\"delta\":{\"content\":\"" + text + "\"}}]}\n\n";

    public async ValueTask DisposeAsync()
    {
        await stop.CancelAsync();
        listener.Stop();
        await accepting;
        stop.Dispose();
    }

    private async Task AcceptAsync(Func<Call, Task<bool>> answer)
    {
        try
        {
            while (true)
            {
                _ = ServeAsync(await listener.AcceptSocketAsync(stop.Token), answer);
            }
        }
        catch (Exception e) when (e is OperationCanceledException or SocketException or ObjectDisposedException
            || (e is InvalidOperationException && stop.IsCancellationRequested))
        {
            // The test is over. Between two connections, a listener that was stopped says that it was not started.
        }
    }

    private async Task ServeAsync(Socket socket, Func<Call, Task<bool>> answer)
    {
        try
        {
            using var _ = socket;
            socket.NoDelay = true;
            Stream stream = new NetworkStream(socket);
            if (tls is not null)
            {
                var secure = new SslStream(stream);
                await secure.AuthenticateAsServerAsync(tls, stop.Token);
                stream = secure;
            }

            var call = new Call(stream, socket, stop.Token);
            while (await call.TryReadHeadAsync() && await answer(call))
            {
                // The next request on this connection.
            }

            await stream.DisposeAsync();
        }
        catch (Exception e) when (e is IOException or OperationCanceledException or SocketException
            or ObjectDisposedException or System.Security.Authentication.AuthenticationException)
        {
            // The other side closed, or the test is over.
        }
    }

    /// <summary>One request on a connection.</summary>
    internal sealed class Call(Stream stream, Socket socket, CancellationToken stop)
    {
        private byte[] rest = [];

        public Socket Socket => socket;

        /// <summary>The request line and headers of the last request.</summary>
        public string Head { get; private set; } = "";

        public CancellationToken Stop => stop;

        /// <summary>Reads the body that the head announces.</summary>
        public async Task<byte[]> ReadBodyAsync()
        {
            var length = Head.Split("\r\n").Select(static line => line.Split(':', 2))
                .Where(static pair => pair[0].Equals("Content-Length", StringComparison.OrdinalIgnoreCase))
                .Select(static pair => int.Parse(pair[1])).SingleOrDefault();
            var body = new byte[length];
            rest.AsSpan(0, Math.Min(rest.Length, length)).CopyTo(body);
            var have = Math.Min(rest.Length, length);
            rest = [];
            await stream.ReadExactlyAsync(body.AsMemory(have), stop);
            return body;
        }

        public Task SendAsync(string text) => SendAsync(Encoding.UTF8.GetBytes(text));

        public async Task SendAsync(byte[] bytes)
        {
            await stream.WriteAsync(bytes, stop);
            await stream.FlushAsync(stop);
        }

        /// <summary>Closes with a reset instead of in good order.</summary>
        public void Reset()
        {
            socket.LingerState = new LingerOption(true, 0);
            socket.Close();
        }

        internal async Task<bool> TryReadHeadAsync()
        {
            var taken = new List<byte>();
            var buffer = new byte[16 * 1024];
            while (true)
            {
                var count = await stream.ReadAsync(buffer, stop);
                if (count == 0)
                {
                    return false;
                }

                taken.AddRange(buffer.AsSpan(0, count));
                var text = Encoding.Latin1.GetString([.. taken]);
                var end = text.IndexOf("\r\n\r\n", StringComparison.Ordinal);
                if (end >= 0)
                {
                    Head = text[..end];
                    rest = [.. taken.Skip(end + 4)];
                    return true;
                }
            }
        }
    }
}
