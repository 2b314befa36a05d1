using System.Net.Security;
using System.Security.Authentication;
using Tollgate.Exchanges;

namespace Tollgate.Transport.Direct;

/// <summary>
/// TLS over a connection of the loop: SslStream on a stream that the loop feeds, so that handshake, decryption and
/// everything behind them run inside <see cref="Feed"/>, on the loop's thread.
/// </summary>
internal sealed class TlsSession : IDisposable
{
    private readonly DirectConnection connection;
    private readonly DirectLoop loop;
    private readonly string host;
    private readonly FedStream cipher;
    private readonly SslStream plain;

    public TlsSession(DirectConnection connection, DirectLoop loop, string host)
    {
        this.connection = connection;
        this.loop = loop;
        this.host = host;
        cipher = new FedStream(connection.Send);
        plain = new SslStream(cipher);
    }

    /// <summary>Bytes came off the socket. They may change once this returns.</summary>
    public void Feed(ReadOnlyMemory<byte> bytes) => cipher.Feed(bytes);

    /// <summary>No more will come.</summary>
    public void FeedEnd() => cipher.FeedEnd();

    /// <summary>Shakes hands, and then hands on what is read until the connection is closed.</summary>
    public async Task RunAsync()
    {
        try
        {
            await plain.AuthenticateAsClientAsync(new SslClientAuthenticationOptions
            {
                TargetHost = host,
                ApplicationProtocols = [SslApplicationProtocol.Http11],
                RemoteCertificateValidationCallback = loop.Options.CertificateValidation,
            });
        }
        catch (Exception e) when (e is AuthenticationException or IOException or ObjectDisposedException)
        {
            if (!connection.IsClosed)
            {
                connection.FailOpening(new Failure(
                    FailureKind.TlsFailure, FailurePhase.Tls,
                    WrongScheme.OfHandshake(connection.Pool.Endpoint, (e.InnerException ?? e).Message)));
            }

            return;
        }

        connection.OnOpen();
        try
        {
            // Each read ends inside Feed, and its bytes are used up before any other connection's read begins.
            while (!connection.IsClosed)
            {
                var count = await plain.ReadAsync(loop.PlainBuffer);
                if (count == 0)
                {
                    connection.OnEnd(0);
                    return;
                }

                connection.OnPlain(loop.PlainBuffer.AsSpan(0, count));
            }
        }
        catch (Exception e) when (e is IOException or ObjectDisposedException or AuthenticationException)
        {
            connection.OnEnd(0);
        }
        catch (Exception e)
        {
            connection.OnBug(e);
        }
    }

    /// <summary>Encrypts and sends.</summary>
    public async Task SendAsync(byte[] bytes)
    {
        try
        {
            await plain.WriteAsync(bytes);
        }
        catch (Exception e) when (e is IOException or ObjectDisposedException)
        {
            // The reading side will say that the connection is gone.
        }
    }

    public void Dispose()
    {
        cipher.FeedEnd();
        plain.Dispose();
    }
}
