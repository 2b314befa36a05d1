using System.Net.Sockets;
using System.Security.Authentication;
using Tollgate.Exchanges;
using Tollgate.Secrets;
using Tollgate.Unicode;

namespace Tollgate.Extensions.AI;

/// <summary>From what a client threw to the failure that it is.</summary>
internal static class ChatFailure
{
    public static Failure Of(Exception thrown, Target target, bool hasHeaders)
    {
        var (kind, status) = KindOf(thrown);
        var phase = kind switch
        {
            FailureKind.DnsFailure => FailurePhase.Resolve,
            FailureKind.ConnectionRefused or FailureKind.Unreachable => FailurePhase.Connect,
            FailureKind.TlsFailure => FailurePhase.Tls,
            _ => hasHeaders ? FailurePhase.Stream : FailurePhase.Headers,
        };
        var message = TargetSecrets.Of(target).InMessage(WellFormed.Text(thrown.Message));
        return new Failure(kind, phase, $"{thrown.GetType().Name}: {KeyShapes.StrikeOut(message)}") { Status = status };
    }

    private static (FailureKind Kind, int? Status) KindOf(Exception thrown)
    {
        for (var cause = thrown; cause is not null; cause = cause.InnerException)
        {
            if (StatusOf(cause) is { } status)
            {
                return (OfStatus(status), status);
            }

            switch (cause)
            {
                case SocketException { SocketErrorCode: SocketError.ConnectionRefused }:
                    return (FailureKind.ConnectionRefused, null);
                case SocketException { SocketErrorCode: SocketError.HostNotFound or SocketError.TryAgain }:
                    return (FailureKind.DnsFailure, null);
                case SocketException { SocketErrorCode: SocketError.HostUnreachable or SocketError.NetworkUnreachable }:
                    return (FailureKind.Unreachable, null);
                case AuthenticationException:
                    return (FailureKind.TlsFailure, null);
            }
        }

        return (FailureKind.ProviderError, null);
    }

    // The exceptions of OpenAI's, Azure's and Anthropic's clients each have it under one of two names.
    private static int? StatusOf(Exception cause)
    {
        if (cause is HttpRequestException { StatusCode: { } code })
        {
            return (int)code;
        }

        foreach (var name in (string[])["Status", "StatusCode"])
        {
            if (cause.GetType().GetProperty(name)?.GetValue(cause) is { } value && value is int or Enum
                && Convert.ToInt32(value, System.Globalization.CultureInfo.InvariantCulture) is >= 300 and < 600
                    and var status)
            {
                return status;
            }
        }

        return null;
    }

    private static FailureKind OfStatus(int status) => status switch
    {
        401 or 403 => FailureKind.Unauthorized,
        404 => FailureKind.NotFound,
        429 => FailureKind.RateLimited,
        503 or 529 => FailureKind.Overloaded,
        >= 500 => FailureKind.ServerError,
        >= 400 => FailureKind.BadRequest,
        _ => FailureKind.UnexpectedStatus,
    };
}
