using System.Net.Http;
using System.Net.Sockets;
using Tollgate.Exchanges;

namespace Tollgate.Transport.Handler;

/// <summary>From SocketsHttpHandler's exceptions to failures.</summary>
internal static class HandlerFailures
{
    /// <summary>The failure before the headers came.</summary>
    /// <param name="e">What was thrown.</param>
    /// <param name="endpoint">Where the request went.</param>
    /// <param name="connection">The connection that it was written to; null where there was none.</param>
    /// <param name="hasAnswered">The server has answered before.</param>
    public static Failure BeforeHeaders(Exception e, Uri endpoint, KeptConnection? connection, bool hasAnswered)
    {
        var cause = (e.InnerException ?? e).Message;
        var socket = (e.InnerException as SocketException)?.SocketErrorCode;
        if (connection is { IsTls: true } && endpoint.Scheme == Uri.UriSchemeHttp)
        {
            return new Failure(
                FailureKind.MalformedResponse, FailurePhase.Headers, WrongScheme.OfAnswer(endpoint));
        }

        var hint = connection is { IsSilent: true } && !hasAnswered && endpoint.Scheme == Uri.UriSchemeHttp
            ? WrongScheme.Hint(endpoint)
            : "";
        return (e as HttpRequestException)?.HttpRequestError switch
        {
            HttpRequestError.NameResolutionError => new Failure(FailureKind.DnsFailure, FailurePhase.Resolve,
                $"the name {endpoint.IdnHost} did not resolve: {cause}"),
            HttpRequestError.SecureConnectionError => new Failure(FailureKind.TlsFailure, FailurePhase.Tls,
                WrongScheme.OfHandshake(endpoint, cause)),
            HttpRequestError.ConnectionError or HttpRequestError.ProxyTunnelError => new Failure(
                socket switch
                {
                    SocketError.ConnectionRefused => FailureKind.ConnectionRefused,
                    SocketError.TimedOut => FailureKind.ConnectTimeout,
                    _ => FailureKind.Unreachable,
                },
                FailurePhase.Connect, $"{endpoint.Authority}: {cause}"),
            HttpRequestError.ConfigurationLimitExceeded => new Failure(FailureKind.MalformedResponse,
                FailurePhase.Headers, "the answer is not HTTP: its headers are larger than 64 KiB"),
            HttpRequestError.InvalidResponse or HttpRequestError.HttpProtocolError =>
                new Failure(FailureKind.MalformedResponse, FailurePhase.Headers, $"the answer is not HTTP: {cause}"),
            _ => new Failure(FailureKind.ResetBeforeHeaders, FailurePhase.Headers,
                $"the connection was lost before the headers were whole: {cause.TrimEnd('.')}{hint}"),
        };
    }

    /// <summary>The failure while the body came.</summary>
    public static Failure InStream(Exception e, int arrivals)
    {
        var cause = (e.InnerException ?? e).Message;
        return e is InvalidDataException
            ? new Failure(FailureKind.MalformedResponse, FailurePhase.Stream, $"the answer cannot be decoded: {cause}")
            : e is HttpIOException
            {
                HttpRequestError: HttpRequestError.InvalidResponse or HttpRequestError.ConfigurationLimitExceeded
            }
            ? new Failure(FailureKind.MalformedResponse, FailurePhase.Stream, $"the answer is not HTTP: {cause}")
            : new Failure(FailureKind.ResetMidStream, FailurePhase.Stream,
                $"the connection was lost after {arrivals} arrivals: {cause}");
    }
}
