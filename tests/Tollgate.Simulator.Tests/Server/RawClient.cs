using System.Net.Security;
using System.Net.Sockets;
using System.Text;

namespace Tollgate.Simulator.Tests.Server;

/// <summary>An HTTP client that hides nothing: what came, in which reads, and how it ended.</summary>
internal sealed class RawClient : IDisposable
{
    private readonly Socket socket = new(SocketType.Stream, ProtocolType.Tcp) { NoDelay = true };
    private readonly List<byte> unread = [];
    private Stream? stream;

    public static async Task<RawClient> ConnectAsync(SimulatedServer server)
    {
        var client = new RawClient();
        await client.socket.ConnectAsync(server.Url.Host, server.Url.Port);
        client.stream = new NetworkStream(client.socket);
        if (server.Url.Scheme == "https")
        {
            var secure = new SslStream(client.stream, false, (_, _, _, _) => true);
            await secure.AuthenticateAsClientAsync("localhost");
            client.stream = secure;
        }

        return client;
    }

    /// <summary>One request on a connection of its own.</summary>
    public static async Task<RawAnswer> AskAsync(SimulatedServer server, string body, string path = "/v1/chat/completions",
        string? simulate = null, string headers = "anthropic-version: 2023-06-01\r\n")
    {
        using var client = await ConnectAsync(server);
        await client.SendAsync(body, path, simulate, headers);
        return await client.ReadAsync();
    }

    public Task SendAsync(string body, string path = "/v1/chat/completions", string? simulate = null,
        string headers = "anthropic-version: 2023-06-01\r\n")
    {
        var payload = Encoding.UTF8.GetBytes(body);
        var fault = simulate is null ? "" : $"x-simulate: {simulate}\r\n";
        var head = $"{(body.Length == 0 ? "GET" : "POST")} {path} HTTP/1.1\r\nhost: test\r\n{headers}{fault}content-length: {payload.Length}\r\n\r\n";
        return SendRawAsync([.. Encoding.ASCII.GetBytes(head), .. payload]);
    }

    public Task SendRawAsync(byte[] bytes) => stream!.WriteAsync(bytes).AsTask();

    /// <summary>Waits for the answer's first bytes. Over TLS the socket's own first bytes are not the answer's.</summary>
    public async Task<int> ReadSomeAsync() => await stream!.ReadAsync(new byte[100]);

    /// <summary>Reads one answer, to its end or the connection's.</summary>
    public async Task<RawAnswer> ReadAsync()
    {
        var reset = false;
        var closed = false;
        var reads = new List<int>();
        var buffer = new byte[65536];
        while (true)
        {
            if (MayBeWhole() && RawAnswer.Parse(unread) is { } whole)
            {
                unread.RemoveRange(0, whole.Taken);
                return whole with { Reads = reads };
            }

            if (reset || closed)
            {
                return RawAnswer.Broken([.. unread]) with { Reads = reads, WasReset = reset };
            }

            try
            {
                var read = await stream!.ReadAsync(buffer);
                closed = read == 0;
                reads.Add(read);
                unread.AddRange(buffer.AsSpan(0, read));
            }
            catch (IOException e) when (e.InnerException is SocketException { SocketErrorCode: SocketError.ConnectionReset })
            {
                reset = true;
            }
        }
    }

    // Parsing starts from the beginning: a long answer is left alone until it looks like its end.
    private bool MayBeWhole() => unread.Count < 65536
        || System.Runtime.InteropServices.CollectionsMarshal.AsSpan(unread).EndsWith("0\r\n\r\n"u8);

    public void Dispose()
    {
        stream?.Dispose();
        socket.Dispose();
    }
}
