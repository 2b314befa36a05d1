using Tollgate.Exchanges;

namespace Tollgate.Wires.Errors;

/// <summary>What an answer says that is no stream.</summary>
/// <param name="Kind">The failure; of a success that is no stream <see cref="FailureKind.NotAStream"/>.</param>
/// <param name="Message">The provider's own words, in one line; empty where it has none.</param>
internal readonly record struct WireError(FailureKind Kind, string Message)
{
    /// <summary>As the status and the words say it, in any of the forms in which servers put their words.</summary>
    public static WireError Of(int status, ReadOnlySpan<byte> body) =>
        new(KindOf(status), ProviderMessage.Of(body));

    private static FailureKind KindOf(int status) => status switch
    {
        >= 200 and < 300 => FailureKind.NotAStream,
        401 or 403 => FailureKind.Unauthorized,
        404 => FailureKind.NotFound,
        429 => FailureKind.RateLimited,
        503 or 529 => FailureKind.Overloaded,
        >= 400 and < 500 => FailureKind.BadRequest,
        >= 500 => FailureKind.ServerError,
        _ => FailureKind.UnexpectedStatus,
    };
}
